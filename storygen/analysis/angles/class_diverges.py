"""Angle: a class of drugs goes one way and the total of all drugs the other."""

import numpy as np

from storygen.analysis.certainty import of_change
from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.workings import difference
from storygen.model.angle import Shown
from storygen.model.topic import Kind

BASE, LEAD_BASE = 50, 100


def shows(evidence: Evidence, area: str, _: str) -> Shown:
    """The total of both years and the difference."""
    total = evidence.topic.total.slug
    now, before = (known(evidence.number(area, total, back)) for back in (0, 1))
    return {"total": now, "total_before": before, "total_difference": difference(now, before)}


@finds(
    "class-diverges",
    code="A61",
    prior=0.75,
    about=[Kind.GROUP],
    hides=["rise", "fall", "rise-against-trend", "fall-against-trend"],
    shows=shows,
)
def class_diverges(facts: Facts) -> Candidates:
    """
    Up by a large change while the total is down, or down while it is up, and neither of the two flat.

    Both are comparable with the year before. It says all a plain rise or fall of the class would and takes its place.
    A total that grew by seizures with no drug identified has not gone up in any sense worth setting beside it, and a
    class that lost those seizures has not gone down (manual A61, A97).
    """
    totals = facts.columns[facts.is_total & ~facts.is_flat & facts.is_of_named_drugs].set_index("area")["change"]
    opposite = np.sign(facts.change) * np.sign(facts.area.map(totals)) < 0
    return facts.where(
        opposite & facts.is_large & ~facts.is_flat & (facts.previous >= BASE),
        leads=(facts.previous >= LEAD_BASE) & ~facts.is_fresh,
        magnitude=facts.log_change.abs() / facts.usual_change,
        certainty=of_change(facts),
        because="changed by {change:.1f} per cent, from {previous:,.0f} to {count:,.0f}, against the total",
    )
