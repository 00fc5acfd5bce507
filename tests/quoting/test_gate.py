"""The gate: what is not ready goes to no reader."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from bank import AT, a_quote, an_entry, holding

from storygen.errors import UsageError
from storygen.model.copy import Copy, Finding, Verdict
from storygen.model.dataset import Dataset
from storygen.model.plan import StoryPlan
from storygen.model.quote import Contacts, Entry, Quote
from storygen.proofing import proof
from storygen.publishing import readers_draft
from storygen.quoting import answered
from storygen.writing import Desk, write

Stories = dict[str, StoryPlan]
DUE = AT + timedelta(days=4)
QUOTE = a_quote()
APPROVED = an_entry("approved", quote=QUOTE.id)
SENT = an_entry("sent", to="press@force.example", deadline=DUE)
CHASED = an_entry("chased", AT + timedelta(days=1))


class Room:
    """A story with what was said and logged, written and proofed."""

    def __init__(self, plan: StoryPlan, contacts: Contacts, desk: Desk, dataset: Dataset) -> None:
        """Take the story as it is before anybody has answered."""
        self._plan, self._contacts, self._desk, self._dataset = plan, contacts, desk, dataset

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
        ([APPROVED], [QUOTE], Verdict.READY),
        ([replace(SENT, event="prepared")], [], Verdict.DRAFT),  # written, never sent
        ([replace(SENT, deadline=DUE + timedelta(days=1))], [], Verdict.DRAFT),  # there is still time
        ([SENT], [], Verdict.READY),
        ([SENT, CHASED], [], Verdict.READY),
        ([an_entry("declined")], [], Verdict.READY),
    ],
)
def test_a_story_is_ready_when_every_voice_it_must_have_is_settled(
    room: Room, log: list[Entry], quotes: list[Quote], verdict: Verdict
) -> None:
    """Heard and approved, or a request logged and its deadline past; voices that are only wanted hold nothing up."""
    copy = room.copy(log, quotes)

    assert verdict is copy.verdict
    assert () == copy.findings


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
    held = replace(room.copy([SENT]), findings=(Finding(rule="R01", paragraph=1, words="", message="Test finding."),))

    with pytest.raises(UsageError, match=r"Dorset Police is draft, not ready.*it waits for press office"):
        readers_draft(room.copy())
    with pytest.raises(UsageError, match=r"Dorset Police is held, not ready.*Test finding"):
        readers_draft(held)


def test_readers_get_the_story_and_none_of_the_editors_part(room: Room) -> None:
    """No open slot, no question, no other headline; every other paragraph as it was."""
    copy = room.copy([APPROVED], [QUOTE])

    theirs = readers_draft(copy)

    assert not any("QUOTE NEEDED" in each.text for each in theirs.paragraphs)
    assert {"offer", "ask", "quote"} == {each.role for each in copy.draft.paragraphs} - {
        each.role for each in theirs.paragraphs
    }
    assert any(QUOTE.text[0] in each.text for each in theirs.paragraphs)


def test_a_question_sheet_is_never_ready(stories: Stories, contacts: Contacts, desk: Desk, dataset: Dataset) -> None:
    """Whatever the force answers, somebody has to write the story first."""
    declined = replace(an_entry("declined"), area="lancashire")

    assert Verdict.DRAFT is Room(stories["lancashire"], contacts, desk, dataset).copy([declined]).verdict
