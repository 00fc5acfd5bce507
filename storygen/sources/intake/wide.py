"""Reads a wide table: a label at the head of each row, a heading over each column, a figure where they meet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from storygen.model.release import Taken, Weight
from storygen.sources.intake.desk import ALIAS, Desk, short, wanted
from storygen.sources.intake.harvest import Figure, Key
from storygen.sources.intake.headings import Table, meaning_of_rows
from storygen.sources.intake.labels import Column, Names, key
from storygen.sources.intake.layouts import Filing
from storygen.sources.intake.totals import check_totals
from storygen.sources.intake.values import Reader
from storygen.sources.workbooks.grid import Broken, Value, column_letters, text_of


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a label: where it stands, what it says, what that means (None if unknown) and its cells."""

    row: int
    label: str
    meaning: str | None
    cells: dict[int, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A table, the measure and year it is of, and the desk it is read at."""

    table: Table
    filing: Filing
    year: str
    desk: Desk

    def ask(self, weight: Weight, *, found: str, expected: str, at: tuple[int | None, int | None]) -> None:
        """Put a query about a row and column of the table's sheet."""
        self.desk.harvest.ask(weight, self.table.grid, found=found, expected=expected, at=at)


def read_wide(job: Job) -> None:
    """Read the figures of a table into the harvest, and ask about what is not understood."""
    lines = list(_lines(job.table, job.desk.names))
    rows = (
        _told_apart(lines, job.desk) if job.table.layout.rows == "area" else {each.row: each.meaning for each in lines}
    )
    figures: dict[Key, Figure] = {}
    seen: dict[str, Line] = {}
    for line in lines:
        meaning = rows[line.row]
        if meaning is None:
            _ask_about(line, job)
        elif meaning in seen:
            _ask_about_second(line, seen[meaning], job)
        else:
            seen[meaning] = line
            figures |= _figures(job, line, meaning)
    _ask_about_columns(job, [job.table.grid.lines[each.row] for each in seen.values()])
    _hand_on(figures, job)


def _lines(table: Table, names: Names) -> Iterator[Line]:
    means = meaning_of_rows(table.layout, names)
    beside = [place for place in range(max(table.columns)) if place not in table.columns]
    for row in range(table.head + 1, table.end):
        line = table.grid.lines[row]
        cells = {place: line[place] if place < len(line) else "" for place in table.columns}
        labels = (line[place] for place in (table.labels, *beside) if place < len(line))
        label = next((each for each in labels if text_of(each)), "")
        found = means(label) if label != "" else None
        if label != "" or any(text_of(cell) for cell in cells.values()):
            meaning = found.category if isinstance(found, Column) else found
            yield Line(row, text_of(label), None if meaning is None else str(meaning), cells)


def _told_apart(lines: list[Line], desk: Desk) -> dict[int, str | None]:
    """
    By row, the area or the group it is of, where a label may be either.

    A region and a force in it may share a name. Where two rows do, the region is the one with the larger figures; a
    single one is the force.
    """
    names = desk.names
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        slug = names.area(line.label)
        if slug and names.group(line.label):
            alike[slug].append(line)
    groups = {max(same, key=lambda line: _size(line, desk.reader)).row for same in alike.values() if len(same) > 1}
    return {
        line.row: names.group(line.label) if line.row in groups else names.area(line.label) or names.group(line.label)
        for line in lines
    }


def _size(line: Line, reader: Reader) -> Decimal:
    """What the figures of a row come to, whatever they are of: enough to tell a region from a force in it."""
    found = (reader.read(cell, whole=False).digits for cell in line.cells.values())
    return sum((Decimal(digits) for digits in found if digits), Decimal(0))


def _figures(job: Job, line: Line, meaning: str) -> dict[Key, Figure]:
    """The figures of a row; what is none is asked about."""
    found: dict[Key, Figure] = {}
    for place, value in line.cells.items():
        column = job.table.columns[place]
        times = column.times if isinstance(column, Column) else None
        reading = job.desk.reader.read(value, whole=job.filing.values == "whole", times=times)
        if reading.fault:
            job.ask(Weight.STOPS, found=reading.fault, expected=wanted(job.filing), at=(line.row, place))
        else:
            figure = Figure(reading.digits, reading.status, job.table.grid, line.row, place)
            found[_key(job, meaning, place)] = figure
    return found


def _key(job: Job, meaning: str, place: int) -> Key:
    """What a cell is of: what its row, its column and the table's own titles say, each on its axis."""
    layout, column = job.table.layout, job.table.columns[place]
    along = {layout.rows: meaning, layout.columns: column.category if isinstance(column, Column) else column}
    return (
        job.filing.measure,
        along.get("area", job.filing.area or ""),
        along.get("category", job.filing.category or ""),
        along.get("year", along.get("mid-year", job.year)),
    )


def _hand_on(figures: dict[Key, Figure], job: Job) -> None:
    """Hand the figures of areas on; hold those of groups against what they add up."""
    table, names, harvest = job.table, job.desk.names, job.desk.harvest
    if table.layout.rows == "area":
        check_totals(figures, job.filing, job.desk)
        figures = {each: figure for each, figure in figures.items() if names.is_area(each[1])}
    for each, figure in figures.items():
        harvest.add(each, figure)
    last = column_letters(max(table.columns))
    harvest.tables.append(
        Taken(
            file=table.grid.file, sheet=table.grid.sheet, layout=table.layout.title, measure=job.filing.measure,
            range=f"{column_letters(table.labels)}{table.head + 1}:{last}{table.end}",
            years=tuple(sorted({each[3] for each in figures})),
            areas=len({each[1] for each in figures}),
            categories=len({each[2] for each in figures}),
            figures=sum(figure.digits != "" for figure in figures.values()),
        )
    )  # fmt: skip


def _ask_about(line: Line, job: Job) -> None:
    """A row nobody knows: with figures it is asked about, without it is a note."""
    readings = [job.desk.reader.read(cell, whole=False) for cell in line.cells.values()]
    at = (line.row, None)
    if not any(each.digits for each in readings) and not any(isinstance(each, Broken) for each in line.cells.values()):
        job.ask(Weight.NOTES, found=f"'{short(line.label)}'", expected="a note, not figures", at=at)
    elif job.desk.names.several(line.label):
        job.ask(Weight.STOPS, found=f"two names in one row, '{short(line.label)}'", expected="a row for each", at=at)
    else:
        job.ask(Weight.ASKS, found=f"figures of '{short(line.label)}'", expected=ALIAS, at=at)


def _ask_about_second(line: Line, first: Line, job: Job) -> None:
    is_same = list(map(text_of, line.cells.values())) == list(map(text_of, first.cells.values()))
    weight, which = (Weight.ASKS, "the same row") if is_same else (Weight.STOPS, "another row")
    found = f"{which} of '{short(line.label)}' as in row {first.row + 1}"
    job.ask(weight, found=found, expected="one row of each name", at=(line.row, None))


def _ask_about_columns(job: Job, known: list[list[Value]]) -> None:
    """Ask about columns with figures in the known rows under a heading nobody knows."""
    ignored = {key(each) for each in job.table.layout.ignored}
    width = max(map(len, known), default=0)
    for place in sorted(set(range(job.table.labels + 1, width)) - set(job.table.columns)):
        heading = _heading(job.table, place)
        cells = [line[place] for line in known if place < len(line)]
        if key(heading) not in ignored and any(job.desk.reader.read(cell, whole=False).digits for cell in cells):
            job.ask(Weight.ASKS, found=f"figures under '{short(heading)}'", expected=ALIAS, at=(None, place))


def _heading(table: Table, place: int) -> str:
    """The words over a column."""
    above = (table.grid.lines[row] for row in range(max(0, table.head - 1), table.head + 1))
    return " ".join(filter(None, (text_of(line[place]) for line in above if place < len(line))))
