"""Angles: the biggest rise or fall, in per cent, of the forces compared."""

from storygen.analysis.certainty import of_change
from storygen.analysis.columns.standings import BASE
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.leaders import LIKELY
from storygen.analysis.registry import Claim, finds
from storygen.analysis.tallies import changes, pairs, size
from storygen.model.angle import Shown, Tells

FORCES = 10  # a ranking of fewer says little


def _compared(evidence: Evidence, _: str, category: str) -> Shown:
    found = changes(pairs(evidence, category), BASE)
    return {"size": size(found, "forces whose change in per cent is compared")}


@finds("biggest-rise", code="A38", prior=0.85, claims=Claim.UP, hides=["rise"], shows=_compared, tells=[Tells.POOL])
def biggest_rise(facts: Facts) -> Candidates:
    """
    The biggest rise in per cent among ten forces or more that made 100 such seizures the year before.

    It must be large for its number and probably ahead of the next, since small forces swing most. A force after a
    break or a jump is not compared, and no force of the comparison may be this one's jump (manual A38, A93).
    """
    return facts.where(
        (facts.rise_place == 1)
        & (facts.rise_clear > LIKELY)
        & (facts.movers >= FORCES)
        & facts.is_large
        & (facts.change > 0)
        & facts.is_of_named_drugs,
        leads=~facts.is_fresh,
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="up {change:.1f} per cent, from {previous:,.0f} to {count:,.0f}, the most of {movers:.0f} forces",
    )


@finds("biggest-fall", code="A39", prior=0.85, claims=Claim.DOWN, hides=["fall"], shows=_compared, tells=[Tells.POOL])
def biggest_fall(facts: Facts) -> Candidates:
    """The biggest fall in per cent of the forces compared: the mirror (manual A39)."""
    return facts.where(
        (facts.fall_place == 1)
        & (facts.fall_clear > LIKELY)
        & (facts.movers >= FORCES)
        & facts.is_large
        & (facts.change < 0),
        leads=~facts.is_fresh,
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="down {change_size:.1f} per cent, from {previous:,.0f} to {count:,.0f}, "
        "the biggest fall of {movers:.0f} forces",
    )
