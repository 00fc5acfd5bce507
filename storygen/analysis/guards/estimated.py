"""Guard: the publisher estimated the number, in whole or in part."""

import numpy as np
import pandas as pd

from storygen.analysis.comparability import covers
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import demotes
from storygen.model.topic import Effect


@demotes(
    "estimated",
    code="A91",
    factor=0.6,
    because="the publisher estimated this number, in whole or in part",
)
def estimated(candidates: Candidates, facts: Facts) -> pd.Series:
    """A candidate about a number known to be estimated, this year's or the one it is compared with (manual A91)."""
    panel = facts.panel
    touched = np.zeros(len(panel.index), dtype=np.bool_)
    for issue in panel.dataset.topic.issues:
        if issue.effect is Effect.ESTIMATED and any(
            issue.from_year <= year <= issue.to_year for year in panel.years[-2:]
        ):
            touched |= covers(issue, panel)
    rows = panel.index.get_indexer(pd.MultiIndex.from_frame(candidates[["area", "category"]]))
    return pd.Series(touched[rows], index=candidates.index)


def estimates(facts: Facts) -> dict[str, dict[str, str]]:
    """By area and category, why the number of the edition's year is an estimate, as the known issue says it."""
    panel, found = facts.panel, dict[str, dict[str, str]]()
    for issue in panel.dataset.topic.issues:
        if issue.effect is Effect.ESTIMATED and issue.from_year <= panel.edition.year <= issue.to_year:
            for area, category in panel.index[covers(issue, panel)]:
                found.setdefault(area, {})[category] = issue.issue
    return found
