"""All drafts, in all houses: nothing stands between quotation marks that is not in the bank, and nothing planted."""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import golden
import pytest
from bank import AT, COUNTRY, DORSET, OFFICER, a_quote, an_entry, holding

from storygen.model.contacts import Contacts
from storygen.model.dataset import Dataset
from storygen.model.house import House
from storygen.model.plan import StoryPlan
from storygen.model.quote import Rights, Scope
from storygen.paths import shipped, wordings_of
from storygen.proofing import proof
from storygen.publishing import LetterBox, write_letters
from storygen.publishing.formats.markdown import markdown
from storygen.quoting import answered, requests
from storygen.style import Stylebook
from storygen.writing import open_desk, write

NOW = AT + timedelta(hours=1)
KENT = Scope(level="force", forces=("kent",))
OLD = a_quote("Test words of another year.", scope=KENT, data_year="2017-18")
SOUND = (
    a_quote('Test words, it\'s a "test".', "Test end, ‘so’ to say."),
    a_quote("Test of the country.", voice="npcc", scope=COUNTRY, speaker=OFFICER),
    a_quote("Test of a region.", voice="federation", scope=Scope(level="region", regions=("the South East",))),
    a_quote("Test of a critic.", voice="reform_charity", scope=COUNTRY),
    a_quote("Test of a part, of several words.", partial="a part, of several", voice="council", scope=DORSET),
    a_quote("Test of the same officer.", voice="mp", scope=DORSET, speaker=OFFICER),
    OLD,
)
PLANTED = (
    a_quote("Planted: embargoed.", embargo_until=AT + timedelta(hours=2)),
    a_quote("Planted: expired.", voice="mp", scope=KENT, expires_on=AT.date() - timedelta(days=1)),
    a_quote("Planted: of a force with no article.", voice="mp", scope=Scope(level="force", forces=("lancashire",))),
    a_quote("Planted: of a fall.", voice="council", scope=Scope(level="force", forces=("sussex",), direction="fall")),
    a_quote("Planted: of nobody's area.", voice="council", scope=COUNTRY),
    a_quote("Planted: exclusive.", voice="minister", scope=COUNTRY, rights=Rights(exclusive_to="another house")),
    a_quote("Planted: not to be used.", voice="minister", scope=COUNTRY, rights=Rights(reuse="no")),
    a_quote("Planted: last year's.", voice="nca", scope=DORSET, data_year="2017-18"),
    a_quote("Planted: on an earlier release.", voice="nca", scope=DORSET, release="test"),
)
MARK = re.compile("[\"“”„«»]|(?<!\\w)['‘](?=\\S)")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def said_in(text: str) -> list[str]:
    """The words of the bank that stand in a text behind an opening mark, each before a closing one or a line's end."""
    found = []
    for words in (words for quote in SOUND for words in quote.printed):
        found += [words] * len(re.findall(rf"[\"“'‘]{re.escape(words)}(?:[\"”'’]|$)", text, re.MULTILINE))
    return found


def without(text: str) -> str:
    """A text without those words, and their marks."""
    for words in (words for quote in SOUND for words in quote.printed):
        text = re.sub(rf"[\"“'‘]{re.escape(words)}(?:[\"”'’]|$)", "", text, flags=re.MULTILINE)
    return text


@pytest.mark.parametrize("house", golden.houses(), ids=lambda house: house.name)
def test_only_the_bank_speaks(
    stories: dict[str, StoryPlan], contacts: Contacts, dataset: Dataset, house: House, tmp_path: Path
) -> None:
    """Every page and every letter, read without the proof desk, holds the words of the bank, and no mark besides."""
    desk = open_desk(dataset.topic, Stylebook(house), wordings_of(golden.TOPIC))
    told = holding(contacts, *SOUND, *PLANTED, log=(an_entry("approved", quote=OLD.id),))
    made = answered(stories.values(), told, house=house.name, now=NOW)
    copies = [proof(write(plan, desk), dataset, told.quotes) for plan in made]
    layouts = shipped("templates") / "formats"

    pages = [FRONT_MATTER.sub("", markdown(copy, dataset.topic, "test", layouts)) for copy in copies]
    box = LetterBox(folder=tmp_path, layouts=layouts, topic=dataset.topic, known={})
    write_letters(tuple(requests(copies, told, at=NOW, deadline=None)), box)
    letters = [path.read_text() for path in tmp_path.glob("*.txt")]

    printed = Counter(words for page in pages for words in said_in(page))
    assert dict.fromkeys((words for quote in SOUND for words in quote.printed), 1) == printed
    assert [] == [(found[0], page) for page in map(without, (*pages, *letters)) if (found := MARK.search(page))]
    assert not any("Planted" in page for page in (*pages, *letters))
    assert [] == [finding for copy in copies for finding in copy.findings]
