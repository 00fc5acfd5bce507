"""Finds wide tables by their headings, wherever they stand in a sheet and however many lines a heading takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from storygen.sources.intake.labels import Column, Names
from storygen.sources.intake.layouts import Layout
from storygen.sources.intake.periods import financial, mid
from storygen.sources.workbooks.grid import Grid, Value, text_of

DEEP = 3  # lines a heading may take
SEARCHED = 2_000  # rows; no sheet of wide tables is longer
LOOKED_AT = 200  # rows under a heading, to tell which column holds the labels

Meaning = Column | str
Lines = list[list[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    A table found in a sheet: from the row after `head` to before `end`, rows and columns counted from 0.

    `columns` says what each column of figures is of; `labels` is the column of row labels and `known` how many of
    them are known; `titles` are the lines above, the nearest first.
    """

    grid: Grid
    layout: Layout
    head: int
    end: int
    columns: dict[int, Meaning]
    labels: int
    known: int
    titles: tuple[str, ...]

    @property
    def size(self) -> int:
        """How much of it is known: the better of two readings has more."""
        return self.known * len(self.columns)


def find_tables(grid: Grid, layouts: tuple[Layout, ...], names: Names) -> list[Table]:
    """The wide tables of a sheet, from the top; of two layouts that claim the same rows, the one that knows more."""
    claims = [table for layout in layouts for table in _of_layout(grid, layout, names)]
    taken: list[Table] = []
    for claim in sorted(claims, key=lambda table: -table.size):
        if all(claim.head >= table.end or claim.end <= table.head for table in taken):
            taken.append(claim)
    return sorted(taken, key=lambda table: table.head)


def _of_layout(grid: Grid, layout: Layout, names: Names) -> Iterator[Table]:
    heads = list(_heads(grid.lines, layout, names))
    ends = [*(head for head, _ in heads), len(grid.lines)][1:]
    top = 0
    for (head, columns), end in zip(heads, ends, strict=True):
        labels, known = _label_column(grid.lines, head, end, columns, meaning_of_rows(layout, names))
        if known >= layout.least_rows:
            titles = _titles(grid, top, head, labels)
            yield Table(
                grid=grid, layout=layout, head=head, end=end, columns=columns, labels=labels, known=known, titles=titles
            )
        top = head + 1


def _heads(lines: Lines, layout: Layout, names: Names) -> Iterator[tuple[int, dict[int, Meaning]]]:
    """Each last line of a heading, with what its columns mean."""
    read = _years if layout.columns in {"year", "mid-year"} else _categories
    meaning = meaning_of_rows(layout, names)
    row = 0
    while row < min(len(lines), SEARCHED):
        columns = read(lines, row, layout, names)
        if len(columns) >= layout.least_columns:
            while row + 1 < len(lines) and not _is_body(lines[row + 1], meaning):
                further = read(lines, row + 1, layout, names)
                if len(further) < len(columns):
                    break
                columns, row = further, row + 1
            yield row, columns
        row += 1


def _is_body(line: list[Value], meaning: Callable[[Value], object]) -> bool:
    return _has_figures(line) or any(cell != "" and meaning(cell) is not None for cell in line[:DEEP])


def _categories(lines: Lines, row: int, _: Layout, names: Names) -> dict[int, Meaning]:
    found: dict[int, Meaning] = {}
    taken: set[str] = set()
    width = max(len(lines[each]) for each in _deep(row)) if _is_worded(lines[row]) else 0
    for place in range(width):
        for heading in _joined(lines, row, place):
            column = names.column(heading)
            if column is not None and column.category not in taken:
                found[place] = column
                taken.add(column.category)
                break
    return found


def _is_worded(line: list[Value]) -> bool:
    """Whether a line may be part of a heading: it has words and no figures."""
    return not _has_figures(line) and any(isinstance(cell, str) and cell.strip() for cell in line)


def _has_figures(line: list[Value]) -> bool:
    return any(isinstance(cell, (int, float)) or text_of(cell)[:1].isdigit() for cell in line)


def _years(lines: Lines, row: int, layout: Layout, names: Names) -> dict[int, Meaning]:
    """The years of a heading; figures that look like years are none, being behind a label or out of order."""
    read, label = (financial if layout.columns == "year" else mid), meaning_of_rows(layout, names)
    if any(cell != "" and label(cell) is not None for cell in lines[row][:DEEP]):
        return {}
    found = {place: year for place, cell in enumerate(lines[row]) if cell != "" and (year := read(cell))}
    starts = [int(year[-4:] if year.startswith("mid") else year[:4]) for year in found.values()]
    steps = {after - before for before, after in pairwise(starts)}
    return dict(found) if len(steps) <= 1 and steps <= {1, -1} else {}


def _deep(row: int) -> range:
    return range(max(0, row - DEEP + 1), row + 1)


def _joined(lines: Lines, row: int, place: int) -> Iterator[str]:
    """The ways to read a heading of several lines, the fullest first; a heading above may reach over columns."""
    own = [_text(lines, each, place) for each in _deep(row)]
    above = [_filled(lines, each, place) for each in _deep(row)][:-1]
    for depth in range(len(above), 0, -1):
        yield " ".join(filter(None, (*above[-depth:], own[-1]))) if own[-1] else ""
    for depth in range(len(own), 0, -1):
        yield " ".join(filter(None, own[-depth:]))


def _text(lines: Lines, row: int, place: int) -> str:
    cell = lines[row][place] if place < len(lines[row]) else ""
    return text_of(cell) if isinstance(cell, str) else ""


def _filled(lines: Lines, row: int, place: int) -> str:
    """The text of a cell, or of the nearest one to its left: what a merged heading reaches over."""
    return next((text for each in range(place, -1, -1) if row >= 0 and (text := _text(lines, row, each))), "")


def meaning_of_rows(layout: Layout, names: Names) -> Callable[[Value], object]:
    """What a row label means under a layout: None if nothing."""
    if layout.rows == "area":
        return lambda label: names.area(text_of(label)) or names.group(text_of(label))
    if layout.rows == "category":
        return lambda label: names.column(text_of(label))
    return financial if layout.rows == "year" else mid


def _label_column(
    lines: Lines, head: int, end: int, columns: dict[int, Meaning], meaning: Callable[[Value], object]
) -> tuple[int, int]:
    """The column left of the last figures in which most labels are known, and how many."""
    body = lines[head + 1 : min(end, head + 1 + LOOKED_AT)]
    counts = {
        place: sum(place < len(line) and line[place] != "" and meaning(line[place]) is not None for line in body)
        for place in range(max(columns))
        if place not in columns
    }
    best = max(counts, key=lambda place: (counts[place], -place), default=0)
    return best, counts.get(best, 0)


def _titles(grid: Grid, top: int, head: int, labels: int) -> tuple[str, ...]:
    """The lines above a table, nearest first, then those at the head of the sheet, its name and the file's."""
    near = [_line(grid.lines[row]) for row in range(head, top - 1, -1)]
    corner = _text(grid.lines, head, labels)
    first = [_line(line) for line in grid.lines[: min(DEEP, head)]]
    lines = (corner, *near[1:], *first, grid.sheet, grid.file.rpartition(".")[0])
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(line: list[Value]) -> str:
    """The words of a line, if it is one of words: at most three cells, none a number."""
    words = [text_of(cell) for cell in line if cell != "" and not (isinstance(cell, str) and not cell.strip())]
    is_worded = len(words) <= DEEP and not any(isinstance(cell, (int, float)) for cell in line)
    return " ".join(words) if is_worded else ""
