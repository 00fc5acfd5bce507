"""Angles: the highest or lowest rate per head in the region."""

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

COUNT, LEAD_COUNT = 20, 50
FORCES = 3  # a region of two has no ranking
SURE = 0.80
CLEAR_MARGIN = 0.25


@finds(
    "highest-in-region",
    code="A33",
    prior=0.50,
    claims=Claim.TOP_OF_REGION,
    tells=[Tells.HIGH, Tells.RATE, Tells.PLACE, Tells.FIRST_OF_REGION],
)
def highest_in_region(facts: Facts) -> Candidates:
    """The highest rate in a region of three forces or more, likely to belong there; hidden by a national first."""
    return facts.where(
        (facts.regional_place == 1)
        & (facts.regional_pool >= FORCES)
        & (facts.regional_chance >= SURE)
        & (facts.count >= COUNT)
        & facts.previous.notna(),
        leads=facts.columns["count"] >= LEAD_COUNT,
        magnitude=facts.regional_margin / CLEAR_MARGIN,
        certainty=facts.regional_chance,
        because="{rate:,.0f} for every million people, the highest of {regional_pool:.0f} forces in {region}; "
        "chance of truly leading {regional_chance:.2f}",
    )


@finds("lowest-in-region", code="A34", prior=0.45, claims=Claim.BOTTOM, tells=[Tells.LOW, Tells.RATE, Tells.PLACE])
def lowest_in_region(facts: Facts) -> Candidates:
    """
    The lowest rate in a region of three forces or more, on 50 seizures, for the total and classes.

    It is news only below the country's rate: last in a region where all are high says little.
    """
    return facts.where(
        (facts.regional_place_from_bottom == 1)
        & (facts.regional_pool >= FORCES)
        & (facts.count >= LEAD_COUNT)
        & ~facts.is_item
        & (facts.ratio < 1)
        & facts.previous.notna(),
        leads=facts.is_total,
        magnitude=1 - facts.ratio,
        because="{rate:,.0f} for every million people, the lowest of {regional_pool:.0f} forces in {region}",
    )
