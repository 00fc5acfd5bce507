"""Angle: a drug found in a clearly larger, or smaller, part of the area's seizures than the year before."""

import pandas as pd

from storygen.analysis.certainty import DOUBTFUL, LIKELY, ONE_SIDED_95, SURE
from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.workings import points
from storygen.model.angle import Shown
from storygen.model.topic import Kind

POINTS, FAR = 5.0, 15.0
PART, LEAD_PART = 20, 50
WHOLE, LEAD_WHOLE = 100, 200


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The share the year before and the change in percentage points."""
    now, before = (known(evidence.share(area, category, back)) for back in (0, 1))
    return {"share_before": before, "points": points(now, before)}


@finds("share-shift", code="A58", prior=0.45, about=[Kind.ITEM], shows=shows)
def share_shift(facts: Facts) -> Candidates:
    """
    A share of all the area's seizures 5 percentage points or more away from the year before's.

    On 100 seizures of all drugs and 20 of this one in both years, the total comparable as well as the drug. Where the
    share of seizures with no drug identified has shifted too, the drug is not comparable and there is no angle: the
    others' shares have moved with it (manual A58, A97, R09 to R12).
    """
    totals = facts.columns[facts.is_total].set_index("area")[["count", "previous"]]
    whole, whole_before = (facts.area.map(totals[name]) for name in ("count", "previous"))
    before = facts.previous / whole_before * 100
    shift = (facts.share - before).abs()
    return facts.where(
        (shift >= POINTS)
        & (facts.columns[["count", "previous"]].min(axis=1, skipna=False) >= PART)
        & (pd.concat([whole, whole_before], axis=1).min(axis=1, skipna=False) >= WHOLE),
        leads=(facts.columns["count"] >= LEAD_PART) & (whole >= LEAD_WHOLE),
        magnitude=shift / FAR,
        certainty=_certainty(shift, facts.share, before, whole, whole_before),
        because="found in {share:.1f} per cent of {things}, 5 points or more away from the year before",
    )


def _certainty(shift: pd.Series, now: pd.Series, before: pd.Series, whole: pd.Series, earlier: pd.Series) -> pd.Series:
    """1 for a shift beyond chance, 0.5 beyond a usual chance, else 0.2, in the manner of changes in number."""
    chance = (now * (100 - now) / whole + before * (100 - before) / earlier) ** 0.5
    usual = pd.Series(DOUBTFUL, index=shift.index).mask(shift > chance, LIKELY)
    return usual.mask(shift > ONE_SIDED_95 * chance, SURE)
