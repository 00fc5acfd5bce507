"""Labels: what readers must be told of a number, as a known issue says it."""

import numpy as np

from storygen.analysis.comparability import covers
from storygen.analysis.facts import Facts
from storygen.analysis.panel import Panel, Row
from storygen.analysis.series import Flags
from storygen.model.topic import Effect


def reasons(facts: Facts, effect: Effect) -> dict[str, dict[str, str]]:
    """By area and category, why the number of the edition's year is what an effect says, in the issue's own words."""
    panel, found = facts.panel, dict[str, dict[str, str]]()
    for issue in panel.dataset.topic.issues:
        if issue.effect is effect and issue.from_year <= panel.edition.year <= issue.to_year:
            for area, category in panel.index[covers(issue, panel)]:
                found.setdefault(area, {})[category] = issue.issue
    return found


def unusual(panel: Panel) -> dict[str, str]:
    """By year, what sets it apart from the others for every force, in the issue's own words."""
    return {
        year: issue.issue
        for issue in panel.dataset.topic.issues
        if issue.effect is Effect.UNUSUAL
        for year in panel.years
        if issue.from_year <= year <= issue.to_year
    }


def touched(panel: Panel, *effects: Effect) -> Flags:
    """Whether this year's number, or the one it is compared with, is what an effect says; shape (series,)."""
    found = np.zeros(len(panel.index), dtype=np.bool_)
    for issue in panel.dataset.topic.issues:
        if issue.effect in effects and any(issue.from_year <= year <= issue.to_year for year in panel.years[-2:]):
            found |= covers(issue, panel)
    return found


def unsettled(panel: Panel) -> Row:
    """By how many per cent a later edition may move this year's number or the last, shape (series,); nought if not."""
    within = np.zeros(len(panel.index))
    for issue in panel.dataset.topic.issues:
        is_near = any(issue.from_year <= year <= issue.to_year for year in panel.years[-2:])
        if issue.effect is Effect.PROVISIONAL and issue.within and is_near:
            within = np.where(covers(issue, panel), np.maximum(within, float(issue.within)), within)
    return within
