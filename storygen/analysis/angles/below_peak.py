"""Angle: far below the highest number of the comparable years."""

import numpy as np

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import change_over, highest_before
from storygen.analysis.registry import finds
from storygen.model.angle import Shown

YEARS, BACK = 8, 3
BASE = 100  # seizures in the year of the peak
PART = 0.75  # of the peak: what is nearer is not far below


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    peak = highest_before(series)
    return {"peak": peak, "change": change_over(series[0], peak)}


@finds("below-peak", code="A16", prior=0.35, shows=_shown)
def below_peak(facts: Facts) -> Candidates:
    """
    A quarter or more below the highest comparable number, which lies 3 years back or more; never opens a story.

    Eligible on a peak of 100, with 8 usable years. A peak reached twice, or topped by a doubtful number, names no year.
    Before a break the number may have been higher still, so the copy says since when it is the highest. There is no
    mirror: a distance from a trough says little that a rise does not (manual B.1, A16).
    """
    return facts.where(
        (facts.newest <= PART * facts.record_high)
        & (facts.record_high >= BASE)
        & (facts.peak_back >= BACK)
        & facts.is_lone_high
        & facts.previous.notna()
        & (facts.usable_years >= YEARS),
        leads=False,
        magnitude=np.log(facts.record_high.clip(lower=1) / facts.newest.clip(lower=1)) / (2 * facts.usual_change),
        because="{count:,.0f}, far below the {record_high:,.0f} of {peak_back} years back",
    )
