"""Angle: what part of its region's seizures an area's force made."""

from fractions import Fraction

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.workings import share
from storygen.model.angle import Shown
from storygen.model.figure import Figure, Formula, Unit
from storygen.model.topic import Kind

FORCES = 3  # a region of two has no shares worth telling
LEAST = 1.5  # times the part it would have if all its region's forces made the same number
FAR = 3.0


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """How many forces the region has, what they seized together and the area's part of it."""
    region = evidence.area(area).region
    held = (evidence.number(each.slug, category) for each in evidence.of_region(region))
    numbers = tuple(known(number) for number in held)
    whole = _of(
        numbers,
        Formula.SUM,
        sum((each.value for each in numbers), Fraction(0)),
        f"{evidence.topic.terms.counted} in {region}",
    )
    part = share(known(evidence.number(area, category)), whole, evidence.all_counted)
    forces = _of(numbers, Formula.SIZE, Fraction(len(numbers)), f"forces in {region}")
    return {"forces": forces, "region": whole, "part": part}


@finds("regional-part", code="A65", prior=0.35, about=[Kind.TOTAL], shows=shows)
def regional_part(facts: Facts) -> Candidates:
    """
    The total in half as large a part again of the region's seizures as an equal split among its forces would give.

    The region is whole: every force in it has a usable number at a level that is no outlier (a neighbour that records
    too little makes any part look large), and there are three or more. It never leads, as the part says much of how
    large the force is. Border Force and British Transport Police are in no region (manual A65, A95).
    """
    groups, guards = [facts.category, facts.region], facts.panel.dataset.topic.guards
    level = facts.resident_rate / facts.median_rate
    sound = facts.newest.where(level.between(float(guards.level_low), float(guards.level_high)) | ~facts.is_ranked)
    forces, held = (sound.groupby(groups).transform(name) for name in ("size", "count"))
    part = facts.newest / facts.newest.groupby(groups).transform("sum")
    return facts.where(
        (part * forces >= LEAST) & (held == forces) & (forces >= FORCES),
        leads=False,
        magnitude=(part * forces - 1) / (FAR - 1),
        because="{count:,.0f} {things}, a large part of those in {region}",
    )


def _of(numbers: tuple[Figure, ...], formula: Formula, value: Fraction, means: str) -> Figure:
    return Figure(
        value=value, unit=Unit.COUNT, formula=formula, inputs=numbers, period=numbers[0].period, means=means,
    )  # fmt: skip
