"""Standing: how far a slot has come, and whom to name, as far as the log bears it out (manual D.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from storygen.model.area import Area
from storygen.model.contacts import Contacts, Entry, Status
from storygen.model.plan import Slot, StoryPlan
from storygen.model.voice import Organisation, Voice
from storygen.quoting.hours import working_hours

HOPE = (
    Status.REQUESTED,
    Status.CHASED,
    Status.PREPARED,
    Status.EMPTY,
    Status.APPROACHED,
    Status.NO_REPLY,
    Status.DECLINED,
)
"""Of several bodies asked for one voice, the one most may still be hoped of says how it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """
    What of the log counts: nothing that lies after `now`, nor requests made before `since`.

    None is no limit; without a `now` no deadline has passed.
    """

    now: datetime | None
    since: datetime | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether an entry counts."""
        return (self.since is None or self.since <= entry.at) and (self.now is None or entry.at <= self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a request to one body has come, what the body is called, and when an answer is due."""

    status: Status
    party: str = ""
    deadline: datetime | None = None


def standing(slot: Slot, plan: StoryPlan, contacts: Contacts, span: Span) -> Standing:
    """
    How a slot without a quote stands, by what of the log counts.

    Bodies nobody has asked do not count as long as one has been.
    """
    found = [_of(body, slot, plan, contacts, span) for body in contacts.bodies_of(slot.voice)]
    begun = [each for each in found if each.status is not Status.EMPTY] or found
    return min(begun, key=lambda each: HOPE.index(each.status), default=Standing(status=Status.EMPTY))


def set_aside(slot: Slot, plan: StoryPlan, contacts: Contacts, span: Span) -> Entry | None:
    """The entry by which an editor does without a voice that a story only wants; None where it is kept open."""
    if not slot.may_be_set_aside:
        return None
    mine = [
        entry
        for entry in contacts.log
        if entry.event in {"set-aside", "restored"}
        and entry.edition == plan.edition.year
        and entry.area in {plan.area.slug, ""}
        and contacts.seat(entry.voice) == slot.voice.seat
        and (span.now is None or entry.at <= span.now)
    ]
    last = max(mine, key=lambda entry: entry.at, default=None)
    return last if last and last.event == "set-aside" else None


def called(organisation: Organisation, area: Area) -> str:
    """What a body is called in a sentence; a force's own is named after it."""
    name = organisation.names.get(area.slug, organisation.name)
    return name.replace("{force}", area.the_force).replace("{place}", area.place)


def voices_in(area: Area, contacts: Contacts) -> tuple[Voice, ...]:
    """The voices as a story of an area asks for them: a commissioner's office is not everywhere a commissioner's."""
    return tuple(replace(voice, who=_who(voice, area, contacts)) for voice in contacts.voices)


def _who(voice: Voice, area: Area, contacts: Contacts) -> str:
    """Whom to ring there: `{organisation}` is what the directory calls the first body that may speak in the voice."""
    bodies = contacts.bodies_of(voice)
    return voice.who.replace("{organisation}", called(bodies[0], area)) if bodies else voice.who


def _of(body: Organisation, slot: Slot, plan: StoryPlan, contacts: Contacts, span: Span) -> Standing:
    entries = _since_declined(sorted(filter(span.holds, _about(body, plan, contacts)), key=lambda entry: entry.at))
    asked = [entry for entry in entries if entry.event != "prepared"] or entries
    deadline = max((entry.deadline for entry in asked if entry.deadline), default=None)
    return Standing(status=_status(entries, slot, deadline, span.now), party=called(body, plan.area), deadline=deadline)


def _about(body: Organisation, plan: StoryPlan, contacts: Contacts) -> Iterator[Entry]:
    """What the log holds on a request to a body for a story: one for the whole country covers every story."""
    area = plan.area.slug if body.is_local else ""
    for entry in contacts.log:
        if (entry.organisation, entry.edition, entry.area) == (body.id, plan.edition.year, area):
            yield entry


def _since_declined(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries from the last time a body declined, which counts no more once it has been asked again."""
    last = max((number for number, entry in enumerate(entries) if entry.event == "declined"), default=0)
    again = entries[last + 1 :]
    return again if any(entry.event == "sent" for entry in again) else entries


def _status(entries: Sequence[Entry], slot: Slot, deadline: datetime | None, now: datetime | None) -> Status:
    events = {entry.event: entry for entry in reversed(entries)}  # the first of each kind
    if "declined" in events:
        return Status.DECLINED
    if "sent" not in events:
        return Status.PREPARED if "prepared" in events else Status.EMPTY
    if deadline is None or now is None or now < deadline:
        return Status.CHASED if "chased" in events else Status.REQUESTED
    # A harder word needs an address it was sent to, time enough, and a second try.
    sent = events["sent"]
    in_time = working_hours(sent.at, deadline) >= slot.hours
    is_chased = any(entry.event == "chased" and sent.at <= entry.at for entry in entries)
    return Status.NO_REPLY if sent.to and in_time and is_chased else Status.APPROACHED
