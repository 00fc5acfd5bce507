"""One file of figures as typed: a grid of text under row and column labels."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from storygen.errors import SourceError
from storygen.model.figure import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    A file as typed, space at the edges of cells apart.

    `corner` is the heading over the row labels; `rows` and `columns` give each label its place; `grid` holds
    the text of the cells, row by row.
    """

    file: str
    corner: str
    rows: dict[str, int]
    columns: dict[str, int]
    grid: list[list[str]]

    def text(self, row: str, column: str) -> str:
        """What is typed in a cell; KeyError if there is no such row or column."""
        return self.grid[self.rows[row]][self.columns[column]]


class Printed(Mapping[Cell, str]):
    """Every cell of some sheets as typed, by address, without an object a cell until one is asked for."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        """Take the sheets, each with a file of its own."""
        self._sheets = {sheet.file: sheet for sheet in sheets}

    def __getitem__(self, cell: Cell) -> str:
        """What is typed in the cell; KeyError if no sheet has it."""
        try:
            return self._sheets[cell.file].text(cell.row, cell.column)
        except KeyError:
            raise KeyError(cell) from None

    def __iter__(self) -> Iterator[Cell]:
        """Every address, file by file and row by row."""
        for sheet in self._sheets.values():
            for row in sheet.rows:
                for column in sheet.columns:
                    yield Cell(file=sheet.file, row=row, column=column)

    def __len__(self) -> int:
        """How many cells there are, blank ones included."""
        return sum(len(sheet.rows) * len(sheet.columns) for sheet in self._sheets.values())


def read_sheet(folder: Path, file: str) -> Sheet:
    """
    The grid in a CSV file of `folder`.

    Raises SourceError for a file that is missing, empty, not UTF-8 or not CSV, a label given twice or left
    empty, and a row with too few or too many cells.
    """
    lines = _lines(folder, file)
    header, *body = lines
    columns = _places(file, header[1:], "column")
    rows = _places(file, [line[0] for line in body], "row")
    for label, line in zip(rows, body, strict=True):
        if len(line) != len(header):
            found = f"{len(line)} cells"
            raise SourceError(dataset=file, row=label, found=found, expected=f"{len(header)}, as in the header")
    return Sheet(file=file, corner=header[0], rows=rows, columns=columns, grid=[line[1:] for line in body])


def _lines(folder: Path, file: str) -> list[list[str]]:
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as opened:
            lines = [[cell.strip() for cell in line] for line in csv.reader(opened, strict=True) if line]
    except FileNotFoundError:
        raise SourceError(dataset=file, found="no such file", expected="a table of figures") from None
    except UnicodeDecodeError:
        found = "a character that is not UTF-8"
        raise SourceError(dataset=file, found=found, expected="a file saved as UTF-8") from None
    except csv.Error as refused:
        raise SourceError(dataset=file, found=f"broken CSV ({refused})", expected="cells between commas") from None
    except OSError as refused:
        found = f"a file that cannot be read ({refused.strerror})"
        raise SourceError(dataset=file, found=found, expected="a table of figures") from None
    if not any(cell for line in lines for cell in line):
        raise SourceError(dataset=file, found="an empty file", expected="a header and a row for each label")
    return lines


def _places(file: str, labels: list[str], axis: str) -> dict[str, int]:
    """The place of each label along an axis, "row" or "column"."""
    places: dict[str, int] = {}
    for place, label in enumerate(labels):
        where = {"row": label or place + 2} if axis == "row" else {"column": label or str(place + 2)}
        if not label:
            raise SourceError(dataset=file, found="no label", expected=f"the name of the {axis}", **where)
        if label in places:
            raise SourceError(dataset=file, found=f"the {axis} twice", expected=f"one {axis} of that name", **where)
        places[label] = place
    return places
