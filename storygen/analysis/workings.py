"""Workings: figures made from figures, in exact fractions."""

from fractions import Fraction
from statistics import median as middle

from storygen.model.figure import Figure, Formula, Unit


def difference(now: Figure, before: Figure) -> Figure:
    """How many more than the year before; negative for fewer."""
    return _of((now, before), Formula.LESS, Unit.COUNT, now.value - before.value, "change in number:")


def change(now: Figure, before: Figure) -> Figure:
    """The change since the year before, in per cent of that year's figure, which must not be zero."""
    value = (now.value - before.value) / before.value * 100
    return _of((now, before), Formula.CHANGE, Unit.PER_CENT, value, "change on the year before:")


def ratio(now: Figure, before: Figure) -> Figure:
    """How many times the year before's figure, which must not be zero."""
    return _of((now, before), Formula.RATIO, Unit.TIMES, now.value / before.value, "times the year before:")


def share(part: Figure, whole: Figure, means: str) -> Figure:
    """The part as a percentage of the whole, which must not be zero; `means` says of what, before the part's own."""
    value = part.value / whole.value * 100
    return _of((part, whole), Formula.SHARE, Unit.PER_CENT, value, means)


def rate(count: Figure, people: Figure, per: int) -> Figure:
    """The number for every `per` residents."""
    value = count.value / people.value * per
    return _of((count, people), Formula.RATE, Unit.RATE, value, f"rate per {per:,} residents:")


def median(figures: tuple[Figure, ...], means: str) -> Figure:
    """The middle one, or the mean of the two in the middle."""
    return Figure(
        value=middle(figure.value for figure in figures), unit=figures[0].unit, means=means,
        period=figures[0].period, formula=Formula.MEDIAN, inputs=figures,
    )  # fmt: skip


def points(now: Figure, before: Figure) -> Figure:
    """The change of a share, in percentage points."""
    return _of((now, before), Formula.LESS, Unit.POINTS, now.value - before.value, "change in percentage points:")


def in_full(thousands: Figure) -> Figure:
    """A figure printed in thousands, in ones."""
    return Figure(
        value=thousands.value * 1000,
        unit=thousands.unit,
        means=thousands.means,
        period=thousands.period,
        formula=Formula.THOUSANDS,
        inputs=(thousands,),
    )


def run(series: tuple[Figure, ...], formula: Formula, length: int) -> Figure:
    """How many rises or falls in a row; `series` is newest first and shows where the run starts."""
    return _over(series, formula, Unit.PLACE, Fraction(length))


def since_like_move(series: tuple[Figure, ...], formula: Formula, years: int) -> Figure:
    """Years since the last rise (or fall) before this one; `series` is newest first and ends before that step."""
    return _over(series, formula, Unit.YEARS, Fraction(years))


def reach(series: tuple[Figure, ...], formula: Formula) -> Figure:
    """The year an extreme reaches back to: the oldest of `series`, which is newest first."""
    return _over(series, formula, Unit.YEAR, Fraction(int(series[-1].period[:4])))


WHAT = {
    Formula.RISES: "rises in a row:",
    Formula.FALLS: "falls in a row:",
    Formula.FIRST_RISE_IN: "years since the last rise before this one:",
    Formula.FIRST_FALL_IN: "years since the last fall before this one:",
    Formula.HIGHEST_SINCE: "last year with a number as high:",
    Formula.LOWEST_SINCE: "last year with a number as low:",
    Formula.RECORD_HIGH_SINCE: "first comparable year, no year since having a number as high:",
    Formula.RECORD_LOW_SINCE: "first comparable year, no year since having a number as low:",
}


def _over(series: tuple[Figure, ...], formula: Formula, unit: Unit, value: Fraction) -> Figure:
    return Figure(
        value=value, unit=unit, means=f"{WHAT[formula]} {series[0].means}", period=series[0].period,
        formula=formula, inputs=series,
    )  # fmt: skip


def _of(pair: tuple[Figure, Figure], formula: Formula, unit: Unit, value: Fraction, what: str) -> Figure:
    return Figure(
        value=value, unit=unit, means=f"{what} {pair[0].means}", period=pair[0].period, formula=formula,
        inputs=pair,
    )  # fmt: skip
