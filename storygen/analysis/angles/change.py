"""Angles: more, or fewer, than the year before."""

from storygen.analysis.certainty import of_change
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

BASE, LEAD_BASE = 50, 100


@finds("rise", code="A10", prior=0.75, claims=Claim.UP, tells=[Tells.NUMBERS, Tells.ROUTINE])
def rise(facts: Facts) -> Candidates:
    """
    Up on the year before, and not flat, on an earlier count of 50 (100 to lead).

    Both years must be comparable, and a lead needs more than the year just after a break. A total that grew mostly by
    seizures with no drug identified has not risen in any sense worth reporting. How far beyond chance and the usual
    spread a rise lies is its certainty, so a small one scores low rather than being hidden (manual A10, B.4).
    """
    return facts.where(
        ~facts.is_flat & (facts.change > 0) & (facts.previous >= BASE) & facts.is_of_named_drugs,
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="up {change:.1f} per cent, from {previous:,.0f} to {count:,.0f}",
    )


@finds("fall", code="A11", prior=0.75, claims=Claim.DOWN, tells=[Tells.NUMBERS, Tells.ROUTINE])
def fall(facts: Facts) -> Candidates:
    """Down on the year before: the mirror of a rise (manual B.1, A11)."""
    return facts.where(
        ~facts.is_flat & (facts.change < 0) & (facts.previous >= BASE),
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="down {change_size:.1f} per cent, from {previous:,.0f} to {count:,.0f}",
    )
