"""Matching: why a quote may not stand in a story; each rule says so in the end of a sentence (manual D.3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from storygen.model.contacts import Contacts
from storygen.model.fact import Fact
from storygen.model.plan import Form, Slot, StoryPlan
from storygen.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Who prints, and when: the house, and the time, None where it is not known and so never late enough."""

    house: str
    now: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A quote beside a story it may stand in."""

    quote: Quote
    plan: StoryPlan
    title: Title
    contacts: Contacts


def why_not(case: Case) -> str | None:
    """What keeps a quote out of a story, None if nothing does."""
    return next((reason for rule in RULES if (reason := rule(case))), None)


def seat_for(quote: Quote, plan: StoryPlan, contacts: Contacts) -> Slot | None:
    """The slot of a story that a quote would fill, whichever voice of that seat the story would rather have."""
    seat = contacts.seat_of(quote)
    return next((slot for slot in plan.slots if slot.voice.seat == seat), None)


def _form(case: Case) -> str | None:
    return "there are questions for the force instead of an article" if case.plan.form is Form.QUESTIONS else None


def _edition(case: Case) -> str | None:
    """Words on other figures are out, unless somebody has put their name to them for these (manual Q4)."""
    quote, edition = case.quote, case.plan.edition
    if (quote.data_year, quote.release) == (edition.year, edition.release):
        return None
    if case.contacts.is_approved(quote, edition):
        return None
    if quote.data_year != edition.year:
        return f"it was said about {quote.data_year}"
    return "it was said about another release of these figures, and nobody has approved it for this one"


def _place(case: Case) -> str | None:
    scope, area = case.quote.scope, case.plan.area
    if scope.level != "force" and case.contacts.is_local(case.contacts.voice(case.quote.voice)):
        return "its speaker belongs to one area, and it does not say which"
    named = {"force": area.slug in scope.forces, "region": area.region in scope.regions, "national": True}
    return None if named[scope.level] else f"it was not said about {area.place}"


def _drug(case: Case) -> str | None:
    drugs, told = case.quote.scope.drugs, {fact.category.slug for fact in _told(case.plan)}
    return f"it is about {', '.join(drugs)}, which the story is not" if drugs and not told & set(drugs) else None


def _angle(case: Case) -> str | None:
    angles, lead = case.quote.scope.angles, case.plan.lead
    return "it goes with another angle" if angles and (lead is None or lead.slug not in angles) else None


def _direction(case: Case) -> str | None:
    """A word on a rise must not follow a fall: of what it is about, all that moved must have gone its way."""
    scope = case.quote.scope
    if scope.direction == "any":
        return None
    facts = [fact for fact in _told(case.plan) if not scope.drugs or fact.category.slug in scope.drugs]
    moved = {"rise" if fact.rose else "fall" for fact in facts if fact.rose or fact.fell}
    return None if moved == {scope.direction} else f"it speaks of a {scope.direction}"


def _embargo(case: Case) -> str | None:
    until, now = case.quote.embargo_until, case.title.now
    return f"it is under embargo until {until.isoformat()}" if until and (now is None or now < until) else None


def _expiry(case: Case) -> str | None:
    until, now = case.quote.expires_on, case.title.now
    return f"it expired on {until.isoformat()}" if until and (now is None or now.date() > until) else None


def _rights(case: Case) -> str | None:
    rights = case.quote.rights
    if rights.exclusive_to is not None and rights.exclusive_to != case.title.house:
        return f"it is exclusive to {rights.exclusive_to}"
    if rights.reuse == "no":
        return "it may not be used"
    if rights.reuse == "ask" and not case.contacts.is_approved(case.quote, case.plan.edition):
        return "its use has to be asked for and approved"
    return None


def _told(plan: StoryPlan) -> Iterator[Fact]:
    """What a story is about: its lead, the further angles and the total."""
    angles = [plan.lead, *plan.seconds] if plan.lead else plan.seconds
    yield from (angle.fact for angle in angles if angle)
    if plan.angles and plan.angles.total:
        yield plan.angles.total


RULES: tuple[Callable[[Case], str | None], ...] = (
    _form,
    _edition,
    _place,
    _drug,
    _angle,
    _direction,
    _embargo,
    _expiry,
    _rights,
)
