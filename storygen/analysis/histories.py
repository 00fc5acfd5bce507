"""Histories: figures worked out from the comparable years of one series, newest first."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from storygen.analysis.workings import change
from storygen.model.figure import Figure, Formula, Unit

MILESTONES = (100, 500, 1_000, 5_000, 10_000)

Series = Sequence[Figure]


def highest_before(series: Series) -> Figure:
    """The highest of the earlier figures; the latest of equals."""
    return max(series[1:], key=lambda figure: figure.value)


def lowest_before(series: Series) -> Figure:
    """The lowest of the earlier figures; the latest of equals."""
    return min(series[1:], key=lambda figure: figure.value)


def place_of_newest(series: Series, formula: Formula) -> Figure:
    """The newest figure's place among all of them, from the top or from the bottom."""
    newest = series[0]
    size = _figure(Formula.SIZE, Unit.COUNT, len(series), tuple(series), "years compared:")
    beyond = 1 if formula is Formula.PLACE_FROM_TOP else -1
    place = 1 + sum((each.value - newest.value) * beyond > 0 for each in series)
    return _figure(formula, Unit.PLACE, place, (newest, size), f"{formula} among {len(series)} years:")


def milestone(series: Series) -> Figure:
    """The largest milestone that only the newest figure has reached; ValueError if there is none."""
    earlier = max(figure.value for figure in series[1:])
    reached = max(mark for mark in MILESTONES if series[0].value >= mark > earlier)
    return _figure(Formula.MILESTONE, Unit.COUNT, reached, tuple(series), "milestone reached in no earlier year:")


def change_over(now: Figure, then: Figure) -> Figure:
    """The change since a year some years back, in per cent of that year's figure, which must not be zero."""
    return replace(change(now, then), means=f"change on {then.period}: {now.means}")


def years_between(now: Figure, then: Figure) -> Figure:
    """How many years lie between two figures."""
    ends = tuple(
        Figure(
            value=Fraction(int(each.period[:4])), unit=Unit.YEAR, means=f"the year {each.period}",
            period=each.period, formula=Formula.YEAR,
        )
        for each in (now, then)
    )  # fmt: skip
    return _figure(Formula.LESS, Unit.YEARS, int(ends[0].value - ends[1].value), ends, "years to")


def steepest_since(series: Series, formula: Formula) -> Figure:
    """The first year with a yearly change, none since being as large as the newest one (or as small: see `formula`)."""
    changes = tuple(change(now, before) for now, before in pairwise(series))
    return _figure(formula, Unit.YEAR, int(changes[-1].period[:4]), changes, "first year with a change, none as steep:")


def _figure(formula: Formula, unit: Unit, value: int, inputs: tuple[Figure, ...], what: str) -> Figure:
    return Figure(
        value=Fraction(value), unit=unit, means=f"{what} {inputs[0].means}", period=inputs[0].period,
        formula=formula, inputs=inputs,
    )  # fmt: skip
