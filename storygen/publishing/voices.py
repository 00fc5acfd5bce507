"""The editor's list of a story's voices: whom to ask and why, and of what was said, who said it how and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from storygen.model.plan import StoryPlan
from storygen.model.quote import Need, Quote, Status

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
                status="open" if slot.status in UNSENT else slot.status.replace("_", " "),
            )


def provenance(plan: StoryPlan) -> Iterator[str]:
    """Where each quote in the story comes from (manual Q9)."""
    for slot in plan.slots:
        if slot.quote:
            yield _provenance(slot.quote, slot.status)


def _provenance(quote: Quote, status: str) -> str:
    speaker, got = quote.speaker, quote.obtained
    who = " ".join(filter(None, (speaker.rank, speaker.name))) or "a spokesperson"
    agency = f"; credit {quote.rights.agency}" if quote.rights.agency else ""
    return (
        f"{quote.id}: {who}, {speaker.organisation}; by {got.method}, {got.at.isoformat()}, obtained by {got.by}; "
        f"evidence: {got.evidence}; {status}{agency}"
    )
