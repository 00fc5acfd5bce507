"""Small tables for the analysis desk's tests: invented forces, complete but for what a test is about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from storygen.analysis import establish
from storygen.analysis.facts import Facts
from storygen.model.area import Area
from storygen.model.dataset import Dataset, frozen
from storygen.model.edition import Edition
from storygen.model.figure import Cell
from storygen.model.topic import Effect, KnownIssue
from storygen.sources import read

NEWEST = 2018
PEOPLE = 1_000_000
COLUMNS = ["measure", "area", "category", "year", "value", "file", "row", "column"]

Series = Sequence[float | None]
Counts = Mapping[str, Mapping[str, Series]]
"""Area to category to numbers, oldest first; the last is of 2018-19. None is a blank cell."""


def an_area(slug: str, *, region: str = "Testshire", nation: str = "England", is_ranked: bool = True) -> Area:
    """Make a force nobody has heard of."""
    name = slug.title()
    return Area(
        slug=slug, label=name, code=f"X-{slug}", force=f"{name} Police", the_force=f"{name} Police", place=name,
        headline=name, region=region, nation=nation, is_territorial=True, is_ranked=is_ranked,
    )  # fmt: skip


def tables(
    counts: Counts,
    *,
    areas: Sequence[Area] = (),
    people: Mapping[str, int] | None = None,
    issues: tuple[KnownIssue, ...] = (),
) -> Dataset:
    """
    A dataset that holds these numbers.

    Forces not described are ordinary; each has a million residents unless `people` says otherwise. The national table
    and the other authorities are there if `counts` has them, else a thousand seizures a year, and none.
    """
    described = {area.slug: area for area in areas}
    slugs = [slug for slug in counts if slug != "national"]
    length = max(len(series) for of_area in counts.values() for series in of_area.values())
    topic = replace(read("drug_seizures").topic, issues=issues)
    whole: dict[str, Mapping[str, Series]] = {
        "national": {topic.total.slug: [1000] * length},
        **{slug: {topic.total.slug: [0] * length} for slug in topic.police_less},
        **counts,
    }
    rows = [row for slug, of_area in whole.items() for row in _rows(slug, of_area)]
    rows += [_people(slug, (people or {}).get(slug, PEOPLE), year) for slug in slugs for year in _years(length)]
    cells = pd.DataFrame(rows, columns=COLUMNS)
    return Dataset(
        topic=topic,
        areas=tuple(described.get(slug) or an_area(slug) for slug in slugs),
        years=tuple(_years(length)),
        tables=(),
        cells=cells,
        printed=frozen({Cell(file=row[5], row=row[6], column=row[7]): _typed(row[4]) for row in rows}),
    )


def facts(counts: Counts, **described: object) -> Facts:
    """Establish the facts of 2018-19 from these numbers; the keywords are those of `tables`."""
    return establish(tables(counts, **described), Edition(year="2018-19"))  # type: ignore[arg-type]  # passed on as they are


def row_of(established: Facts, area: str, category: str = "all") -> pd.Series:
    """The row of the facts about a category in an area."""
    columns = established.columns
    return columns[(columns["area"] == area) & (columns["category"] == category)].iloc[0]


def an_issue(**differences: object) -> KnownIssue:
    """A defect of one area's total in 2017-18, but for the differences."""
    fields: dict[str, object] = {
        "area": "alpha", "from_year": "2017-18", "to_year": "2017-18", "categories": ("*",), "measure": "all",
        "effect": "note", "issue": "invented", "evidence": "for a test",
    }  # fmt: skip
    whole = {**fields, **differences}
    return KnownIssue(**{**whole, "effect": Effect(whole["effect"])})  # type: ignore[arg-type]  # all are of its types


def _years(length: int) -> list[str]:
    starts = range(NEWEST - length + 1, NEWEST + 1)
    return [f"{start}-{(start + 1) % 100:02}" for start in starts]


def _rows(slug: str, of_area: Mapping[str, Series]) -> list[tuple[str, str, str, str, float, str, str, str]]:
    measure = "national-seizures" if slug == "national" else "seizures"
    return [
        (measure, slug, category, year, float("nan") if value is None else float(value), f"{year}.csv", slug, category)
        for category, series in of_area.items()
        for year, value in zip(_years(len(series)), series, strict=True)
    ]


def _people(slug: str, people: int, year: str) -> tuple[str, str, str, str, float, str, str, str]:
    return ("population", slug, "people", year, float(people), "people.csv", slug, year)


def _typed(value: float) -> str:
    return "" if value != value else str(int(value))  # noqa: PLR0124 - only a missing value differs from itself
