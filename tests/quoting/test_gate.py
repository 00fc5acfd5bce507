"""The gate: what is not ready goes to no reader."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from bank import AT, a_quote, an_entry, holding

from storygen.errors import UsageError
from storygen.model.contacts import Contacts, Entry
from storygen.model.copy import EDITOR, Copy, Finding, Verdict
from storygen.model.dataset import Dataset
from storygen.model.plan import StoryPlan
from storygen.model.quote import Quote
from storygen.paths import wordings_of
from storygen.proofing import proof
from storygen.publishing import readers_draft
from storygen.quoting import answered
from storygen.style import Stylebook
from storygen.writing import Desk, open_desk, write

Stories = dict[str, StoryPlan]
DUE = AT + timedelta(days=4)
QUOTE = a_quote()
APPROVED = an_entry("approved", quote=QUOTE.id)
SENT = an_entry("sent", to="press@force.example", deadline=DUE)
CHASED = an_entry("chased", AT + timedelta(days=1))
ASIDE = tuple(an_entry("set-aside", voice=voice, reason="Test reason.") for voice in ("treatment_charity", "npcc"))
CHARITY, CHIEFS = (an_entry("declined", organisation=body, area="") for body in ("change-grow-live", "npcc"))


class Room:
    """A story with what was said and logged, written and proofed."""

    def __init__(self, plan: StoryPlan, contacts: Contacts, desk: Desk, dataset: Dataset) -> None:
        """Take the story as it is before anybody has answered."""
        self._plan, self._contacts, self._desk, self._dataset = plan, contacts, desk, dataset

    def at(self, desk: Desk) -> "Room":
        """The same story, written at another desk."""
        return Room(self._plan, self._contacts, desk, self._dataset)

    def copy(self, log: Sequence[Entry] = (), quotes: Sequence[Quote] = ()) -> Copy:
        """The copy, a while after the deadline."""
        contacts = holding(self._contacts, *quotes, log=tuple(log))
        (plan,) = answered([self._plan], contacts, house="regional", now=DUE + timedelta(hours=1))
        return proof(write(plan, self._desk), self._dataset, quotes)


@pytest.fixture(scope="session")
def room(stories: Stories, contacts: Contacts, desk: Desk, dataset: Dataset) -> Room:
    """Dorset's story, which must have its force and wants two voices more."""
    return Room(stories["dorset"], contacts, desk, dataset)


@pytest.mark.parametrize(
    ("log", "quotes", "verdict"),
    [
        ([], [], Verdict.DRAFT),
        ([], [QUOTE], Verdict.DRAFT),  # nobody has put their name to it
        ([APPROVED], [QUOTE], Verdict.DRAFT),  # two voices are still wanted
        ([APPROVED, ASIDE[0]], [QUOTE], Verdict.DRAFT),  # one is
        (ASIDE, [], Verdict.DRAFT),  # nobody may do without the force
        (ASIDE, [QUOTE], Verdict.DRAFT),  # it has answered, and no editor has read that
        ([APPROVED, *ASIDE], [QUOTE], Verdict.READY),
        ([APPROVED, ASIDE[0], CHIEFS], [QUOTE], Verdict.READY),
        ([APPROVED, CHARITY, CHIEFS], [QUOTE], Verdict.READY),
        ([APPROVED, *ASIDE, replace(ASIDE[0], event="restored", at=AT + timedelta(hours=1))], [QUOTE], Verdict.DRAFT),
        ([APPROVED, *(replace(each, area="kent") for each in ASIDE)], [QUOTE], Verdict.DRAFT),
        ([APPROVED, *(replace(each, area="dorset") for each in ASIDE)], [QUOTE], Verdict.READY),
        ([APPROVED, *(replace(each, edition="2017-18") for each in ASIDE)], [QUOTE], Verdict.DRAFT),
        ([APPROVED, *(replace(each, at=DUE + timedelta(days=1)) for each in ASIDE)], [QUOTE], Verdict.DRAFT),
        ([*ASIDE, replace(SENT, event="prepared")], [], Verdict.DRAFT),  # written, never sent
        ([*ASIDE, replace(SENT, deadline=DUE + timedelta(days=1))], [], Verdict.DRAFT),  # there is still time
        ([*ASIDE, SENT], [], Verdict.READY),
        ([*ASIDE, SENT, CHASED], [], Verdict.READY),
        ([*ASIDE, an_entry("declined")], [], Verdict.READY),
        ([*ASIDE, an_entry("set-aside", voice="force_spokesperson", reason="Test reason.")], [], Verdict.DRAFT),
    ],
)
def test_a_story_is_ready_once_no_place_in_it_stands_open(
    room: Room, log: Sequence[Entry], quotes: list[Quote], verdict: Verdict
) -> None:
    """Heard and approved, closed by the log or, where a voice is only wanted, set aside: and its count is nought."""
    copy = room.copy(log, quotes)

    assert verdict is copy.verdict
    assert () == copy.findings
    assert (verdict is Verdict.READY) == (not copy.objections)
    assert not (verdict is Verdict.READY and (copy.draft.plan.open_slots or copy.draft.of_role("quote")))


@pytest.mark.parametrize("places", [1, 3])
def test_a_place_for_a_link_stands_open_like_any_other(room: Room, desk: Desk, dataset: Dataset, places: int) -> None:
    """Only a person can fill it; the name in the disclosure is that of whoever approves the story, and no hole."""
    house = replace(desk.stylebook.house, read_more=places)
    links = open_desk(dataset.topic, Stylebook(house), wordings_of(dataset.topic.name))
    log = [APPROVED, *ASIDE]

    copy = room.at(links).copy(log, [QUOTE])

    assert Verdict.DRAFT is copy.verdict
    assert places == len(copy.objections)
    assert all(each.startswith("[READ MORE: ") for each in copy.objections)
    assert EDITOR.search(room.copy(log, [QUOTE]).draft.of_role("disclosure")[0].text)


def test_words_that_look_like_an_open_place_are_words(room: Room) -> None:
    """Nobody's quote is a hole in the story."""
    quote = a_quote("[QUOTE NEEDED: Test – a test]")

    assert Verdict.READY is room.copy([an_entry("approved", quote=quote.id), *ASIDE], [quote]).verdict


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([SENT], "Dorset Police was approached for comment."),
        ([SENT, CHASED], "Dorset Police had not responded by the time of publication."),
        ([an_entry("declined")], "Dorset Police declined to comment."),
    ],
)
def test_what_is_said_of_silence_is_what_the_log_bears_out(room: Room, log: list[Entry], words: str) -> None:
    """And no other of the phrases is printed."""
    assert [words] == [paragraph.text for paragraph in room.copy(log).draft.of_role("voice")]


@pytest.mark.parametrize("log", [[], [CHASED], [replace(SENT, area="kent"), replace(CHASED, area="kent")]])
def test_without_a_request_nobody_failed_to_respond(room: Room, log: list[Entry]) -> None:
    """The slot stays open."""
    draft = room.copy(log).draft

    assert () == draft.of_role("voice")
    assert 3 == len(draft.plan.open_slots)


def test_readers_get_nothing_that_is_not_ready(room: Room) -> None:
    """A draft is refused with what it waits for, a held one with what was found."""
    held = replace(
        room.copy([SENT, *ASIDE]), findings=(Finding(rule="R01", paragraph=1, words="", message="Test finding."),)
    )

    with pytest.raises(UsageError, match=r"Dorset Police is draft, not ready.*: no answer from press office; no"):
        readers_draft(room.copy())
    with pytest.raises(UsageError, match=r"Dorset Police is held, not ready.*Test finding"):
        readers_draft(held)


def test_readers_get_the_story_and_none_of_the_editors_part(room: Room) -> None:
    """No open slot, no question, no other headline; every other paragraph as it was."""
    copy = room.copy([APPROVED, *ASIDE], [QUOTE])

    theirs = readers_draft(copy)

    assert not any("QUOTE NEEDED" in each.text for each in theirs.paragraphs)
    assert {"offer", "ask"} == {each.role for each in copy.draft.paragraphs} - {each.role for each in theirs.paragraphs}
    assert any(QUOTE.text[0] in each.text for each in theirs.paragraphs)


def test_a_question_sheet_is_never_ready(stories: Stories, contacts: Contacts, desk: Desk, dataset: Dataset) -> None:
    """Whatever the force answers, somebody has to write the story first."""
    declined = replace(an_entry("declined"), area="lancashire")

    assert Verdict.DRAFT is Room(stories["lancashire"], contacts, desk, dataset).copy([declined]).verdict
