"""How sure a claim of change is, as a number between 0 and 1."""

import numpy as np
import pandas as pd

from storygen.analysis.facts import Facts

ONE_SIDED_95 = 1.645
SURE, LIKELY, DOUBTFUL = 1.0, 0.5, 0.2


def of_change(facts: Facts) -> pd.Series:
    """1 for a change beyond chance and the usual spread, 0.5 beyond the spread alone, else 0.2 (manual B.4, S)."""
    return pd.Series(DOUBTFUL, index=facts.columns.index).mask(facts.is_notable, LIKELY).mask(facts.is_large, SURE)


def of_record(facts: Facts, record: pd.Series) -> pd.Series:
    """1 for a record broken (or undercut) by more than chance would, 0.5 by more than a usual chance, else 0.2."""
    with np.errstate(divide="ignore"):
        distance = pd.Series(np.log(facts.columns["count"] / record), index=facts.columns.index).abs()
    chance = np.sqrt(1 / facts.columns["count"] + 1 / record)
    beyond = pd.Series(DOUBTFUL, index=facts.columns.index).mask(distance > chance, LIKELY)
    return beyond.mask(distance > ONE_SIDED_95 * chance, SURE)
