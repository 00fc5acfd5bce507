"""Angle: a round number reached in no earlier comparable year."""

import numpy as np

from storygen.analysis.angles.record import YEARS as RECORD_YEARS
from storygen.analysis.certainty import of_record
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import MILESTONES, milestone
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Shown

YEARS = 5
CLEAR_MARGIN = 0.20


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    return {"mark": milestone(evidence.series(area, category))}


@finds("milestone", code="A06", prior=0.45, claims=Claim.RECORD_HIGH, shows=_shown)
def milestone_reached(facts: Facts) -> Candidates:
    """
    100, 500, 1,000, 5,000 or 10,000 seizures, where no earlier comparable year had as many; never opens a story.

    Who reaches a milestone so also sets a record, and from 8 usable years on it is told as that (A01 hides A06, manual
    B.2): this is for the 5 to 7 years after a break or in the early editions. A doubtful earlier number that reached
    it forbids the claim (manual B.1, A06).
    """
    marks = np.searchsorted(MILESTONES, [facts.columns["count"], facts.published_high], side="right")
    return facts.where(
        (marks[0] > marks[1])
        & facts.is_record_high
        & facts.previous.notna()
        & ~facts.is_flat
        & facts.is_of_named_drugs
        & (facts.usable_years >= YEARS)
        & (facts.usable_years < RECORD_YEARS),
        leads=False,
        magnitude=(facts.count / facts.record_high - 1) / CLEAR_MARGIN,
        certainty=of_record(facts, facts.record_high),
        because="{count:,.0f}, a milestone not reached since {window_start}; the highest before was {record_high:,.0f}",
    )
