"""Angles: every drug found often enough went up, or down."""

from storygen.analysis.columns.standings import OFTEN
from storygen.analysis.drugs import pairs
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.analysis.tallies import Tally, tally
from storygen.model.angle import Shown
from storygen.model.topic import Kind

DRUGS = 8
ALL = 12  # drugs: no force finds more so often


def _compared(evidence: Evidence, area: str, category: str) -> Tally:
    held = (numbers for _, numbers in pairs(evidence, area, category))
    return tally(tuple(each for each in held if min(number.value for number in each) >= OFTEN), "drugs found often")


def _up(evidence: Evidence, area: str, category: str) -> Shown:
    return {"drugs": _compared(evidence, area, category).up}


def _down(evidence: Evidence, area: str, category: str) -> Shown:
    return {"drugs": _compared(evidence, area, category).down}


@finds("across-the-board-up", code="A42", prior=0.60, claims=Claim.UP, about=[Kind.TOTAL], shows=_up)
def across_the_board_up(facts: Facts) -> Candidates:
    """
    Up for every one of eight drugs or more with 20 seizures in both years, and for the total.

    A level number is not a rise, and a drug that may not be compared does not count. Small rises count as much as large
    ones, so the total's own change must be a notable one to open a story (manual A42).
    """
    return facts.where(
        (facts.drugs_up >= DRUGS)
        & (facts.drugs_up == facts.drugs)
        & (facts.change > 0)
        & ~facts.is_flat
        & facts.is_of_named_drugs,
        leads=facts.is_notable & ~facts.is_fresh,
        magnitude=facts.drugs / ALL,
        because="all {drugs:.0f} {kinds} with enough {things} went up",
    )


@finds("across-the-board-down", code="A42", prior=0.60, claims=Claim.DOWN, about=[Kind.TOTAL], shows=_down)
def across_the_board_down(facts: Facts) -> Candidates:
    """Down for every one of eight drugs or more, and for the total: the mirror (manual A42)."""
    return facts.where(
        (facts.drugs_down >= DRUGS) & (facts.drugs_down == facts.drugs) & (facts.change < 0) & ~facts.is_flat,
        leads=facts.is_notable & ~facts.is_fresh,
        magnitude=facts.drugs / ALL,
        because="all {drugs:.0f} {kinds} with enough {things} went down",
    )
