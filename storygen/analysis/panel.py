"""The tables laid out as a grid, a series a row and a year a column, so that everything is worked out at once."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.figure import Cell

NATIONAL = "national"  # all authorities in the national table, or the forces added up where there is none
POLICE = "police"  # the territorial forces alone: national less border and transport police

Grid = npt.NDArray[np.float64]
Row = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Panel:
    """
    Numbers and quantities, series by year, with the address of each.

    `index` has a row a series (area, category), in the order of `grid` (numbers of what the topic counts) and `amounts`
    (quantities, in the topic's unit for the category), all of shape (series, years), NaN where nothing is held.
    `sources` and `amount_sources` give the row of `dataset.cells` each value came from, -1 for none; `people` the row
    of the population of an area (slug) in a year. Years run from the first held anywhere to the edition's.
    """

    dataset: Dataset
    edition: Edition
    index: pd.MultiIndex
    years: tuple[str, ...]
    grid: Grid
    sources: Positions
    amounts: Grid
    amount_sources: Positions
    people: dict[tuple[str, str], int] = field(default_factory=dict)

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

    @cached_property
    def forces(self) -> tuple[Area, ...]:
        """The areas that get a story, in the order of the tables."""
        return self.dataset.stories

    @cached_property
    def by_region(self) -> dict[str, tuple[Area, ...]]:
        """Those areas by their region."""
        found: dict[str, list[Area]] = {}
        for area in self.forces:
            found.setdefault(area.region, []).append(area)
        return {region: tuple(areas) for region, areas in found.items()}

    def address(self, position: int) -> Cell:
        """The cell a position in `dataset.cells` stands for."""
        file, row, column = (str(self._columns[name][position]) for name in ("file", "row", "column"))
        return Cell(file=file, row=row, column=column)

    def value_at(self, position: int) -> int:
        """The whole number at a position in `dataset.cells`."""
        return int(self._columns["value"][position])

    def decimal_at(self, position: int) -> Fraction:
        """The value at a position in `dataset.cells`, exactly as typed there."""
        return Fraction(self.dataset.printed[self.address(position)])

    def population(self, area: str, year: str) -> float:
        """Residents of an area in a year; NaN if not held."""
        position = self.people.get((area, year), -1)
        return float(self._columns["value"][position]) if position >= 0 else float("nan")

    def residents(self, year: str) -> dict[str, float]:
        """Residents of every area held, by slug, in a year."""
        return {area: self.population(area, year) for area, held in self.people if held == year}


def lay_out(dataset: Dataset, edition: Edition) -> Panel:
    """The panel of an edition: every series of numbers and quantities, up to that year and not beyond."""
    keyed = _key(dataset.cells, edition)
    counts = keyed[keyed["measure"].isin(dataset.topic.counts)]
    weights = keyed[keyed["measure"].isin(dataset.topic.amounts)]
    named = _in_order(pd.concat([counts, weights]), dataset)
    series = named["series"].to_numpy()
    years = np.sort(counts["year"].astype(str).unique())
    grid, sources = _spread(counts, series, years)
    amounts, amount_sources = _spread(weights, series, years)
    return Panel(
        dataset=dataset,
        edition=edition,
        index=pd.MultiIndex.from_frame(named[["area", "category"]]),
        years=tuple(years),
        grid=grid,
        sources=sources,
        amounts=amounts,
        amount_sources=amount_sources,
        people=_people(keyed[keyed["measure"] == "population"], dataset.cells),
    )


def _key(cells: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    """The cells up to the edition's year, with a whole number for each series: text is compared only once a name."""
    (area, _), (category, categories), (year, years) = (
        pd.factorize(cells[name]) for name in ("area", "category", "year")
    )
    keyed = cells[["measure", "year", "value"]].assign(series=area * len(categories) + category)
    return keyed[np.asarray(years.astype(str) <= edition.year)[year]]


def _in_order(keyed: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Each series once with its names, areas in the order of the tables and categories in the topic's."""
    firsts = keyed.drop_duplicates("series")
    named = dataset.cells.loc[firsts.index, ["area", "category"]].astype(str).assign(series=firsts["series"])
    areas = {area.slug: place for place, area in enumerate(dataset.areas)}
    categories = {category.slug: place for place, category in enumerate(dataset.topic.categories)}
    place = named.assign(
        area_place=named["area"].map(areas).fillna(len(areas)), category_place=named["category"].map(categories)
    )
    return place.sort_values(["area_place", "area", "category_place"])


def _spread(cells: pd.DataFrame, series: Positions, years: npt.NDArray[np.str_]) -> tuple[Grid, Positions]:
    """Values and the rows of the frame they came from, a series a row and a year a column."""
    grid = np.full((len(series), len(years)), np.nan)
    sources = np.full(grid.shape, -1, dtype=np.int64)
    code, names = pd.factorize(cells["year"])
    columns = pd.Index(years).get_indexer(names.astype(str))[code]
    rows = pd.Index(series).get_indexer(pd.Index(cells["series"]))
    held = columns >= 0
    grid[rows[held], columns[held]] = cells["value"].to_numpy()[held]
    sources[rows[held], columns[held]] = np.where(cells["value"].isna(), -1, cells.index.to_numpy())[held]
    return grid, sources


def _people(held: pd.DataFrame, cells: pd.DataFrame) -> dict[tuple[str, str], int]:
    named = cells.loc[held.index, ["area", "year"]].astype(str)
    return dict(zip(zip(named["area"], named["year"], strict=True), named.index, strict=True))


def with_country(panel: Panel) -> Panel:
    """
    The panel with the country in it: the forces added up, where the topic has no table of the nation, and police.

    The police are the territorial forces together: the nation less the other authorities.
    """
    topic = panel.dataset.topic
    if topic.national_is_sum:
        panel = _with(panel, NATIONAL, *_sum_of_forces(panel))
    index = panel.index
    categories = index[index.get_level_values(0) == NATIONAL].get_level_values(1)
    police = _block(panel, NATIONAL, categories)
    for slug in topic.police_less:
        police = police - _block(panel, slug, categories)
    return _with(panel, POLICE, categories, police)


def _sum_of_forces(panel: Panel) -> tuple[pd.Index, Grid]:
    """The categories all forces have a row for, and their numbers added up; NaN where a force has none."""
    categories = pd.Index(panel.index.get_level_values(1).unique())
    blocks = [_block(panel, area.slug, categories) for area in panel.forces]
    return categories, np.sum(blocks, axis=0)


def _with(panel: Panel, area: str, categories: pd.Index, grid: Grid) -> Panel:
    """The panel with an area whose numbers, a row a category, are in no cell of their own."""
    index = panel.index
    return replace(
        panel,
        index=index.append(pd.MultiIndex.from_product([[area], categories], names=index.names)),
        grid=np.vstack([panel.grid, grid]),
        sources=np.vstack([panel.sources, np.full(grid.shape, -1, dtype=np.int64)]),
        amounts=np.vstack([panel.amounts, np.full(grid.shape, np.nan)]),
        amount_sources=np.vstack([panel.amount_sources, np.full(grid.shape, -1, dtype=np.int64)]),
    )


def _block(panel: Panel, area: str, categories: pd.Index) -> Grid:
    """An area's values for the categories given, a row each; NaN where it has no such series."""
    rows = panel.index.get_indexer(pd.MultiIndex.from_product([[area], categories]))
    return np.where(rows[:, None] >= 0, panel.grid[rows], np.nan)
