"""Angles: among the few forces whose total went up, or down, while the rest went the other way."""

from storygen.analysis.certainty import of_change
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.analysis.tallies import pairs, tally
from storygen.model.angle import Shown, Tells
from storygen.model.figure import Figure
from storygen.model.topic import Kind

FEW, FORCES = 5, 10
BASE, LEAD_BASE = 50, 100


def _up(evidence: Evidence, _: str, category: str) -> Shown:
    found = tally(pairs(evidence, category), "forces")
    return {"size": found.size, "rest": found.down, **_unless_alone(found.up)}


def _down(evidence: Evidence, _: str, category: str) -> Shown:
    found = tally(pairs(evidence, category), "forces")
    return {"size": found.size, "rest": found.up, **_unless_alone(found.down)}


def _unless_alone(few: Figure) -> Shown:
    return {"few": few} if few.value > 1 else {}


@finds("few-up", code="A41", prior=0.65, claims=Claim.UP, about=[Kind.TOTAL], shows=_up, tells=[Tells.SPREAD])
def few_up(facts: Facts) -> Candidates:
    """
    Among five forces at most, of ten or more, whose total rose on the year before.

    Only totals of two comparable years are counted; the force's own rise must not be flat, nor of seizures with no
    drug identified. Without `few` in the wording the force is the only one (manual A41).
    """
    return facts.where(
        (facts.risen <= FEW)
        & (facts.compared >= FORCES)
        & (facts.change > 0)
        & ~facts.is_flat
        & (facts.previous >= BASE)
        & facts.is_of_named_drugs,
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="one of {risen:.0f} forces of {compared:.0f} whose number rose",
    )


@finds("few-down", code="A41", prior=0.65, claims=Claim.DOWN, about=[Kind.TOTAL], shows=_down, tells=[Tells.SPREAD])
def few_down(facts: Facts) -> Candidates:
    """Among five forces at most, of ten or more, whose total fell on the year before: the mirror (manual A41)."""
    return facts.where(
        (facts.fallen <= FEW)
        & (facts.compared >= FORCES)
        & (facts.change < 0)
        & ~facts.is_flat
        & (facts.previous >= BASE),
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="one of {fallen:.0f} forces of {compared:.0f} whose number fell",
    )
