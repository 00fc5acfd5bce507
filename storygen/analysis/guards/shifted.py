"""Guard: the total moved because a part of it moved to a level of its own."""

from collections import defaultdict

import pandas as pd

from storygen.analysis.comparability import covers
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, demotes
from storygen.model.angle import Shift
from storygen.model.topic import Effect, KnownIssue

UP = frozenset({Claim.UP.value, Claim.RECORD_HIGH.value})
DOWN = frozenset({Claim.DOWN.value, Claim.RECORD_LOW.value})
LONGER = {"longer-rise": 1, "longer-fall": -1}  # claims not tried, and movements all the same


@demotes(
    "shifted",
    code="A93",
    factor=0.3,
    because="most of the total's change is in a part that moved to a new level",
    bars_lead=True,
)
def shifted(candidates: Candidates, facts: Facts) -> pd.Series:
    """
    A claim that the total moved, or stands at an extreme, the way that a level shift of a part alone has taken it.

    Such a claim never leads; where the total's change is told, the shift is told right after it (manual A93, R16).
    """
    way = candidates["claims"].isin(UP).astype(int) - candidates["claims"].isin(DOWN).astype(int)
    way = way.where(way != 0, candidates["slug"].map(LONGER).fillna(0))
    resting = candidates["area"].isin(set(shifts(facts)))
    return candidates["is_total"] & resting & (way * (candidates["count"] - candidates["previous"]) > 0)


def shifts(facts: Facts) -> dict[str, Shift]:
    """
    By area, the level shift that the change of its total rests on.

    It rests on one if more than half of it is in the parts listed as shifted this year: 2 x the change of those parts,
    counted the total's way, is more than the total's own. Parts that moved against each other, as where offences are
    classed differently, leave the total as it is. Only of a topic whose parts add up, in whole numbers.
    """
    topic, found = facts.panel.dataset.topic, dict[str, Shift]()
    if not topic.adds_up or len(facts.panel.years) == 1:
        return found
    for area, issues in _listed(facts).items():
        row = facts.panel.rows[area, topic.total.slug]
        whole, parts = _change(facts, row), _of_parts(facts, area, issues)
        if facts.everywhere["previous"].notna().iloc[row] and 2 * parts * _sign(whole) > abs(whole):
            found[area] = Shift(
                reason="; ".join(dict.fromkeys(issue.issue for issue in issues)),
                is_whole=parts * _sign(whole) >= abs(whole),
                is_single=len({part for issue in issues for part in issue.categories}) == 1,
            )
    return found


def _listed(facts: Facts) -> dict[str, list[KnownIssue]]:
    panel, found = facts.panel, defaultdict[str, list[KnownIssue]](list)
    forces = {area.slug for area in panel.forces}
    for issue in panel.dataset.topic.issues:
        is_now = issue.effect is Effect.SHIFT and issue.from_year == panel.edition.year
        if is_now and issue.area in forces and covers(issue, panel).any():
            found[issue.area].append(issue)
    return found


def _of_parts(facts: Facts, area: str, issues: list[KnownIssue]) -> int:
    rows = {facts.panel.rows[area, part] for issue in issues for part in issue.categories}
    return sum(_change(facts, row) for row in rows)


def _change(facts: Facts, row: int) -> int:
    """This year's number less the last one, both as published; nought where one is missing."""
    now, before = facts.panel.grid[row, -1], facts.panel.grid[row, -2]
    return 0 if pd.isna(now) or pd.isna(before) else int(now) - int(before)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
