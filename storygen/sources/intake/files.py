"""Reads a file sheet by sheet, each by the layout that knows most of it, and says what was left unread."""

from pathlib import Path

from storygen.errors import SourceError
from storygen.model.release import Original, Query, Weight
from storygen.sources.intake.desk import Desk, short
from storygen.sources.intake.headings import Table, find_tables
from storygen.sources.intake.labels import Column
from storygen.sources.intake.layouts import Layout, read_layouts
from storygen.sources.intake.long import find_long, read_long
from storygen.sources.intake.titles import is_kept, measure_of, year_of
from storygen.sources.intake.wide import Job, read_wide
from storygen.sources.workbooks import open_workbook
from storygen.sources.workbooks.grid import Grid


def read_file(path: Path, topic: str, edition: str | None, desk: Desk) -> Original:
    """Read one file; what is wrong with it as a whole is a query like any other."""
    harvest = desk.harvest
    try:
        book = open_workbook(path)
    except SourceError as fault:
        harvest.queries.append(
            Query(weight=Weight.STOPS, file=fault.dataset, found=fault.found, expected=fault.expected)
        )
        return Original(file=path.name, sha256="")
    expected = "a file of figures alone"
    harvest.queries += [
        Query(weight=Weight.NOTES, file=path.name, found=each, expected=expected) for each in book.remarks
    ]
    layouts = read_layouts(topic, desk.intake)
    if not sum(_read_sheet(grid, layouts, edition, desk) for grid in book.grids):
        shapes = "; ".join(layout.title for layout in layouts)
        found = "no table with headings storygen knows"
        harvest.queries.append(Query(weight=Weight.STOPS, file=path.name, found=found, expected=f"one of: {shapes}"))
    return Original(file=path.name, sha256=book.sha256)


def _read_sheet(grid: Grid, layouts: tuple[Layout, ...], edition: str | None, desk: Desk) -> int:
    """Read the tables of a sheet and count them, those that could not be read included."""
    table = find_long(grid, tuple(each for each in layouts if each.form == "long"))
    if table is not None:
        read_long(table, desk)
        return 1
    tables = find_tables(grid, tuple(each for each in layouts if each.form == "wide"), desk.names)
    for each in tables:
        _read_table(each, edition, desk)
    if not tables and any(isinstance(cell, (int, float)) for line in grid.lines for cell in line):
        found = "figures, but no table with headings storygen knows"
        desk.harvest.ask(Weight.NOTES, grid, found=found, expected="a table of the topic", at=(None, None))
    return len(tables)


def _read_table(table: Table, edition: str | None, desk: Desk) -> None:
    at, title = (table.head, None), short(" / ".join(table.titles[:2]))
    kept, filing, year = is_kept(table), measure_of(table, desk.intake), year_of(table, edition)
    is_dated = {table.layout.rows, table.layout.columns}.isdisjoint({"year", "mid-year"})
    if kept is False:
        found = f"a block of other authorities under '{title}'"
        desk.harvest.ask(Weight.NOTES, table.grid, found=found, expected="the block of all authorities", at=at)
    elif kept is None or filing is None:
        found = f"a table under '{title}' that does not say {'whose figures' if kept is None else 'what'} it gives"
        desk.harvest.ask(Weight.STOPS, table.grid, found=found, expected="a title that says so", at=at)
    elif is_dated and year is None:
        found, expected = f"a table under '{title}' that is not of one year", "a title with one year, or --edition"
        desk.harvest.ask(Weight.STOPS, table.grid, found=found, expected=expected, at=at)
    else:
        columns = [each for each in table.columns.values() if isinstance(each, Column)]
        if (
            filing.values == "measured"
            and any(each.times is None for each in columns)
            and table.layout.columns == "category"
        ):
            found, expected = "headings without a unit", "one each; the units of the tables held were taken"
            desk.harvest.ask(Weight.ASKS, table.grid, found=found, expected=expected, at=at)
        read_wide(Job(table=table, filing=filing, year=year or "", desk=desk))
