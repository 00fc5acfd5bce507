"""Angle: more seizures than any other force, whatever the size of its area."""

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.tallies import newest, size
from storygen.model.angle import Shown

COUNT = 100


def _compared(evidence: Evidence, _: str, category: str) -> Shown:
    return {"size": size(newest(evidence, category), "forces whose number is compared")}


@finds("most-outright", code="A40", prior=0.35, shows=_compared)
def most_outright(facts: Facts) -> Candidates:
    """
    The largest number of seizures of the territorial forces, on 100; never the opening of a story.

    A large force seizes more, so that it says what it reflects: the size of the area. A tie, or a doubtful number as
    high, leaves no claim. The number must be comparable with the year before (manual A40, R13b).
    """
    tied = facts.columns["number_place"].eq(1).groupby(facts.category).transform("sum") > 1
    return facts.where(
        (facts.number_place == 1)
        & ~tied
        & (facts.count >= COUNT)
        & facts.previous.notna()
        & ~(facts.doubtful_number >= facts.columns["count"]),
        leads=False,
        magnitude=0.0,
        because="{count:,.0f}, more than any other force",
    )
