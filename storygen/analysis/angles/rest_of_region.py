"""Angles: above or below the rate of the rest of the region."""

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.tallies import total
from storygen.analysis.workings import rate
from storygen.model.angle import Shown, Tells

COUNT = 50
ABOVE, BELOW = 1.05, 0.95
FAR = 1.5  # half as high again is as far as "above" goes


def _rest(evidence: Evidence, area: str, category: str) -> Shown:
    """The rate of the region's other ranked forces together, by their own residents."""
    region = evidence.area(area).region
    others = [each.slug for each in evidence.of_region(region) if each.is_ranked and each.slug != area]
    rates = [known(evidence.rate(each, category)) for each in others]
    numbers, people = zip(*(each.inputs for each in rates), strict=True)
    rest = rate(
        total(numbers, f"rest of {region}"), total(people, f"residents, rest of {region}"), evidence.topic.rate_per
    )
    return {"rest": rest}


@finds("above-region", code="A47", prior=0.30, shows=_rest, tells=[Tells.RATE])
def above_region(facts: Facts) -> Candidates:
    """
    A rate at least 5 per cent above that of the region's other forces together, on 50 seizures.

    The force itself is left out of the region's rate, and the copy says "the rest". The region must be ranked whole,
    and the highest of it is told as that. It never opens a story (manual A47).
    """
    return facts.where(
        (facts.rest_ratio >= ABOVE) & (facts.regional_place > 1) & (facts.count >= COUNT) & facts.previous.notna(),
        leads=False,
        magnitude=(facts.rest_ratio - 1) / (FAR - 1),
        because="{rest_ratio:.2f} times the rate of the rest of the region",
    )


@finds("below-region", code="A47", prior=0.25, shows=_rest, tells=[Tells.RATE])
def below_region(facts: Facts) -> Candidates:
    """A rate at least 5 per cent below that of the region's other forces together: the mirror (manual A47)."""
    return facts.where(
        (facts.rest_ratio <= BELOW)
        & (facts.regional_place_from_bottom > 1)
        & (facts.count >= COUNT)
        & facts.previous.notna(),
        leads=False,
        magnitude=(1 / facts.rest_ratio - 1) / (FAR - 1),
        because="{rest_ratio:.2f} times the rate of the rest of the region",
    )
