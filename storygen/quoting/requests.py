"""Requests: a letter for each force, and one for each national body, with the facts as the draft has them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from storygen.model.copy import Copy
from storygen.model.draft import Draft
from storygen.model.plan import Form, Slot
from storygen.model.quote import Contacts, Organisation, Status
from storygen.model.request import Asked, Request
from storygen.quoting.hours import deadline_after
from storygen.quoting.standing import called

FACTS = {"lead", "evidence", "rate", "rival", "number", "second", "total", "benchmark", "unidentified", "local", "why"}
NATIONAL_FACTS = {"lead", "evidence", "national"}
TO_SEND = 24  # working hours until a letter that is written has been sent
NOT_ASKED = {Status.EMPTY, Status.PREPARED}


def requests(
    copies: Sequence[Copy], contacts: Contacts, *, at: datetime, deadline: datetime | None
) -> Iterator[Request]:
    """
    The letters that stories still need, in the order of the directory: to whoever has not been sent one.

    `at` is when they are written; without a `deadline` each gives the working hours its voices are owed, and
    a day to send it.
    """
    for body in contacts.directory.values():
        asked = [_asked(copy.draft, slot, body) for copy in copies for slot in _slots(copy.draft, body)]
        packs = {"": asked} if body.level == "national" else _by_area(asked)
        for area, stories in packs.items():
            if stories:
                hours = max(each.slot.hours for each in stories)
                yield _request(body, area, stories, deadline or deadline_after(at, hours + TO_SEND))


def _by_area(asked: Sequence[Asked]) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for each in asked:
        found.setdefault(each.draft.plan.area.slug, []).append(each)
    return found


def _request(body: Organisation, area: str, stories: Sequence[Asked], deadline: datetime) -> Request:
    plan = stories[0].draft.plan
    name = called(body, plan.area)
    return Request(
        organisation=body,
        name=name[:1].upper() + name[1:],
        to=body.addresses.get(area, "") if area else body.press,
        area=area,
        edition=plan.edition.year,
        deadline=deadline,
        stories=tuple(stories),
    )


def _slots(draft: Draft, body: Organisation) -> Iterator[Slot]:
    """The slots of a story a body may fill and has not been asked about; nobody writes to a role."""
    for slot in draft.plan.slots:
        if body.id in slot.voice.organisations and slot.is_open and slot.status in NOT_ASKED and body.level != "chosen":
            yield slot


def _asked(draft: Draft, slot: Slot, body: Organisation) -> Asked:
    roles = FACTS if body.level == "force" else NATIONAL_FACTS
    return Asked(
        draft=draft,
        slot=slot,
        facts=tuple(each for each in draft.paragraphs if each.role in roles),
        questions=tuple(_questions(draft, slot)),
    )


def _questions(draft: Draft, slot: Slot) -> Iterator[str]:
    """What the draft itself asks in the slot's place; a question sheet asks all of its questions."""
    for paragraph in draft.paragraphs:
        if draft.plan.form is Form.QUESTIONS and paragraph.role == "question":
            yield paragraph.text
        elif paragraph.role == "quote" and paragraph.wording.endswith(f"#{slot.section}"):
            yield paragraph.text.partition(": ")[2].rstrip("]")
