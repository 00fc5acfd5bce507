"""Voices: whom the stories of the newest edition wait for, and why."""

import re

import pytest
from papers import Editions

from storygen.model.angle import Tells
from storygen.model.contacts import Contacts
from storygen.model.dataset import Dataset
from storygen.model.plan import Form, StoryPlan
from storygen.model.voice import REPLY, Need, Reason
from storygen.quoting import voices_in

Stories = dict[str, StoryPlan]


def test_every_story_hears_the_force(stories: Stories) -> None:
    """Whatever else a story wants, the force is required, once."""
    for plan in stories.values():
        assert [Need.REQUIRED] == [slot.need for slot in plan.slots if slot.voice.seat == "force"]


@pytest.mark.parametrize("year", ["2018-19", "2014-15", "2011-12"])
def test_the_force_may_reply_wherever_it_is_said_to_have_fallen_far(editions: Editions, year: str) -> None:
    """Over 30 per cent, of anything the story tells of the force."""
    for copy in editions(year).values():
        plan = copy.draft.plan
        told = [each.fact for each in plan.passages if each.fact and each.fact.area == plan.area]
        falls = [fact for fact in told if fact.change and fact.change.value < -30]
        reasons = {reason for slot in plan.slots for reason in slot.reasons}
        assert bool(falls) == (Reason.LARGE_FALL in reasons) or plan.form is Form.QUESTIONS, plan.area.slug


@pytest.mark.parametrize("year", ["2018-19", "2014-15", "2011-12"])
def test_the_force_may_reply_wherever_its_number_or_rate_is_the_lowest(editions: Editions, year: str) -> None:
    """What the copy calls the lowest or the fewest of the force, headlines included."""
    says = re.compile(r"\b(?:lowest|fewest)\b(?! of the years)", re.IGNORECASE)
    by_other_words = {"above-trough", "near-record-low", "typical-year"}
    for copy in editions(year).values():
        plan = copy.draft.plan
        lines = [
            each for each in copy.draft.paragraphs if each.wording.startswith("angles/") and says.search(each.text)
        ]
        lows = [each for each in lines if each.wording[len("angles/") :].split("#")[0] not in by_other_words]
        reasons = {reason for slot in plan.slots if slot.is_reply for reason in slot.reasons}
        owed = reasons & {Reason.LOWEST, Reason.LOWEST_RATE}
        assert owed or not lows, (plan.area.slug, [each.text for each in lows])


@pytest.mark.parametrize("year", ["2018-19", "2014-15", "2011-12"])
def test_the_force_is_asked_about_the_lead_where_the_lead_itself_owes_a_reply(editions: Editions, year: str) -> None:
    """Of a low it is not asked about another; where a reply is owed to something else, the lead is named beside it."""
    asked = 0
    for copy in editions(year).values():
        plan = copy.draft.plan
        for slot in (each for each in plan.slots if each.is_reply and plan.lead):
            assert plan.lead
            assert slot.fact
            is_of_lead = slot.fact.category == plan.lead.fact.category
            assert is_of_lead == (slot.beside is None), plan.area.slug
            assert is_of_lead or Tells.LOW not in plan.lead.tells, plan.area.slug
            asked += 1

    assert asked


@pytest.mark.parametrize("year", ["2018-19", "2014-15", "2011-12"])
def test_a_low_rate_is_asked_about_as_a_rate(editions: Editions, year: str) -> None:
    """The number may have risen: only the rate is told as a low."""
    for copy in editions(year).values():
        for paragraph in copy.draft.of_role("quote"):
            assert ("-lowest-rate" in paragraph.wording) == ("gives its rate" in paragraph.text)


def test_a_question_sheet_is_itself_a_right_of_reply(stories: Stories) -> None:
    """A missing or an unlikely total is asked about before anything is written."""
    sheets = [plan for plan in stories.values() if plan.form is Form.QUESTIONS]

    assert sheets
    assert all(plan.slots[0].is_reply and not REPLY.isdisjoint(plan.slots[0].reasons) for plan in sheets)


def test_stories_want_different_voices(stories: Stories) -> None:
    """A quiet story asks the force alone; one that tells of a low hears the commissioner as well."""
    wanted = {
        area: {slot.voice.id for slot in plan.slots if slot.need is not Need.OPTIONAL} for area, plan in stories.items()
    }

    assert {"force_spokesperson"} == wanted["kent"]
    assert {"force_spokesperson", "treatment_charity", "npcc"} == wanted["dorset"]
    assert {"force_senior", "pcc", "reform_charity", "npcc"} == wanted["cleveland"]


def test_voices_are_heard_where_the_catalogue_says(stories: Stories) -> None:
    """A reply after the figures and their caveat, the country's voice after the country, the rest before the source."""
    roles = [(each.role, each.slot.voice.id if each.slot else "") for each in stories["cleveland"].passages]

    assert ("caveat", "") == roles[roles.index(("quote", "force_senior")) - 1]
    assert ("national", "") == roles[roles.index(("quote", "npcc")) - 1]
    assert ("source", "") == roles[roles.index(("quote", "reform_charity")) + 1]


def test_every_slot_says_whom_to_ring_and_what_to_ask(editions: Editions) -> None:
    """Unmistakable, and free of any number that is not traced."""
    for copy in editions("2018-19").values():
        for paragraph in copy.draft.of_role("quote"):
            assert re.fullmatch(r"\[QUOTE NEEDED: .+ – .+\]", paragraph.text)
        assert () == copy.findings


def test_the_office_asked_about_priorities_is_the_one_the_area_has(contacts: Contacts, dataset: Dataset) -> None:
    """The City of London has no commissioner, and in London and in some cities a mayor's office does the work."""
    expected = {
        "city-of-london": "the City of London Corporation",
        "metropolitan-police": "the Mayor's Office for Policing and Crime",
        "greater-manchester": "the Mayor of Greater Manchester",
        "west-yorkshire": "the Mayor of West Yorkshire",
        "kent": "the police and crime commissioner for Kent",
    }

    there = {area.slug: voices_in(area, contacts) for area in dataset.stories}

    assert expected == {slug: next(each.who for each in there[slug] if each.id == "pcc") for slug in expected}
