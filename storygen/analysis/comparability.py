"""Which years may be compared: known defects and breaks taken out of the grid before anything is said."""

import numpy as np
import pandas as pd

from storygen.analysis.panel import NATIONAL, POLICE, Grid, Panel
from storygen.analysis.series import Flags
from storygen.model.topic import Effect, Kind, KnownIssue

EVERY = "*"
UNUSABLE = (Effect.PARTIAL, Effect.SUSPECT)


def comparable(panel: Panel) -> Grid:
    """
    The grid with every value blanked that may not be compared with the newest one.

    Taken out: cells known to be partial or suspect, and everything before the last break in the level, known or
    visible (manual B.1, A93). Shape as `panel.grid`.
    """
    return _after_last_break(usable(panel), panel)


def standing(panel: Panel) -> Grid:
    """
    The grid as published but for partial years, from the last break on; shape as `panel.grid`.

    A record must stand against suspect values too: a doubtful higher figure still contradicts "the highest". Part of a
    year contradicts nothing and supports nothing, so it is a gap.
    """
    return _after_last_break(_without(panel, (Effect.PARTIAL,)), panel)


def breaks(panel: Panel) -> Flags:
    """
    True where a value starts a new level, shape as `panel.grid`.

    A jump of the total is a break in every one of the area's categories; so, but for the total, is a large shift in
    how many seizures had no drug identified (manual A97, R12). The thresholds are the topic's.
    """
    grid, guards = usable(panel), panel.dataset.topic.guards
    is_total = np.asarray(panel.index.get_level_values(1) == panel.dataset.topic.total.slug)
    found = _leaps(grid, float(guards.category_jump), guards.category_jump_count)
    found[is_total] = _leaps(grid[is_total], float(guards.total_jump), 0)
    found |= _known_breaks(panel) | _doubtful_sums(panel) | (_unidentified_shifts(grid, panel) & ~is_total[:, None])
    areas = panel.index.get_level_values(0)
    total_of = {area: place for place, area in enumerate(areas[is_total])}
    in_total: Flags = found[is_total][[total_of[area] for area in areas]]
    return found | in_total


def covers(issue: KnownIssue, panel: Panel) -> Flags:
    """Which series of numbers of seizures an issue speaks of, shape (series,)."""
    areas, categories = panel.index.get_level_values(0), panel.index.get_level_values(1)
    if issue.measure not in {"all", panel.dataset.topic.measure}:
        return np.zeros(len(areas), dtype=np.bool_)
    here = np.asarray(areas == issue.area) | (issue.area == EVERY)
    here |= np.asarray(areas == POLICE) & (issue.area == NATIONAL)
    these = np.asarray(categories.isin(issue.categories)) | (EVERY in issue.categories)
    return here & these


def _after_last_break(grid: Grid, panel: Panel) -> Grid:
    broken = breaks(panel)
    newest = grid.shape[1] - 1
    last_break = np.where(broken.any(axis=1), newest - broken[:, ::-1].argmax(axis=1), 0)
    grid[np.arange(grid.shape[1]) < last_break[:, None]] = np.nan
    return grid


def usable(panel: Panel) -> Grid:
    """The grid with partial and suspect values blanked, on either side of any break; shape as `panel.grid`."""
    return _without(panel, UNUSABLE)


def in_doubt(panel: Panel) -> Flags:
    """Where a number is published and may not be used; shape as `panel.grid`."""
    lost: Flags = np.isnan(usable(panel)) & ~np.isnan(panel.grid)
    return lost


def _without(panel: Panel, effects: tuple[Effect, ...]) -> Grid:
    grid, years = panel.grid.copy(), np.array(panel.years)
    for issue in panel.dataset.topic.issues:
        if issue.effect in effects:
            grid[np.ix_(covers(issue, panel), (years >= issue.from_year) & (years <= issue.to_year))] = np.nan
    return grid


def _known_breaks(panel: Panel) -> Flags:
    found, years = np.zeros(panel.grid.shape, dtype=np.bool_), np.array(panel.years)
    for issue in panel.dataset.topic.issues:
        if issue.effect is Effect.BREAK:
            found[np.ix_(covers(issue, panel), years == issue.from_year)] = True
    return found


def _doubtful_sums(panel: Panel) -> Flags:
    """Where the country adds up the forces, and one's number is unusable in a year or in the one before."""
    found = np.zeros(panel.grid.shape, dtype=np.bool_)
    if not panel.dataset.topic.national_is_sum:
        return found
    areas, categories = panel.index.get_level_values(0), panel.index.get_level_values(1)
    is_force = np.asarray(areas.isin([area.slug for area in panel.forces]))
    is_lost = in_doubt(panel)
    for category in categories.unique():
        here = np.asarray(categories == category)
        lost = np.asarray(is_lost[here & is_force].any(axis=0))
        lost[1:] |= lost[:-1].copy()
        found[here & np.asarray(areas.isin([NATIONAL, POLICE]))] = lost
    return found


def _unidentified_shifts(grid: Grid, panel: Panel) -> Flags:
    """Where an area's share of unidentified seizures moved too far in a year, for each of its series."""
    topic, categories = panel.dataset.topic, panel.index.get_level_values(1)
    unknown = [each.slug for each in topic.categories if each.kind is Kind.UNKNOWN]
    areas, names = pd.factorize(panel.index.get_level_values(0))
    parts, wholes = np.zeros((2, len(names), grid.shape[1]))
    is_part, is_whole = np.asarray(categories.isin(unknown)), np.asarray(categories == topic.total.slug)
    parts[areas[is_part]], wholes[areas[is_whole]] = grid[is_part], grid[is_whole]
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = np.abs(np.diff(parts / wholes * 100, axis=1)) > float(topic.guards.unidentified_shift)
    return np.column_stack([np.zeros(len(names), dtype=np.bool_), shift])[areas]


def _leaps(grid: Grid, times: float, floor: int) -> Flags:
    """Where the larger of two years next to each other is so many times the smaller, and at least `floor`."""
    before, after = grid[:, :-1], grid[:, 1:]
    high, low = np.maximum(before, after), np.minimum(before, after)
    leaps = (high >= times * low) & (high >= floor) & (high > 0)
    return np.column_stack([np.zeros(len(grid), dtype=np.bool_), leaps])
