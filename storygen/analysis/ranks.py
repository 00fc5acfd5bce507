"""Places among forces, and how sure it is that the one on top belongs there."""

import numpy as np
import pandas as pd

from storygen.analysis.panel import Positions, Row

DRAWS = 1000
CONTENDERS = 12
SEED = 1  # of the draws, not of the wording: what is true does not depend on how it is said


def places(values: pd.Series, groups: list[pd.Series], *, from_top: bool = True) -> pd.Series:
    """
    Competition ranks within groups, 1 first; equal values share a place; NaN has none.

    >>> places(pd.Series([9.0, 7.0, 9.0]), [pd.Series(["a", "a", "a"])]).tolist()
    [1.0, 3.0, 1.0]
    """
    return values.groupby(groups, observed=True).rank(method="min", ascending=not from_top)


def chance_of_top(counts: Row, people: Row, dispersion: float, groups: Positions) -> Row:
    """
    The chance that each area has the highest underlying rate of its group, shape (areas,).

    Draws Normal(count, sqrt(dispersion * count)) `DRAWS` times for the `CONTENDERS` leading rates of each group, and
    counts how often each comes top (manual R13); the rest have no chance worth counting. NaN never comes top.

    >>> chance_of_top(np.array([900.0, 100.0]), np.array([1e6, 1e6]), 3, np.array([0, 0])).tolist()
    [1.0, 0.0]
    """
    rates = pd.Series(counts / people)
    contends = (rates.groupby(groups).rank(ascending=False, method="first") <= CONTENDERS).to_numpy()
    rivals = np.flatnonzero(contends)
    noise = np.random.default_rng(SEED).standard_normal((DRAWS, len(rivals)))
    drawn = (counts[rivals] + noise * np.sqrt(dispersion * counts[rivals])) / people[rivals]
    chance = np.zeros(len(counts))
    order = np.argsort(groups[rivals], kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(groups[rivals][order])) + 1):
        tops = rivals[members[drawn[:, members].argmax(axis=1)]] if len(members) else rivals
        chance += np.bincount(tops, minlength=len(counts)) / DRAWS
    return chance
