"""Columns: standing beside other forces – titles held, places moved, who moved most, the rest of a region."""

import numpy as np
import pandas as pd

from storygen.analysis import ranks
from storygen.analysis.comparability import usable
from storygen.analysis.leaders import clearance, is_sound, leads, rates_in, titles
from storygen.analysis.panel import Grid, Panel

BASE = 100  # seizures the year before, for a change in per cent to be ranked (manual B.1, A38)
OFTEN = 20  # seizures in both years, for a drug to count as one that moved (manual B.1, A42)


def standings(columns: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, pd.Series]:
    """
    How each force stands beside the others, each of shape (rows,); `columns` holds the places already.

    clear_below, standard errors to the next rate down, and margin_below, as a fraction; unsound_high, the highest rate
    of forces a guard doubts; titles, earlier years in a row the force led; is_taken, another led the year before;
    place_before. rise_place and fall_place by change in per cent, rise_clear and fall_clear to the next, movers, how
    many had 100 seizures the year before. number_place by count, and doubtful_number; risen, fallen and compared, how
    many forces; drugs, drugs_up and drugs_down of an area; rest_ratio, the rate beside the rest of a whole region's.
    """
    return {
        **_rates(columns, panel),
        **_earlier(columns, panel, grid),
        **_moves(columns),
        **_forces(columns),
        **_drugs(columns),
        "rest_ratio": columns["rate"] / _of_rest(columns, panel),
    }


def _rates(columns: pd.DataFrame, panel: Panel) -> dict[str, pd.Series]:
    category, rates = columns["category"], rates_in(columns, panel, usable(panel), 0)
    below = rates["rate"].sort_values(ascending=False).groupby(category).shift(-1).reindex(columns.index)
    return {
        "clear_below": clearance(rates["rate"], rates["variance"], category),
        "margin_below": rates["rate"] / below - 1,
        "unsound_high": columns["rate"].where(~is_sound(columns, panel)).groupby(category).transform("max"),
    }


def _earlier(columns: pd.DataFrame, panel: Panel, grid: Grid) -> dict[str, pd.Series]:
    nothing = pd.Series(np.nan, index=columns.index)
    if len(panel.years) == 1:
        return {"titles": nothing.fillna(0), "is_taken": nothing.notna(), "place_before": nothing}
    held, category = usable(panel), columns["category"]
    led = leads(columns, panel, held, 1)
    rivals = category[led & columns["rate"].notna() & is_sound(columns, panel)]
    place = ranks.places(rates_in(columns, panel, held, 1)["rate"], [category])
    return {
        "titles": titles(columns, panel, held, grid),
        "is_taken": category.isin(rivals) & ~led,
        "place_before": place.where(columns["previous"].notna()),
    }


def _moves(columns: pd.DataFrame) -> dict[str, pd.Series]:
    category, is_compared = columns["category"], columns["previous"] >= BASE
    change = columns["log_change"].where(is_compared)
    variance = 1 / columns["count"] + 1 / columns["previous"]
    return {
        "rise_place": ranks.places(change, [category]),
        "fall_place": ranks.places(change, [category], from_top=False),
        "rise_clear": clearance(change, variance, category),
        "fall_clear": clearance(-change, variance, category),
        "movers": change.groupby(category).transform("count"),
    }


def _forces(columns: pd.DataFrame) -> dict[str, pd.Series]:
    category, change = columns["category"], columns["newest"] - columns["previous"]
    return {
        "number_place": ranks.places(columns["newest"], [category]),
        "doubtful_number": columns["count"].where(columns["newest"].isna()).groupby(category).transform("max"),
        "risen": (change > 0).groupby(category).transform("sum"),
        "fallen": (change < 0).groupby(category).transform("sum"),
        "compared": change.groupby(category).transform("count"),
    }


def _drugs(columns: pd.DataFrame) -> dict[str, pd.Series]:
    is_often = (columns["newest"] >= OFTEN) & (columns["previous"] >= OFTEN)
    change = (columns["newest"] - columns["previous"]).where(columns["is_item"] & columns["is_subject"] & is_often)
    return {
        "drugs": change.groupby(columns["area"]).transform("count"),
        "drugs_up": (change > 0).groupby(columns["area"]).transform("sum"),
        "drugs_down": (change < 0).groupby(columns["area"]).transform("sum"),
    }


def _of_rest(columns: pd.DataFrame, panel: Panel) -> pd.Series:
    """The rate of a region's other forces together; NaN unless the region is ranked whole."""
    is_whole = columns["rate"].notna() & columns["regional_place"].notna()
    held = columns[["count", "people"]].where(is_whole)
    rest = held.groupby([columns["category"], columns["region"]]).transform("sum") - held
    count, people = rest["count"], rest["people"]
    return count / people.where(people > 0) * panel.dataset.topic.rate_per
