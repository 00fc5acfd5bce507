"""All drafts, in all houses: nothing stands between quotation marks that is not in the bank, and nothing planted."""

import re
from datetime import timedelta

import golden
import pytest
from bank import AT, COUNTRY, DORSET, a_quote, holding

from storygen.model.dataset import Dataset
from storygen.model.house import House
from storygen.model.plan import StoryPlan
from storygen.model.quote import Contacts, Rights, Scope
from storygen.paths import wordings_of
from storygen.proofing import proof
from storygen.quoting import answered
from storygen.style import Stylebook
from storygen.writing import open_desk, write

SOUND = (
    a_quote("Test words, it's a test.", "Test end."),
    a_quote("Test of the country.", voice="npcc", scope=COUNTRY),
    a_quote("Test of a region.", voice="mp", scope=Scope(level="region", regions=("the South East",))),
    a_quote("Test of a critic.", voice="reform_charity", scope=COUNTRY),
)
PLANTED = (
    a_quote("Planted: embargoed.", embargo_until=AT + timedelta(hours=2)),
    a_quote("Planted: expired.", voice="mp", expires_on=AT.date() - timedelta(days=1)),
    a_quote("Planted: of a force with no article.", voice="mp", scope=Scope(level="force", forces=("lancashire",))),
    a_quote("Planted: of a fall.", voice="council", scope=Scope(level="force", forces=("dorset",), direction="fall")),
    a_quote("Planted: exclusive.", voice="minister", scope=COUNTRY, rights=Rights(exclusive_to="another house")),
    a_quote("Planted: last year's.", voice="nca", scope=DORSET, data_year="2017-18"),
)
OPENED = re.compile("(?:^|(?<=[ (]))[\"“'‘](?=\\S)(.*)", re.DOTALL)


@pytest.mark.parametrize("house", golden.houses(), ids=lambda house: house.name)
def test_only_the_bank_speaks(
    stories: dict[str, StoryPlan], contacts: Contacts, dataset: Dataset, house: House
) -> None:
    """Read without the proof desk: from every opening mark to its paragraph's end stands a paragraph of the bank."""
    desk = open_desk(dataset.topic, Stylebook(house), wordings_of(golden.TOPIC))
    told = holding(contacts, *SOUND, *PLANTED)
    drafts = [
        write(plan, desk) for plan in answered(stories.values(), told, house=house.name, now=AT + timedelta(hours=1))
    ]
    paragraphs = [paragraph.text for draft in drafts for paragraph in draft.paragraphs]
    held = {words for quote in SOUND for words in quote.text}

    spoken = [match[1] for text in paragraphs for match in [OPENED.search(text)] if match]

    assert sorted(held) == sorted(words if words in held else words[:-1] for words in spoken)
    assert not any("Planted" in text for text in paragraphs)
    assert [] == [finding for draft in drafts for finding in proof(draft, dataset, told.quotes).findings]
