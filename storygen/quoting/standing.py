"""Standing: how far a slot has come, and whom to name, as far as the log bears it out (manual D.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from storygen.model.area import Area
from storygen.model.plan import Slot, StoryPlan
from storygen.model.quote import Contacts, Entry, Organisation, Status
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
class Standing:
    """How far a request to one body has come, what the body is called, and when an answer is due."""

    status: Status
    party: str
    deadline: datetime | None


def standing(slot: Slot, plan: StoryPlan, contacts: Contacts, now: datetime | None) -> Standing:
    """
    How a slot without a quote stands at a time; None is before any deadline.

    Bodies nobody has asked do not count as long as one has been.
    """
    asked = [contacts.directory[each] for each in slot.voice.organisations if each in contacts.directory]
    found = [_of(body, slot, plan, contacts, now) for body in asked]
    begun = [each for each in found if each.status is not Status.EMPTY] or found
    return min(
        begun, key=lambda each: HOPE.index(each.status), default=Standing(status=Status.EMPTY, party="", deadline=None)
    )


def called(organisation: Organisation, area: Area) -> str:
    """What a body is called in a sentence; a force's own is named after it."""
    name = organisation.names.get(area.slug, organisation.name)
    return name.replace("{force}", area.the_force).replace("{place}", area.place)


def _of(body: Organisation, slot: Slot, plan: StoryPlan, contacts: Contacts, now: datetime | None) -> Standing:
    entries = list(_about(body, plan, contacts))
    deadlines = [entry.deadline for entry in entries if entry.deadline]
    deadline = max(deadlines, default=None)
    return Standing(status=_status(entries, slot, deadline, now), party=called(body, plan.area), deadline=deadline)


def _about(body: Organisation, plan: StoryPlan, contacts: Contacts) -> Iterator[Entry]:
    """What the log holds on a request to a body for a story: one for the whole country covers every story."""
    area = plan.area.slug if body.level == "force" else ""
    for entry in contacts.log:
        if (entry.organisation, entry.edition, entry.area) == (body.id, plan.edition.year, area):
            yield entry


def _status(entries: list[Entry], slot: Slot, deadline: datetime | None, now: datetime | None) -> Status:
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
    is_chased = "chased" in events and sent.at <= events["chased"].at <= now
    return Status.NO_REPLY if sent.to and in_time and is_chased else Status.APPROACHED
