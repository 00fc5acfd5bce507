"""What comes in from the files: figures with the cell each stood in, and what there is to ask."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from storygen.model.release import Query, Status, Taken, Weight
from storygen.sources.workbooks.grid import Grid, column_letters

Key = tuple[str, str, str, str]
"""A measure, an area, a category and a year, by their slugs."""

MOST_OF_A_KIND = 20  # queries of one wording in one sheet; the rest are counted


class Figure(NamedTuple):
    """A figure as released: its digits, empty where there is none, its status, and the cell, counted from 0."""

    digits: str
    status: Status
    grid: Grid
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The address as a spreadsheet writes it."""
        return f"{column_letters(self.column)}{self.row + 1}"


@dataclass
class Harvest:
    """Figures by what they are of, the tables they were read from, and the queries; filled file by file."""

    figures: dict[Key, Figure] = field(default_factory=dict)
    tables: list[Taken] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)

    def ask(self, weight: Weight, grid: Grid, *, found: str, expected: str, at: tuple[int | None, int | None]) -> None:
        """Put a query about a place in a sheet, by row and column from 0; None where it is about all of them."""
        row, column = at
        query = Query(
            weight=weight, file=grid.file, sheet=grid.sheet, found=found, expected=expected,
            row="" if row is None else str(row + 1), column="" if column is None else column_letters(column),
        )  # fmt: skip
        self.queries.append(query)

    def add(self, key: Key, figure: Figure) -> None:
        """
        File a figure; the same one again is passed over, another for the same thing is asked about.

        Of two that differ only in how far they are rounded the finer one is kept: publishers print a quantity to the
        hundredth in one table and in full in the next.
        """
        held = self.figures.setdefault(key, figure)
        if held is figure or (held.digits, held.status) == (figure.digits, figure.status):
            return
        if held.status is figure.status and _is_rounding(held.digits, figure.digits):
            self.figures[key] = max(held, figure, key=lambda each: _places(each.digits))
            return
        other = f"{held.digits or 'no figure'} in {held.grid.sheet or held.grid.file}, {held.cell}"
        found = f"{figure.digits or 'no figure'} for {' '.join(key[1:])}, which has {other}"
        self.ask(Weight.STOPS, figure.grid, found=found, expected="one figure", at=(figure.row, figure.column))

    def shortened(self) -> Iterator[Query]:
        """The queries, those of one kind in one sheet no more than twenty times, the rest counted."""
        seen: dict[tuple[str, str, str, str], int] = {}
        for query in self.queries:
            kind = (query.weight, query.file, query.sheet, query.expected)
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] <= MOST_OF_A_KIND:
                yield query
        for (weight, file, sheet, expected), times in seen.items():
            if times > MOST_OF_A_KIND:
                found = f"the same {times - MOST_OF_A_KIND:,} times more"
                yield Query(weight=Weight(weight), file=file, sheet=sheet, found=found, expected=expected)


def _is_rounding(one: str, other: str) -> bool:
    """
    Whether two figures are one, rounded to different places.

    >>> _is_rounding("1.67", "1.6666"), _is_rounding("12", "12.4"), _is_rounding("1.6", "1.7"), _is_rounding("", "1")
    (True, True, False, False)
    """
    if not (one and other) or _places(one) == _places(other):
        return False
    unit = Decimal(1).scaleb(-min(_places(one), _places(other)))
    return abs(Decimal(one) - Decimal(other)) <= unit / 2


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])
