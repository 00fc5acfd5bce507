"""A sheet of a workbook as cells, before anyone knows what they mean."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple


class Broken(NamedTuple):
    """A cell that holds no value at all: an error, or a formula nobody has worked out; `shown` says which."""

    shown: str


Value = str | int | float | bool | date | datetime | time | timedelta | Broken

MOST_CELLS = 10_000_000  # rows times columns of one sheet; a reader makes room for all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """
    One sheet, from its first row and column on.

    Text in `lines` is without raised characters, which are footnote marks; a line may be shorter than the next.
    """

    file: str
    sheet: str
    lines: list[list[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file: its sheets, its checksum (SHA-256), and what a person should know of it, as sentences."""

    file: str
    sha256: str
    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What a spreadsheet reader gets wrong in one sheet, by row and column from 0: the value that should stand."""

    right: dict[tuple[int, int], Value]
    formulas: int = 0


def column_letters(place: int) -> str:
    """
    A column as spreadsheets name it, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of(value: Value) -> str:
    r"""
    A cell as a person reads it: spaces of any kind are one space, a whole number has no point.

    >>> text_of(2019.0), text_of("Avon\xa0& Somerset \n"), text_of(Broken("#N/A"))
    ('2019', 'Avon & Somerset', '#N/A')
    """
    if isinstance(value, Broken):
        return value.shown
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
