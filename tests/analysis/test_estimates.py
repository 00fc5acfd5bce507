"""Numbers the publisher estimated: compared, with less trust, and never without saying so."""

from dataclasses import replace

import pandas as pd
from tables import an_issue, tables

from storygen.analysis import establish, find_angles, judge
from storygen.analysis.assess import assess
from storygen.analysis.facts import Facts
from storygen.model.angle import Angles
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.plan import Brief
from storygen.model.topic import KnownIssue
from storygen.planning import plan_story

STILL = [900.0] * 5
RISING = [1000.0, 1000.0, 1000.0, 1000.0, 1400.0]
REASON = "some stations sent no records"


def established(*issues: KnownIssue) -> Facts:
    """A force whose total and heroin seizures rise, beside one that does not move."""
    heroin = [value / 10 for value in RISING]
    counts = {"alpha": {"all": RISING, "heroin": heroin}, "beta": {"all": STILL, "heroin": STILL}}
    return establish(tables(counts, issues=issues), Edition(year="2018-19"))


def an_estimate(**differences: object) -> KnownIssue:
    """The publisher's estimate of all the force's numbers in 2018-19, but for the differences."""
    fields = {"effect": "estimated", "issue": REASON, "from_year": "2018-19", "to_year": "2018-19"}
    return an_issue(**{**fields, **differences})


def of_alpha(found: Facts) -> pd.DataFrame:
    """The candidates of the force, by angle and category."""
    assessed = assess(find_angles(found), found)
    return assessed[assessed["area"] == "alpha"].set_index(["slug", "category"]).sort_index()


def angles_of(found: Facts) -> Angles:
    """What is judged of the force."""
    return next(each for each in judge(find_angles(found), found) if each.area.slug == "alpha")


def test_what_rests_on_an_estimate_counts_for_less() -> None:
    """Six tenths of the trust, this year's number or the one before; the same angles are found."""
    plain = of_alpha(established())
    now, before = (of_alpha(established(an_estimate(from_year=year, to_year=year))) for year in ("2018-19", "2017-18"))

    for doubted in (now, before):
        assert list(plain.index) == list(doubted.index)
        assert {0.6} == set((doubted["trust"] / plain["trust"]).round(9))


def test_an_estimate_of_one_drug_leaves_the_others_alone() -> None:
    """Only candidates about that drug count for less."""
    plain, doubted = of_alpha(established()), of_alpha(established(an_estimate(categories=("heroin",))))

    is_heroin = doubted.index.get_level_values("category") == "heroin"
    assert is_heroin.any()
    assert (doubted["trust"] < plain["trust"]).tolist() == is_heroin.tolist()


def test_an_earlier_estimate_is_no_longer_told() -> None:
    """A year neither written up nor compared with says nothing of this one."""
    found = established(an_estimate(from_year="2015-16", to_year="2016-17"))

    assert {} == angles_of(found).estimates
    assert of_alpha(established())["trust"].tolist() == of_alpha(found)["trust"].tolist()


def test_the_reason_is_told_of_the_lead_or_else_of_the_total() -> None:
    """An estimate of another drug alone is not said of the story."""
    whole, drug = (angles_of(established(an_estimate(categories=(each,)))) for each in ("all", "heroin"))

    assert (REASON, REASON) == (whole.estimate("all"), whole.estimate("heroin"))
    assert (None, REASON) == (drug.estimate("all"), drug.estimate("heroin"))


def test_a_story_on_the_total_says_so_in_its_second_paragraph() -> None:
    """However short the house wants it."""
    angles = angles_of(established(an_estimate()))
    house = House(
        name="short", title="Short", percent="word", percent_words_up_to=0, words_up_to=9, caps_first_word=False,
        class_caps=False, dash="en", disclosure="", figures=0, paragraphs=1,
    )  # fmt: skip
    on_total = replace(angles, angles=tuple(each for each in angles.angles if each.fact.category.slug == "all"))

    plan = plan_story(on_total, Edition(year="2018-19"), Brief(voices=(), house=house))

    body = [each.role for each in plan.passages if each.role not in {"headline", "offer", "standfirst"}]
    assert ["lead", "estimate"] == body[:2]
