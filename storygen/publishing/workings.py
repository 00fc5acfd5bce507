"""How a figure was worked out, in one line an editor can check with a calculator."""

from collections.abc import Callable
from fractions import Fraction

from storygen.model.figure import Cell, Figure, Formula

FEW = 4  # cells named one by one; more are counted
TIMES, DIVIDED, MINUS = "×", "÷", "−"


def workings(figure: Figure) -> str:
    """The formula with its values in place."""
    return WAYS[figure.formula](figure)


def cells(figure: Figure) -> str:
    """The cells a figure rests on, file by file: each by row and column, or how many rows of a column."""
    by_file: dict[str, list[Cell]] = {}
    for cell in dict.fromkeys(figure.cells()):
        by_file.setdefault(cell.file, []).append(cell)
    return "; ".join(f"{file}: {_places(found)}" for file, found in by_file.items())


def value(exact: Fraction) -> str:
    """
    An exact value for an editor's eye: whole, or to two decimal places.

    >>> value(Fraction(2097)), value(Fraction(300, 7))
    ('2,097', '42.86')
    """
    return f"{exact.numerator:,}" if exact.denominator == 1 else f"{float(exact):,.2f}"


def _places(found: list[Cell]) -> str:
    if len(found) <= FEW:
        return ", ".join(f"{cell.row} / {cell.column}" for cell in found)
    columns = sorted({cell.column for cell in found})
    return f"{len(found)} rows / {', '.join(columns)}"


def _change(figure: Figure) -> str:
    now, before = (value(each.value) for each in figure.inputs)
    return f"({now} {MINUS} {before}) {DIVIDED} {before} {TIMES} 100 = {value(figure.value)}"


def _over(figure: Figure, times: str = "") -> str:
    part, whole = (value(each.value) for each in figure.inputs)
    return f"{part} {DIVIDED} {whole}{times} = {value(figure.value)}"


def _rate(figure: Figure) -> str:
    count, people = figure.inputs
    per = figure.value * people.value / count.value if count.value else Fraction(1)
    return _over(figure, f" {TIMES} {value(per)}")


def _place(figure: Figure) -> str:
    own, pool = figure.inputs
    return f"{value(own.value)} is {figure.formula} {value(figure.value)} of {value(pool.value)} rates"


def _series(figure: Figure) -> str:
    return "; ".join(f"{each.period} {value(each.value)}" for each in figure.inputs)


WAYS: dict[Formula, Callable[[Figure], str]] = {
    Formula.CELL: lambda _: "as in the table",
    Formula.AS_GIVEN: lambda _: "as its source gives it",
    Formula.YEAR: lambda _: "the year itself",
    Formula.SUM: lambda figure: f"sum of {len(figure.inputs)} cells",
    Formula.LESS: lambda figure: f" {MINUS} ".join(value(each.value) for each in figure.inputs),
    Formula.CHANGE: _change,
    Formula.RATIO: _over,
    Formula.SHARE: lambda figure: _over(figure, f" {TIMES} 100"),
    Formula.RATE: _rate,
    Formula.SIZE: lambda figure: f"{len(figure.inputs)} compared",
    Formula.MEDIAN: lambda figure: f"middle of {len(figure.inputs)} rates = {value(figure.value)}",
    Formula.PLACE_FROM_TOP: _place,
    Formula.PLACE_FROM_BOTTOM: _place,
    Formula.HOW_MANY_UP: lambda figure: f"{value(figure.value)} of {len(figure.inputs)} above nought",
    Formula.HOW_MANY_DOWN: lambda figure: f"{value(figure.value)} of {len(figure.inputs)} below nought",
    Formula.THOUSANDS: lambda figure: f"{value(figure.inputs[0].value)} thousand",
    Formula.MILESTONE: _series,
    Formula.RISES: _series,
    Formula.FALLS: _series,
    Formula.FIRST_RISE_IN: _series,
    Formula.FIRST_FALL_IN: _series,
    Formula.HIGHEST_SINCE: _series,
    Formula.LOWEST_SINCE: _series,
    Formula.RECORD_HIGH_SINCE: _series,
    Formula.RECORD_LOW_SINCE: _series,
}
