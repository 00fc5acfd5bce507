"""Paper: the tables as read – the one paper that carries a data frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

import pandas as pd

from storygen.model.area import Area
from storygen.model.figure import Cell
from storygen.model.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file of figures: what it holds, who published it in which edition, and its checksum (SHA-256)."""

    file: str
    title: str
    measure: str
    edition: str
    producer: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """
    Everything held on a topic.

    `cells` has one row a cell and the columns measure, area (slug; "national" in the national tables), category
    (slug), year ("2018-19"; a population has the year that starts in its calendar year), value (float64 holding
    whole numbers exactly; NaN where the source is blank), file, row and column (the cell's address).
    `printed` holds the same cells as typed in the file, by address, so that a second reader need not trust the frame.
    """

    topic: Topic
    areas: tuple[Area, ...]
    years: tuple[str, ...]
    tables: tuple[Table, ...]
    cells: pd.DataFrame
    printed: Mapping[Cell, str]

    def look_up(self, cell: Cell) -> Decimal | None:
        """The value typed in a cell, None if it is blank; KeyError if no table has such a cell."""
        text = self.printed[cell]
        return Decimal(text) if text else None

    @property
    def editions(self) -> tuple[str, ...]:
        """The years that can be written up: the nation's tables have them as well as the areas', if there are any."""
        if self.topic.national_is_sum:
            return self.years
        national = set(self.cells.loc[self.cells["area"] == "national", "year"])
        return tuple(year for year in self.years if year in national)

    @property
    def stories(self) -> tuple[Area, ...]:
        """The areas that get a story, in the order of the tables."""
        return tuple(area for area in self.areas if area.is_territorial)


def frozen(printed: dict[Cell, str]) -> Mapping[Cell, str]:
    """A read-only view, for the paper to carry."""
    return MappingProxyType(printed)
