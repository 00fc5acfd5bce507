"""Places among forces, and how sure it is that the one on top belongs there."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.analysis.panel import Row

DRAWS = 1000


def places(values: pd.Series, groups: list[pd.Series], *, from_top: bool = True) -> pd.Series:
    """
    Competition ranks within groups, 1 first; equal values share a place; NaN has none.

    >>> places(pd.Series([9.0, 7.0, 9.0]), [pd.Series(["a", "a", "a"])]).tolist()
    [1.0, 3.0, 1.0]
    """
    return values.groupby(groups, observed=True).rank(method="min", ascending=not from_top)


def chance_of_top(counts: Row, people: Row, dispersion: float, groups: npt.NDArray[np.int64], seed: int) -> Row:
    """
    The chance that each area has the highest underlying rate of its group, shape (areas,).

    Draws Normal(count, sqrt(dispersion * count)) for every area, `DRAWS` times, and counts how often each comes top
    (manual C.1, R13 and "Intervals"). Counts need not be whole; NaN never comes top.

    >>> chance_of_top(np.array([900.0, 100.0]), np.array([1e6, 1e6]), 3, np.array([0, 0]), seed=1).tolist()
    [1.0, 0.0]
    """
    noise = np.random.default_rng(seed).standard_normal((DRAWS, len(counts)))
    drawn = (counts + noise * np.sqrt(dispersion * counts)) / people
    drawn = np.where(np.isnan(drawn), -np.inf, drawn)
    chance = np.zeros(len(counts))
    for group in np.unique(groups):
        members = np.flatnonzero(groups == group)
        tops = members[drawn[:, members].argmax(axis=1)]
        chance += np.bincount(tops, minlength=len(counts)) / DRAWS
    return np.where(np.isnan(counts), 0, chance)
