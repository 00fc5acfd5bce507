"""What one series says of its newest value, for all series at once: runs, records, how far back an extreme goes."""

import numpy as np
import numpy.typing as npt

from storygen.analysis.panel import Grid, Row

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def steps(grid: Grid) -> Grid:
    """
    The sign of each year's change: 1 up, -1 down, 0 level, NaN where either year is missing.

    >>> steps(np.array([[3.0, 5.0, 5.0, np.nan, 1.0]]))
    array([[ 1.,  0., nan, nan]])
    """
    return np.sign(np.diff(grid, axis=1))


def newest_step(grid: Grid) -> Row:
    """The sign of the last step of each series; NaN where there is none, or it cannot be told."""
    return steps(grid)[:, -1] if grid.shape[1] > 1 else np.full(len(grid), np.nan)


def run_length(grid: Grid) -> Places:
    """
    How many steps in a row, ending in the newest year, go the newest step's way; a tie or a gap ends a run.

    >>> run_length(np.array([[9.0, 1.0, 2.0, 3.0], [1.0, 2.0, np.nan, 3.0], [1.0, 2.0, 3.0, 3.0]]))
    array([2, 0, 0])
    """
    moves = steps(grid)
    if not moves.shape[1]:
        return np.zeros(len(grid), dtype=np.int64)
    same = (moves == moves[:, -1:]) & (moves != 0)
    found: Places = np.cumprod(same[:, ::-1], axis=1, dtype=np.int64).sum(axis=1)
    return found


def years_since_like_move(grid: Grid) -> Places:
    """
    How many years lie between the newest step and the last one that went the same way; 0 if there is none.

    A rise after six falls that followed a rise is the first for seven years. A missing year in between gives 0.

    >>> years_since_like_move(np.array([[1.0, 2.0, 1.0, 0.0, 5.0], [2.0, 1.0, np.nan, 0.0, 5.0]]))
    array([3, 0])
    """
    moves = steps(grid)
    if moves.shape[1] < 2:  # noqa: PLR2004 - one step has no step before it
        return np.zeros(len(grid), dtype=np.int64)
    backwards = moves[:, -2::-1]
    like = (backwards == moves[:, -1:]) & (moves[:, -1:] != 0)
    back_to_like, back_to_gap = _first_true(like), _first_true(np.isnan(backwards))
    return np.where(back_to_like < back_to_gap, back_to_like + 1, 0)


def _first_true(flags: Flags) -> Places:
    """The column of each row's first True; one past the last column where there is none."""
    found: Places = np.where(flags.any(axis=1), flags.argmax(axis=1), flags.shape[1])
    return found


def first_held(grid: Grid) -> Places:
    """
    The column of each series' first value; the last column where there is none.

    >>> first_held(np.array([[np.nan, 4.0, np.nan, 5.0]]))
    array([1])
    """
    held = ~np.isnan(grid)
    found: Places = np.where(held.any(axis=1), held.argmax(axis=1), grid.shape[1] - 1)
    return found


def has_gap(grid: Grid) -> Flags:
    """
    Whether a year is missing between a series' first value and its last column.

    >>> has_gap(np.array([[np.nan, 4.0, np.nan, 5.0], [np.nan, 4.0, 4.0, 5.0]]))
    array([ True, False])
    """
    found: Flags = (~np.isnan(grid)).sum(axis=1) < grid.shape[1] - first_held(grid)
    return found


def is_above_all(grid: Grid) -> Flags:
    """
    Whether the newest value is higher than every earlier one; False if there is no earlier one.

    >>> is_above_all(np.array([[1.0, np.nan, 2.0], [2.0, 1.0, 2.0], [np.nan, np.nan, 2.0]]))
    array([ True, False, False])
    """
    earlier, newest = grid[:, :-1], grid[:, -1]
    best = np.where(np.isnan(earlier), -np.inf, earlier).max(axis=1, initial=-np.inf)
    found: Flags = (newest > best) & np.isfinite(best)
    return found


def extreme_before(grid: Grid) -> Row:
    """The highest of the earlier values; NaN if there is none."""
    earlier = grid[:, :-1]
    best = np.where(np.isnan(earlier), -np.inf, earlier).max(axis=1, initial=-np.inf)
    return np.where(np.isfinite(best), best, np.nan)


def reaches_back(grid: Grid) -> Places:
    """
    The column of the latest earlier value at least as high as the newest; -1 if none, or a gap lies between.

    >>> reaches_back(np.array([[9.0, 2.0, 3.0, 4.0], [9.0, np.nan, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0]]))
    array([ 0, -1, -1])
    """
    as_high = grid[:, :-1] >= grid[:, -1:]
    missing = np.isnan(grid[:, :-1])
    columns = np.arange(grid.shape[1] - 1)
    latest = np.where(as_high, columns, -1).max(axis=1, initial=-1)
    gap = np.where(missing, columns, -1).max(axis=1, initial=-1)
    return np.where(latest > gap, latest, -1)
