"""What may be compared with what: gaps, breaks, doubtful cells and shifts in what was not identified."""

import math

import pytest
from tables import an_issue, facts, row_of

STEADY = [100, 101, 102, 103, 104]


def test_a_year_before_that_is_blank_gives_no_change() -> None:
    """A blank is not nought: there is nothing to compare with."""
    row = row_of(facts({"alpha": {"all": [100, 110, None, 120]}}), "alpha")

    assert math.isnan(row["previous"])
    assert math.isnan(row["change"])
    assert row["run"] == 0


@pytest.mark.parametrize("effect", ["partial", "suspect"])
def test_a_doubtful_year_is_not_compared_with(effect: str) -> None:
    """Part of a year, or a figure that contradicts others, is left out of changes and runs."""
    row = row_of(facts({"alpha": {"all": STEADY}}, issues=(an_issue(effect=effect),)), "alpha")

    assert math.isnan(row["previous"])


def test_a_note_blocks_nothing() -> None:
    """What an editor should know is not by itself a reason to compare nothing."""
    row = row_of(facts({"alpha": {"all": STEADY}}, issues=(an_issue(effect="note"),)), "alpha")

    assert row["previous"] == 103


def test_a_break_ends_the_comparable_years() -> None:
    """Years before a known break are out of every record."""
    issue = an_issue(effect="break", from_year="2016-17", to_year="2018-19")

    row = row_of(facts({"alpha": {"all": [900, 800, 102, 103, 104]}}, issues=(issue,)), "alpha")

    assert row["window_start"] == "2016-17"
    assert row["is_record_high"]


def test_a_break_of_another_force_changes_nothing_here() -> None:
    """What is known of one area's figures says nothing of its neighbour's."""
    issue = an_issue(effect="break", area="beta", from_year="2016-17", to_year="2018-19")

    row = row_of(facts({"alpha": {"all": STEADY}, "beta": {"all": STEADY}}, issues=(issue,)), "alpha")

    assert row["window_start"] == "2014-15"


def test_a_total_that_leaps_starts_a_new_level_for_every_drug() -> None:
    """A jump of 1.75 times in the total is a change of recording until shown otherwise."""
    row = row_of(facts({"alpha": {"all": [100, 176, 180], "heroin": [50, 51, 52]}}), "alpha", "heroin")

    assert row["window_start"] == "2017-18"


def test_a_total_that_leaps_just_less_does_not() -> None:
    """Just under the limit the years stay comparable."""
    row = row_of(facts({"alpha": {"all": [100, 174, 180]}}), "alpha")

    assert row["window_start"] == "2016-17"


def test_a_drug_that_leaps_three_times_over_is_not_compared() -> None:
    """414 between 30 and 26: neither the rise nor the fall is told."""
    row = row_of(facts({"alpha": {"all": [1000] * 3, "crack": [30, 414, 26]}}), "alpha", "crack")

    assert math.isnan(row["previous"])
    assert row["has_jumped"]


def test_small_numbers_may_leap() -> None:
    """From 3 to 12 is no sign of a change in recording."""
    row = row_of(facts({"alpha": {"all": [1000] * 3, "crack": [3, 3, 12]}}), "alpha", "crack")

    assert row["previous"] == 3


def test_a_shift_in_what_is_not_identified_stops_single_drugs_being_compared() -> None:
    """When more drugs go unnamed, fewer are named; the total is unharmed."""
    table = {"alpha": {"all": [1000, 1000, 1000], "unidentified": [50, 50, 150], "heroin": [200, 200, 150]}}

    established = facts(table)

    assert math.isnan(row_of(established, "alpha", "heroin")["previous"])
    assert row_of(established, "alpha")["previous"] == 1000


def test_a_record_must_stand_against_doubtful_figures_too() -> None:
    """A suspect higher figure still contradicts "the highest"."""
    issue = an_issue(effect="suspect", from_year="2016-17", to_year="2016-17")

    row = row_of(facts({"alpha": {"all": [100, 101, 150, 103, 140]}}, issues=(issue,)), "alpha")

    assert not row["is_record_high"]
