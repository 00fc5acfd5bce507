"""Columns: quantities seized, in the unit of each category, beside those of the year before."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.analysis import series
from storygen.analysis.panel import Grid, Panel
from storygen.analysis.quantities import LEAST, TELLING, comparable_amounts, least

Column = npt.NDArray[np.generic] | pd.Series


def amounts(columns: pd.DataFrame, panel: Panel, _: Grid) -> dict[str, Column]:
    """
    Quantities seized and their change, each of shape (series,), NaN where a thing cannot be said.

    amount (kg, thousands of doses, or plants); amount_before, the year before's if comparable; amount_ratio of the two;
    unit; least_amount and telling_amount, under which a quantity is not told or no news; amount_record, the highest of
    the years before; amount_years, how many years a record stands on, from the first comparable number of seizures: 0
    if the quantity of any of them is missing or in doubt.

    A quantity of none is held as 0. A category without a unit has NaN throughout.
    """
    grid, dataset = comparable_amounts(panel), panel.dataset
    now, before = grid[:, -1], grid[:, -2] if grid.shape[1] > 1 else np.full(len(grid), np.nan)
    before = np.where(np.isnan(now), np.nan, before)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = now / before
    return {
        "amount": now,
        "amount_before": before,
        "amount_ratio": np.where(np.isfinite(ratio), ratio, np.nan),
        "amount_record": series.extreme_before(grid),
        "amount_years": _years(columns, panel, grid),
        "unit": columns["category"].map({each.slug: each.unit for each in dataset.topic.categories}),
        "least_amount": columns["category"].map(least(dataset, LEAST)),
        "telling_amount": columns["category"].map(least(dataset, TELLING)),
    }


def _years(columns: pd.DataFrame, panel: Panel, grid: Grid) -> Column:
    """How many years lie from the first comparable number to the newest, if a quantity is held for each."""
    years = np.array(panel.years)
    start = np.searchsorted(years, columns["window_start"].to_numpy(dtype=str))
    inside = np.arange(len(years)) >= start[:, None]
    found: Column = np.where((np.isnan(grid) & inside).any(axis=1), 0, inside.sum(axis=1))
    return found
