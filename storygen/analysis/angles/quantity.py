"""Angle: what was seized of a drug, in its own unit."""

import numpy as np

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.angle import Shown
from storygen.model.topic import Kind

COUNT = 20
FAR = 100.0  # times the least worth telling; from there quantities are simply large


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The quantity of the year."""
    return {"amount": known(evidence.amount(area, category))}


@finds("quantity", code="A70", prior=0.30, about=[Kind.ITEM], shows=shows, needs_quantities=True)
def quantity(facts: Facts) -> Candidates:
    """
    1kg, 100 doses or 50 plants or more, in 20 seizures.

    It compares nothing, so it needs no second year; but neither figure may be in doubt. A line of the body, never a
    lead (manual A70). Less than that is not told at all: tables of later years round to 0.01kg, and what prints as
    "0kg" is not none (A75). There is no average size (A73) and no rank by quantity (A77).
    """
    return facts.where(
        (facts.amount >= facts.least_amount) & (facts.count >= COUNT) & facts.newest.notna(),
        leads=False,
        magnitude=np.log((facts.amount / facts.least_amount).clip(lower=1)) / np.log(FAR),
        because="{amount:,.1f} {unit} in {count:,.0f} {things}",
    )
