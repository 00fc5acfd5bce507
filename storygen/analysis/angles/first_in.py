"""Angles: the first rise, or fall, for some years."""

import pandas as pd

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

YEARS, LEAD_YEARS = 3, 4
BASE, LEAD_COUNT = 50, 100
MATTERS = 0.9  # of the weight readers give a drug: a lesser one is a further fact, not a story
LONG = 7  # years; after so many the turn is as striking as it gets


@finds("first-rise", code="A18", prior=0.72, claims=Claim.UP, tells=[Tells.NUMBERS])
def first_rise(facts: Facts) -> Candidates:
    """
    Up for the first time in three years or more, every year between being comparable.

    It leads after four years, on a hundred seizures of what readers care most about.

    The years are counted from the last rise to this one, so six falls in between make a first rise for seven years.
    """
    return facts.where(
        (facts.first_in >= YEARS)
        & (facts.direction > 0)
        & ~facts.is_flat
        & (facts.previous >= BASE)
        & facts.is_of_named_drugs,
        leads=_leads(facts),
        magnitude=facts.first_in / LONG,
        certainty=facts.is_notable.map({True: 1.0, False: 0.5}),
        because="first rise for {first_in} years, from {previous:,.0f} to {count:,.0f}",
    )


@finds("first-fall", code="A19", prior=0.72, claims=Claim.DOWN, tells=[Tells.NUMBERS])
def first_fall(facts: Facts) -> Candidates:
    """Down for the first time in three years or more: the mirror."""
    return facts.where(
        (facts.first_in >= YEARS) & (facts.direction < 0) & ~facts.is_flat & (facts.previous >= BASE),
        leads=_leads(facts),
        magnitude=facts.first_in / LONG,
        certainty=facts.is_notable.map({True: 1.0, False: 0.5}),
        because="first fall for {first_in} years, from {previous:,.0f} to {count:,.0f}",
    )


def _leads(facts: Facts) -> pd.Series:
    is_long, is_large = facts.first_in >= LEAD_YEARS, facts.columns["count"] >= LEAD_COUNT
    return is_long & is_large & (facts.weight >= MATTERS)
