"""Reads a long table: a heading over each column, and in every row one cell of the published table, or a few."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from storygen.model.release import Status, Taken, Weight
from storygen.sources.intake.desk import ALIAS, Desk, short, wanted
from storygen.sources.intake.harvest import Figure, Key
from storygen.sources.intake.labels import key, variants
from storygen.sources.intake.layouts import Filing, Layout
from storygen.sources.intake.periods import financial, mid
from storygen.sources.workbooks.grid import Grid, Value, column_letters, text_of

Axis = tuple[str, int, Callable[[Value], str | None]]
"""An axis, its column, and what its labels mean."""

WITHIN = 100  # rows in which the heading of a long table must stand
AXES = ("area", "category", "year", "mid-year")
OTHERS = ("unit", "mark", "measure", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """A long table found: the row of its headings and the column of each role, counted from 0."""

    grid: Grid
    layout: Layout
    head: int
    roles: dict[str, int]
    strangers: dict[int, str]


@dataclass
class Tally:
    """Labels nobody knows, with how many rows of figures each has and the first of those rows."""

    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, role: str, label: str, row: int) -> None:
        """Count a row."""
        self.rows[role, label] += 1
        self.first.setdefault((role, label), row)


def find_long(grid: Grid, layouts: tuple[Layout, ...]) -> LongTable | None:
    """The long table of a sheet, by the layout that knows most of its headings; None if there is none."""
    found = [
        table for layout in layouts for row in range(min(WITHIN, len(grid.lines))) if (table := _at(grid, layout, row))
    ]
    return max(found, key=lambda table: len(table.roles), default=None)


def _at(grid: Grid, layout: Layout, row: int) -> LongTable | None:
    roles: dict[str, int] = {}
    strangers = {}
    written = {key(name): role for role, names in layout.headings.items() for name in names}
    ignored = {key(name) for name in layout.ignored}
    for place, cell in enumerate(grid.lines[row]):
        heading = text_of(cell) if isinstance(cell, str) else ""
        role = next((written[each] for each in variants(heading) if each in written), None)
        if role is not None and role not in roles:
            roles[role] = place
        elif heading and not ignored.intersection(variants(heading)):
            strangers[place] = heading
    if not _is_whole(layout, roles):
        return None
    return LongTable(grid=grid, layout=layout, head=row, roles=roles, strangers=strangers)


def _is_whole(layout: Layout, roles: dict[str, int]) -> bool:
    """Whether all axes of a layout are there, and something to read."""
    axes = {role for role in layout.headings if role in AXES}
    return axes <= roles.keys() and (bool(_measures(roles)) or {"measure", "value"} <= roles.keys())


def _measures(roles: dict[str, int]) -> dict[str, int]:
    return {role: place for role, place in roles.items() if role not in {*AXES, *OTHERS}}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A long table, the desk it is read at, and the labels nobody knew."""

    table: LongTable
    desk: Desk
    unknown: Tally = field(default_factory=Tally)

    def measures(self) -> list[tuple[Filing, int]]:
        """The measures that have a column of their own, and which."""
        intake = self.desk.intake
        return [(intake.filing(role), place) for role, place in _measures(self.table.roles).items()]

    def axes(self) -> list[Axis]:
        """Each axis with its column and what its labels mean, each label looked up once."""
        reads: dict[str, Callable[[Value], str | None]] = {
            "area": self._area, "category": self._category, "year": financial, "mid-year": mid,
        }  # fmt: skip
        return [(axis, self.table.roles[axis], cache(reads[axis])) for axis in AXES if axis in self.table.roles]

    def cell(self, line: list[Value], role: str) -> Value:
        """What a row has in the column of a role, blank if the table has none."""
        place = self.table.roles.get(role, len(line))
        return line[place] if place < len(line) else ""

    def _area(self, label: Value) -> str | None:
        return self.desk.names.area(text_of(label)) or self.desk.names.group(text_of(label))

    def _category(self, label: Value) -> str | None:
        column = self.desk.names.column(text_of(label))
        return column.category if column else None


def read_long(table: LongTable, desk: Desk) -> None:
    """Read the figures of a long table into the harvest, and ask about what is not understood."""
    job = _Job(table=table, desk=desk)
    before, axes, measures, grid = len(desk.harvest.figures), job.axes(), job.measures(), table.grid
    for row in range(table.head + 1, len(grid.lines)):
        what = _place(job, axes, row)
        if what is not None:
            for filing, place in measures or _named_measure(job, grid.lines[row]):
                _read_cell(job, filing, what, (row, place))
    for (role, label), times in job.unknown.rows.items():
        found, at = f"{times:,} rows of figures of the {role} '{short(label)}'", (job.unknown.first[role, label], None)
        desk.harvest.ask(Weight.ASKS, grid, found=found, expected=ALIAS, at=at)
    for place, heading in table.strangers.items():
        found, expected = f"a column headed '{short(heading)}'", "a heading storygen reads"
        desk.harvest.ask(Weight.NOTES, grid, found=found, expected=expected, at=(table.head, place))
    _say(job, list(desk.harvest.figures.items())[before:])


def _place(job: _Job, axes: list[Axis], row: int) -> dict[str, str] | None:
    """What a row is of, by axis; None for a region's or nation's, and for one nobody knows, which is counted."""
    line = job.table.grid.lines[row]
    at: dict[str, str] = {}
    for axis, place, meaning in axes:
        cell = line[place] if place < len(line) else ""
        found = meaning(cell)
        if found is None:
            if _has_figures(job, line):
                job.unknown.add(axis, text_of(cell), row)
            return None
        at[axis] = found
    return at if job.desk.names.is_area(at["area"]) else None


def _has_figures(job: _Job, line: list[Value]) -> bool:
    cells = (job.cell(line, role) for role in (*_measures(job.table.roles), "value"))
    return any(job.desk.reader.read(cell, whole=False).digits for cell in cells)


def _named_measure(job: _Job, line: list[Value]) -> list[tuple[Filing, int]]:
    """The measure a row names, and the column its value is in; none for a measure the topic does not file."""
    name = text_of(job.cell(line, "measure")).casefold()
    return [(each, job.table.roles["value"]) for each in job.desk.intake.measures if each.measure == name]


def _read_cell(job: _Job, filing: Filing, at: dict[str, str], place: tuple[int, int]) -> None:
    grid = job.table.grid
    line = grid.lines[place[0]]
    value = line[place[1]] if place[1] < len(line) else ""
    times, stranger = _unit(job, at, line) if filing.values == "measured" else (None, "")
    reading = job.desk.reader.read(value, whole=filing.values == "whole", times=times)
    if stranger and reading.digits:
        found, expected = f"a quantity of {at['category']} in '{stranger}'", "a unit storygen can turn into the topic's"
        job.desk.harvest.ask(Weight.STOPS, grid, found=found, expected=expected, at=place)
        return
    if reading.fault:
        job.desk.harvest.ask(Weight.STOPS, grid, found=reading.fault, expected=wanted(filing), at=place)
        return
    status = reading.status
    if status is Status.FINAL and "mark" in job.table.roles:
        status = job.desk.reader.status(text_of(job.cell(line, "mark"))) or status
    what = (filing.measure, at["area"], at.get("category", filing.category or ""), at.get("year") or at["mid-year"])
    job.desk.harvest.add(what, Figure(reading.digits, status, grid, *place))


def _unit(job: _Job, at: dict[str, str], line: list[Value]) -> tuple[Decimal | None, str]:
    """What to multiply a quantity by for the unit its row gives, and that unit if it cannot be."""
    written = text_of(job.cell(line, "unit"))
    if not written:
        return None, ""
    unit = job.desk.names.units.get(key(written))
    if unit is None or unit.unit != job.desk.names.unit_of(at["category"]):
        return None, written
    return unit.times, ""


def _say(job: _Job, fresh: list[tuple[Key, Figure]]) -> None:
    """Report the table, once for each measure it has."""
    table = job.table
    last = f"{column_letters(len(table.grid.lines[table.head]) - 1)}{len(table.grid.lines)}"
    for measure in dict.fromkeys(each[0] for each, _ in fresh):
        held = [(each, figure) for each, figure in fresh if each[0] == measure]
        job.desk.harvest.tables.append(
            Taken(
                file=table.grid.file, sheet=table.grid.sheet, layout=table.layout.title, measure=measure,
                range=f"A{table.head + 1}:{last}",
                years=tuple(sorted({each[3] for each, _ in held})),
                areas=len({each[1] for each, _ in held}),
                categories=len({each[2] for each, _ in held}),
                figures=sum(figure.digits != "" for _, figure in held),
            )
        )  # fmt: skip
