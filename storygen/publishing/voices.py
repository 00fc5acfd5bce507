"""The editor's list of a story's voices: whom to ask and why, and of what was said, who said it how and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from storygen.model.contacts import Status
from storygen.model.plan import Slot, StoryPlan
from storygen.model.quote import Quote
from storygen.model.voice import Need
from storygen.publishing.letters import moment

ASKED = {Status.REQUESTED, Status.CHASED}
UNSENT = {Status.EMPTY, Status.PREPARED}  # a letter that lies here changes no draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table of voices."""

    who: str
    need: str
    why: str
    hours: int
    max_words: int
    status: str


def voice_lines(plan: StoryPlan) -> Iterator[Line]:
    """A row for every voice the story waits for or has."""
    for slot in plan.slots:
        if slot.need is not Need.OPTIONAL or slot.quote:
            yield Line(
                who=slot.voice.who,
                need="right of reply" if slot.is_reply else slot.need.value,
                why=", ".join(slot.reasons),
                hours=slot.hours,
                max_words=slot.voice.max_words,
                status=_status(slot),
            )


def _status(slot: Slot) -> str:
    """How far a voice has come; of one that is asked, by when it is to answer."""
    if slot.status in UNSENT:
        return "open"
    due = f", due {moment(slot.deadline)}" if slot.deadline and slot.status in ASKED else ""
    return f"{slot.status.replace('_', ' ')}{due}"


def provenance(plan: StoryPlan) -> Iterator[str]:
    """Where each quote in the story comes from (manual Q9), and who did without which voice, and why."""
    for slot in plan.slots:
        if slot.quote:
            yield "; ".join(_provenance(slot.quote, slot))
        elif slot.set_aside:
            yield f"{slot.voice.who}: set aside {slot.set_aside}"


def _provenance(quote: Quote, slot: Slot) -> Iterator[str]:
    speaker, got = quote.speaker, quote.obtained
    who = " ".join(filter(None, (speaker.rank, speaker.name))) or "a spokesperson"
    yield f"{quote.id}: {who}, {speaker.organisation}"
    yield f"by {got.method}, {got.at.isoformat()}, obtained by {got.by}"
    yield f"evidence: {got.evidence}"
    yield slot.status
    if quote.partial:
        yield "a part of what was said, chosen by a person"
    if quote.hides:
        yield "holds characters that cannot be seen, such as marks of direction"
    if quote.length > slot.voice.max_words:
        yield f"{quote.length:,} words, where {slot.voice.max_words} are wanted"
    if quote.rights.agency:
        yield f"credit {quote.rights.agency}"
