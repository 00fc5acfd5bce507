"""Answer: planned stories, with what was really said set in its place and every slot's standing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from storygen.model.contacts import CLOSED, Contacts
from storygen.model.plan import Form, Passage, Slot, StoryPlan, asking, in_place
from storygen.model.quote import Quote
from storygen.model.voice import Heard, Need, Reason
from storygen.quoting.filling import filled
from storygen.quoting.matching import Case, Title, seat_for, why_not
from storygen.quoting.setting import set_quote

VOICES = {"quote", "voice"}
BREADTH = {"force": 0, "region": 1, "national": 2}
READING = tuple(Heard)
"""Where voices are heard, in the order of a story."""


def answered(
    plans: Iterable[StoryPlan], contacts: Contacts, *, house: str, now: datetime | None = None
) -> Iterator[StoryPlan]:
    """
    The plans with every quote that fits, each in one story at most, and every slot as the log says it stands.

    A quote that fits several stories goes to the one with the highest news value, so all that may have it must be
    among the plans. `house` is the title; `now` decides about embargoes, expiry and deadlines, and where it is None no
    time counts as reached. Without quotes or log the plans come through one by one.
    """
    if not contacts.quotes and not contacts.log:
        yield from plans
        return
    stories = list(plans)
    given = assigned(stories, contacts, Title(house=house, now=now))
    for plan in stories:
        yield _answered(plan, given.get(plan.area.slug, {}), contacts, now)


def assigned(plans: Sequence[StoryPlan], contacts: Contacts, title: Title) -> Mapping[str, Mapping[str, Quote]]:
    """Which quote stands where: by area, then by seat; the nearest to the story and the newest first."""
    given: dict[str, dict[str, Quote]] = {}
    for quote in sorted(contacts.quotes, key=_nearest_first):
        seat = contacts.seat_of(quote)
        free = [plan for plan in plans if seat not in given.get(plan.area.slug, {}) and seat_for(quote, plan, contacts)]
        fitting = [plan for plan in free if not why_not(Case(quote=quote, plan=plan, title=title, contacts=contacts))]
        if fitting:
            given.setdefault(min(fitting, key=_strongest_first).area.slug, {})[seat] = quote
    return given


def _nearest_first(quote: Quote) -> tuple[int, float, str]:
    return BREADTH[quote.scope.level], -quote.obtained.at.timestamp(), quote.id


def _strongest_first(plan: StoryPlan) -> tuple[Decimal, str]:
    return -(plan.lead.score if plan.lead else Decimal(0)), plan.area.slug


def _answered(plan: StoryPlan, quotes: Mapping[str, Quote], contacts: Contacts, now: datetime | None) -> StoryPlan:
    slots = tuple(filled(plan, quotes, contacts, now))
    if plan.form is Form.QUESTIONS:
        return replace(plan, slots=slots)
    story = [passage for passage in plan.passages if passage.role not in VOICES]
    return replace(plan, slots=slots, passages=in_place(story, _passages(slots, plan.edition.year)))


def _place(slot: Slot) -> tuple[int, bool]:
    return READING.index(slot.voice.position), Reason.CRITICISM in slot.reasons


def _passages(slots: Sequence[Slot], year: str) -> Iterator[Passage]:
    """
    What stands for each slot, in the order of the story: the words, the question, or that nobody answered.

    Whoever answers criticism is heard after it.
    """
    heard: list[tuple[str, str]] = []
    for slot in sorted(slots, key=_place):
        if slot.quote:
            who = (slot.quote.speaker.name, slot.quote.speaker.organisation)
            yield from set_quote(slot.quote, slot, before=heard.count(who), year=year)
            heard.append(who)
        elif slot.is_open:
            yield from asking([slot])
        elif slot.status in CLOSED and slot.need is not Need.OPTIONAL:
            yield Passage(role="voice", wording="story/slots", section=slot.status, fact=slot.fact, slot=slot)
