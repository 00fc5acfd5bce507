"""
The reports' editions: the figures a published report prints, laid over filler, as tables the newsroom can be run on.

Years up to 2018-19 are those embedded. In a later year every cell is FILLER – 2018-19 again – but for what a report
prints, and for a few cells of filler of its own that let a rank, a rate or a share of the report come out as printed.
Each cell's file says which it is: `report-003/2019-20.csv` or `filler/2019-20.csv`. Filler is no news of any force.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.figure import Cell
from storygen.model.topic import KnownIssue
from storygen.newsroom import produce
from storygen.office import Office, open_reader
from storygen.paths import shipped
from storygen.quoting import open_contacts
from storygen.writing import Desk

LAST_HELD = "2018-19"

ADDRESS = ["measure", "area", "category", "file", "row", "column"]

Key = tuple[str, str, str, str]
"""Measure, area, category and year of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    A published report as an edition: its number, whose it is, of which year, and the cells it needs.

    `prints` are the figures it gives itself, `filler` those made up so that what it says of ranks and rates holds.
    Values are as they would be typed.
    """

    number: str
    area: str
    year: str
    prints: Mapping[Key, str] = field(default_factory=dict)
    filler: Mapping[Key, str] = field(default_factory=dict)
    issues: tuple[KnownIssue, ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        """The years of the report that are not embedded, oldest first."""
        starts = range(int(LAST_HELD[:4]) + 1, int(self.year[:4]) + 1)
        return tuple(f"{start}-{(start + 1) % 100:02}" for start in starts)


def edition_of(report: Report, held: Dataset) -> Dataset:
    """The tables held, with the report's years after them."""
    rows = [row for year in report.years for row in _rows_of(year, report, held)]
    frame = pd.DataFrame(rows, columns=[*held.cells.columns, "typed"])
    addresses = zip(frame["file"], frame["row"], frame["column"], strict=True)
    printed = dict(zip((Cell(file=f, row=r, column=c) for f, r, c in addresses), frame["typed"], strict=True))
    missing = {*report.prints, *report.filler} - {tuple(row[:4]) for row in rows}
    if missing and report.years:
        raise AssertionError(f"the tables have no cell for {sorted(missing)}")
    return replace(
        held,
        topic=replace(held.topic, issues=(*held.topic.issues, *report.issues)),
        years=(*held.years, *report.years),
        cells=pd.concat([held.cells, frame.drop(columns="typed")], ignore_index=True),
        printed=MappingProxyType(ChainMap(printed, held.printed)),  # type: ignore[arg-type]  # the one held is read only
    )


def copy_of(report: Report, held: Dataset, desk: Desk) -> Copy:
    """The one piece of copy the newsroom makes for the report's area."""
    dataset = edition_of(report, held)
    office = Office(
        dataset=dataset,
        edition=Edition(year=report.year),
        desk=replace(desk, topic=dataset.topic),
        reader=open_reader(dataset),
        contacts=open_contacts(shipped("quotes") / dataset.topic.name, Path("no-such-folder")),
        areas=tuple(area for area in dataset.stories if area.slug == report.area),
    )
    (copy,) = produce(office)
    return copy


def _rows_of(year: str, report: Report, held: Dataset) -> list[tuple[object, ...]]:
    """A row a cell of the year, in the columns of the tables and as typed: 2018-19 again, unless something is known."""
    last = held.cells[(held.cells["year"] == LAST_HELD) & (held.cells["measure"] != "population")]
    rows: list[tuple[object, ...]] = []
    for measure, area, category, name, row, column in last[ADDRESS].astype(str).to_numpy().tolist():
        key = (measure, area, category, year)
        source = f"report-{report.number}" if key in report.prints else "filler"
        repeated = held.printed[Cell(file=name, row=row, column=column)]
        typed = report.prints.get(key) or report.filler.get(key) or repeated
        file = f"{source}/{measure}/{year}.csv"
        rows.append((*key, float(typed or "nan"), file, row, column.replace(LAST_HELD, year), typed))
    return rows
