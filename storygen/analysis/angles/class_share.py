"""Angle: a class of drugs found in an unusual part of the area's seizures."""

from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.angle import Tells
from storygen.model.topic import Kind

COUNT = 50
POINTS = 5.0  # percentage points from the national share
FAR = 15.0


@finds("class-share", code="A60", prior=0.40, about=[Kind.GROUP], tells=[Tells.SHARE])
def class_share(facts: Facts) -> Candidates:
    """Class A in a part of seizures 5 percentage points or more above the country's, on 50 seizures (manual A60)."""
    above = facts.share - facts.national_share
    return facts.where(
        (above >= POINTS) & (facts.count >= COUNT) & facts.is_mostly_identified,
        leads=True,
        magnitude=above / FAR,
        because="in {share:.1f} per cent of {things}, against {national_share:.1f} per cent nationally",
    )
