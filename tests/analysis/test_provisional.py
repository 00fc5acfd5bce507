"""Numbers that are not final: told as that, and no change within what a later edition may make of them."""

import pytest
from tables import an_issue, row_of, tables

from storygen.analysis import establish, find_angles, judge
from storygen.analysis.facts import Facts
from storygen.model.angle import Angles
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.plan import Brief
from storygen.planning import plan_story

REASON = "they follow a change of system"
EDITION = Edition(year="2018-19")
FALLING = [1400.0, 1300.0, 1200.0, 1100.0]


def established(now: float, *, within: float | None = 3, year: str = "2018-19") -> Facts:
    """A force whose total has gone down year by year, to this number, which is provisional."""
    issue = an_issue(effect="provisional", issue=REASON, from_year=year, to_year=year, within=within)
    counts = {"alpha": {"all": [*FALLING, now]}, "beta": {"all": [900.0] * 5}}
    return establish(tables(counts, issues=(issue,) if within is not None else ()), EDITION)


def angles_of(found: Facts) -> Angles:
    """What is judged of the force."""
    return next(each for each in judge(find_angles(found), found) if each.area.slug == "alpha")


@pytest.mark.parametrize(
    ("now", "is_unsettled"), [(1068, True), (1067, True), (1066, False), (1133, True), (1100, False)]
)
def test_a_change_within_the_revision_is_told_neither_way(now: float, *, is_unsettled: bool) -> None:
    """Up to 3 per cent of 1,100, which is 33, it is neither a rise nor a fall, ends no run and makes no record."""
    found = established(now)
    fact = angles_of(found).total

    assert fact is not None
    assert fact.is_unsettled == is_unsettled
    assert (fact.is_flat, fact.steps is None) == ((True, True) if is_unsettled else (now == 1100, now == 1100))
    assert bool(row_of(found, "alpha")["is_record_low"]) == (now == 1066)


def test_a_final_number_keeps_its_run() -> None:
    """The same small step, where nothing says that it may be revised."""
    fact = angles_of(established(1068, within=None)).total

    assert fact is not None
    assert fact.steps is not None
    assert not fact.is_unsettled
    assert 4 == int(fact.steps.value)


def test_what_the_number_is_compared_with_may_be_provisional_too() -> None:
    """Last year's revision unsettles this year's change; one of years ago does not."""
    last, older = (row_of(established(1068, year=year), "alpha")["is_unsettled"] for year in ("2017-18", "2015-16"))

    assert (True, False) == (bool(last), bool(older))


def test_readers_are_told_under_the_headline_and_by_the_third_paragraph() -> None:
    """With the reason; and the caveat still stands within the first six."""
    house = House(
        name="short", title="Short", percent="word", percent_words_up_to=0, words_up_to=9, caps_first_word=False,
        class_caps=False, dash="en", disclosure="", figures=30, paragraphs=20,
    )  # fmt: skip
    plan = plan_story(angles_of(established(1068)), EDITION, Brief(voices=(), house=house))
    body = [each for each in plan.passages if each.role not in {"headline", "offer", "standfirst"}]

    assert REASON == plan.provision
    assert "story/provisional" in [each.wording for each in plan.passages if each.role == "standfirst"]
    assert "story/provisional" in [each.wording for each in body[:3]]
    assert "caveat" in [each.role for each in body[:6]]
