"""Angles: above, below or in line with the national rate."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

COUNT = 50
ABOVE, BELOW = 1.05, 0.95
FAR = 1.5  # half as high again is as far as "above" goes


@finds("above-national", code="A45", prior=0.35, claims=Claim.ABOVE, tells=[Tells.RATE, Tells.ROUTINE])
def above_national(facts: Facts) -> Candidates:
    """
    A rate per head at least 5 per cent above that of all forces in the country, on 50 seizures (manual A45).

    For a single drug the number must also be comparable with the year before, which is told beside it.
    """
    return facts.where(
        (facts.ratio >= ABOVE) & (facts.count >= COUNT) & _is_told_whole(facts),
        magnitude=(facts.ratio - 1) / (FAR - 1),
        because="{rate:,.0f} for every million people, against {national_rate:,.0f} nationally",
    )


@finds("below-national", code="A46", prior=0.30, claims=Claim.BELOW, tells=[Tells.RATE, Tells.ROUTINE])
def below_national(facts: Facts) -> Candidates:
    """A rate per head at least 5 per cent below that of all forces in the country: the mirror (manual A46)."""
    return facts.where(
        (facts.ratio <= BELOW) & (facts.count >= COUNT) & _is_told_whole(facts),
        magnitude=(1 / facts.ratio - 1) / (FAR - 1),
        because="{rate:,.0f} for every million people, against {national_rate:,.0f} nationally",
    )


@finds("in-line-with-national", code="A46", prior=0.15, tells=[Tells.RATE, Tells.ROUTINE])
def in_line(facts: Facts) -> Candidates:
    """A rate per head within 5 per cent of the country's: what is left to say where nothing stands out."""
    return facts.where(
        (facts.ratio > BELOW) & (facts.ratio < ABOVE) & facts.is_total,
        magnitude=0.0,
        because="{rate:,.0f} for every million people, against {national_rate:,.0f} nationally",
    )


def _is_told_whole(facts: Facts) -> pd.Series:
    return facts.is_total | facts.previous.notna()
