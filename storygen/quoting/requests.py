"""Requests: a letter for each force, and one for each national body, with the facts as the draft has them."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from storygen.model.contacts import Contacts, Status
from storygen.model.copy import Copy
from storygen.model.draft import Draft, Paragraph
from storygen.model.plan import Form, Slot
from storygen.model.request import Asked, Request
from storygen.model.voice import Organisation
from storygen.quoting.hours import deadline_after
from storygen.quoting.standing import called

FACTS = {"lead", "evidence", "rate", "rival", "number", "second", "total", "benchmark", "unidentified", "local", "why"}
NATIONAL_FACTS = {"lead", "evidence", "national"}
TO_SEND = 24  # working hours until a letter that is written has been sent
_DASH = re.compile(" [–—] ")
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
    return Request(
        organisation=body,
        name=called(body, plan.area),
        to=body.address(area),
        area=area,
        edition=plan.edition.year,
        deadline=deadline,
        stories=tuple(stories),
    )


def _slots(draft: Draft, body: Organisation) -> Iterator[Slot]:
    """The slots of a story a body may fill and has not been asked about; nobody writes to a role."""
    for slot in draft.plan.slots:
        if body.id in slot.voice.organisations and slot.is_open and slot.status in NOT_ASKED and not body.is_role:
            yield slot


def _asked(draft: Draft, slot: Slot, body: Organisation) -> Asked:
    roles = FACTS if body.level == "force" else NATIONAL_FACTS
    return Asked(
        draft=draft,
        slot=slot,
        facts=tuple(each for each in draft.paragraphs if each.role in roles),
        series=draft.of_role("series"),
        criticism=tuple(_criticism(draft)) if slot.is_reply else (),
        questions=tuple(_questions(draft, slot)),
    )


def _questions(draft: Draft, slot: Slot) -> Iterator[str]:
    """What the draft itself asks in the slot's place; a question sheet asks all of its questions."""
    for paragraph in draft.paragraphs:
        if draft.plan.form is Form.QUESTIONS and paragraph.role == "question":
            yield paragraph.text
        elif paragraph.role == "quote" and paragraph.wording.endswith(f"#{slot.section}"):
            yield _comment_on(paragraph.text, slot.voice.who)


def _comment_on(asked: str, who: str) -> str:
    """What a slot asks, without whom it tells the editor to ring; the house sets the dash between them as it likes."""
    whole = asked.removeprefix("[").removesuffix("]").partition(": ")[2]
    dashed = _DASH.split(whole, maxsplit=1)[1:]
    return dashed[0] if dashed else whole.partition(who)[2].partition(", ")[2] or whole


def _criticism(draft: Draft) -> Iterator[Paragraph]:
    """What critics say in the story: nobody can answer what they have not been told (manual Q5)."""
    said = {words for slot in draft.plan.slots if slot.quote and slot.voice.is_critic for words in slot.quote.printed}
    for paragraph in draft.of_role("voice"):
        if any(words in paragraph.text for words in said):
            yield paragraph
