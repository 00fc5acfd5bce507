"""Angles: what part of the seizures of all police forces in the country an area's force made."""

import pandas as pd

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.panel import POLICE
from storygen.analysis.registry import finds
from storygen.analysis.workings import share
from storygen.model.angle import Shown
from storygen.model.topic import Kind

LEAST, FAR = 3.0, 20.0  # per cent of all police forces' seizures
MOST, ALL = 40.0, 80.0
COUNT, LEAD_COUNT = 50, 100


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The number of all police forces and the area's part of it."""
    own, police = (known(evidence.number(slug, category)) for slug in (area, POLICE))
    return {"police": police, "part": share(own, police, evidence.all_counted)}


@finds("national-part", code="A64", prior=0.35, about=[Kind.TOTAL], shows=shows)
def national_part(facts: Facts) -> Candidates:
    """
    The total in 3 per cent or more of all police forces' seizures, Wales among them, Border Force not.

    It never leads: how large a part a force makes says mostly how large the force is (manual A64).
    """
    part = _part(facts)
    return facts.where(
        (part >= LEAST) & facts.newest.notna(),
        leads=False,
        magnitude=part / FAR,
        because="{count:,.0f} of all police forces' {things}, 3 per cent or more",
    )


@finds("concentration", code="A66", prior=0.60, about=[Kind.ITEM], shows=shows)
def concentration(facts: Facts) -> Candidates:
    """
    A drug of which one force made two-fifths of all police forces' seizures, on 50 of its own.

    The number must be comparable with the year before, which is told beside it. No place is claimed: the forces of
    Wales are in the whole and not in the tables (manual A66, R13b).
    """
    part = _part(facts)
    return facts.where(
        (part >= MOST) & (facts.columns["count"] >= COUNT) & facts.previous.notna(),
        leads=facts.columns["count"] >= LEAD_COUNT,
        magnitude=part / ALL,
        because="{count:,.0f} {things}, two-fifths or more of all police forces'",
    )


def _part(facts: Facts) -> pd.Series:
    police = facts.everywhere[facts.everywhere["area"] == POLICE].set_index("category")["count"]
    return facts.columns["count"] / facts.category.map(police) * 100
