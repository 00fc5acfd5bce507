"""Columns: places per head among all ranked forces and among those of a region, and how safe the top place is."""

import numpy as np
import pandas as pd

from storygen.analysis import ranks
from storygen.analysis.panel import Panel


def places(columns: pd.DataFrame, panel: Panel) -> dict[str, pd.Series]:
    """
    Ranks per head over the territorial forces given, each of shape (rows,); NaN for a force that is not ranked.

    place, place_from_bottom, pool (how many were ranked), margin (the leader's lead over the runner-up, as a fraction)
    and chance (that the force truly leads); the same with `regional_` before the name; median_rate over the pool;
    doubtful_high and doubtful_low, the extreme rates of forces whose number is held but may not be compared.

    The country's pool is printed, so it may lack a force; a region is named alone, so it may not. A force alone in a
    pool has no place in it.
    """
    country = pd.Series(0, index=columns.index)
    doubtful = columns["resident_rate"].where(columns["is_ranked"] & columns["rate"].isna())
    region = pd.Series(pd.factorize(columns["region"])[0], index=columns.index)
    return {
        **_among(columns, panel, country, "", must_be_whole=False),
        **_among(columns, panel, region, "regional_", must_be_whole=True),
        "median_rate": columns["rate"].groupby(columns["category"]).transform("median"),
        "doubtful_high": doubtful.groupby(columns["category"]).transform("max"),
        "doubtful_low": doubtful.groupby(columns["category"]).transform("min"),
    }


def _among(
    columns: pd.DataFrame, panel: Panel, group: pd.Series, prefix: str, *, must_be_whole: bool
) -> dict[str, pd.Series]:
    groups = [columns["category"], group]
    members = columns["is_ranked"].groupby(groups).transform("sum")
    held = columns["rate"].groupby(groups).transform("count")
    rate = columns["rate"].where(((held == members) | (not must_be_whole)) & (held > 1))
    top = rate.groupby(groups).transform("max")
    second = rate.where(rate < top).groupby(groups).transform("max")
    found = {
        "place": ranks.places(rate, groups),
        "place_from_bottom": ranks.places(rate, groups, from_top=False),
        "pool": rate.groupby(groups).transform("count"),
        "margin": top / second - 1,
        "chance": _chance(columns, panel, group),
    }
    return {prefix + name: column for name, column in found.items()}


def _chance(columns: pd.DataFrame, panel: Panel, group: pd.Series) -> pd.Series:
    guards = panel.dataset.topic.guards
    chance = pd.Series(np.nan, index=columns.index)
    for category, rows in columns.groupby("category", sort=False):
        chance[rows.index] = ranks.chance_of_top(
            rows["count"].where(rows["rate"].notna()).to_numpy(),
            rows["people"].to_numpy(),
            guards.dispersion.get(str(category), guards.dispersion_default),
            group[rows.index].to_numpy(),
        )
    return chance
