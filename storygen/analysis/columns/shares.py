"""Columns: what part of an area's seizures a category was found in."""

import pandas as pd

from storygen.analysis.panel import POLICE, Grid, Panel
from storygen.model.topic import Kind


def shares(columns: pd.DataFrame, panel: Panel, _: Grid) -> dict[str, pd.Series]:
    """
    Shares of all seizures, in per cent, each of shape (series,); they overlap and do not add to 100.

    share; national_share, the same for the territorial forces together; unidentified, the share of the area's
    seizures in which the drug was not identified; unnamed_part, what part of the total's growth on the year before was
    of such seizures (1 is all of it); item_place, the category's place among the area's items by count.
    """
    topic = panel.dataset.topic
    total = columns[columns["is_total"]].set_index("area")["count"]
    share = columns["count"] / columns["area"].map(total) * 100
    national = pd.Series(share.to_numpy(), index=columns["category"])[(columns["area"] == POLICE).to_numpy()]
    unknown = [each.slug for each in topic.categories if each.kind is Kind.UNKNOWN]
    unidentified = pd.Series(share.to_numpy(), index=columns["area"])[columns["category"].isin(unknown).to_numpy()]
    is_unknown = columns["category"].isin(unknown)
    unnamed = _growth(columns[is_unknown])
    whole = _growth(columns[columns["is_total"]])
    items = columns["count"].where(columns["is_item"])
    return {
        "share": share,
        "national_share": columns["category"].map(national),
        "unnamed_part": columns["area"].map(unnamed / whole),
        "unidentified": columns["area"].map(unidentified),
        "item_place": items.groupby(columns["area"]).rank(method="first", ascending=False),
    }


def _growth(rows: pd.DataFrame) -> pd.Series:
    """How many more than the year before, as published, by area."""
    return (rows["count"] - rows["printed_before"]).set_axis(rows["area"])
