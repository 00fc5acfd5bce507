"""Where a number lies in its own history: near records, milestones, firsts and zeros, peaks and typical years."""

from tables import Series, an_area, an_issue, facts

from storygen.analysis import find_angles
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Facts
from storygen.analysis.registry import rules
from storygen.model.figure import Figure
from storygen.model.topic import KnownIssue

QUIET = [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1006, 1007]
OTHERS = {f"force{number}": {"all": QUIET} for number in range(4)}


def established(*numbers: float | None, category: str = "heroin", issues: tuple[KnownIssue, ...] = ()) -> Facts:
    """Alpha's facts, with this history of one category, the last number being this year's."""
    history: dict[str, Series] = {"all": QUIET[-len(numbers) :], category: list(numbers)}
    others = {name: {"all": series["all"][-len(numbers) :]} for name, series in OTHERS.items()}
    return facts({"alpha": history, **others}, issues=issues)


def slugs(of_facts: Facts, category: str = "heroin") -> set[str]:
    """The angles found on a category in Alpha."""
    angles = find_angles(of_facts)
    return set(angles[(angles["area"] == "alpha") & (angles["category"] == category)]["slug"])


def found(*numbers: float | None, category: str = "heroin") -> set[str]:
    """The angles found on a category with this history."""
    return slugs(established(*numbers, category=category), category)


def shown(slug: str, of_facts: Facts) -> dict[str, Figure]:
    """The figures an angle shows of its own about heroin in Alpha."""
    rule = rules()[slug]
    assert rule.shows is not None
    its = rule.shows(Evidence(of_facts), "alpha", "heroin")
    return {name: figure for name, figure in its.items() if isinstance(figure, Figure)}


def suspect(year: str) -> KnownIssue:
    """Make every number of Alpha's in a year doubtful."""
    return an_issue(from_year=year, to_year=year, effect="suspect")


def test_second_only_to_the_year_before_is_near_the_record() -> None:
    """One earlier year higher, and too lately for a "highest since"."""
    assert "near-record-high" in found(*[100] * 8, 150, 130)
    assert "near-record-low" in found(*[150] * 8, 100, 115)


def test_the_highest_since_some_years_is_told_as_that() -> None:
    """A record that lies three years back or more has the stronger wording."""
    assert {"highest-since"} == found(*[100] * 6, 150, 100, 100, 130) & {"highest-since", "near-record-high"}


def test_across_a_blank_year_only_the_place_is_told() -> None:
    """No "highest since" across a gap, but second among the years with figures."""
    assert {"near-record-high"} == found(100, 150, *[100] * 6, None, 100, 130) & {"highest-since", "near-record-high"}


def test_a_tie_is_not_second_to_anything() -> None:
    """Level with the record, or with another second: neither is second highest."""
    assert "near-record-high" not in found(*[100] * 8, 150, 150)
    assert "near-record-high" not in found(*[100] * 6, 130, 100, 150, 130)


def test_third_is_near_the_record_only_within_two_per_cent() -> None:
    """Two years higher: 490 of 500 is close, 489 is not."""
    assert "near-record-high" in found(*[400] * 7, 500, 498, 490)
    assert "near-record-high" not in found(*[400] * 7, 500, 498, 489)
    assert "place" not in shown("near-record-high", established(*[400] * 7, 500, 498, 490))


def test_the_record_is_named_with_its_year() -> None:
    """A record two years back is printed; the year before's is said to be that."""
    two_back = shown("near-record-high", established(*[100] * 7, 150, 100, 130))
    last = shown("near-record-high", established(*[100] * 8, 150, 130))

    assert 150 == two_back["record"].value
    assert "2016-17" == two_back["record"].period
    assert {"place", "last"} == set(last)


def test_a_doubtful_higher_number_forbids_a_second_place() -> None:
    """A suspect year may have been higher, so that nobody knows who is second."""
    history = (100, 100, 180, *[100] * 5, 150, 130)

    assert "near-record-high" not in slugs(established(*history, issues=(suspect("2011-12"),)))


def test_near_a_record_needs_a_long_history_and_enough_seizures() -> None:
    """Seven years are too few, and so are 19 seizures."""
    assert "near-record-high" not in found(*[100] * 5, 150, 130)
    assert "near-record-high" not in found(*[10] * 8, 25, 19)


def test_a_milestone_is_told_where_a_record_may_not_be() -> None:
    """Five to seven comparable years; with eight it is a record high."""
    assert "milestone" in found(*[90] * 5, 120)
    assert "milestone" in found(*[40, 50, 60, 70], 100)
    assert {"record-high"} == found(*[90] * 8, 120) & {"record-high", "milestone"}


def test_no_milestone_is_crossed_twice() -> None:
    """An earlier year at the mark, comparable or doubtful, forbids it; so do too few years and a flat change."""
    assert "milestone" not in found(90, 100, *[90] * 3, 120)
    assert "milestone" not in slugs(established(90, 105, *[90] * 4, 120, issues=(suspect("2013-14"),)))
    assert "milestone" not in found(*[90] * 3, 120)
    assert "milestone" not in found(*[98] * 5, 101)


def test_the_largest_milestone_is_told() -> None:
    """From 90 to 600 passes both 100 and 500 – but a leap that large is a break, and says nothing."""
    assert 500 == shown("milestone", established(*[450] * 5, 520))["mark"].value
    assert "milestone" not in found(*[90] * 5, 600)


def test_the_first_seizures_follow_eight_years_with_none() -> None:
    """Three after seven zeros; not two, not after a single one, not with six zeros before."""
    assert "first-recorded" in found(*[0] * 7, 3)
    assert "first-recorded" not in found(*[0] * 7, 2)
    assert "first-recorded" not in found(1, *[0] * 7, 3)
    assert "first-recorded" not in found(*[0] * 6, 3)


def test_a_blank_is_no_zero() -> None:
    """Neither the first seizures nor none can be told from years with nothing in the table."""
    assert "first-recorded" not in found(*[0] * 6, None, 3)
    assert "none-recorded" not in found(*[6] * 7, None)
    assert "none-recorded" not in found(*[6] * 6, None, 0)


def test_none_is_news_where_there_usually_are_some() -> None:
    """Five in the middle year and some the year before; not four, and not for a second year."""
    assert "none-recorded" in found(*[5] * 6, 0)
    assert "none-recorded" not in found(*[4] * 6, 0)
    assert "none-recorded" not in found(*[5] * 6, 0, 0)
    assert "none-recorded" not in found(*[5] * 4, 0)


def test_the_most_before_none_is_shown_unless_it_was_last_year() -> None:
    """The highest earlier number gives the zero its scale."""
    assert 9 == shown("none-recorded", established(5, 9, *[5] * 5, 0))["most"].value
    assert {} == shown("none-recorded", established(*[5] * 6, 9, 0))


def test_a_quarter_below_a_peak_of_three_years_back_is_far() -> None:
    """150 of 200 is far below; 151 is not, nor is a peak two years back, or one of 99."""
    assert "below-peak" in found(*[140] * 6, 200, 140, 140, 150)
    assert "below-peak" not in found(*[140] * 6, 200, 140, 140, 151)
    assert "below-peak" not in found(*[140] * 7, 200, 140, 150)
    assert "below-peak" not in found(*[70] * 6, 99, 70, 70, 70)


def test_a_peak_has_one_year() -> None:
    """A peak reached twice, or topped by a doubtful number, names no year; nor does one before a break."""
    assert "below-peak" not in found(200, *[140] * 5, 200, 140, 140, 145)
    issue = suspect("2011-12")
    assert "below-peak" not in slugs(established(140, 140, 210, *[140] * 3, 200, 140, 140, 145, issues=(issue,)))
    assert "below-peak" not in found(*[600] * 6, *[140] * 4)


def test_far_above_the_trough_mirrors_far_below_the_peak() -> None:
    """A third above the lowest or more, from 100, three years back; never at a new high, nor for a trough met twice."""
    assert "above-trough" in found(*[240] * 6, 150, 240, 240, 200)
    assert "above-trough" not in found(*[240] * 6, 151, 240, 240, 200)
    assert "above-trough" not in found(*[240] * 7, 150, 240, 200)
    assert "above-trough" not in found(*[240] * 6, 99, 240, 240, 200)
    assert "above-trough" not in found(*[240] * 6, 150, 240, 240, 241)
    assert "above-trough" not in found(*[240] * 3, 150, 240, 240, 150, 240, 240, 200)


def test_a_typical_year_is_in_the_middle_half() -> None:
    """Between the quartiles and moved little; a total at an edge, or after a large change, is not typical."""
    history = (900, 950, 1000, 1050, 1100, 1000, 1000, 1000, 990)

    assert "typical-year" in found(*history, 1000, category="all")
    assert "typical-year" not in found(*history, 1090, category="all")
    assert "typical-year" not in found(*history[:-1], 700, 1000, category="all")
    assert "typical-year" not in found(*history[3:], 1000, category="all")
    assert "typical-year" not in found(*history, 1000)


def test_a_typical_year_is_worth_next_to_nothing() -> None:
    """It gives way to anything else, and is what is left for a force without a rate."""
    assert rules()["typical-year"].prior == min(rule.prior for rule in rules().values())

    city = facts({"alpha": {"all": [*QUIET[:9], 1004]}, **OTHERS}, areas=[an_area("alpha", is_ranked=False)])

    assert "typical-year" in slugs(city, "all")


def test_one_year_of_tables_says_nothing_of_history() -> None:
    """The first edition has no earlier year to hold anything against."""
    assert not found(50) & {
        "near-record-high", "near-record-low", "milestone", "first-recorded", "none-recorded", "below-peak",
        "above-trough",
        "longer-rise", "longer-fall", "steepest-rise", "steepest-fall", "rise-after-fall", "fall-after-rise",
    }  # fmt: skip
