"""Angles: far below the highest number of the comparable years, or far above the lowest."""

import numpy as np
import pandas as pd

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import change_over, highest_before, lowest_before
from storygen.analysis.registry import finds
from storygen.model.angle import Shown

YEARS, BACK = 8, 3
BASE = 100  # seizures in the year of the peak, or of the trough
PART = 0.75  # of the peak, or of the newest number: what is nearer is not far
WHY = "{count:,.0f}, far %s the {record_%s:,.0f} of {%s_back} years back"


def _below(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    peak = highest_before(series)
    return {"peak": peak, "change": change_over(series[0], peak)}


def _above(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    trough = lowest_before(series)
    return {"trough": trough, "change": change_over(series[0], trough)}


def _is_clear(facts: Facts, extreme: pd.Series, back: pd.Series) -> pd.Series:
    """Whether an extreme is large enough, lies far enough back and the comparable years are many enough."""
    is_old = (back >= BACK) & facts.previous.notna() & (facts.usable_years >= YEARS)
    return (extreme >= BASE) & is_old


@finds("below-peak", code="A16", prior=0.35, shows=_below)
def below_peak(facts: Facts) -> Candidates:
    """
    A quarter or more below the highest comparable number, which lies 3 years back or more; never opens a story.

    Eligible on a peak of 100, with 8 usable years. A peak reached twice, or topped by a doubtful number, names no year.
    Before a break the number may have been higher still, so the copy says since when it is the highest (manual B.1,
    A16).
    """
    return facts.where(
        (facts.newest <= PART * facts.record_high)
        & facts.is_lone_high
        & _is_clear(facts, facts.record_high, facts.peak_back),
        leads=False,
        magnitude=np.log(facts.record_high.clip(lower=1) / facts.newest.clip(lower=1)) / (2 * facts.usual_change),
        because=WHY % ("below", "high", "peak"),
    )


@finds("above-trough", code="A16", prior=0.35, shows=_above)
def above_trough(facts: Facts) -> Candidates:
    """
    A third or more above the lowest comparable number, which lies 3 years back or more; never opens a story.

    The mirror of `below-peak`, on a trough of 100; the newest number must not have risen through drugs nobody named,
    and must itself be no new extreme, of which there is more to say (manual B.1, A16).
    """
    return facts.where(
        (facts.record_low <= PART * facts.newest)
        & facts.is_lone_low
        & ~facts.is_record_high
        & facts.is_of_named_drugs
        & _is_clear(facts, facts.record_low, facts.trough_back),
        leads=False,
        magnitude=np.log(facts.newest.clip(lower=1) / facts.record_low.clip(lower=1)) / (2 * facts.usual_change),
        because=WHY % ("above", "low", "trough"),
    )
