"""Which quantities may be compared, and how much of a drug is enough to be worth telling."""

import numpy as np

from storygen.analysis.comparability import EVERY, UNUSABLE, breaks
from storygen.analysis.panel import Grid, Panel
from storygen.analysis.series import Flags
from storygen.model.dataset import Dataset
from storygen.model.topic import Effect, KnownIssue

MEASURES = {"all", "quantity"}
LEAST = {"kg": 1.0, "thousand doses": 0.1, "plants": 50.0}
"""Less than so much is not told, and not compared (manual B.0, "minimum counts")."""

TELLING = {"kg": 5.0, "thousand doses": 0.5, "plants": 100.0}
"""From so much, in both years, a swing or a record may be news."""

SLIP = 50.0
"""Times; quantities so far apart may be a slip of digits or of the unit."""


def comparable_amounts(panel: Panel) -> Grid:
    """
    The quantities with every value blanked that may not be compared with the newest; shape as `panel.amounts`.

    Taken out: cells known to be partial or suspect, and everything before the last break in the level of the same
    series of numbers, since whoever counts seizures in another way weighs others too (manual A93, A97).
    """
    grid, years = panel.amounts.copy(), np.array(panel.years)
    broken = breaks(panel)
    for issue in panel.dataset.topic.issues:
        if issue.effect in UNUSABLE:
            grid[np.ix_(_covered(issue, panel), (years >= issue.from_year) & (years <= issue.to_year))] = np.nan
        elif issue.effect is Effect.BREAK:
            broken[np.ix_(_covered(issue, panel), years == issue.from_year)] = True
    later_breaks = broken[:, ::-1].cumsum(axis=1)[:, ::-1] - broken
    grid[later_breaks > 0] = np.nan
    return grid


def least(dataset: Dataset, amounts: dict[str, float]) -> dict[str, float]:
    """A threshold of `LEAST` or `TELLING` by category, for those that have a quantity."""
    return {each.slug: amounts[each.unit] for each in dataset.topic.categories if each.unit}


def _covered(issue: KnownIssue, panel: Panel) -> Flags:
    """Which series of quantities an issue speaks of, shape (series,)."""
    areas, categories = panel.index.get_level_values(0), panel.index.get_level_values(1)
    here = np.asarray(areas == issue.area) | (issue.area == EVERY)
    these = np.asarray(categories.isin(issue.categories)) | (EVERY in issue.categories)
    found: Flags = here & these & (issue.measure in MEASURES)
    return found
