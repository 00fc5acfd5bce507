"""Angles: the highest or lowest number for some years, though not a record."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

GAP, LEAD_GAP = 3, 5
YEARS, LEAD_YEARS = 8, 10
COUNT, LEAD_COUNT = 20, 50


@finds("highest-since", code="A03", prior=0.70, claims=Claim.UP, tells=[Tells.HIGH])
def highest_since(facts: Facts) -> Candidates:
    """
    No number as high since a named year, 3 years back or more (5 to lead), with no missing year in between.

    A record high hides it (manual B.1, A03; B.2).
    """
    return facts.where(
        (facts.reach_high >= GAP)
        & facts.previous.notna()
        & ~facts.is_flat
        & facts.is_of_named_drugs
        & (facts.usable_years >= YEARS)
        & (facts.count >= COUNT),
        leads=_leads(facts, "reach_high"),
        magnitude=facts.reach_high / LEAD_YEARS,
        because="{count:,.0f} is the highest number since {since_high}, {reach_high} years back",
    )


@finds("lowest-since", code="A04", prior=0.65, claims=Claim.DOWN, tells=[Tells.LOW])
def lowest_since(facts: Facts) -> Candidates:
    """No number as low since a named year: the mirror of highest-since (manual B.1, A04)."""
    return facts.where(
        (facts.reach_low >= GAP)
        & facts.previous.notna()
        & ~facts.is_flat
        & (facts.usable_years >= YEARS)
        & (facts.count >= COUNT),
        leads=_leads(facts, "reach_low"),
        magnitude=facts.reach_low / LEAD_YEARS,
        because="{count:,.0f} is the lowest number since {since_low}, {reach_low} years back",
    )


def _leads(facts: Facts, reach: str) -> pd.Series:
    far = facts.columns[reach] >= LEAD_GAP
    return pd.Series(far & (facts.usable_years >= LEAD_YEARS) & (facts.columns["count"] >= LEAD_COUNT))
