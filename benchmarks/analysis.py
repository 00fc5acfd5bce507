"""
Prints what the analysis desk costs on a synthetic table: seconds, areas a second, peak memory, growth.

Each size runs in a process of its own, so that its peak memory is its own: 1,000 and 10,000 areas, and 100,000 where
memory allows.
"""

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from storygen.analysis import establish, find_angles, judge
from storygen.analysis.assess import assess
from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.figure import Cell
from storygen.sources import read

YEARS, REGION, SET_DOWN = 20, 100, 200
SIZES = (1_000, 10_000, 100_000)
BYTES_AN_AREA = 300_000  # measured at 10,000 areas, with room to spare
NEWEST = 2018


class Invented(Mapping[Cell, str]):
    """Stands in for the printed cells, which the analysis of numbers never reads."""

    def __getitem__(self, cell: Cell) -> str:
        """No cell is printed."""
        raise KeyError(cell)

    def __iter__(self) -> Iterator[Cell]:
        """No cell is printed."""
        return iter(())

    def __len__(self) -> int:
        """No cell is printed."""
        return 0


def invented(size: int) -> Dataset:
    """A table of so many areas, 20 years and the topic's 24 counted categories, with counts that wander."""
    real = read("drug_seizures")
    slugs = [f"area-{number}" for number in range(size)]
    categories = [each.slug for each in real.topic.categories if each.is_counted]
    years = [f"{start}-{(start + 1) % 100:02}" for start in range(NEWEST - YEARS + 1, NEWEST + 1)]
    others = ["national", *real.topic.police_less]
    cells = pd.concat([_counts([*slugs, *others], categories, years), _people(slugs, years)], ignore_index=True)
    areas = tuple(_area(slug, number // REGION) for number, slug in enumerate(slugs))
    return replace(
        real, topic=replace(real.topic, issues=()), areas=areas, years=tuple(years), cells=cells, printed=Invented()
    )


def _counts(areas: list[str], categories: list[str], years: list[str]) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    level = rng.lognormal(3, 1.5, (len(areas), len(categories), 1))
    level[:, 0] *= 30
    values = rng.poisson(level * np.exp(rng.normal(0, 0.2, (len(areas), len(categories), len(years)))))
    frame = _frame(areas, categories, years, values.ravel())
    measure = np.where(frame["area"] == "national", "national-seizures", "seizures")
    return frame.assign(measure=pd.Categorical(measure))


def _people(areas: list[str], years: list[str]) -> pd.DataFrame:
    people = np.random.default_rng(2).integers(200_000, 2_000_000, (len(areas), 1)).repeat(len(years), axis=1)
    return _frame(areas, ["people"], years, people.ravel()).assign(measure=pd.Categorical(["population"] * people.size))


def _frame(areas: list[str], categories: list[str], years: list[str], values: np.ndarray) -> pd.DataFrame:
    shape = (len(areas), len(categories), len(years))
    codes = [part.ravel() for part in np.indices(shape, dtype=np.int32)]
    area, category, year = (
        pd.Categorical.from_codes(code, pd.Index(names))
        for code, names in zip(codes, (areas, categories, years), strict=True)
    )
    return pd.DataFrame(
        {
            "area": area,
            "category": category,
            "year": year,
            "value": values.astype(float),
            "file": year,
            "row": area,
            "column": category,
        }
    )


def _area(slug: str, region: int) -> Area:
    return Area(
        slug=slug, label=slug, code=slug, force=slug, the_force=slug, place=slug, headline=slug,
        region=f"region {region}", nation="England", is_territorial=True, is_ranked=True,
    )  # fmt: skip


def measure(size: int) -> dict[str, float]:
    """Seconds for the columns and for setting an area's angles down for print, and the columns' peak memory in MiB."""
    dataset = invented(size)
    edition = Edition(year=dataset.years[-1])
    start = time.perf_counter()
    facts = establish(dataset, edition)
    candidates = find_angles(facts)
    assess(candidates, facts)
    columns = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    judged = judge(candidates, facts)
    next(judged)  # the pools are made once, with the first area
    start = time.perf_counter()
    count = sum(1 for _ in zip(range(SET_DOWN), judged, strict=False))
    setting = time.perf_counter() - start
    return {"size": size, "columns": columns, "candidates": len(candidates), "setting": setting / count, "peak": peak}


def main() -> None:
    """Measure every size in a process of its own and print a line for each, then how the time grows."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    found = []
    for size in SIZES:
        if size * BYTES_AN_AREA > _free_bytes():
            print(f"{size:>7,} areas: left out, needs about {size * BYTES_AN_AREA / 2**30:.0f} GiB")
            continue
        done = subprocess.run([sys.executable, __file__, str(size)], check=True, capture_output=True, text=True)
        found.append(json.loads(done.stdout))
        print(_line(found[-1]))
    if len(found) > 1:
        first, last = found[0], found[-1]
        growth = math.log(last["columns"] / first["columns"]) / math.log(last["size"] / first["size"])
        print(f"growth: time goes as areas to the power {growth:.2f}")


def _line(found: dict[str, float]) -> str:
    return (
        f"{found['size']:>7,} areas: {found['columns']:6.2f} s, {found['size'] / found['columns']:,.0f} a second, "
        f"{found['candidates']:,} candidates, {found['setting'] * 1000:.2f} ms an area to set down, "
        f"peak {found['peak']:,.0f} MiB"
    )


def _free_bytes() -> float:
    with Path("/proc/meminfo").open(encoding="ascii") as memory:
        return next(int(line.split()[1]) * 1024 for line in memory if line.startswith("MemAvailable"))


if __name__ == "__main__":
    main()
