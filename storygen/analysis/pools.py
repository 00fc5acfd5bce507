"""Pools: the rates of all ranked forces in a year, worked out exactly once, and each force's place among them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from storygen.analysis.cellar import Cellar
from storygen.analysis.comparability import usable
from storygen.analysis.facts import Facts
from storygen.analysis.workings import rate
from storygen.model.area import Area
from storygen.model.fact import Rank
from storygen.model.figure import Figure, Formula, Unit

LEAST_REGION = 3  # forces; a region of fewer has no ranking (manual B.0, "Regions")


@dataclass(frozen=True, slots=True)
class Pool:
    """Forces in order of their rates, lowest first: the rates as figures and as values, and whose they are."""

    figures: tuple[Figure, ...]
    values: tuple[Fraction, ...]
    areas: tuple[Area, ...]

    def above(self, figure: Figure) -> tuple[Area, ...]:
        """The forces with a higher rate, highest first."""
        return self.areas[bisect_right(self.values, figure.value) :][::-1]


class Pools:
    """
    Rates and ranks by category, for the whole country's ranked forces or one region's.

    `back` asks for the pool of so many years before the edition's: the forces with a usable number then, by the
    residents of that year.
    """

    def __init__(self, facts: Facts, cellar: Cellar) -> None:
        """Rank the forces of an edition, with figures from its cellar."""
        self._facts, self._panel, self._cellar = facts, facts.panel, cellar
        self._is_usable = ~np.isnan(usable(facts.panel))
        self._topic, self._years = facts.panel.dataset.topic, facts.panel.years
        self._kept: dict[tuple[str, str | None, int], Pool] = {}
        self._sizes: dict[tuple[str, str | None, int], Figure] = {}
        self._made: dict[tuple[str, str, int], Figure | None] = {}

    def rate(self, area: str, category: str, back: int = 0) -> Figure | None:
        """A ranked force's seizures per head; None for one not ranked, or a number that is missing or unusable."""
        row = self._panel.rows.get((area, category))
        if row is None or area not in self._panel.areas or not self._panel.areas[area].is_ranked:
            return None
        return self._resident_rate(area, category, back) if self._is_usable[row, -1 - back] else None

    def rates(self, category: str) -> tuple[Figure, ...]:
        """All ranked forces' rates, lowest first."""
        return self._pool(category, None).figures

    def above(self, slug: str, category: str) -> tuple[Area, ...]:
        """The forces with a higher rate than this one, highest first."""
        own = self.rate(slug, category)
        return self._pool(category, None).above(own) if own else ()

    def leader(self, category: str, back: int) -> Area:
        """The force with the highest rate so many years back; IndexError if none had one."""
        return self._pool(category, None, back).areas[-1]

    def titles(self, slug: str, category: str) -> Figure:
        """For how many years in a row, this one included, a force has led: each year's lead over the next rate."""
        years = 1 + int(self._facts.columns["titles"][self._panel.rows[slug, category]])
        leads = tuple(self._lead(slug, category, back) for back in range(years))
        return Figure(
            value=Fraction(years), unit=Unit.PLACE, formula=Formula.HOW_MANY_UP, inputs=leads, period=self._years[-1],
            means=f"years in a row with a lead over the next: {leads[0].inputs[0].means}",
        )  # fmt: skip

    def place(self, slug: str, category: str, back: int) -> Figure:
        """A force's place from the top so many years back; its second input is how many were compared."""
        own, pool = self.rate(slug, category, back), self._pool(category, None, back)
        if own is None:
            raise AssertionError(f"{slug} has no place for {category} {back} years back")
        higher = len(pool.above(own))
        return _place(own, self._size(category, None, back), Formula.PLACE_FROM_TOP, 1 + higher)

    def rank(self, slug: str, category: str, region: str | None) -> Rank | None:
        """A force's place in its region, or everywhere (region None); None if it has none to take, or is alone."""
        own, pool = self.rate(slug, category), self._pool(category, region)
        if own is None or len(pool.areas) == 1 or (region is not None and not self._is_whole(region, pool)):
            return None
        size = self._size(category, region)
        below, up_to = bisect_left(pool.values, own.value), bisect_right(pool.values, own.value)
        follower = -2 if pool.areas[-1].slug == slug else -1
        return Rank(
            place=_place(own, size, Formula.PLACE_FROM_TOP, len(pool.areas) - up_to + 1),
            place_from_bottom=_place(own, size, Formula.PLACE_FROM_BOTTOM, below + 1),
            size=size,
            scope=region or self.scope,
            covers_nation=region is None and self._is_nation(len(pool.areas)),
            next_area=pool.areas[follower],
            next_rate=pool.figures[follower],
            left_out=self._left_out(own, category, region),
        )

    @cached_property
    def _unranked(self) -> tuple[Area, ...]:
        return tuple(area for area in self._panel.forces if not area.is_ranked)

    @cached_property
    def _members(self) -> Counter[str]:
        """How many forces each region ranks."""
        return Counter(area.region for area in self._panel.forces if area.is_ranked)

    @cached_property
    def scope(self) -> str:
        """What a ranking of all ranked forces may be said to cover: the nations they belong to, and no more."""
        return " and ".join(sorted({area.nation for area in self._panel.forces if area.is_ranked}))

    def _is_nation(self, size: int) -> bool:
        """Whether a ranking of so many forces may be said to be of any force in the nation: none lacks a figure."""
        return self._is_nation_held and size == sum(self._members.values())

    @cached_property
    def _is_nation_held(self) -> bool:
        """Whether every territorial force, one for each area with residents, is in the tables."""
        people = len(self._panel.residents(self._years[-1]))
        return self.scope == self._topic.national and len(self._panel.forces) >= people

    def _is_whole(self, region: str, pool: Pool) -> bool:
        """A region is ranked only where every ranked force in it has a figure, and there are enough of them."""
        return len(pool.areas) == self._members[region] >= LEAST_REGION

    def _pool(self, category: str, region: str | None, back: int = 0) -> Pool:
        key = (category, region, back)
        if key not in self._kept:
            areas = self._panel.by_region[region] if region else self._panel.forces
            held = [(figure, area) for area in areas if (figure := self.rate(area.slug, category, back))]
            held.sort(key=lambda pair: (pair[0].value, pair[1].slug))
            figures, owners = tuple(figure for figure, _ in held), tuple(area for _, area in held)
            self._kept[key] = Pool(figures, tuple(figure.value for figure in figures), owners)
        return self._kept[key]

    def _size(self, category: str, region: str | None, back: int = 0) -> Figure:
        """How many forces are compared: one figure a pool, shared by every rank taken in it."""
        key = (category, region, back)
        if key not in self._sizes:
            rates = self._pool(category, region, back).figures
            self._sizes[key] = Figure(
                value=Fraction(len(rates)),
                unit=Unit.COUNT,
                formula=Formula.SIZE,
                inputs=rates,
                period=self._years[-1 - back],
                means=f"forces compared in {region or self.scope}",
            )
        return self._sizes[key]

    def _resident_rate(self, area: str, category: str, back: int = 0) -> Figure | None:
        key = (area, category, back)
        if key not in self._made:
            year = self._years[-1 - back]
            count = self._cellar.number(area, category, year)
            self._made[key] = count and rate(count, self._cellar.people(area, year), self._topic.rate_per)
        return self._made[key]

    def _lead(self, slug: str, category: str, back: int) -> Figure:
        """By how much a force's rate was above the highest other one so many years back."""
        pool, own = self._pool(category, None, back), self.rate(slug, category, back)
        if own is None or len(pool.areas) == 1:
            raise AssertionError(f"{slug} has no rival for {category} {back} years back")
        return _less(own, pool.figures[-2 if pool.areas[-1].slug == slug else -1])

    def _left_out(self, own: Figure, category: str, region: str | None) -> Area | None:
        """The force kept out of the ranking whose residents' rate would have come above, if any (manual A35)."""
        for area in self._unranked:
            figure = self._resident_rate(area.slug, category)
            if region in {None, area.region} and figure and figure.value > own.value:
                return area
        return None


def _place(own: Figure, size: Figure, formula: Formula, value: int) -> Figure:
    return Figure(
        value=Fraction(value), unit=Unit.PLACE, formula=formula, inputs=(own, size), period=own.period,
        means=f"{formula} among {size.value} forces by {own.means}",
    )  # fmt: skip


def _less(own: Figure, other: Figure) -> Figure:
    return Figure(
        value=own.value - other.value, unit=Unit.RATE, formula=Formula.LESS, inputs=(own, other), period=own.period,
        means=f"lead over the next of {own.means}",
    )  # fmt: skip
