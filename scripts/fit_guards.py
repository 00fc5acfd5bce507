"""
Fits a topic's guards to its figures and prints the bands as they stand in topic.yaml, and how rare each limit is.

    python scripts/fit_guards.py [TOPIC [FOLDER OF IMPORTED RELEASES]…]

Used are the yearly changes of every category but the rest and the unknown, in the areas that get stories,
without the cells and steps that a known issue covers. Half a seizure is added to each count, so that a fall
to none is a finite change.

The spread of a band is what, beside counting noise, puts half of its changes within the 0.674 standard
deviations that half of all normal errors stay within; going by the middle half keeps it free of the few great
jumps. A band of smaller counts is never taken to be steadier than the one above it.
"""

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from storygen.model.dataset import Dataset
from storygen.model.topic import Effect, Kind, KnownIssue
from storygen.sources import read

EDGES = (1, 5, 10, 20, 50, 100, 250, 1000)
MEDIAN_SQUARE = 0.4549  # the median of the square of a standard normal error
WIDEST = 3.0  # no band spreads further: this is a change of twenty times

Numbers = npt.NDArray[np.float64]


def main() -> None:
    """Print the number of changes in each band, then the bands."""
    topic, *stores = sys.argv[1:] or ["drug_seizures"]
    dataset = read(topic, stores=tuple(map(Path, stores)))
    before, now = changes(dataset)
    bands = fit(before, now)
    for at_least, count, spread, decile in bands:
        print(f"# {count:,} changes from {at_least} or more")
        print(f"- {{at_least: {at_least}, spread: {spread:.2f}, ninth_decile: {decile:.2f}}}")
    for line in limits(dataset):
        print(line)


def limits(dataset: Dataset) -> list[str]:
    """How many of the figures lie beyond each limit that topic.yaml sets, and where a rule of thumb would set it."""
    guards, total = dataset.topic.guards, dataset.topic.total.slug
    levels, steps = np.exp(log_levels(dataset)), np.exp(np.abs(log_steps(dataset, total)))
    drugs = np.concatenate(
        [
            np.exp(np.abs(log_steps(dataset, each.slug, guards.category_jump_count)))
            for each in dataset.topic.categories
            if each.kind is Kind.ITEM and each.is_counted
        ]
    )
    low, high = float(guards.level_low), float(guards.level_high)
    jump, leap = float(guards.total_jump), float(guards.category_jump)
    found = (
        ("level_low", low, np.mean(levels < low), "three median deviations down", beyond(np.log(levels), -3)),
        ("level_high", high, np.mean(levels > high), "three median deviations up", beyond(np.log(levels), 3)),
        ("total_jump", jump, np.mean(steps >= jump), "the 99th percentile", float(np.percentile(steps, 99))),
        ("category_jump", leap, np.mean(drugs >= leap), "the 99th percentile", float(np.percentile(drugs, 99))),
    )
    return [
        f"# {name} {limit}: {part:.1%} lie beyond it; {rule}: {value:.2f}" for name, limit, part, rule, value in found
    ]


def beyond(logs: Numbers, deviations: float) -> float:
    """The ratio so many median absolute deviations (scaled to a standard deviation) from the median."""
    middle = np.median(logs)
    return float(np.exp(middle + deviations * 1.4826 * np.median(np.abs(logs - middle))))


def log_levels(dataset: Dataset) -> Numbers:
    """Each ranked force's rate of all seizures in each year over the median force's, as a natural logarithm."""
    cells = dataset.cells
    ranked = [area.slug for area in dataset.stories if area.is_ranked]
    of_total = cells[(cells.measure == dataset.topic.measure) & (cells.category == dataset.topic.total.slug)]
    people = cells[cells.measure == "population"].set_index(["area", "year"])["value"]
    counts = of_total[of_total.area.isin(ranked)].set_index(["area", "year"])["value"]
    rates = (counts / people.reindex(counts.index)).dropna()
    ratios = rates / rates.groupby("year").transform("median")
    logs: Numbers = np.log(ratios[ratios > 0].to_numpy())
    return logs


def log_steps(dataset: Dataset, category: str, at_least: int = 1) -> Numbers:
    """Yearly changes of a category as natural logarithms of the ratio, where the larger number is `at_least`."""
    cells = usable(dataset)
    cells = cells[cells.category == category].sort_values("year")
    before = cells.groupby("area", sort=False)["value"].shift(1)
    held = (np.maximum(before, cells.value) >= at_least) & before.gt(0) & cells.value.gt(0)
    logs: Numbers = np.log((cells.value / before)[held].to_numpy())
    return logs


def changes(dataset: Dataset) -> tuple[Numbers, Numbers]:
    """Pairs of counts, the year before and the year after, of at least 1 in the year before."""
    cells = usable(dataset).sort_values("year")
    previous = cells.groupby(["area", "category"], sort=False)["value"].shift(1)
    held = previous.ge(1) & cells.value.notna() & ~covered(cells, dataset.topic.issues, {Effect.BREAK})
    return previous[held].to_numpy(), cells.value[held].to_numpy()


def usable(dataset: Dataset) -> pd.DataFrame:
    """The counts of the areas that get stories; blank where a known issue forbids a comparison."""
    kept = [each.slug for each in dataset.topic.categories if each.kind not in (Kind.REST, Kind.UNKNOWN)]
    areas = [area.slug for area in dataset.stories]
    cells = dataset.cells[dataset.cells.measure == dataset.topic.measure]
    cells = cells[cells.area.isin(areas) & cells.category.isin(kept)]
    bad = covered(cells, dataset.topic.issues, {Effect.MISSING, Effect.PARTIAL, Effect.SUSPECT})
    return cells.assign(value=cells.value.mask(bad))


def covered(cells: pd.DataFrame, issues: tuple[KnownIssue, ...], effects: set[Effect]) -> "pd.Series[bool]":
    """Which cells an issue with one of the effects covers."""
    found = pd.Series(data=False, index=cells.index)
    for issue in issues:
        if issue.effect in effects and issue.measure not in ("quantity", "rates"):
            found |= (
                cells.area.isin([issue.area] if issue.area != "*" else cells.area)
                & (cells.category.isin(issue.categories) | ("*" in issue.categories))
                & cells.year.between(issue.from_year, issue.to_year)
            )
    return found


def fit(before: Numbers, now: Numbers) -> list[tuple[int, int, float, float]]:
    """By band: its least count, how many changes are in it, spread and ninth decile."""
    bands: list[tuple[int, int, float, float]] = []
    widest = steepest = 0.0
    for at_least, below in reversed(list(zip(EDGES, (*EDGES[1:], np.inf), strict=True))):
        held = (before >= at_least) & (before < below)
        if not held.any():  # no such numbers: the band is as wide as the next
            bands.insert(0, (at_least, 0, widest, steepest))
            continue
        moved = np.log((now[held] + 0.5) / (before[held] + 0.5))
        noise = 1 / (now[held] + 0.5) + 1 / (before[held] + 0.5)
        widest = max(widest, spread_of(moved, noise))
        steepest = max(steepest, float(np.percentile(np.abs(moved), 90)))
        bands.insert(0, (at_least, int(held.sum()), widest, steepest))
    return bands


def spread_of(moved: Numbers, noise: Numbers) -> float:
    """The spread that counting noise leaves to be explained, found by halving; 0 if there is none."""
    low, high = 0.0, WIDEST
    for _ in range(40):
        middle = (low + high) / 2
        is_too_small = float(np.median(moved**2 / (noise + middle**2))) > MEDIAN_SQUARE
        low, high = (middle, high) if is_too_small else (low, middle)
    return low


if __name__ == "__main__":
    main()
