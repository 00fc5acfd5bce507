"""Guard: a number compared here has since been revised by its publisher."""

import numpy as np
import pandas as pd

from storygen.analysis.comparability import covers
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import demotes
from storygen.model.topic import Effect


@demotes(
    "revised",
    code="A92",
    factor=0.9,
    because="the number for this year or the last has since been revised by its publisher",
)
def revised(candidates: Candidates, facts: Facts) -> pd.Series:
    """A candidate about a number known to be revised, this year's or the one it is compared with (manual R18)."""
    panel = facts.panel
    compared = set(panel.years[-2:])
    touched = np.zeros(len(panel.index), dtype=np.bool_)
    for issue in panel.dataset.topic.issues:
        if issue.effect is Effect.REVISED and compared & {issue.from_year, issue.to_year}:
            touched |= covers(issue, panel)
    rows = panel.index.get_indexer(pd.MultiIndex.from_frame(candidates[["area", "category"]]))
    return pd.Series(touched[rows], index=candidates.index)
