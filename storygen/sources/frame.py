"""Turns sheets into one data frame, a row a cell."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from storygen.sources.catalogue import Axis, Entry
from storygen.sources.contract import Labels
from storygen.sources.sheets import Sheet

COLUMNS = ("measure", "area", "category", "year", "value", "file", "row", "column")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A sheet that has passed its contract, with what its labels mean."""

    sheet: Sheet
    entry: Entry
    rows: Labels
    columns: Labels


def frame(tables: tuple[Checked, ...]) -> pd.DataFrame:
    """
    Every cell of the tables with the columns that `Dataset.cells` promises; blank cells are NaN.

    Where two tables have a cell for the same thing, that of the table given first.
    """
    parts = [_columns(table) for table in tables]
    cells = pd.DataFrame({name: np.concatenate([part[name] for part in parts]) for name in COLUMNS})
    return cells.drop_duplicates(["measure", "area", "category", "year"], ignore_index=True)


def _columns(table: Checked) -> dict[str, np.ndarray]:
    sheet, entry = table.sheet, table.entry
    height, width = len(sheet.rows), len(sheet.columns)
    along_rows = _repeat(sheet.rows, table.rows), _repeat(sheet.columns, table.columns)
    known = {
        entry.rows: np.repeat(along_rows[0], width),
        entry.columns: np.tile(along_rows[1], height),
    }

    def all_cells(text: str) -> np.ndarray:
        return np.full(height * width, text, dtype=object)

    def along(axis: Axis, fixed: str | None) -> np.ndarray:
        return known[axis] if axis in known else all_cells(fixed or "")

    year: Axis = "mid-year" if "mid-year" in known else "year"
    return {
        "measure": all_cells(entry.measure),
        "area": along("area", entry.area),
        "category": along("category", entry.category),
        "year": along(year, entry.year),
        "value": np.array([float(text or "nan") for line in sheet.grid for text in line]),
        "file": all_cells(sheet.file),
        "row": np.repeat(np.array(list(sheet.rows), dtype=object), width),
        "column": np.tile(np.array(list(sheet.columns), dtype=object), height),
    }


def _repeat(places: dict[str, int], labels: Labels) -> np.ndarray:
    return np.array([labels.meaning[label] for label in places], dtype=object)
