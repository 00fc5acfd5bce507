"""How a number got where it is: longer changes, reversals and the steepest changes."""

from tables import Series, an_issue, facts

from storygen.analysis import find_angles
from storygen.analysis.columns import movements
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Facts
from storygen.analysis.registry import rules
from storygen.model.figure import Figure
from storygen.model.topic import Effect, KnownIssue

LEVEL = {"all": [1000.0] * 12}
STEADY = (100, 100, 100, 100, 100, 100)


def established(*numbers: float | None, issues: tuple[KnownIssue, ...] = ()) -> Facts:
    """Alpha's facts, with this history of heroin, the last number being this year's."""
    level: dict[str, Series] = {"all": LEVEL["all"][: len(numbers)]}
    return facts({"alpha": {**level, "heroin": list(numbers)}, "beta": level}, issues=issues)


def found(*numbers: float | None, issues: tuple[KnownIssue, ...] = ()) -> set[str]:
    """The angles found on heroin with this history."""
    angles = find_angles(established(*numbers, issues=issues))
    return set(angles[(angles["area"] == "alpha") & (angles["category"] == "heroin")]["slug"])


def leads(slug: str, *numbers: float | None) -> bool:
    """Whether the angle, found on heroin with this history, may lead."""
    angles = find_angles(established(*numbers))
    return bool(angles[(angles["slug"] == slug) & (angles["area"] == "alpha")]["can_lead"].all())


def shown(slug: str, *numbers: float | None) -> dict[str, Figure]:
    """The figures an angle shows of its own about heroin in Alpha."""
    rule = rules()[slug]
    assert rule.shows is not None
    its = rule.shows(Evidence(established(*numbers)), "alpha", "heroin")
    return {name: figure for name, figure in its.items() if isinstance(figure, Figure)}


def test_a_longer_change_is_told_where_its_start_does_not_decide_it() -> None:
    """Up on five years before, and on the years either side of that one."""
    assert "longer-rise" in found(100, 100, 100, 120, 120, 120, 130)
    assert "longer-rise" not in found(140, 100, 100, 120, 120, 120, 130)
    assert "longer-rise" not in found(100, 100, 140, 120, 120, 120, 130)
    assert "longer-fall" in found(130, 130, 130, 110, 110, 110, 100)


def test_a_longer_change_is_over_five_years_and_no_other_span() -> None:
    """The span is fixed: a larger change over four years or six is not the one told."""
    its = shown("longer-rise", 60, 100, 50, 120, 120, 120, 130)

    assert "2013-14" == its["then"].period
    assert [100, 30, 5] == [its[name].value for name in ("then", "change", "years")]


def test_a_longer_change_needs_all_its_years() -> None:
    """Six years before must be held, and neither it nor the years next to it may be blank, doubtful or past a break."""
    history = (100, 100, 100, 120, 120, 120, 130)
    doubt = an_issue(from_year="2014-15", to_year="2014-15", effect="suspect")
    level = an_issue(from_year="2013-14", to_year="2013-14", effect=Effect.BREAK)

    assert "longer-rise" not in found(*history[1:])
    assert "longer-rise" not in found(None, *history[1:])
    assert "longer-rise" not in found(*history, issues=(doubt,))
    assert "longer-rise" not in found(*history, issues=(level,))


def test_a_longer_change_needs_a_base_and_a_clear_difference() -> None:
    """Not on 49 seizures, and not by 9 per cent."""
    assert "longer-rise" not in found(49, 49, 49, 60, 60, 60, 70)
    assert "longer-rise" not in found(*STEADY, 109)
    assert "longer-rise" in found(*STEADY, 110)


def test_a_longer_change_leads_on_a_hundred_seizures_and_a_large_change() -> None:
    """It must be beyond what nine in ten yearly changes are, and this year must have gone the same way."""
    assert leads("longer-rise", 100, 100, 100, 130, 150, 160, 170)
    assert not leads("longer-rise", 90, 90, 90, 130, 150, 160, 170)
    assert not leads("longer-rise", *STEADY, 110)
    assert not leads("longer-rise", 100, 100, 100, 130, 150, 190, 170)


def test_a_longer_change_has_a_word_where_there_is_one() -> None:
    """Doubled and halved are said so; what lies between is told in per cent."""
    assert "times" in shown("longer-rise", 100, 100, 100, 130, 150, 160, 190)
    assert "times" not in shown("longer-rise", 100, 100, 100, 130, 150, 160, 189)
    assert "times" in shown("longer-fall", 200, 200, 200, 150, 140, 130, 102)
    assert "times" not in shown("longer-fall", 200, 200, 200, 150, 140, 130, 103)


def test_ten_years_join_once_twelve_are_held() -> None:
    """The longest span held is the one told, whatever it shows."""
    assert (5, 10) == movements.SPANS
    assert 10 == shown("longer-rise", *[100] * 6, 100, 110, 120, 120, 120, 130)["years"].value
    assert 5 == shown("longer-rise", *[100] * 5, 100, 110, 120, 120, 120, 130)["years"].value


def test_a_reversal_undoes_most_of_a_large_change() -> None:
    """Four fifths made good, both changes large; less is no reversal."""
    assert "rise-after-fall" in found(200, 200, 400, 200, 360)
    assert "rise-after-fall" not in found(200, 200, 400, 200, 359)
    assert "fall-after-rise" in found(400, 400, 200, 400, 240)
    assert "fall-after-rise" not in found(400, 400, 200, 400, 241)


def test_no_reversal_of_a_small_change() -> None:
    """Both years must be beyond chance and the usual spread."""
    assert "rise-after-fall" not in found(400, 400, 370, 600)
    assert "rise-after-fall" not in found(400, 400, 240, 290)


def test_a_reversal_is_told_for_the_rise() -> None:
    """A jump from a low year, told alone, misleads: even a doubling is told as a reversal."""
    assert {"rise-after-fall"} == found(*[300] * 7, 320, 150, 310) & {
        "rise", "doubled", "steepest-rise", "rise-after-fall"
    }  # fmt: skip


def test_a_reversal_needs_three_comparable_years_and_enough_seizures() -> None:
    """A blank two years before, a doubtful year and small counts forbid it."""
    doubt = an_issue(from_year="2016-17", to_year="2016-17", effect="suspect")

    assert "rise-after-fall" not in found(400, 400, None, 200, 390)
    assert "rise-after-fall" not in found(400, 400, 400, 200, 390, issues=(doubt,))
    assert "rise-after-fall" not in found(120, 120, 120, 49, 120)
    assert "rise-after-fall" not in found(200, 390)


def test_the_steepest_rise_is_above_all_others() -> None:
    """More in per cent than in any year, not in number; a rise as steep as another is not the steepest."""
    assert "steepest-rise" in found(*[300] * 7, 330, 300, 450)
    assert "steepest-rise" not in found(60, 100, *[140] * 7, 210)
    assert "steepest-rise" not in found(100, 150, *[150] * 7, 225)
    assert "steepest-fall" in found(*[300] * 8, 280, 180)


def test_the_steepest_rise_takes_the_place_of_the_rise_and_may_lead_where_it_may() -> None:
    """A hundred seizures the year before, as for a rise."""
    assert "rise" not in found(*[300] * 9, 450)
    assert leads("steepest-rise", *[300] * 9, 450)
    assert not leads("steepest-rise", *[90] * 9, 160)


def test_the_steepest_rise_needs_every_year() -> None:
    """A blank or a zero may hide a steeper one; seven years are too few, and 49 seizures too small a base."""
    assert "steepest-rise" not in found(*[300] * 5, None, *[300] * 4, 450)
    assert "steepest-rise" not in found(0, 10, *[90] * 7, 160)
    assert "steepest-rise" not in found(*[300] * 6, 450)
    assert "steepest-rise" not in found(*[49] * 9, 120)


def test_the_steepest_rise_is_large() -> None:
    """The largest of small changes is no news."""
    assert "steepest-rise" not in found(*[300] * 9, 320)


def test_the_steepest_rise_reaches_back_to_the_first_change() -> None:
    """With tables from 2009-10 on, the first change is that to 2010-11."""
    assert 2010 == shown("steepest-rise", *[300] * 9, 450)["since"].value
