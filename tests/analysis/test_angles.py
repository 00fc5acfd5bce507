"""When angles are found, and the traps in which they must not be."""

from tables import Counts, an_area, an_issue, facts

from storygen.analysis import find_angles
from storygen.analysis.facts import Facts

QUIET = {"all": [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1006, 1007]}
ALL_BUT_LONDON = {f"force{number}": QUIET for number in range(4)}


def found(established: Facts, area: str, category: str = "all") -> set[str]:
    """The slugs of the angles found on a category in an area."""
    angles = find_angles(established)
    return set(angles[(angles["area"] == area) & (angles["category"] == category)]["slug"])


def with_history(*numbers: int | None) -> set[str]:
    """The angles found on a total with this history."""
    return found(facts({"alpha": {"all": list(numbers)}, **ALL_BUT_LONDON}), "alpha")


def test_a_number_above_all_others_is_a_record() -> None:
    """Ten years, and the last the highest."""
    assert "record-high" in with_history(*[1000] * 9, 1100)


def test_equalling_the_record_is_no_record() -> None:
    """A tie at the top is neither a record nor the highest since."""
    assert "record-high" not in with_history(*[1000] * 8, 1100, 1100)


def test_seven_years_make_no_record() -> None:
    """Too short a history says nothing of records."""
    assert "record-high" not in with_history(*[1000] * 6, 1100)


def test_a_record_hides_the_highest_since() -> None:
    """The stronger way of saying it takes the weaker one's place."""
    assert "highest-since" not in with_history(*[1000] * 9, 1100)


def test_the_highest_since_names_a_year_three_back_or_more() -> None:
    """Two years back is no news; three is."""
    assert "highest-since" not in with_history(*[1000] * 7, 1500, 1000, 1100)
    assert "highest-since" in with_history(*[1000] * 6, 1500, 1000, 1000, 1100)


def test_no_extreme_is_named_across_a_blank_year() -> None:
    """The blank year may have been higher."""
    assert "highest-since" not in with_history(*[1000] * 5, 1500, 1000, None, 1000, 1100)


def test_a_run_ends_at_a_tie() -> None:
    """Up, level, up is no run of three."""
    assert "run-of-rises" in with_history(*[1000] * 6, 1000, 1020, 1040, 1060)
    assert "run-of-rises" not in with_history(*[1000] * 6, 1000, 1020, 1020, 1060)


def test_a_small_base_gives_no_percentage_angle() -> None:
    """From 40 to 60 is told in counts, not as 50 per cent."""
    assert not {"rise"} & with_history(*[45] * 8, 40, 60)


def test_doubling_takes_the_place_of_the_rise() -> None:
    """A drug that doubles is told as doubled."""
    table = {"alpha": {**QUIET, "crack": [60] * 9 + [125]}, **ALL_BUT_LONDON}

    assert {"doubled"} == {"doubled", "rise"} & found(facts(table), "alpha", "crack")


def test_the_highest_rate_needs_a_likely_leader() -> None:
    """A lead of one seizure among hundreds is chance, and no rank is claimed."""
    heroin = {f"force{number}": {**QUIET, "heroin": [100] * 9 + [299]} for number in range(4)}
    just = facts({"alpha": {**QUIET, "heroin": [100] * 9 + [300]}, **heroin})
    clear = facts(
        {"alpha": {**QUIET, "heroin": [100] * 9 + [299]}, **ALL_BUT_LONDON, "force0": {**QUIET, "heroin": [99] * 10}}
    )

    assert "highest-rate" not in found(just, "alpha", "heroin")
    assert "highest-rate" in found(clear, "alpha", "heroin")


def test_a_place_of_few_residents_is_not_ranked() -> None:
    """The City's rate is the highest by far, and means nothing."""
    city = an_area("city", is_ranked=False)
    forces = {"city": [300] * 10, "alpha": [280] * 10, "beta": [100] * 10}
    table = {**{name: {**QUIET, "heroin": numbers} for name, numbers in forces.items()}, **ALL_BUT_LONDON}

    established = facts(table, areas=[city], people={"city": 9000})

    assert "highest-rate" not in found(established, "city", "heroin")
    assert {"highest-rate", "title-kept"} & found(established, "alpha", "heroin")


def test_joint_first_is_not_first() -> None:
    """Two forces with the same rate share the top, and neither is the highest."""
    table: Counts = {name: {**QUIET, "heroin": [100] * 9 + [300]} for name in ("alpha", "beta")}

    established = facts({**table, **ALL_BUT_LONDON})

    assert "highest-rate" not in found(established, "alpha", "heroin")
    assert "highest-rate" not in found(established, "beta", "heroin")


def test_a_doubtful_higher_rate_forbids_a_first_place() -> None:
    """A force whose figure is too doubtful to rank may still be the highest."""
    table = {"alpha": {**QUIET, "heroin": [290] * 10}, "beta": {**QUIET, "heroin": [400] * 10}, **ALL_BUT_LONDON}
    issue = an_issue(area="beta", from_year="2018-19", to_year="2018-19", effect="suspect")

    assert "highest-rate" not in found(facts(table, issues=(issue,)), "alpha", "heroin")


def test_a_region_short_of_a_figure_is_not_ranked() -> None:
    """The missing force may be the highest or the lowest of its region."""
    table: Counts = {"alpha": {"all": [900] * 10}, "beta": {"all": [1000] * 9 + [None]}, **ALL_BUT_LONDON}

    assert not {"highest-in-region", "lowest-in-region"} & found(facts(table), "alpha")


def test_against_the_trend_needs_both_to_move() -> None:
    """Up while the country goes down, and by enough to matter on either side."""
    fall, flat = {"all": [1000] * 9 + [900]}, {"all": [1000] * 9 + [990]}
    local = {"alpha": {"all": [1000] * 9 + [1100]}, **ALL_BUT_LONDON}

    assert "rise-against-trend" in found(facts({**local, "national": fall}), "alpha")
    assert "rise-against-trend" not in found(facts({**local, "national": flat}), "alpha")


def test_what_is_left_over_is_never_the_subject() -> None:
    """Drugs not identified, or in no column, make no angle, however many they are."""
    table = {"alpha": {**QUIET, "unidentified": [60] * 9 + [90], "other-class-a": [60] * 9 + [90]}, **ALL_BUT_LONDON}

    established = facts(table)

    assert set() == found(established, "alpha", "unidentified") | found(established, "alpha", "other-class-a")
