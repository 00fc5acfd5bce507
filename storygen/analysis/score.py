"""How much news a candidate is, from 0 to 100."""

import numpy as np
import pandas as pd

from storygen.analysis.facts import Candidates
from storygen.model.topic import Guards

RARITY, MAGNITUDE, TOPIC, SIZE = 0.35, 0.25, 0.25, 0.15
UNIDENTIFIED_TRUST = 0.8
FULL_SIZE = 3.0  # a count of a thousand is as large as size gets


def score(candidates: Candidates, guards: Guards) -> pd.Series:
    """
    The news value of each candidate (manual B.4): trust x certainty x type x (rarity, magnitude, topic, size).

    Rarity is how few areas share the angle on the same category; trust falls where many drugs were not identified.
    """
    worth = (
        RARITY * _rarity(candidates)
        + MAGNITUDE * candidates["magnitude"]
        + TOPIC * candidates["weight"]
        + SIZE * (np.log10(candidates["count"].clip(lower=1)) / FULL_SIZE).clip(upper=1)
    )
    poorly_known = (candidates["unidentified"] > float(guards.unidentified_share)) & ~candidates["is_total"]
    trust = np.where(poorly_known, UNIDENTIFIED_TRUST, 1.0)
    value: pd.Series = 100 * trust * candidates["certainty"] * candidates["prior"] * worth
    return value


def _rarity(candidates: Candidates) -> pd.Series:
    areas = candidates["pool"].clip(lower=2)
    alike = candidates.groupby(["slug", "category"])["area"].transform("count").clip(upper=areas)
    rarity: pd.Series = -np.log2(alike / areas) / np.log2(areas)
    return rarity
