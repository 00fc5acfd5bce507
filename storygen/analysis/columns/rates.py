"""Columns: seizures per head, and the national rate to hold them against."""

import pandas as pd

from storygen.analysis.panel import POLICE, Grid, Panel


def rates(columns: pd.DataFrame, panel: Panel, _: Grid) -> dict[str, pd.Series]:
    """
    Per-head figures, each of shape (series,), in seizures per `rate_per` residents.

    people; rate (NaN for an area that is not ranked, or a number not to be compared) and resident_rate (every area's);
    national_rate, of the territorial forces of the whole country; ratio of the two; national_change in per cent, of
    the same forces.
    """
    residents = panel.residents(panel.edition.year)
    people, everyone = columns["area"].map(residents), sum(residents.values())
    per = panel.dataset.topic.rate_per
    police = columns[columns["area"] == POLICE].set_index("category")
    resident_rate = columns["count"] / people * per
    rate = resident_rate.where(columns["is_ranked"] & columns["newest"].notna())
    national_rate = columns["category"].map(police["count"]) / everyone * per
    return {
        "people": people,
        "resident_rate": resident_rate,
        "rate": rate,
        "national_rate": national_rate,
        "ratio": rate / national_rate,
        "national_change": columns["category"].map(police["change"]),
    }
