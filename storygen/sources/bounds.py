"""Bounds no true table breaks: a part is no larger than its whole, nor the forces than the nation."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from storygen.model.dataset import Dataset
from storygen.model.topic import Category, Kind, Topic

ALLOWANCE = 0.01
"""The part by which the forces' quantities may exceed the nation's: they are rounded, and revised in grams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """
    A broken bound: where, and by which two values.

    `categories` are the one that is too large and those it is held against; `area` is "*" where all forces
    together break the bound.
    """

    bound: str
    measure: str
    area: str
    categories: tuple[str, ...]
    year: str
    larger: float
    smaller: float


def breaches(dataset: Dataset) -> list[Breach]:
    """Every bound the figures break, known to be broken or not."""
    found = [*_forces_above_nation(dataset)]
    for measure in dataset.topic.counts:
        for law, counts in _by_law(dataset, measure):
            for bound, categories, larger, smaller in _comparisons(dataset, law, counts):
                blank = Breach(
                    bound=bound,
                    measure=measure,
                    area="",
                    categories=categories,
                    year="",
                    larger=0,
                    smaller=0,
                )
                found += _above(larger, smaller, blank)
    return found


def remainders(dataset: Dataset, measure: str) -> dict[tuple[str, str], float]:
    """
    National figure less the forces listed, by category and year: the forces not held, and revisions.

    Only categories that both the forces' tables and the national ones have in that year.
    """
    forces = _totals(dataset, measure)
    nation = _totals(dataset, f"national-{measure}")
    return {key: nation[key] - total for key, total in forces.items() if key in nation}


def _totals(dataset: Dataset, measure: str) -> dict[tuple[str, str], float]:
    cells = dataset.cells[dataset.cells.measure == measure]
    totals = cells.groupby(["category", "year"], sort=False)["value"].sum()
    keys = zip(totals.index.get_level_values(0), totals.index.get_level_values(1), strict=True)
    return dict(zip(keys, totals.to_list(), strict=True))


def _forces_above_nation(dataset: Dataset) -> Iterator[Breach]:
    for measure in dataset.topic.tabulated:
        nation, allowance = _totals(dataset, f"national-{measure}"), ALLOWANCE if measure == Topic.QUANTITY else 0.0
        for (category, year), remainder in remainders(dataset, measure).items():
            whole = nation[category, year]
            if remainder < -whole * allowance:
                yield Breach(
                    bound="forces-above-nation",
                    measure=measure,
                    area="*",
                    categories=(category,),
                    year=year,
                    larger=whole - remainder,
                    smaller=whole,
                )


def _by_law(dataset: Dataset, measure: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """
    Counts with a row a year and area and a column a category, and with them a year whose law they go by.

    Years that have the same classes and columns come together.
    """
    cells = dataset.cells[dataset.cells.measure.eq(measure) & dataset.cells.year.isin(dataset.years)]
    counts = cells.pivot_table(index=["year", "area"], columns="category", values="value", sort=False)
    has = counts.notna().groupby(level="year", sort=False).any()
    alike: dict[tuple[tuple[str | None, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for year in has.index:
        # The national table of the newest edition counts a drug in today's class in all years.
        law = year if measure == dataset.topic.measure else dataset.years[-1]
        groups = tuple(each.group_in(law) for each in dataset.topic.categories)
        alike[(groups, tuple(has.columns[has.loc[year]]))].append(year)
    for (_, columns), years in alike.items():
        law = years[0] if measure == dataset.topic.measure else dataset.years[-1]
        yield law, counts.loc[years].reindex(columns=columns)


def _comparisons(
    dataset: Dataset, law: str, counts: pd.DataFrame
) -> Iterator[tuple[str, tuple[str, ...], "pd.Series[float]", "pd.Series[float]"]]:
    """What must not be larger than what: the bound, the categories it is about, and both sides by year and area."""
    topic = dataset.topic
    groups = [each.slug for each in topic.categories if each.kind is Kind.GROUP and each.slug in counts.columns]
    if topic.total.slug not in counts.columns:
        return
    total = counts[topic.total.slug]
    for group in groups:
        members = [each.slug for each in topic.categories if _is_member(each, group, law, counts)]
        for member in members:
            yield "member-above-class", (member, group), counts[member], counts[group]
        yield "class-above-members", (group,), counts[group], counts[members].sum(axis="columns", skipna=False)
        yield "class-above-total", (group, topic.total.slug), counts[group], total
    if topic.adds_up:
        parts = [each.slug for each in topic.categories if each.kind in {Kind.ITEM, Kind.REST, Kind.UNKNOWN}]
        whole = counts.reindex(columns=parts).sum(axis="columns", skipna=False)
        yield "parts-above-total", (*parts, topic.total.slug), whole, total
        yield "total-above-parts", (topic.total.slug, *parts), total, whole
    if not groups:
        return
    parts = [*groups, *(each.slug for each in topic.categories if each.kind is Kind.UNKNOWN)]
    yield "total-above-classes", (topic.total.slug,), total, counts.reindex(columns=parts).sum(axis="columns")


def _is_member(category: Category, group: str, year: str, counts: pd.DataFrame) -> bool:
    return category.is_counted and category.slug in counts.columns and category.group_in(year) == group


def _above(larger: "pd.Series[float]", smaller: "pd.Series[float]", blank: Breach) -> Iterator[Breach]:
    """A breach like `blank` for each year and area where `larger` is above `smaller` and both are known."""
    is_above = larger > smaller
    for where, high, low in zip(larger.index[is_above], larger[is_above], smaller[is_above], strict=True):
        yield replace(blank, year=where[0], area=where[1], larger=float(high), smaller=float(low))
