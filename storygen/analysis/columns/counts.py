"""Columns: this year's number, the year before's, and how large the change is for a number of that size."""

import numpy as np
import pandas as pd

from storygen.analysis.comparability import breaks
from storygen.analysis.labels import unsettled
from storygen.analysis.panel import Grid, Panel, Row
from storygen.analysis.series import Flags
from storygen.model.topic import Topic

FLAT, FEW = 1.0, 5.0  # per cent, and seizures or per cent: less is no movement (manual A14)
ONE_SIDED_95 = 1.645  # manual B.0, "large change"


def counts(_: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, Row | Flags]:
    """
    Numbers of seizures and their change, each of shape (series,).

    count; newest (the same, NaN where it may not be compared); printed_before, the year before's number as published;
    previous (the same, NaN unless the two years are comparable); change in per cent and change_size, the same
    without its sign; log_change; is_unsettled, a change within what a later edition may make of provisional numbers;
    is_flat, that or too small to call a movement; is_large, beyond chance and the usual spread of counts of that size;
    is_notable, beyond the usual spread alone; usual_change, the 90th percentile of such changes as a log ratio;
    has_jumped, whether this year starts a new level.
    """
    now, before = panel.grid[:, -1], _year_before(grid)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_change = _finite(np.log(now / before))
        change = _finite((now - before) / before * 100)
        spread = _banded(before, panel.dataset.topic, "spread")
        limit = ONE_SIDED_95 * np.sqrt(1 / now + 1 / before + spread**2)
    size = np.abs(change)
    is_unsettled = size <= unsettled(panel)
    return {
        "count": now,
        "newest": grid[:, -1],
        "printed_before": panel.grid[:, -2] if grid.shape[1] > 1 else before,
        "previous": before,
        "change": change,
        "change_size": size,
        "log_change": log_change,
        "is_unsettled": is_unsettled & (now != before),
        "is_flat": is_unsettled | (size < FLAT) | ((np.abs(now - before) <= FEW) & (size < FEW)),
        "is_large": np.abs(log_change) > limit,
        "is_notable": np.abs(log_change) > spread,
        "usual_change": _banded(before, panel.dataset.topic, "ninth_decile"),
        "has_jumped": breaks(panel)[:, -1],
    }


def _year_before(grid: Grid) -> Row:
    if grid.shape[1] == 1:
        return np.full(len(grid), np.nan)
    return np.where(np.isnan(grid[:, -1]), np.nan, grid[:, -2])


def _finite(values: Row) -> Row:
    return np.where(np.isfinite(values), values, np.nan)


def _banded(sizes: Row, topic: Topic, setting: str) -> Row:
    """A guard's setting for the size of each count."""
    bands = topic.guards.bands
    place = np.searchsorted([band.at_least for band in bands], sizes, side="right") - 1
    settings = np.array([float(getattr(band, setting)) for band in bands])
    setting_of: Row = settings[place.clip(0, len(bands) - 1)]
    return setting_of
