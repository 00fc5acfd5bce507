"""Holds a release against what was held before: what is missing, what moved too far, what cannot be true."""

import math
from collections import defaultdict
from collections.abc import Iterator

from storygen.model.dataset import Dataset
from storygen.model.release import Query, Weight
from storygen.model.topic import Effect
from storygen.sources.bounds import breaches
from storygen.sources.checks import explains
from storygen.sources.intake.harvest import Key
from storygen.sources.years import financial_year

KEY = ("measure", "area", "category", "year")
SHOWN = 6  # names of a list; a longer one is counted
ISSUE = "at most {limit}; if it is an error of the publisher's, ask them before drafting"


def review(dataset: Dataset, before: Dataset | None, fresh: set[Key]) -> Iterator[Query]:
    """
    What to ask of a dataset with a release added, whose figures are of the keys in `fresh`, beside the one before it.

    None before it says that the release is the topic's first.

    Only figures that are new or other than before are held against those of the year before and against each other.
    """
    news = fresh & changed(dataset, before) if before else fresh
    revised = news & _keys(before) if before else set()
    if revised:
        found = f"{len(revised):,} figures other than those held for the same years"
        expected = "the same, unless the publisher has revised them; data compare lists them"
        yield Query(weight=Weight.ASKS, file="all tables", found=found, expected=expected)
    yield from _gaps(dataset)
    counted = {year for measure, _, _, year in news if measure == dataset.topic.measure}
    yield from _nation(dataset, counted)
    yield from _lapsed(dataset, counted)
    yield from _jumps(dataset, news)
    yield from _bounds(dataset, {year for measure, _, _, year in news if measure != "population"})


def changed(dataset: Dataset, before: Dataset) -> set[Key]:
    """The figures of a dataset that another has not, or has otherwise."""
    now, then = (each.cells.set_index(list(KEY))["value"] for each in (dataset, before))
    old = then.reindex(now.index)
    return set(now.index[now.ne(old) & ~(now.isna() & old.isna())])


def _keys(dataset: Dataset) -> set[Key]:
    return set(dataset.cells.loc[dataset.cells["value"].notna()].set_index(list(KEY)).index)


def blanks(fresh: dict[Key, str], dataset: Dataset) -> Iterator[Query]:
    """Ask about the figures an area is not known to lack, one query for each area and table."""
    labels = labels_of(dataset)
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    known = [issue for issue in dataset.topic.issues if issue.effect is Effect.MISSING]
    for (measure, area, category, year), digits in fresh.items():
        if digits or any(each.covers(area=area, category=category, measure=measure, year=year) for each in known):
            continue
        found[measure, year, area].append(labels.get(category, category))
    for (measure, year, area), missing in found.items():
        yield Query(
            weight=Weight.ASKS, file=f"{measure} {year}", row=labels.get(area, area),
            found=f"no figure for {listed(missing)}",
            expected="a figure in every cell; nothing is put in its place",
        )  # fmt: skip


def listed(names: list[str]) -> str:
    """
    Some names in a sentence; of many, the first and how many more.

    >>> listed(["LSD"]), listed(["a", "b", "c"]), listed(list("abcdefgh"))
    ('LSD', 'a, b and c', 'a, b, c, d, e, f and 2 more')
    """
    if len(names) == 1:
        return names[0]
    shown, rest = names[:SHOWN], len(names) - SHOWN
    return f"{', '.join(shown)} and {rest} more" if rest > 0 else f"{', '.join(names[:-1])} and {names[-1]}"


def _gaps(dataset: Dataset) -> Iterator[Query]:
    """A year left out would make its neighbours look like one year and the next."""
    held = {int(year[:4]) for year in dataset.years}
    for start in sorted(set(range(min(held), max(held))) - held):
        yield Query(
            weight=Weight.STOPS, file=f"{dataset.topic.measure} {financial_year(start)}", found="no table of that year",
            expected="every year between the first and the last; import the release that has it as well",
        )  # fmt: skip


def _nation(dataset: Dataset, years: set[str]) -> Iterator[Query]:
    """Without the national figures of its year no draft can be made: for the newest year that stops the import."""
    measure = dataset.topic.national_measure
    for year in sorted(years - set(dataset.editions)):
        yield Query(
            weight=Weight.STOPS if year == dataset.years[-1] else Weight.ASKS, file=f"{measure} {year}",
            found="no national figures", expected="the national summary of that year, in the same import",
        )  # fmt: skip


def _lapsed(dataset: Dataset, years: set[str]) -> Iterator[Query]:
    """A defect known in the years up to a new one may go on in it, and nothing would take the figures out."""
    labels = labels_of(dataset)
    for issue in dataset.topic.issues:
        following = financial_year(int(issue.to_year[:4]) + 1)
        if issue.effect is Effect.SUSPECT and issue.from_year < issue.to_year and following in years:
            yield Query(
                weight=Weight.ASKS, file=f"known issues {following}", row=labels.get(issue.area, issue.area),
                column=labels.get(issue.categories[0], "all"),
                found=f"no word on one that was known to {issue.to_year}: {issue.issue}",
                expected="it to be over; if it goes on, leave these figures out of the story",
            )  # fmt: skip


def _jumps(dataset: Dataset, news: set[Key]) -> Iterator[Query]:
    """Figures far from those of the year before, by the topic's own guards."""
    guards, topic, total = dataset.topic.guards, dataset.topic, dataset.topic.total.slug
    labels = labels_of(dataset)
    values = dataset.cells[dataset.cells["measure"].eq(topic.measure)].set_index(list(KEY))["value"].to_dict()
    for key in (each for each in values if each in news):
        _, area, category, year = key
        now, then = (
            values[key],
            values.get((topic.measure, area, category, financial_year(int(year[:4]) - 1)), math.nan),
        )
        is_total = category == total
        limit, floor = (guards.total_jump, 1) if is_total else (guards.category_jump, guards.category_jump_count)
        if max(now, then) >= max(floor, float(limit) * min(now, then)) and not math.isnan(now + then):
            yield Query(
                weight=Weight.ASKS, file=f"{topic.measure} {year}", row=labels[area], column=labels[category],
                found=f"{now:,.0f}, against {then:,.0f} the year before",
                expected=f"less than {limit.normalize():f} times as many, or as few",
            )  # fmt: skip


def labels_of(dataset: Dataset) -> dict[str, str]:
    """What areas and categories are called in the tables, by slug."""
    categories = {category.slug: category.label for category in dataset.topic.categories}
    return categories | {area.slug: area.label for area in dataset.areas}


def _bounds(dataset: Dataset, years: set[str]) -> Iterator[Query]:
    labels = labels_of(dataset)
    excuses = [issue for issue in dataset.topic.issues if issue.bound is not None]
    for breach in breaches(dataset):
        if breach.year in years and not any(explains(issue, breach) for issue in excuses):
            yield Query(
                weight=Weight.ASKS, file=f"{breach.measure} {breach.year}", column=labels[breach.categories[0]],
                row="all forces" if breach.area == "*" else labels[breach.area],
                found=f"{breach.larger:,.10g}, which breaks the bound {breach.bound}",
                expected=ISSUE.format(limit=f"{breach.smaller:,.10g}"),
            )  # fmt: skip
