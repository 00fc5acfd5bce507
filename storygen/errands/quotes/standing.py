"""Errands of looking: how every request stands, and where every quote stands or why nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from storygen.model.contacts import Status
from storygen.model.plan import StoryPlan
from storygen.model.quote import Quote
from storygen.model.voice import Need
from storygen.newsroom import plans, produce
from storygen.office import Office, Order, open_office
from storygen.quoting import Case, Title, seat_for, why_not

LATE = {Status.APPROACHED, Status.NO_REPLY}


def standings(order: Order) -> Iterator[dict[str, Any]]:
    """Every voice that the stories asked for wait for or have, and how each story stands, for a person or a program."""
    for copy in produce(open_office(order)):
        plan = copy.draft.plan
        for slot in plan.slots:
            if slot.need is not Need.OPTIONAL or slot.quote:
                yield {
                    "area": plan.area.slug,
                    "story": copy.verdict.value,
                    "voice": slot.voice.id,
                    "need": slot.need.value,
                    "is_reply": slot.is_reply,
                    "status": slot.status.value,
                    "is_open": slot.is_open,
                    "is_late": slot.status in LATE,
                    "deadline": slot.deadline.isoformat() if slot.deadline else None,
                    "quote": slot.quote.id if slot.quote else None,
                    "set_aside": slot.set_aside or None,
                }


def held(order: Order) -> Iterator[dict[str, Any]]:
    """Every quote that counts, with where it stands or why it stands nowhere; then those that do not count."""
    office = open_office(replace(order, areas=()))
    stories = tuple(plans(office))
    for quote in office.contacts.quotes:
        stands = [plan.area.slug for plan in stories if quote in plan.quotes]
        yield {
            "quote": quote.id,
            "voice": quote.voice,
            "speaker": quote.speaker.name or quote.speaker.organisation,
            "is_approved": office.contacts.is_approved(quote, office.edition),
            "stands_in": stands,
            "why_not": [] if stands else _reasons(quote, stories, office),
        }
    for name in office.contacts.uncounted:
        reason = "it was withdrawn, or the log does not say that it was added"
        yield {"quote": name, "voice": "", "speaker": "", "is_approved": False, "stands_in": [], "why_not": [reason]}


def _reasons(quote: Quote, stories: Sequence[StoryPlan], office: Office) -> list[str]:
    """Why no story has a quote: what is said of the stories it is about, else of any."""
    title = Title(house=office.desk.stylebook.house.name, now=office.now)
    near = [plan for plan in stories if plan.area.slug in quote.scope.forces] or stories
    found = (_reason(Case(quote=quote, plan=plan, title=title, contacts=office.contacts)) for plan in near)
    return list(dict.fromkeys(found))


def _reason(case: Case) -> str:
    if reason := why_not(case):
        return reason
    has_place = seat_for(case.quote, case.plan, case.contacts)
    return "another quote stands in its place" if has_place else "the story has no place for its voice"
