"""The tables laid out as a grid, a series a row and a year a column, so that everything is worked out at once."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.figure import Cell

NATIONAL = "national"  # all authorities in the national table
POLICE = "police"  # the territorial forces alone: national less border and transport police

Grid = npt.NDArray[np.float64]
Row = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """
    Numbers of seizures, series by year, with the address of each.

    `index` has a row a series (area, category), in the order of `grid` and `sources`, both of shape (series, years).
    `grid` holds whole numbers or NaN; `sources` the row of `dataset.cells` a value came from, -1 for none.
    `people` maps an area's slug to the position of its population in `dataset.cells`, -1 if not held. Years run from
    the first held anywhere to the edition's.
    """

    dataset: Dataset
    edition: Edition
    index: pd.MultiIndex
    years: tuple[str, ...]
    grid: Grid
    sources: npt.NDArray[np.int64]
    people: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _columns(self) -> dict[str, npt.NDArray[np.object_]]:
        names = ("file", "row", "column", "value")
        return {name: self.dataset.cells[name].to_numpy(dtype=object) for name in names}

    @cached_property
    def rows(self) -> dict[tuple[str, str], int]:
        """Where each (area, category) stands in the grid."""
        return {key: place for place, key in enumerate(self.index)}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Every area by its slug."""
        return {area.slug: area for area in self.dataset.areas}

    def address(self, position: int) -> Cell:
        """The cell a position in `dataset.cells` stands for."""
        file, row, column = (str(self._columns[name][position]) for name in ("file", "row", "column"))
        return Cell(file=file, row=row, column=column)

    def value_at(self, position: int) -> int:
        """The whole number at a position in `dataset.cells`."""
        return int(self._columns["value"][position])

    def population(self, area: str) -> float:
        """Residents of an area in the edition's year; NaN if not held."""
        position = self.people.get(area, -1)
        return float(self._columns["value"][position]) if position >= 0 else float("nan")


def lay_out(dataset: Dataset, edition: Edition) -> Panel:
    """The panel of an edition: every series of numbers, up to that year and not beyond."""
    cells = dataset.cells
    counts = cells[cells["measure"].isin(("seizures", "national-seizures")) & (cells["year"] <= edition.year)]
    index = pd.MultiIndex.from_frame(counts[["area", "category"]].drop_duplicates())
    years = tuple(sorted(counts["year"].unique()))
    rows = index.get_indexer(pd.MultiIndex.from_frame(counts[["area", "category"]]))
    columns = pd.Index(years).get_indexer(pd.Index(counts["year"]))
    grid = np.full((len(index), len(years)), np.nan)
    sources = np.full(grid.shape, -1, dtype=np.int64)
    grid[rows, columns] = counts["value"].to_numpy()
    sources[rows, columns] = np.where(counts["value"].isna(), -1, counts.index.to_numpy())
    return Panel(
        dataset=dataset, edition=edition, index=index, years=years, grid=grid, sources=sources,
        people=_people(cells, edition),
    )  # fmt: skip


def _people(cells: pd.DataFrame, edition: Edition) -> dict[str, int]:
    held = cells[(cells["measure"] == "population") & (cells["year"] == edition.year)]
    return dict(zip(held["area"], held.index, strict=True))


def with_police(panel: Panel) -> Panel:
    """The panel with one more area, the territorial forces together: national less the other authorities."""
    index, topic = panel.index, panel.dataset.topic
    categories = index[index.get_level_values(0) == NATIONAL].get_level_values(1)
    police = _block(panel, NATIONAL, categories)
    for slug in topic.police_less:
        police = police - _block(panel, slug, categories)
    return replace(
        panel,
        index=index.append(pd.MultiIndex.from_product([[POLICE], categories], names=index.names)),
        grid=np.vstack([panel.grid, police]),
        sources=np.vstack([panel.sources, np.full(police.shape, -1, dtype=np.int64)]),
    )


def _block(panel: Panel, area: str, categories: pd.Index) -> Grid:
    """An area's values for the categories given, a row each; NaN where it has no such series."""
    rows = panel.index.get_indexer(pd.MultiIndex.from_product([[area], categories]))
    return np.where(rows[:, None] >= 0, panel.grid[rows], np.nan)
