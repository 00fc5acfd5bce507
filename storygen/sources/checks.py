"""Checks the figures of a topic against each other and against the list of known defects."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from storygen.errors import SourceError
from storygen.model.dataset import Dataset
from storygen.model.strict import STRICT
from storygen.model.topic import Effect, KnownIssue
from storygen.paths import topic_folder
from storygen.settings import load
from storygen.sources.bounds import Breach, breaches
from storygen.sources.years import mid_year

ISSUES = "issues.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Totals known from elsewhere: residents of the nation by the label of the mid-year."""

    __pydantic_config__: ClassVar = STRICT

    population: dict[str, int]


def check_figures(dataset: Dataset) -> None:
    """
    Raise SourceError for the first thing amiss in what `read` has accepted.

    A bound is broken and no known issue covers it; a known issue no longer holds; a cell is blank without
    being known to be; the areas' residents do not add up to the nation's.
    """
    found = breaches(dataset)
    for breach in found:
        _check_covered(breach, dataset.topic.issues)
    for issue in dataset.topic.issues:
        _check_holds(issue, found, dataset)
    _check_blanks(dataset)
    _check_populations(dataset)


def explains(issue: KnownIssue, breach: Breach) -> bool:
    """Whether a known issue is the reason for a broken bound."""
    area = issue.area if breach.area == "*" else breach.area
    return issue.bound == breach.bound and any(
        issue.covers(area=area, category=category, measure=breach.measure, year=breach.year)
        for category in breach.categories
    )


def _check_covered(breach: Breach, issues: tuple[KnownIssue, ...]) -> None:
    if not any(explains(issue, breach) for issue in issues):
        raise SourceError(
            dataset=f"{breach.measure} {breach.year}",
            row="all forces" if breach.area == "*" else breach.area,
            column=breach.categories[0],
            found=f"{breach.larger:,.10g}, which breaks the bound {breach.bound}",
            expected=f"at most {breach.smaller:,.10g}, or the reason in {ISSUES}",
        )


def _check_holds(issue: KnownIssue, found: list[Breach], dataset: Dataset) -> None:
    """A known issue must still be what is found; otherwise it excuses something that has been put right."""
    if issue.bound is not None and not any(explains(issue, breach) for breach in found):
        raise _out_of_date(issue, f"no breach of the bound {issue.bound}")
    if issue.value is None and issue.effect is not Effect.MISSING:
        return
    values = values_of(dataset, issue)
    if issue.value is not None and values[:1] != [float(issue.value)]:
        raise _out_of_date(issue, f"{values[0]:,.10g}" if values else "no such cell")
    if issue.effect is Effect.MISSING and not all(math.isnan(value) for value in values):
        raise _out_of_date(issue, "a figure where none was known")


def _out_of_date(issue: KnownIssue, found: str) -> SourceError:
    expected = "what the entry says" if issue.value is None else f"{issue.value:,}"
    where = f"{issue.area} {issue.from_year}"
    return SourceError(
        dataset=ISSUES,
        row=where,
        column=issue.categories[0],
        found=found,
        expected=f"{expected}, or no entry",
    )


def values_of(dataset: Dataset, issue: KnownIssue) -> list[float]:
    """The values an issue covers, in order of measure, category and year."""
    return list(held_of(dataset, issue).values())


def held_of(dataset: Dataset, issue: KnownIssue) -> dict[tuple[str, str, str], float]:
    """The values an issue covers by measure, category and year, in that order."""
    cells = dataset.cells[dataset.cells.area == issue.area]
    held = cells.set_index(["measure", "category", "year"]).value.to_dict()
    measures = dataset.topic.tabulated if issue.measure == "all" else (issue.measure,)
    years = [year for year in dataset.years if issue.from_year <= year <= issue.to_year]
    slugs = [each.slug for each in dataset.topic.categories]
    categories = [
        *(slug for slug in issue.categories if slug != "*"),
        *(slugs if "*" in issue.categories else ()),
    ]
    return {key: held[key] for key in product(measures, categories, years) if key in held}


def _check_blanks(dataset: Dataset) -> None:
    missing = [issue for issue in dataset.topic.issues if issue.effect is Effect.MISSING]
    names = ["measure", "area", "category", "year", "file", "row", "column"]
    blanks = dataset.cells.loc[dataset.cells.value.isna(), names].astype(str)
    for measure, area, category, year, file, row, column in blanks.to_numpy().tolist():
        if not any(issue.covers(area=area, category=category, measure=measure, year=year) for issue in missing):
            expected = f"a figure, or the reason in {ISSUES}"
            raise SourceError(dataset=file, row=row, column=column, found="a blank", expected=expected)


def _check_populations(dataset: Dataset) -> None:
    for label, wanted, found in _population_totals(dataset):
        if found != wanted:
            raise SourceError(
                dataset="population",
                column=label,
                found=f"{found:,} residents in all",
                expected=f"{wanted:,}",
            )


def _population_totals(dataset: Dataset) -> Iterator[tuple[str, int, int]]:
    """By mid-year: its label, the total it must have and the total it has."""
    name = dataset.topic.name
    totals = load(topic_folder(name) / "checks.yaml", Totals, shown_as=f"{name}/checks.yaml").population
    people = dataset.cells[dataset.cells.measure == "population"]
    for year, found in people.groupby("year", sort=False).value.sum().items():
        label = mid_year(int(str(year)[:4]))
        yield label, totals.get(label, 0), int(found)
