"""Answer: planned stories, with what was really said set in its place and every slot's standing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from storygen.model.plan import Form, Passage, Slot, StoryPlan, asking, in_place
from storygen.model.quote import CLOSED, Contacts, Need, Quote, Reason, Status
from storygen.quoting.matching import Case, Title, seat_for, why_not
from storygen.quoting.setting import set_quote
from storygen.quoting.standing import standing

VOICES = {"quote", "voice"}
BREADTH = {"force": 0, "region": 1, "national": 2}


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
    filled = [_filled(slot, quotes.get(slot.voice.seat), plan, contacts, now) for slot in plan.slots]
    slots = tuple(_with_criticism(filled))
    if plan.form is Form.QUESTIONS:
        return replace(plan, slots=slots)
    story = [passage for passage in plan.passages if passage.role not in VOICES]
    return replace(plan, slots=slots, passages=in_place(story, _passages(slots)))


def _filled(slot: Slot, quote: Quote | None, plan: StoryPlan, contacts: Contacts, now: datetime | None) -> Slot:
    if quote:
        status = Status.APPROVED if contacts.is_approved(quote) else Status.RECEIVED
        voice = next(voice for voice in contacts.voices if voice.id == quote.voice)
        return replace(slot, voice=voice, quote=quote, status=status)
    found = standing(slot, plan, contacts, now)
    return replace(slot, status=found.status, party=found.party, deadline=found.deadline)


def _with_criticism(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Where a critic is quoted the force has a right of reply, and is asked for that (manual Q6)."""
    is_criticised = any(slot.quote and slot.voice.is_critic for slot in slots)
    for slot in slots:
        if is_criticised and slot.need is Need.REQUIRED and not slot.is_reply:
            section = f"{slot.voice.ask_reply}-{Reason.CRITICISM}" if slot.voice.ask_reply else slot.section
            yield replace(slot, reasons=(Reason.CRITICISM, *slot.reasons), section=section)
        else:
            yield slot


def _passages(slots: Sequence[Slot]) -> Iterator[Passage]:
    """What stands for each slot: the words, the question, or that nobody answered."""
    heard: list[str] = []
    for slot in slots:
        if slot.quote:
            name = slot.quote.speaker.name
            yield from set_quote(slot.quote, slot, heard.count(name))
            heard.append(name)
        elif slot.is_open:
            yield from asking([slot])
        elif slot.status in CLOSED and slot.need is not Need.OPTIONAL:
            yield Passage(role="voice", wording="story/slots", section=slot.status, fact=slot.fact, slot=slot)
