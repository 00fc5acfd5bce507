"""Who led each year, and by how much more than chance: every force's rate in any year held, all categories at once."""

import numpy as np
import pandas as pd

from storygen.analysis.panel import Grid, Panel

COUNT = 20  # seizures, for a rank to be claimed (manual B.0)
LIKELY = 0.84  # standard errors clear of the next: a chance of 0.80 of truly being above it (manual C.1, R13)


def clearance(values: pd.Series, variance: pd.Series, groups: pd.Series) -> pd.Series:
    """
    By how many standard errors each value is above the next one down in its group; NaN for the lowest, 0 in a tie.

    >>> group = pd.Series(["a", "a", "a"])
    >>> clearance(pd.Series([9.0, 1.0, 5.0]), pd.Series([2.0, 2.0, 2.0]), group).tolist()
    [2.0, nan, 2.0]
    >>> clearance(pd.Series([9.0, 9.0, 5.0]), pd.Series([2.0, 2.0, 2.0]), group).tolist()
    [0.0, 0.0, nan]
    """
    order = pd.DataFrame({"group": groups, "value": values, "variance": variance})
    order = order.sort_values(["group", "value"], ascending=[True, False], kind="stable")
    below = order.groupby("group")[["value", "variance"]].shift(-1)
    clear: pd.Series = (order["value"] - below["value"]) / np.sqrt(order["variance"] + below["variance"])
    is_tied = order.duplicated(["group", "value"], keep=False) & order["value"].notna()
    return clear.mask(is_tied, 0.0).reindex(values.index)


def rates_in(columns: pd.DataFrame, panel: Panel, grid: Grid, back: int) -> pd.DataFrame:
    """Ranked forces' numbers in a grid so many years back, as rates per head, with the variance of each."""
    count = pd.Series(grid[columns.index, -1 - back], index=columns.index).where(columns["is_ranked"])
    people = columns["area"].map(panel.residents(panel.years[-1 - back]))
    guards = panel.dataset.topic.guards
    spread = columns["category"].map(guards.dispersion).fillna(guards.dispersion_default)
    return pd.DataFrame({"count": count, "rate": count / people, "variance": spread * count / people**2})


def leads(columns: pd.DataFrame, panel: Panel, usable: Grid, back: int) -> pd.Series:
    """Whether a force had the highest usable rate so many years back: not by chance, nor beside a doubtful one."""
    category, found = columns["category"], rates_in(columns, panel, usable, back)
    published = rates_in(columns, panel, panel.grid, back)["rate"]
    doubtful = published.where(found["rate"].isna()).groupby(category).transform("max")
    is_clear = clearance(found["rate"], found["variance"], category) > LIKELY
    is_top = found["rate"] == found["rate"].groupby(category).transform("max")
    return is_top & is_clear & (found["count"] >= COUNT) & ~(doubtful >= found["rate"])


def titles(columns: pd.DataFrame, panel: Panel, usable: Grid, comparable: Grid) -> pd.Series:
    """For how many years in a row before this one a force has led, its own numbers being comparable throughout."""
    found = pd.Series(0, index=columns.index)
    for back in range(1, len(panel.years)):
        is_held = ~np.isnan(comparable[columns.index, -1 - back])
        goes_on = (found == back - 1) & is_held & leads(columns, panel, usable, back)
        if not goes_on.any():
            break
        found += goes_on
    return found


def is_sound(columns: pd.DataFrame, panel: Panel) -> pd.Series:
    """Whether no guard on levels or jumps doubts the force's total this year: only such a force is named as a rival."""
    limits, level = panel.dataset.topic.guards, columns["rate"] / columns["median_rate"]
    is_far = (level < float(limits.level_low)) | (level > float(limits.level_high))
    doubted = columns["is_total"] & (is_far | columns["has_jumped"])
    return ~columns["area"].isin(columns["area"][doubted])
