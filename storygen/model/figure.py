"""Paper: a figure – its exact value, what it stands for, and the tree of cells it was worked out from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Unit(StrEnum):
    """What a value counts, which decides how it is rounded and printed."""

    COUNT = "count"
    PER_CENT = "per cent"
    POINTS = "percentage points"
    RATE = "rate"
    TIMES = "times"
    PLACE = "place"
    YEARS = "years"
    YEAR = "year"
    KG = "kg"
    DOSES = "doses"
    PLANTS = "plants"


class Formula(StrEnum):
    """
    How a figure follows from its inputs, in the order the inputs stand.

    A year is worked with as the calendar year it starts in: 2018 for 2018-19.
    """

    CELL = "cell"  # no inputs: the figure is one cell of a table
    AS_GIVEN = "as given"  # no inputs: one cell of a local fact; a hedge beside it is its source's own
    YEAR = "year"  # no inputs: the figure is its own period
    SUM = "sum"  # all inputs added
    LESS = "less"  # first input minus each of the others
    CHANGE = "change"  # (now, before): (now - before) / before * 100
    RATIO = "ratio"  # (now, before): now / before
    SHARE = "share"  # (part, whole): part / whole * 100
    RATE = "rate"  # (count, people): count / people * 1,000,000
    SIZE = "size"  # how many inputs there are
    MEDIAN = "median"  # the middle of the inputs, or the mean of the two in the middle
    PLACE_FROM_TOP = "place from top"  # (own, pool): 1 + how many of the pool's inputs are higher; pool is a SIZE
    PLACE_FROM_BOTTOM = "place from bottom"  # (own, pool): 1 + how many of the pool's inputs are lower
    HOW_MANY_UP = "how many up"  # how many of the inputs, each a difference, are above nought
    HOW_MANY_DOWN = "how many down"  # how many are below nought
    THOUSANDS = "thousands"  # (thousands): the input times 1,000
    MILESTONE = "milestone"  # (newest, ..., oldest): largest of 100, 500, 1,000, 5,000, 10,000 only newest reached
    RISES = "rises"  # (newest, ..., oldest): how many steps up in a row end in the newest
    FALLS = "falls"  # the same for steps down
    FIRST_RISE_IN = "first rise in"  # (newest, ..., oldest): years since the last step up before the newest
    FIRST_FALL_IN = "first fall in"  # the same for steps down
    HIGHEST_SINCE = "highest since"  # (newest, ..., oldest): year of the latest earlier value at least as high
    LOWEST_SINCE = "lowest since"  # the same for at most as high
    RECORD_HIGH_SINCE = "record high since"  # (newest, ..., oldest): oldest year, if every earlier value is lower
    RECORD_LOW_SINCE = "record low since"  # oldest year, if every earlier value is higher


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of an embedded or imported table, by file, row label and column label."""

    file: str
    row: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    A value established once, exactly, with all that is needed to establish it again.

    `value` is exact and unrounded; `means` says in words what it stands for; `period` is the year it speaks of,
    as `2018-19`. A figure read straight from a table has a `cell` and no `inputs`; any other has inputs and a
    `formula` that takes them in order.
    """

    value: Fraction
    unit: Unit
    means: str
    period: str
    formula: Formula
    inputs: tuple["Figure", ...] = ()
    cell: Cell | None = None

    def cells(self) -> Iterator[Cell]:
        """Every cell the figure rests on, in the order they are used; a cell used twice comes twice."""
        if self.cell is not None:
            yield self.cell
        for each in self.inputs:
            yield from each.cells()
