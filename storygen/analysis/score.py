"""How much news a candidate is, from 0 to 100."""

import numpy as np
import pandas as pd

from storygen.analysis.facts import Candidates

RARITY, MAGNITUDE, TOPIC, SIZE = 0.35, 0.25, 0.25, 0.15
FULL_SIZE = 3.0  # a count of a thousand is as large as size gets


def score(candidates: Candidates) -> pd.Series:
    """
    The news value of each candidate (manual B.4).

    trust x certainty x robustness x type x (rarity, magnitude, topic, size), times 100, plus what an editor adds.
    Rarity is how few areas share the angle on the same category.
    """
    worth = (
        RARITY * _rarity(candidates)
        + MAGNITUDE * candidates["magnitude"]
        + TOPIC * candidates["weight"]
        + SIZE * (np.log10(candidates["count"].clip(lower=1)) / FULL_SIZE).clip(upper=1)
    )
    doubt = candidates["trust"] * candidates["certainty"] * candidates["robustness"]
    value: pd.Series = (100 * doubt * candidates["prior"] * worth + candidates["boost"]).clip(0, 100)
    return value


def _rarity(candidates: Candidates) -> pd.Series:
    areas = candidates["pool"].clip(lower=2)
    alike = candidates.groupby(["slug", "category"])["area"].transform("count").clip(upper=areas)
    rarity: pd.Series = -np.log2(alike / areas) / np.log2(areas)
    return rarity
