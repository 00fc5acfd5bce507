"""Angle: the second- or third-highest rate per head of the forces compared."""

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.angle import Shown, Tells

COUNT = 50
PLACES = (2, 3)
BEYOND_CHANCE = 1.645  # standard errors above the next rate down
CLEAR_MARGIN = 0.25


def _above(evidence: Evidence, area: str, category: str) -> Shown:
    """The force with the highest rate as `first`, and for a third place the other as `second`."""
    return dict(zip(("first", "second"), evidence.pools.above(area, category), strict=False))


@finds("top-three", code="A32", prior=0.55, hides=["above-national"], shows=_above, tells=[Tells.RATE, Tells.PLACE])
def top_three(facts: Facts) -> Candidates:
    """
    The second- or third-highest rate of the pool, on 50 seizures, clear of the next one down by more than chance.

    Those above are named, so none may be a force that a guard doubts, and a doubtful rate that is higher forbids the
    claim. A tie leaves no clear place. The number must be comparable with the year before, which is told beside it
    (manual A32, R13b).
    """
    return facts.where(
        facts.place.isin(PLACES)
        & (facts.clear_below > BEYOND_CHANCE)
        & (facts.count >= COUNT)
        & facts.previous.notna()
        & ~(facts.doubtful_high >= facts.rate)
        & ~(facts.unsound_high >= facts.rate),
        magnitude=facts.margin_below / CLEAR_MARGIN,
        because="{rate:,.0f} for every million people, place {place:.0f} of {pool:.0f} forces; "
        "{clear_below:.1f} standard errors above the next",
    )
