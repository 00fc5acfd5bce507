"""Angles: the highest or lowest rate per head of all forces compared."""

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

COUNT, LEAD_COUNT = 20, 50
SURE = 0.80  # the chance of truly leading, below which no rank is claimed (manual C.1, R13)
CLEAR_MARGIN = 0.25


@finds(
    "highest-rate",
    code="A30",
    prior=1.0,
    claims=Claim.TOP,
    hides=["highest-in-region", "above-national"],
    tells=[Tells.RATE, Tells.PLACE, Tells.FIRST],
)
def highest_rate(facts: Facts) -> Candidates:
    """
    The highest rate per head of the forces compared, alone at the top and likely to belong there.

    Eligible from 20 seizures (50 to lead), with a simulated chance of 0.8 of truly leading, and only where the
    number can be compared with the year before, which must be told beside it (manual B.2, R13, R13b). Forces with
    too few residents are not ranked; a sentence says so where one would have come above (A35). A published rate that is
    too doubtful to rank, but higher, forbids the claim.
    """
    return facts.where(
        (facts.place == 1)
        & (facts.chance >= SURE)
        & (facts.count >= COUNT)
        & facts.previous.notna()
        & ~(facts.doubtful_high >= facts.rate),
        leads=facts.columns["count"] >= LEAD_COUNT,
        magnitude=facts.margin / CLEAR_MARGIN,
        certainty=facts.chance,
        because="{rate:,.0f} for every million people, the highest of {pool:.0f} forces; "
        "chance of truly leading {chance:.2f}",
    )


@finds(
    "lowest-rate",
    code="A31",
    prior=0.60,
    claims=Claim.BOTTOM,
    hides=["lowest-in-region", "below-national"],
    tells=[Tells.LOW, Tells.RATE, Tells.PLACE],
)
def lowest_rate(facts: Facts) -> Candidates:
    """
    The lowest rate per head of the forces compared, on 50 seizures or more.

    Only a total or a class can be lowest with so many seizures; the level guard takes the suspect ones first.
    """
    return facts.where(
        (facts.place_from_bottom == 1)
        & (facts.count >= LEAD_COUNT)
        & facts.previous.notna()
        & ~(facts.doubtful_low <= facts.rate),
        leads=facts.is_total,
        magnitude=1 - facts.ratio,
        because="{rate:,.0f} for every million people, the lowest of {pool:.0f} forces",
    )
