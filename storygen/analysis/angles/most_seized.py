"""Angle: the drug most often seized, where it is not the usual one."""

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.topic import Kind

COUNT = 50
USUAL = 50.0  # per cent of the country's seizures: a drug found in more is first nearly everywhere


@finds("most-seized", code="A55", prior=0.60, about=[Kind.ITEM])
def most_seized(facts: Facts) -> Candidates:
    """
    The drug in most of the area's seizures; it leads only where it is not the drug that is first nearly everywhere.

    Cannabis is first in almost every force, so that being first says nothing (manual B.1, A55).
    """
    unusual = facts.national_share < USUAL
    return facts.where(
        (facts.item_place == 1) & (facts.count >= COUNT),
        leads=unusual,
        magnitude=unusual.astype(float),
        because="{count:,.0f} {things}, more than of any other {kind}",
    )
