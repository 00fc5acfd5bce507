"""Known issues once releases are imported: those put right are gone, the publisher's own marks have joined them."""

import math
from collections import defaultdict
from dataclasses import replace

import pandas as pd

from storygen.model.dataset import Dataset
from storygen.model.release import Status
from storygen.model.topic import Effect, KnownIssue
from storygen.sources.bounds import Breach, breaches
from storygen.sources.checks import explains, held_of, values_of
from storygen.sources.store import Marked

KEY = ["measure", "area", "category", "year"]
LEAST_SHARE, LEAST_COUNT = 0.01, 10  # of the first figure, and in its own unit
EFFECTS = {
    Status.PARTIAL: Effect.PARTIAL,
    Status.ESTIMATED: Effect.ESTIMATED,
    Status.IMPUTED: Effect.ESTIMATED,
}
WORDS = {
    Status.ESTIMATED: "the figures are the publisher's estimates",
    Status.IMPUTED: "the figures were filled in by the publisher",
    Status.PROVISIONAL: "the figures are provisional",
    Status.PARTIAL: "the figures cover part of the year only",
    Status.REVISED: "the publisher marks the figures as revised",
}


def up_to_date(dataset: Dataset, first: pd.DataFrame, marked: list[Marked]) -> Dataset:
    """
    The dataset with the known issues that still hold of its figures, and those that came with the releases.

    `first` has the cells as the oldest release printed them: what has been revised since is an issue, and so is each
    kind of mark an area has.
    """
    found = breaches(dataset)
    kept = [now for issue in dataset.topic.issues if (now := still_true(issue, found, dataset))]
    issues = (*kept, *_of_revisions(dataset, first), *_of_marks(marked, dataset))
    return replace(dataset, topic=replace(dataset.topic, issues=issues))


def still_true(issue: KnownIssue, found: list[Breach], dataset: Dataset) -> KnownIssue | None:
    """An issue, cut to the years it still holds of; None if it has been put right."""
    if issue.bound is not None and not any(explains(issue, breach) for breach in found):
        return None
    if issue.value is not None and values_of(dataset, issue)[:1] != [float(issue.value)]:
        return None
    return _still_missing(issue, dataset) if issue.effect is Effect.MISSING else issue


def _still_missing(issue: KnownIssue, dataset: Dataset) -> KnownIssue | None:
    values = held_of(dataset, issue)
    given = {year for (_, _, year), value in values.items() if not math.isnan(value)}
    missing = [year for year in dataset.years if issue.from_year <= year <= issue.to_year and year not in given]
    return replace(issue, from_year=missing[0], to_year=missing[-1]) if missing else None


def _of_revisions(dataset: Dataset, first: pd.DataFrame) -> list[KnownIssue]:
    """One issue for each area, measure and year with figures revised by 1 per cent or 10 (manual A92)."""
    now, then = (cells.set_index(KEY)["value"] for cells in (dataset.cells, first))
    both = pd.concat([now, then], axis=1, keys=["now", "then"]).dropna()
    moved = (both["now"] - both["then"]).abs()
    telling = both[(moved > 0) & ((moved >= both["then"] * LEAST_SHARE) | (moved >= LEAST_COUNT))]
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    names = {area.slug for area in dataset.areas}
    for measure, area, category, year in telling.index:
        if measure in dataset.topic.tabulated and area in names:
            found[area, measure, year].append(category)
    return [
        KnownIssue(
            area=area, from_year=year, to_year=year, categories=tuple(categories), measure=measure,
            effect=Effect.REVISED, issue="the publisher has revised figures since they were first printed",
            evidence=f"{len(categories)} figures of the newest release are others than those of the first.",
        )
        for (area, measure, year), categories in sorted(found.items())
    ]  # fmt: skip


def _of_marks(marked: list[Marked], dataset: Dataset) -> list[KnownIssue]:
    """One issue for each area, measure, year and kind of mark, in that order."""
    names = {area.slug for area in dataset.areas}
    found: dict[tuple[str, str, str, Status], list[str]] = defaultdict(list)
    for each in marked:
        if each.area in names and each.measure in dataset.topic.tabulated and each.status in WORDS:
            found[each.area, each.measure, each.year, each.status].append(each.category)
    return [
        KnownIssue(
            area=area, from_year=year, to_year=year, categories=tuple(categories), measure=measure,
            effect=EFFECTS.get(status, Effect.NOTE), issue=WORDS[status],
            evidence=f"{len(categories)} figures of the release are marked so.",
        )
        for (area, measure, year, status), categories in sorted(found.items())
    ]  # fmt: skip
