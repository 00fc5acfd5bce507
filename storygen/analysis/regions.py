"""Regions: what part of the country's number the forces of each region made."""

from fractions import Fraction

from storygen.analysis.evidence import Evidence
from storygen.analysis.panel import NATIONAL
from storygen.analysis.workings import share
from storygen.model.angle import RegionPart
from storygen.model.figure import Figure, Formula, Unit


def region_parts(evidence: Evidence) -> tuple[RegionPart, ...]:
    """Every region whose forces all gave a sound total, the largest part first: of number, not of quantity (A65)."""
    total = evidence.topic.total.slug
    whole = evidence.number(NATIONAL, total)
    names = sorted({area.region for area in evidence.forces})
    of_all = f"share of all {evidence.topic.authorities}' {evidence.topic.terms.counted}:"
    parts = [(name, _number(name, total, evidence)) for name in names]
    held = [RegionPart(name=name, part=share(number, whole, of_all)) for name, number in parts if number and whole]
    return tuple(sorted(held, key=lambda each: -each.part.value))


def _number(region: str, total: str, evidence: Evidence) -> Figure | None:
    forces = [area.slug for area in evidence.forces if area.region == region]
    newest = [evidence.series(force, total)[:1] for force in forces if evidence.number(force, total)]
    held = tuple(number for (number,) in filter(None, newest) if number.period == evidence.year())
    if len(held) < len(forces):
        return None
    return Figure(
        value=sum((each.value for each in held), Fraction(0)), unit=Unit.COUNT, formula=Formula.SUM, inputs=held,
        period=held[0].period, means=f"{evidence.topic.total.counted} by the forces in {region}",
    )  # fmt: skip
