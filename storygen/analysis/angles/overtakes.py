"""Angle: one drug is found more often than another that was found more often the year before."""

import numpy as np
import pandas as pd

from storygen.analysis.certainty import DOUBTFUL, LIKELY, ONE_SIDED_95, SURE
from storygen.analysis.drugs import Pair, pair, pairs
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.model.angle import Shown
from storygen.model.topic import Kind

COUNT = 30
LEAD_COUNT = 50
APART = 10  # the lead must be a tenth of the other's number
FAR = 0.5  # apart by half as much again, a change of places is as clear as it gets


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The most often found of the drugs overtaken, with its two numbers."""
    own = pair(evidence, area, category)
    passed = [each for each in pairs(evidence, area, category) if own and _is_passed(own, each[1])]
    other, (now, before) = passed[0]
    return {"other": other, "other_now": now, "other_before": before}


@finds("overtakes", code="A59", prior=0.65, about=[Kind.ITEM], shows=shows)
def overtakes(facts: Facts) -> Candidates:
    """
    Fewer seizures than of another drug the year before, a tenth more this year, on 30 of each in both years.

    Both drugs must be comparable with the year before, and the one in front must have gone up: left in front by the
    other's fall is not overtaking. Level the year before is not behind. Where several were passed, the most often
    found is named. How sure it is follows from chance in all four numbers (manual A59).
    """
    passed = _passed(facts)
    return facts.where(
        passed["gap"].notna() & (facts.change > 0) & ~facts.is_flat,
        leads=facts.columns["count"] >= LEAD_COUNT,
        magnitude=(passed["gap"] - 1) / FAR,
        certainty=passed["certainty"],
        because="{previous:,.0f} the year before, fewer than of another drug, and now {count:,.0f}, more than of it",
    )


def _passed(facts: Facts) -> pd.DataFrame:
    """How many times the number of the most often found drug it overtook, and how sure that is, by row."""
    held = facts.columns[facts.is_item & facts.is_subject & (facts.previous >= COUNT) & (facts.count >= COUNT)]
    slim = held[["area", "count", "previous"]].reset_index()
    both = slim.merge(slim, on="area", suffixes=("", "_of_other"))
    now, then = both["count"], both["previous"]
    other_now, other_then = both["count_of_other"], both["previous_of_other"]
    both["gap"] = now / other_now
    clear = np.minimum((now - other_now) / np.sqrt(now + other_now), (other_then - then) / np.sqrt(other_then + then))
    both["certainty"] = np.select([clear > ONE_SIDED_95, clear > 1], [SURE, LIKELY], DOUBTFUL)
    swapped = both[(now - other_now >= other_now / APART) & (then < other_then)]
    most = swapped.sort_values("count_of_other", ascending=False, kind="stable").drop_duplicates("index")
    return most.set_index("index")[["gap", "certainty"]].reindex(facts.columns.index)


def _is_passed(own: Pair, other: Pair) -> bool:
    (now, before), (other_now, other_before) = ([each.value for each in numbers] for numbers in (own, other))
    enough = min(now, before, other_now, other_before) >= COUNT
    return enough and before < other_before and now - other_now >= other_now / APART
