"""Columns: second places, the peak and the middle of a history, changes over years, and the step before this year's."""

from dataclasses import replace

import numpy as np
import pandas as pd

from storygen.analysis import series
from storygen.analysis.columns.counts import counts
from storygen.analysis.comparability import standing
from storygen.analysis.panel import Grid, Panel, Row
from storygen.analysis.series import Flags, Places

SPANS = (
    5,
    10,
)  # years a longer change is over, each with the years either side: fixed, so that none is picked for effect
QUARTER, MIDDLE = 0.25, 0.5

Column = Row | Flags | Places


def movements(columns: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, Column]:
    """
    Where the newest number lies in its own history, and how it got there, each of shape (series,).

    is_second_high, whether exactly one earlier year is at least as high, and the mirror for low; is_lone_high, whether
    the highest earlier number was reached in one year only; published_high, that number if doubtful ones count;
    peak_back, how many years back it lies, with trough_back, the mirror; lower, middle and upper, the quartiles of the
    earlier numbers; span (years), then and is_steady: the longer change, the number it starts from and whether the
    years either side of that one tell the same way; before_previous, the number two years before; was_large, whether
    last year's change was; is_steepest_rise and is_steepest_fall, in per cent, where no year between is missing.
    """
    published, earlier = standing(panel), _with_blank(grid[:, :-1])
    highest, lowest = columns["record_high"].to_numpy(), columns["record_low"].to_numpy()
    return {
        "is_second_high": (_reaching(published, grid[:, -1]) == 1) & (_reaching(grid, grid[:, -1]) == 1),
        "is_second_low": (_reaching(-published, -grid[:, -1]) == 1) & (_reaching(-grid, -grid[:, -1]) == 1),
        "is_lone_high": _reaching(published, highest) == 1,
        "is_lone_low": _reaching(-published, -lowest) == 1,
        "published_high": series.extreme_before(published),
        "peak_back": _years_back_to(highest, earlier),
        "trough_back": _years_back_to(lowest, earlier),
        "lower": _quantile(earlier, QUARTER),
        "middle": _quantile(earlier, MIDDLE),
        "upper": _quantile(earlier, 1 - QUARTER),
        **_longer(grid),
        **_step_before(columns, panel, grid),
        **_steepest(grid),
    }


def _with_blank(grid: Grid) -> Grid:
    """The grid with a blank year in front, so that a table of one year has an earlier one to find nothing in."""
    return np.column_stack([np.full(len(grid), np.nan), grid])


def _years_back_to(level: Row, earlier: Grid) -> Places:
    """How many years back a level was last met; 0 where there is no level."""
    return np.where(np.isnan(level), 0, 1 + (earlier[:, ::-1] == level[:, None]).argmax(axis=1))


def _reaching(grid: Grid, level: Row) -> Places:
    """How many earlier values are at least as high as a level."""
    return np.asarray((grid[:, :-1] >= level[:, None]).sum(axis=1))


def _quantile(values: Grid, part: float) -> Row:
    """
    The value below which a part of each row lies, between two values if need be; blanks are left out.

    >>> _quantile(np.array([[np.nan, 4.0, 1.0, 2.0]]), 0.25)
    array([1.5])
    """
    ordered, held = np.sort(values, axis=1), (~np.isnan(values)).sum(axis=1)
    place = part * (held - 1).clip(0)
    low = np.take_along_axis(ordered, np.floor(place).astype(int)[:, None], axis=1)[:, 0]
    high = np.take_along_axis(ordered, np.ceil(place).astype(int)[:, None], axis=1)[:, 0]
    return np.asarray(low + (high - low) * (place % 1))


def _longer(grid: Grid) -> dict[str, Column]:
    """The change over the longest span for which both ends, and the years either side of its start, are held."""
    span, is_steady, then = np.zeros(len(grid), np.int64), np.zeros(len(grid), np.bool_), np.full(len(grid), np.nan)
    for years in (each for each in SPANS if each + 1 < grid.shape[1]):
        starts = grid[:, -years - 2 : grid.shape[1] - years + 1]
        moves = np.sign(grid[:, -1:] - starts)
        is_held = ~np.isnan(moves).any(axis=1)
        span, then = np.where(is_held, years, span), np.where(is_held, starts[:, 1], then)
        is_steady = np.where(is_held, (moves == moves[:, :1]).all(axis=1), is_steady)
    return {"span": span, "then": then, "is_steady": is_steady}


def _step_before(columns: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, Column]:
    """What was said of the change a year ago: the same rule on the tables without the newest year."""
    if grid.shape[1] == 1:
        return {"before_previous": np.full(len(grid), np.nan), "was_large": np.zeros(len(grid), np.bool_)}
    then = counts(columns, replace(panel, years=panel.years[:-1], grid=panel.grid[:, :-1]), grid[:, :-1])
    return {"before_previous": then["previous"], "was_large": then["is_large"]}


def _steepest(grid: Grid) -> dict[str, Column]:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = _with_blank(grid[:, 1:] / grid[:, :-1])
    rise, fall = (~series.has_gap(grid) & series.is_above_all(sign * ratios) for sign in (1, -1))
    return {"is_steepest_rise": rise, "is_steepest_fall": fall}
