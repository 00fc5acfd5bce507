"""Angles: a run of rises or falls."""

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

STEPS, LEAD_STEPS = 3, 4
COUNT = 20
LONG = 6  # a run this long is as long as runs get in ten years


@finds("run-of-rises", code="A20", prior=0.50, claims=Claim.UP, tells=[Tells.RUN, Tells.ROUTINE])
def run_of_rises(facts: Facts) -> Candidates:
    """Three rises in a row or more (four to lead), with no missing year and no tie in between (manual B.1, A20)."""
    return facts.where(
        (facts.run >= STEPS)
        & (facts.direction > 0)
        & ~facts.is_flat
        & facts.is_of_named_drugs
        & (facts.count >= COUNT),
        leads=facts.run >= LEAD_STEPS,
        magnitude=facts.run / LONG,
        because="{run} rises in a row, to {count:,.0f}",
    )


@finds("run-of-falls", code="A20", prior=0.50, claims=Claim.DOWN, tells=[Tells.RUN, Tells.ROUTINE])
def run_of_falls(facts: Facts) -> Candidates:
    """Three falls in a row or more: the mirror of a run of rises."""
    return facts.where(
        (facts.run >= STEPS) & (facts.direction < 0) & ~facts.is_flat & (facts.count >= COUNT),
        leads=facts.run >= LEAD_STEPS,
        magnitude=facts.run / LONG,
        because="{run} falls in a row, to {count:,.0f}",
    )
