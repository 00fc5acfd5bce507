"""Angles: the steepest yearly rise, or fall, of the comparable years."""

import pandas as pd

from storygen.analysis.certainty import of_change
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import steepest_since
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Shown
from storygen.model.figure import Formula

YEARS = 8
BASE, LEAD_BASE = 50, 100


def _rise(evidence: Evidence, area: str, category: str) -> Shown:
    return {"since": steepest_since(evidence.series(area, category), Formula.RECORD_HIGH_SINCE)}


def _fall(evidence: Evidence, area: str, category: str) -> Shown:
    return {"since": steepest_since(evidence.series(area, category), Formula.RECORD_LOW_SINCE)}


@finds("steepest-rise", code="A21", prior=0.75, claims=Claim.UP, hides=["rise"], shows=_rise)
def steepest_rise(facts: Facts) -> Candidates:
    """
    A large rise, in per cent above every other yearly rise of the comparable years.

    Eligible with 8 usable years in a row, a gap being able to hide a steeper one, and 50 seizures the year before (100
    to lead, as for the rise it takes the place of). A zero in an earlier year forbids it, since nothing is measured in
    per cent of none. The year named is the second held, the first with a change (manual B.1, A21).
    """
    return facts.where(
        facts.is_steepest_rise & (facts.change > 0) & _is_eligible(facts) & facts.is_of_named_drugs,
        leads=facts.previous >= LEAD_BASE,
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="up {change:.1f} per cent, from {previous:,.0f} to {count:,.0f}, more than in any comparable year",
    )


@finds("steepest-fall", code="A21", prior=0.75, claims=Claim.DOWN, hides=["fall"], shows=_fall)
def steepest_fall(facts: Facts) -> Candidates:
    """A large fall, in per cent beyond every other yearly fall of the comparable years: the mirror (manual A21)."""
    return facts.where(
        facts.is_steepest_fall & (facts.change < 0) & _is_eligible(facts),
        leads=facts.previous >= LEAD_BASE,
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="down {change_size:.1f} per cent, from {previous:,.0f} to {count:,.0f}, "
        "more than in any comparable year",
    )


def _is_eligible(facts: Facts) -> pd.Series:
    is_measured = (facts.previous >= BASE) & (facts.record_low > 0)
    return facts.is_large & is_measured & (facts.usable_years >= YEARS)
