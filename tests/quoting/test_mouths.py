"""Mouths: whether words stand beside the name of whoever said them, as the desk that approves a story reads it."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import golden
import pytest
from bank import AT, COUNTRY, DORSET, OFFICER, a_quote, an_entry, holding

from storygen.errands.wire.mouths import Mouths, words_of
from storygen.model.contacts import Contacts
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.house import House
from storygen.model.manuscript import Manuscript
from storygen.model.plan import StoryPlan
from storygen.model.quote import Quote
from storygen.model.speaker import Speaker
from storygen.model.story import Block, BlockKind
from storygen.paths import wordings_of
from storygen.quoting import answered
from storygen.style import Stylebook
from storygen.writing import Desk, open_desk, write

BODY = Speaker(organisation="the Police Federation of England and Wales")
COLLEAGUE = Speaker(
    organisation="Dorset Police", name="Test Robert Speaker", role="head of Test Organisation", known_as="Mr Speaker"
)
FORCE = a_quote("Test words.", "Test end.", speaker=Speaker(organisation="Dorset Police"))
NATIONAL = a_quote("Test of the country.", voice="npcc", scope=COUNTRY, speaker=OFFICER)
PART = a_quote("Test of a part, of several words.", partial="a part, of several", voice="council", scope=DORSET)
SAID = (
    FORCE,
    NATIONAL,
    a_quote("Test of a body.", voice="federation", scope=COUNTRY, speaker=BODY),
    a_quote("Test of a critic.", voice="reform_charity", scope=COUNTRY, speaker=COLLEAGUE),
    PART,
    a_quote("Test of the same officer.", voice="mp", scope=DORSET, speaker=OFFICER),
)


@dataclass(frozen=True)
class Read:
    """Copy as it is read for names, with no introduction in it known to stand as it was drafted."""

    draft: Draft
    told: Contacts
    dataset: Dataset
    texts: tuple[str, ...]

    @property
    def mouths(self) -> Mouths:
        """What the desk asks."""
        headline, *rest = self.texts
        body = tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in rest)
        lines = tuple(range(len(self.texts)))
        copy = Manuscript(about={}, headline=headline, standfirst="", body=body, lines=lines)
        office = SimpleNamespace(contacts=self.told, dataset=self.dataset)
        paragraphs = tuple(each for each in self.draft.paragraphs if each.role != "voice")
        remade: Any = SimpleNamespace(copy=SimpleNamespace(draft=self.draft), office=office, paragraphs=paragraphs)
        return Mouths(copy, remade)

    def named(self) -> list[bool]:
        """Whether each quote, wherever it stands, is under the right name."""
        places = [(place, quote) for place, text in enumerate(self.texts) for quote in SAID if _stands(text, quote)]
        return [self.mouths.is_named(quote, place) for place, quote in places]


def _stands(text: str, quote: Quote) -> bool:
    return any(words in text for words in words_of(quote))


def _drafts(stories: dict[str, StoryPlan], contacts: Contacts, dataset: Dataset, house: House) -> list[Read]:
    """Every story of a house in which anything was said, with all that was said in it."""
    desk = open_desk(dataset.topic, Stylebook(house), wordings_of(golden.TOPIC))
    told = holding(contacts, *SAID, log=tuple(an_entry("approved", quote=quote.id) for quote in SAID))
    made = answered(stories.values(), told, house=house.name, now=AT)
    written = [write(plan, desk) for plan in made if plan.quotes]
    return [Read(draft, told, dataset, tuple(each.text for each in draft.paragraphs)) for draft in written]


@pytest.mark.parametrize("house", golden.houses(), ids=lambda house: house.name)
def test_every_draft_names_its_speakers(
    stories: dict[str, StoryPlan], contacts: Contacts, dataset: Dataset, house: House
) -> None:
    """In every house, however they are introduced: nothing that was drafted is refused."""
    named = [each for read in _drafts(stories, contacts, dataset, house) for each in read.named()]

    assert len(named) >= len(SAID)
    assert all(named)


@pytest.fixture(scope="session")
def dorset(stories: dict[str, StoryPlan], desk: Desk) -> Draft:
    """Dorset's story, in which nobody has spoken yet."""
    return write(stories["dorset"], desk)


F, N, P = "'Test words.'", "'Test of the country.'", "'a part, of several'"

GIVEN = [
    # a spokesperson's, by the body
    f"A Dorset Police spokesperson said: {F}",
    f"A spokeswoman for Dorset Police said: {F}",
    f"A spokesperson for the force said: {F}",
    f"Dorset Police said: {F}",
    f"In a statement, Dorset Police said: {F}",
    f"In a statement on Monday, Dorset Police said: {F}",
    f"Asked about heroin in Poole, a Dorset Police spokesman said: {F}",
    f"{F} said Dorset Police.",
    f"{F} a Dorset Police spokesperson said.",
    f"{F} said a spokesperson for Dorset Police.",
    f"{F} according to Dorset Police.",
    f"Mr Speaker left. A Dorset Police spokesperson said: {F}",
    f"Dorset Police told Test Radio: {F}",
    f"In answer to the Test Organisation, Dorset Police said: {F}",
    f"John Invented asked why.\n\nA Dorset Police spokesperson said: {F}",
    f"Dorset Police, which covers Bournemouth and Poole, said: {F}",
    f"Asked in Milton Keynes, Dorset Police's spokesman said: {F}",
    f"{F} That was the answer of Dorset Police.",
    f"Dorset Police has welcomed the figures. In a statement it said: {F}",
    # the body before
    f"Dorset Police gave an answer.\n\nIt said: {F}",
    f"Dorset Police has begun Operation Test.\n\nIt added: {F}",
    f"A Dorset Police spokesperson gave an answer.\n\nShe said: {F}",
    f"Dorset Police gave an answer.\n\n{F}",
    f"A Dorset Police spokesperson said:\n\n{F}",
    f"Dorset Police gave an answer. {F}",
    "A Dorset Police spokesperson said: 'Test words.\n\n'Test end.'",
    f"A Dorset Police spokesperson said: {F} Cleveland Police said nothing.",
    # a person's
    f"Test Superintendent Test Speaker One, head of tests, said: {N}",
    f"Test Speaker One, head of tests at the Test Organisation, said: {N}",
    f"Test Speaker One, of the Test Organisation, said: {N}",
    f"Speaking on Monday, Test Speaker One said: {N}",
    f"Test Speaker One told Test Radio: {N}",
    f"Dr One said: {N}",
    f"One said: {N}",
    f"{N} Test Speaker One said.",
    f"{N} said Test Superintendent Test Speaker One.",
    f"Test Speaker One was asked.\n\nHe said: {N}",
    f"John Invented left. Test Speaker One was asked.\n\nShe added: {N}",
    f"In answer to a resident, Test Speaker One said: {N}",
    f"When Jane Doe had left, Test Speaker One said: {N}",
    f"Test Speaker One, a campaigner for 20 years, said: {N}",
    # in part
    f"A Test Organisation spokesperson spoke of {P}.",
    f"The Test Organisation called it {P}.",
]

NOT_GIVEN = [
    # nobody's
    F,
    f"There were more in March. {F}",
    f"A spokesperson said: {F}",
    f"He said: {F}",
    f"Police said: {F}",
    # another's, whoever is named elsewhere
    f"John Invented said: {F}",
    f"Supt Jane Doe said: {F}",
    f"Invented said: {F}",
    f"J. Invented said: {F}",
    f"JOHN INVENTED said: {F}",
    f"{F} said John Invented.",
    f"{F} John Invented said.",
    f"{F} \u2013 John Invented",
    f"{F} (John Invented)",
    f"{F} according to John Invented.",
    f"Dorset Police was asked.\n\nJohn Invented said: {F}",
    f"Dorset Police was asked.\n\nSupt Jane Doe told us: {F}",
    f"Dorset Police was asked.\n\nAccording to John Invented: {F}",
    f"Dorset Police was asked.\n\nInvented added: {F}",
    f"Dorset Police was asked.\n\n{F} said John Invented.",
    f"Dorset Police was asked. {F} said Invented.",
    f"Dorset Police was asked. {F} John Invented told us.",
    f"John Invented met Dorset Police.\n\n{F}",
    f"John Invented met Dorset Police.\n\nHe said: {F}",
    f"Dorset Police was asked. John Invented was there.\n\nHe said: {F}",
    f"Dorset Police was asked.\n\nHe said: {F}",
    f"Dorset Police was asked.\n\nA neighbour said: {F}",
    f"Dorset Police was asked.\n\nCritics said: {F}",
    f"Dorset Police was asked.\n\nSources close to the force said: {F}",
    f"Dorset Police was asked.\n\n{F} said a source.",
    f"Dorset Police was asked.\n\n\u00c9ric \u00c9tienne said: {F}",
    f"A Dorset Police spokesperson said: {F} said John Invented.",
    f"A Dorset Police spokesperson said: {F} \u2013 Jane Doe",
    # another's of the same body, or under its name
    f"John Invented of Dorset Police said: {F}",
    f"John Invented, Dorset Police, said: {F}",
    f"Dorset Police's John Invented said: {F}",
    f"Dorset Police superintendent Jane Doe said: {F}",
    f"A Dorset Police spokesperson, Jane Doe, said: {F}",
    f"An officer at Dorset Police said: {F}",
    f"{F} said Jane Doe of Dorset Police.",
    f"{F} said Dorset Police superintendent Jane Doe.",
    f"Test Robert Speaker, of Dorset Police, said: {F}",
    f"A Dorset Police spokesperson met Test Robert Speaker, who said: {F}",
    f"A spokesperson for the Dorset Police Federation of Test Organisation said: {F}",
    f"The Dorset Police Federation said: {F}",
    f"North Dorset Police said: {F}",
    f"A former Dorset Police spokesperson said: {F}",
    f"A senior Dorset Police source said: {F}",
    f"As Jane Doe of Dorset Police put it: {F}",
    f"Dorset Police, John Invented said: {F}",
    f"In the words of Jane Doe: {F}",
    f"John Invented: {F}",
    f"Dorset Police was asked.\n\nIn the words of Jane Doe: {F}",
    f"Dorset Police was asked.\n\n{F} Jane Doe, a superintendent, was clear.",
    # said to the speaker, or about it
    f"John Invented told Dorset Police: {F}",
    f"A dealer told Dorset Police: {F}",
    f"{F} a dealer told Dorset Police.",
    f"A Home Office spokesperson told Dorset Police: {F}",
    f"{F} said the Home Office of Dorset Police.",
    f"Dorset Police said nothing, but Cleveland Police said: {F}",
    f"Dorset Police said John Invented said: {F}",
    # a person's in another's mouth
    f"A Test Organisation spokesperson said: {N}",
    f"Robert One said: {N}",
    f"Test Speaker One Junior said: {N}",
    f"John Invented said: {N}",
    f"John Invented told Test Speaker One: {N}",
    f"John Invented, who knows Test Speaker One, said: {N}",
    f"A friend of Test Speaker One said: {N}",
    f"Test Speaker One met a dealer, who said: {N}",
    f"{N} said a friend of Test Speaker One.",
    f"{N} said John Invented, of the Test Organisation.",
    f"Test Speaker One met John Invented.\n\nHe said: {N}",
    f"Test Speaker One left. Jane Doe stayed.\n\nShe said: {N}",
    f"John Invented spoke of {P}.",
    f"The Test Organisation spoke of John Invented's {P}.",
]


@pytest.mark.parametrize(
    ("copy", "expected"), [*((each, True) for each in GIVEN), *((each, False) for each in NOT_GIVEN)]
)
def test_words_are_their_speaker_s_and_nobody_else_s(
    dorset: Draft, contacts: Contacts, dataset: Dataset, copy: str, *, expected: bool
) -> None:
    """Before the words, behind them, in the paragraph before, by name, in short or by a pronoun."""
    read = Read(dorset, holding(contacts, *SAID), dataset, ("Test headline", "Test paragraph.", *copy.split("\n\n")))

    assert expected == all(read.named()), copy


@pytest.mark.parametrize(("headline", "expected"), [(N, True), (f"{N} \u2013 John Invented", False)])
def test_a_headline_may_leave_the_name_to_the_body(
    dorset: Draft, contacts: Contacts, dataset: Dataset, headline: str, *, expected: bool
) -> None:
    """But may not give the words to somebody else."""
    read = Read(dorset, holding(contacts, *SAID), dataset, (headline, f"Test Speaker One said: {N}"))

    assert [expected, True] == read.named()
