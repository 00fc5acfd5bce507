"""Columns: runs, records and how far back an extreme reaches, over the comparable years."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.analysis import series
from storygen.analysis.comparability import standing
from storygen.analysis.labels import unsettled
from storygen.analysis.panel import Grid, Panel

Column = npt.NDArray[np.generic]


def history(columns: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, Column]:
    """
    What the comparable years say of the newest, each of shape (series,).

    run (steps in a row that end this year) and direction (1 up, -1 down, 0 level); first_in (years since the last step
    the same way, 0 if none); usable_years, has_gaps, window_start (year);
    is_fresh, whether the comparable years begin only the year before, at a break; is_record_high and record_high, the
    highest earlier number, with the mirror for low; reach_high, how many years back the latest number at least as high
    lies (0 if none), and since_high, that year; with the mirror for low. A step that a later edition may turn round
    ends no run and is no first, and a margin that it may take away makes no record.
    """
    is_settled = ~columns["is_unsettled"].to_numpy()
    return {
        "run": series.run_length(grid) * is_settled,
        "direction": series.newest_step(grid),
        "first_in": series.years_since_like_move(grid) * is_settled,
        "usable_years": (~np.isnan(grid)).sum(axis=1),
        "has_gaps": series.has_gap(standing(panel)),
        "is_fresh": _is_fresh(panel, grid),
        "window_start": np.array(panel.years)[series.first_held(grid)],
        **_extremes(panel, grid, "high", 1),
        **_extremes(panel, grid, "low", -1),
    }


def _is_fresh(panel: Panel, grid: Grid) -> Column:
    start = series.first_held(grid)
    found: Column = (start >= grid.shape[1] - 2) & (start > series.first_held(panel.grid))
    return found


def _extremes(panel: Panel, grid: Grid, name: str, sign: int) -> dict[str, Column]:
    """The columns of one extreme: a low is a high of the grid turned over."""
    published = sign * standing(panel)
    back = series.reaches_back(published)
    is_sound = ~np.isnan(np.take_along_axis(grid, back[:, None], axis=1)[:, 0])
    back = np.where(is_sound, back, -1)  # the year named must itself be comparable
    extreme = sign * series.extreme_before(sign * grid)
    is_clear = ~(np.abs(grid[:, -1] - extreme) * 100 <= unsettled(panel) * extreme)
    return {
        f"is_record_{name}": series.is_above_all(published) & series.is_above_all(sign * grid) & is_clear,
        f"record_{name}": extreme,
        f"reach_{name}": np.where(back >= 0, grid.shape[1] - 1 - back, 0),
        f"since_{name}": np.array([*panel.years, ""])[back],
    }
