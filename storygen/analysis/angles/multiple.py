"""Angles: at least doubled, or at most halved."""

from storygen.analysis.certainty import of_change
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds

DOUBLE, HALF = 2.0, 0.5
BASE, DIFFERENCE, LEAD_BASE = 20, 20, 50
HALF_BASE, HALF_LEAD_BASE = 40, 100
FOURFOLD = 4.0


@finds("doubled", code="A12", prior=0.90, claims=Claim.UP, hides=["rise"])
def doubled(facts: Facts) -> Candidates:
    """
    Twice the year before or more, on an earlier count of 20 and a rise of 20 (50 to lead).

    A recovery from a year of none is no doubling worth telling. A leap large enough to be a change of recording has
    already left the comparable years (manual A12, A93).
    """
    return facts.where(
        (facts.count >= DOUBLE * facts.previous)
        & (facts.previous >= BASE)
        & (facts.count - facts.previous >= DIFFERENCE)
        & (facts.record_low > 0)
        & facts.is_of_named_drugs,
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=facts.count / facts.previous / FOURFOLD,
        certainty=of_change(facts),
        because="at least doubled, from {previous:,.0f} to {count:,.0f}",
    )


@finds("halved", code="A13", prior=0.90, claims=Claim.DOWN, hides=["fall"])
def halved(facts: Facts) -> Candidates:
    """Half the year before or less, on an earlier count of 40 (100 to lead) (manual B.1, A13)."""
    return facts.where(
        (facts.count <= HALF * facts.previous) & (facts.previous >= HALF_BASE),
        leads=(facts.previous >= HALF_LEAD_BASE) & ~facts.is_fresh,
        magnitude=1 - facts.count / facts.previous,
        certainty=of_change(facts),
        because="at most half, from {previous:,.0f} to {count:,.0f}",
    )
