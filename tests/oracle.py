"""
A second route to the truth: the embedded tables, read with the csv module and counted in plain loops.

Nothing here comes from storygen, so that a mistake there cannot repeat itself here. Years are written
2018-19, areas and drugs as labelled in the tables; None for an area is the country, all authorities together.
A blank cell, or one no table has, is None, and so is all that rests on it. Known defects of the tables are
not looked at: whoever compares must leave those years out, by `first`. It speaks of drug seizures, and inside
`speaking_of` of another topic.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

TOPICS = Path(__file__).resolve().parents[1] / "storygen" / "topics"
NOT_POLICE_FORCES = ("Border Force", "British Transport Police")
FIRST = "2009-10"

Count = Callable[[str], int | None]


@dataclass(frozen=True)
class Subject:
    """
    What the oracle must know of a topic: the folder of its counts, what their total is called, who makes up the nation.

    `nation` is a table of the country, None where its forces are added up; `doubted` are the force and year of numbers
    that are neither ranked nor compared.
    """

    topic: str
    counts: str
    total: str
    nation: str | None = None
    doubted: frozenset[tuple[str, str]] = frozenset()


SUBJECTS = {
    "drug_seizures": Subject("drug_seizures", "seizures", "All drugs", nation="national/seizures.csv"),
    "recorded_drug_offences": Subject(
        "recorded_drug_offences", "offences", "All drug offences", doubted=frozenset({("Staffordshire", "2022-23")})
    ),
}
_spoken_of = [SUBJECTS["drug_seizures"]]


@contextmanager
def speaking_of(topic: str) -> Iterator[None]:
    """Speak of a topic for a while."""
    _spoken_of.append(SUBJECTS[topic])
    try:
        yield
    finally:
        _spoken_of.pop()


def subject() -> Subject:
    """What is spoken of."""
    return _spoken_of[-1]


def total() -> str:
    """The label of everything counted."""
    return subject().total


def table(file: str) -> dict[str, dict[str, str]]:
    """Rows by label, cells by column, as typed."""
    return _table(TOPICS / subject().topic / "figures" / file)


@cache
def _table(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        label, *columns = next(rows := csv.reader(opened))
        assert label in {"Force", "Drug"}
        return {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}


def areas() -> tuple[dict[str, str], ...]:
    """Lines of the list of areas."""
    return _areas(TOPICS / subject().topic / "areas.csv")


@cache
def _areas(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as opened:
        return tuple(csv.DictReader(opened))


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _year(start: int) -> str:
    return f"{start}-{(start + 1) % 100:02}"


def _start(year: str) -> int:
    return int(year[:4])


def years() -> tuple[str, ...]:
    """Years with a table of counts by area, oldest first."""
    return _years(TOPICS / subject().topic / "figures" / subject().counts)


@cache
def _years(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.csv")))


def count(area: str, drug: str, year: str) -> int | None:
    """Seizures of a drug by a force, or whatever else is counted."""
    if year not in years():
        return None
    return _whole(table(f"{subject().counts}/{year}.csv").get(area, {}).get(drug, ""))


def _residents(year: str) -> str:
    """The file of residents for a year: one edition for all rates of a year, since editions are never mixed."""
    start = _start(year)
    return f"population/mid-{start}.csv" if start > 2020 else "population/mid-2005-to-2020.csv"


def population(area: str, year: str) -> int | None:
    """Residents in the middle of the calendar year in which `year` starts."""
    return _whole(table(_residents(year)).get(area, {}).get(f"mid-{year[:4]}", ""))


def rate(area: str, drug: str, year: str) -> Fraction | None:
    """Seizures for every million residents."""
    seizures, people = count(area, drug, year), population(area, year)
    if seizures is None or not people:
        return None
    return Fraction(seizures * 1_000_000, people)


def change(area: str, drug: str, year: str) -> Fraction | None:
    """Change on the year before, in per cent."""
    return _change(lambda each: count(area, drug, each), year)


def _change(series: Count, year: str) -> Fraction | None:
    now, before = series(year), series(_year(_start(year) - 1))
    return None if now is None or not before else Fraction((now - before) * 100, before)


def share(area: str, drug: str, year: str) -> Fraction | None:
    """Part of all the force's seizures, in per cent."""
    part, whole = count(area, drug, year), count(area, total(), year)
    if part is None or not whole:
        return None
    return Fraction(part * 100, whole)


def national_count(drug: str, year: str) -> int | None:
    """Seizures in England and Wales by all authorities; where there is no table of them, by the forces added up."""
    if nation := subject().nation:
        return _whole(table(nation).get(drug, {}).get(year, ""))
    numbers = [count(area["label"], drug, year) for area in areas()]
    return None if None in numbers else sum(number or 0 for number in numbers)


def national_police_count(drug: str, year: str) -> int | None:
    """Count the same without Border Force and British Transport Police."""
    left = national_count(drug, year)
    for authority in NOT_POLICE_FORCES if subject().nation else ():
        other = count(authority, drug, year)
        if left is None or other is None:
            return None
        left -= other
    return left


def national_people(year: str) -> int:
    """Residents of all 43 police force areas."""
    return sum(people for area in table(_residents(year)) if (people := population(area, year)))


def national_rate(drug: str, year: str) -> Fraction | None:
    """Seizures by police forces for every million residents of England and Wales."""
    seizures = national_police_count(drug, year)
    return None if seizures is None else Fraction(seizures * 1_000_000, national_people(year))


def national_change(drug: str, year: str) -> Fraction | None:
    """Change on the year before, all authorities, in per cent."""
    return _change(lambda each: national_count(drug, each), year)


def national_police_change(drug: str, year: str) -> Fraction | None:
    """Change on the year before, police forces, in per cent."""
    return _change(lambda each: national_police_count(drug, each), year)


def national_share(drug: str, year: str) -> Fraction | None:
    """Part of all seizures by police forces, in per cent."""
    part, whole = national_police_count(drug, year), national_police_count(total(), year)
    if part is None or not whole:
        return None
    return Fraction(part * 100, whole)


def rates(drug: str, year: str, within: str | None = None) -> dict[str, Fraction]:
    """Rates of all ranked forces with figures, or of those in a region, by label."""
    found: dict[str, Fraction] = {}
    for area in areas():
        own = None if (area["label"], year) in subject().doubted else rate(area["label"], drug, year)
        if area["is_ranked"] == "true" and within in {None, area["region"]} and own is not None:
            found[area["label"]] = own
    return found


def rank_of(area: str, drug: str, year: str, within: str | None = None) -> tuple[int, int] | None:
    """Place by rate from the top, and of how many forces."""
    pool = rates(drug, year, within)
    if area not in pool:
        return None
    place = 1
    for other in pool.values():
        if other > pool[area]:
            place += 1
    return place, len(pool)


def median_rate(drug: str, year: str) -> Fraction:
    """Find the middle rate of all ranked forces."""
    ordered = sorted(rates(drug, year).values())
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _of(area: str | None, drug: str) -> Count:
    """Give the series of a force, or the national one of all authorities."""
    return lambda year: national_count(drug, year) if area is None else count(area, drug, year)


def _earlier(year: str, first: str) -> list[str]:
    """Years before `year`, newest first, back to `first`."""
    return [_year(start) for start in range(_start(year) - 1, _start(first) - 1, -1)]


def _reach(series: Count, year: str, first: str, sign: int) -> str | None:
    now = series(year)
    if now is None:
        return None
    for other in _earlier(year, first):
        then = series(other)
        if then is not None and sign * then >= sign * now:
            return other
    return None


def highest_since(area: str | None, drug: str, year: str, first: str = FIRST) -> str | None:
    """Find the latest earlier year with as high a count, back to `first`; None if there is none."""
    return _reach(_of(area, drug), year, first, 1)


def lowest_since(area: str | None, drug: str, year: str, first: str = FIRST) -> str | None:
    """Find the latest earlier year with as low a count, back to `first`; None if there is none."""
    return _reach(_of(area, drug), year, first, -1)


def run(area: str | None, drug: str, year: str, first: str = FIRST) -> int:
    """Count steps one way in a row that end in `year`, rises up, falls down; a blank or a tie ends it."""
    steps = 0
    newer = _of(area, drug)(year)
    for other in _earlier(year, first):
        older = _of(area, drug)(other)
        if newer is None or older is None or newer == older:
            break
        step = 1 if newer > older else -1
        if step * steps < 0:
            break
        steps += step
        newer = older
    return steps


def first_in(area: str | None, drug: str, year: str, first: str = FIRST) -> int | None:
    """Count years since the count last moved as it did in `year`; None across a blank or if it never did."""
    series = _of(area, drug)
    now, before = series(year), series(_year(_start(year) - 1))
    if now is None or before is None or now == before:
        return None
    for newer in _earlier(year, first)[:-1]:
        above, below = series(newer), series(_year(_start(newer) - 1))
        if above is None or below is None:
            return None
        if (above - below) * (now - before) > 0:
            return _start(year) - _start(newer)
    return None
