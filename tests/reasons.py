"""
Every figure that a candidate's `because` may name, worked out again by the second route.

Values come from the CSV files through `oracle`. The desk is asked for one thing only, in which years a number may be
compared: that rests on the lists of known defects and on the guards, which have tests of their own.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from statistics import quantiles

import oracle

from storygen.analysis.comparability import usable
from storygen.analysis.facts import Facts
from storygen.model.area import Area

Value = float | str | None


@dataclass(frozen=True)
class Desk:
    """What an edition's desk says may be compared, and the words and settings of its topic."""

    facts: Facts

    @cached_property
    def _usable(self) -> list[list[float]]:
        return usable(self.facts.panel).tolist()  # type: ignore[no-any-return]  # nested lists of floats

    @property
    def years(self) -> tuple[str, ...]:
        """Years of the panel, oldest first."""
        return self.facts.panel.years

    @property
    def forces(self) -> tuple[Area, ...]:
        """Forces that get a story."""
        return self.facts.panel.dataset.stories

    def may_compare(self, area: Area, drug: str, year: str) -> bool:
        """Whether a number may be compared with the newest of its own series."""
        return not math.isnan(self.facts.comparable[self._row(area, drug), self.years.index(year)])

    def may_rank(self, area: Area, drug: str, year: str) -> bool:
        """Whether a number may be ranked among those of its year."""
        return not math.isnan(self._usable[self._row(area, drug)][self.years.index(year)])

    def spread(self, drug: str) -> int:
        """How many times its mean the variance of a drug's count is taken to be."""
        guards = self.facts.panel.dataset.topic.guards
        return guards.dispersion.get(drug, guards.dispersion_default)

    def _row(self, area: Area, drug: str) -> int:
        return self.facts.panel.rows[area.slug, drug]


@dataclass(frozen=True)
class Subject:
    """One candidate's area and category in an edition."""

    desk: Desk
    area: Area
    slug: str

    @property
    def year(self) -> str:
        """Financial year of the edition."""
        return self.desk.years[-1]

    @property
    def drug(self) -> str:
        """What the tables call the category."""
        return self._label(self.slug)

    def back(self, years: int) -> str:
        """The year so many before."""
        start = int(self.year[:4]) - years
        return f"{start}-{(start + 1) % 100:02}"

    def count(self, back: int = 0) -> int:
        """Seizures so many years back."""
        found = oracle.count(self.area.label, self.drug, self.back(back))
        assert found is not None
        return found

    def earlier(self) -> dict[str, int]:
        """Comparable numbers before this year's, oldest first."""
        years = [year for year in self.desk.years[:-1] if self.desk.may_compare(self.area, self.slug, year)]
        held = {year: oracle.count(self.area.label, self.drug, year) for year in years}
        return {year: number for year, number in held.items() if number is not None}

    def change(self, area: Area | None = None, slug: str = "") -> Fraction | None:
        """Change on the year before, in per cent, if both numbers may be compared."""
        area, slug = area or self.area, slug or self.slug
        if not all(self.desk.may_compare(area, slug, self.back(each)) for each in (0, 1)):
            return None
        return oracle.change(area.label, self._label(slug), self.year)

    def pool(self, back: int = 0, region: str = "") -> dict[str, Fraction]:
        """Rates of the ranked forces that may be compared in a year, by slug."""
        forces = [each for each in self.desk.forces if each.is_ranked and region in {"", each.region}]
        year = self.back(back)
        held = [each for each in forces if self.desk.may_rank(each, self.slug, year)]
        rates = {each.slug: oracle.rate(each.label, self.drug, year) for each in held}
        return {slug: rate for slug, rate in rates.items() if rate is not None}

    def place(self, back: int = 0) -> int:
        """From the top, by rate."""
        pool = self.pool(back)
        return 1 + sum(rate > pool[self.area.slug] for rate in pool.values())

    def error(self, slug: str, back: int = 0) -> float:
        """Variance of a force's rate."""
        area = next(each for each in self.desk.forces if each.slug == slug)
        count = oracle.count(area.label, self.drug, self.back(back))
        people = oracle.population(area.label, self.back(back))
        assert count is not None
        assert people is not None
        return self.desk.spread(self.slug) * count / people**2 * 10**12

    def clear(self, back: int = 0) -> float:
        """By how many standard errors the force's rate is above the next one down."""
        pool = self.pool(back)
        own = pool[self.area.slug]
        below = max((slug for slug, rate in pool.items() if rate < own), key=lambda slug: pool[slug])
        gap = float(own - pool[below])
        return gap / math.sqrt(self.error(self.area.slug, back) + self.error(below, back))

    def moves(self, least: int) -> Iterator[Fraction]:
        """Changes in per cent of the forces whose earlier number was so large."""
        for area in self.desk.forces:
            before = oracle.count(area.label, self.drug, self.back(1))
            change = self.change(area)
            if before is not None and before >= least and change is not None:
                yield change

    def _label(self, slug: str) -> str:
        return self.desk.facts.panel.dataset.topic.category(slug).label


def _extreme(subject: Subject, sign: int) -> int:
    return sign * max(sign * number for number in subject.earlier().values())


def _back_to_extreme(subject: Subject, sign: int) -> int:
    years = [year for year, number in subject.earlier().items() if number == _extreme(subject, sign)]
    return int(subject.year[:4]) - int(years[-1][:4])


def _since(subject: Subject, sign: int) -> str:
    return [year for year, number in subject.earlier().items() if sign * number >= sign * subject.count()][-1]


def _reach(subject: Subject, sign: int) -> int:
    return int(subject.year[:4]) - int(_since(subject, sign)[:4])


def _run(subject: Subject) -> int:
    return abs(oracle.run(subject.area.label, subject.drug, subject.year, next(iter(subject.earlier()))))


def _quartile(subject: Subject, which: int) -> float:
    return quantiles(subject.earlier().values(), n=4, method="inclusive")[which]


def _rest(subject: Subject) -> Fraction:
    """Rate beside that of the region's other forces together."""
    others = [each for each in subject.desk.forces if each.region == subject.area.region and each != subject.area]
    counts = [oracle.count(each.label, subject.drug, subject.year) or 0 for each in others if each.is_ranked]
    people = [oracle.population(each.label, subject.year) or 0 for each in others if each.is_ranked]
    return _rate(subject) / Fraction(sum(counts) * 1_000_000, sum(people))


def _rate(subject: Subject) -> Fraction:
    found = oracle.rate(subject.area.label, subject.drug, subject.year)
    assert found is not None
    return found


def _national_rate(subject: Subject) -> Fraction:
    found = oracle.national_rate(subject.drug, subject.year)
    assert found is not None
    return found


def _titles(subject: Subject) -> int:
    """Earlier years in a row in which the force's rate was the highest, and by more than chance."""
    for back in range(1, len(subject.desk.years)):
        year = subject.back(back)
        is_held = subject.desk.may_compare(subject.area, subject.slug, year)
        if not (is_held and subject.place(back) == 1 and subject.clear(back) > 0.84 and subject.count(back) >= 20):
            return back - 1
    return len(subject.desk.years) - 1


def _span(subject: Subject) -> int:
    """The longest of the two fixed spans whose start, and the years either side of it, may be compared."""
    held = subject.earlier()
    return max(span for span in (5, 10) if {subject.back(span + each) for each in (-1, 0, 1)} <= set(held))


def _moved(subject: Subject, sign: int) -> int:
    return sum(change * sign > 0 for change in subject.moves(0))


def _drugs(subject: Subject) -> int:
    """How many drugs found 20 times in both years may be compared."""
    found = 0
    for each in subject.desk.facts.panel.dataset.topic.categories:
        numbers = [oracle.count(subject.area.label, each.label, subject.back(back)) for back in (0, 1)]
        is_often = each.kind == "item" and all(number is not None and number >= 20 for number in numbers)
        found += is_often and subject.change(slug=each.slug) is not None
    return found


def _weight(subject: Subject, back: int = 0) -> float:
    found = _weighed(subject.area.label, subject.drug, subject.back(back))
    assert found is not None
    return found


@cache
def _weighed(area: str, drug: str, year: str) -> float | None:
    row = oracle.table(f"quantities/{year}.csv").get(area, {})
    cell = next((value for label, value in row.items() if label.partition(" (")[0] == drug), "")
    return float(cell) if cell else None


def _heaviest(subject: Subject) -> float:
    held = (_weighed(subject.area.label, subject.drug, year) for year in subject.earlier())
    return max(weight for weight in held if weight is not None)


def _unit(subject: Subject) -> str | None:
    return subject.desk.facts.panel.dataset.topic.category(subject.slug).unit


RECOUNTS: dict[str, Callable[[Subject], Value | Fraction]] = {
    "count": Subject.count,
    "previous": lambda subject: subject.count(1),
    "before_previous": lambda subject: subject.count(2),
    "change": Subject.change,
    "change_size": lambda subject: abs(subject.change() or Fraction(0)),
    "rate": _rate,
    "national_rate": _national_rate,
    "national_change": lambda subject: oracle.national_police_change(subject.drug, subject.year),
    "ratio": lambda subject: _rate(subject) / _national_rate(subject),
    "rest_ratio": _rest,
    "share": lambda subject: oracle.share(subject.area.label, subject.drug, subject.year),
    "national_share": lambda subject: oracle.national_share(subject.drug, subject.year),
    "record_high": lambda subject: _extreme(subject, 1),
    "record_low": lambda subject: _extreme(subject, -1),
    "peak_back": lambda subject: _back_to_extreme(subject, 1),
    "trough_back": lambda subject: _back_to_extreme(subject, -1),
    "since_high": lambda subject: _since(subject, 1),
    "since_low": lambda subject: _since(subject, -1),
    "reach_high": lambda subject: _reach(subject, 1),
    "reach_low": lambda subject: _reach(subject, -1),
    "window_start": lambda subject: next(iter(subject.earlier())),
    "run": _run,
    "first_in": lambda subject: oracle.first_in(subject.area.label, subject.drug, subject.year),
    "lower": lambda subject: _quartile(subject, 0),
    "middle": lambda subject: _quartile(subject, 1),
    "upper": lambda subject: _quartile(subject, 2),
    "span": _span,
    "then": lambda subject: subject.count(_span(subject)),
    "place": Subject.place,
    "place_before": lambda subject: subject.place(1),
    "pool": lambda subject: len(subject.pool()),
    "region": lambda subject: subject.area.region,
    "regional_pool": lambda subject: len(subject.pool(region=subject.area.region)),
    "clear_below": Subject.clear,
    "titles": _titles,
    "movers": lambda subject: len(list(subject.moves(100))),
    "risen": lambda subject: _moved(subject, 1),
    "fallen": lambda subject: _moved(subject, -1),
    "compared": lambda subject: len(list(subject.moves(0))),
    "drugs": _drugs,
    "amount": _weight,
    "amount_before": lambda subject: _weight(subject, 1),
    "amount_record": _heaviest,
    "unit": _unit,
}
"""How to work out each figure again, by the name a reason calls it by."""
