"""Matching: a quote stands where it was meant for, and nowhere else."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from bank import AT, COUNTRY, DORSET, a_quote, an_entry, holding

from storygen.model.contacts import Contacts
from storygen.model.plan import StoryPlan
from storygen.model.quote import Quote, Rights, Scope
from storygen.quoting import answered

Stories = dict[str, StoryPlan]
LATER = AT + timedelta(days=1)


def stands_in(
    stories: Stories, contacts: Contacts, *quotes: Quote, house: str = "regional", now: datetime | None = LATER
) -> list[str]:
    """The areas whose stories hold any of some quotes."""
    made = answered(stories.values(), holding(contacts, *quotes), house=house, now=now)
    return [plan.area.slug for plan in made if plan.quotes]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"scope": replace(DORSET, drugs=("heroin",), direction="rise", angles=("highest-rate",))},
        {"embargo_until": LATER},
        {"expires_on": LATER.date()},
        {"rights": Rights(exclusive_to="regional")},
    ],
)
def test_a_quote_that_fits_stands(stories: Stories, contacts: Contacts, told: dict[str, Any]) -> None:
    """Each condition at its edge: so a planted one below is kept out by that condition alone."""
    assert ["dorset"] == stands_in(stories, contacts, a_quote(**told))


PLANTED: dict[str, dict[str, Any]] = {
    "embargoed": {"embargo_until": LATER + timedelta(seconds=1)},
    "expired": {"expires_on": LATER.date() - timedelta(days=1)},
    "of another force": {"scope": Scope(level="force", forces=("lancashire",))},
    "of another region": {"scope": Scope(level="region", regions=("no such region",))},
    "of another direction": {"scope": replace(DORSET, direction="fall")},
    "on another drug": {"scope": replace(DORSET, drugs=("lsd",))},
    "for another angle": {"scope": replace(DORSET, angles=("lowest-rate",))},
    "about another year": {"data_year": "2017-18"},
    "on another release": {"release": "test"},
    "by one force on all": {"scope": COUNTRY},
    "by one force on a region": {"scope": Scope(level="region", regions=("the South West",))},
    "exclusive to another house": {"rights": Rights(exclusive_to="evening")},
    "not to be used": {"rights": Rights(reuse="no")},
    "to be asked about": {"rights": Rights(reuse="ask")},
}


@pytest.mark.parametrize("why", PLANTED)
def test_a_planted_quote_never_appears(stories: Stories, contacts: Contacts, why: str) -> None:
    """Embargoed, expired, of the wrong force, direction, drug or year, exclusive or not ours: in no story at all."""
    assert [] == stands_in(stories, contacts, a_quote(**PLANTED[why]))


@pytest.mark.parametrize("told", [{"embargo_until": AT}, {"expires_on": date(2999, 1, 1)}])
def test_without_a_time_none_has_come(stories: Stories, contacts: Contacts, told: dict[str, Any]) -> None:
    """Whoever does not say what time it is gets nothing that depends on it."""
    assert [] == stands_in(stories, contacts, a_quote(**told), now=None)


def test_a_national_rise_follows_no_local_fall(stories: Stories, contacts: Contacts) -> None:
    """It goes to the strongest story in which everything that moved went up."""
    rise = a_quote(voice="npcc", scope=replace(COUNTRY, direction="rise"))

    (area,) = stands_in(stories, contacts, rise)

    lead, angles = stories[area].lead, stories[area].angles
    assert lead
    assert angles
    assert angles.total
    assert lead.fact.rose
    assert not angles.total.fell


def test_a_quote_stands_once_in_a_title(stories: Stories, contacts: Contacts) -> None:
    """In the story with the highest news value of all it fits, whichever order they come in."""
    national = a_quote(voice="npcc", scope=COUNTRY)
    turned = dict(reversed(stories.items()))

    assert ["sussex"] == stands_in(stories, contacts, national) == stands_in(turned, contacts, national)


def test_the_nearest_and_newest_of_several_is_heard(stories: Stories, contacts: Contacts) -> None:
    """A force's own before its region's, today's before yesterday's; the other has no place left."""
    older = a_quote("Test one.")
    newer = a_quote("Test two.", at=AT + timedelta(hours=1))
    (plan,) = answered([stories["dorset"]], holding(contacts, older, newer), house="regional", now=LATER)

    assert (newer,) == plan.quotes

    region = Scope(level="region", regions=("the South West",))
    wide, wider = (a_quote(voice="npcc", at=LATER, scope=scope) for scope in (region, COUNTRY))
    (plan,) = answered([stories["dorset"]], holding(contacts, wider, wide), house="regional", now=LATER)

    assert (wide,) == plan.quotes


def test_asked_for_and_approved_it_may_be_used(stories: Stories, contacts: Contacts) -> None:
    """`reuse: ask` waits for an approval in the log."""
    quote = a_quote(rights=Rights(reuse="ask"))
    approved = an_entry("approved", quote=quote.id)
    (plan,) = answered([stories["dorset"]], holding(contacts, quote, log=(approved,)), house="regional")

    assert (quote,) == plan.quotes


@pytest.mark.parametrize("other", [{"data_year": "2017-18"}, {"release": "test"}])
def test_words_on_other_figures_stand_once_somebody_approves_them_for_these(
    stories: Stories, contacts: Contacts, other: dict[str, Any]
) -> None:
    """An approval for the year they were said about is none for this one."""
    quote = a_quote(**other)
    now, then = an_entry("approved", quote=quote.id), an_entry("approved", quote=quote.id)
    for log, quotes in (((replace(then, edition="2017-18"),), ()), ((now,), (quote,))):
        (plan,) = answered([stories["dorset"]], holding(contacts, quote, log=log), house="regional")
        assert quotes == plan.quotes


def test_a_voice_nobody_waited_for_is_heard(stories: Stories, contacts: Contacts) -> None:
    """If a council did speak, there is a place for it; no other story keeps one open."""
    quote = a_quote(voice="council")
    before = len(stories["dorset"].open_slots)
    (plan,) = answered([stories["dorset"]], holding(contacts, quote), house="regional")

    assert ((quote,), before) == (plan.quotes, len(plan.open_slots))


def test_the_stories_of_others_are_as_they_were(stories: Stories, contacts: Contacts) -> None:
    """What one force said changes nothing anywhere else, but for how the slots stand."""
    made = answered(stories.values(), holding(contacts, a_quote()), house="regional", now=LATER)

    for plan in made:
        if plan.area.slug != "dorset":
            before = [(each.role, each.wording, each.section) for each in stories[plan.area.slug].passages]
            assert before == [(each.role, each.wording, each.section) for each in plan.passages]
