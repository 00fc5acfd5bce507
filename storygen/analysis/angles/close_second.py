"""Angle: two drugs found nearly as often as each other, behind the most seized."""

from storygen.analysis.drugs import known, pairs
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.workings import difference
from storygen.model.angle import Shown
from storygen.model.topic import Kind

COUNT = 50
FEW, CLOSE = 5, 0.02  # seizures, or a part of the larger number (manual C.3, "closely followed")
SECOND, THIRD = 2, 3


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The third drug with its two numbers, and how many fewer times it was found than the second."""
    own = known(evidence.number(area, category))
    behind = (each for each in pairs(evidence, area, category) if each[1][0].value <= own.value)
    third, (now, before) = next(behind)
    return {"third": third, "third_now": now, "third_before": before, "gap": difference(own, now)}


@finds("close-second", code="A56", prior=0.45, about=[Kind.ITEM], shows=shows)
def close_second(facts: Facts) -> Candidates:
    """
    The second most seized drug, with the third within 2 per cent or 5 seizures of it, and 50 of each.

    Both must be comparable with the year before, as a place among drugs is a rank. It never leads: that two numbers
    are alike is worth a line beside the mix, no more. Drugs level with each other are told as found as often as each
    other (manual A56).
    """
    places = facts.item_place.where(facts.is_subject)
    third = facts.columns[(places == THIRD) & facts.previous.notna()].set_index("area")["count"]
    number = facts.area.map(third)
    gap = facts.columns["count"] - number
    return facts.where(
        (places == SECOND)
        & (number >= COUNT)
        & ((gap <= FEW) | (gap < CLOSE * facts.columns["count"]))
        & facts.previous.notna(),
        leads=False,
        magnitude=0.5,
        because="{count:,.0f} {things}, the second most, and hardly more than of the third {kind}",
    )
