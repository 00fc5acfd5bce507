"""Pools: the rates of all ranked forces, worked out exactly once, and each force's place among them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from fractions import Fraction
from functools import cached_property

import numpy as np

from storygen.analysis.cellar import Cellar
from storygen.analysis.facts import Facts
from storygen.analysis.workings import rate
from storygen.model.area import Area
from storygen.model.fact import Rank
from storygen.model.figure import Figure, Formula, Unit

LEAST_REGION = 3  # forces; a region of fewer has no ranking (manual B.0, "Regions")

Pool = tuple[tuple[Figure, Area], ...]


class Pools:
    """Rates and ranks by category, for the whole country's ranked forces or one region's."""

    def __init__(self, facts: Facts, cellar: Cellar) -> None:
        """Rank the forces of an edition, with figures from its cellar."""
        self._panel, self._cellar = facts.panel, cellar
        self._is_usable = ~np.isnan(facts.comparable[:, -1])
        self._topic, self._year = facts.panel.dataset.topic, facts.panel.edition.year
        self._kept: dict[tuple[str, str | None], Pool] = {}
        self._sizes: dict[tuple[str, str | None], Figure] = {}
        self._made: dict[tuple[str, str], Figure | None] = {}

    def rate(self, area: str, category: str) -> Figure | None:
        """A ranked force's seizures per head; None for one not ranked, or a number that is missing or unusable."""
        row = self._panel.rows.get((area, category))
        if row is None or area not in self._panel.areas or not self._panel.areas[area].is_ranked:
            return None
        return self._resident_rate(area, category) if self._is_usable[row] else None

    def rates(self, category: str) -> tuple[Figure, ...]:
        """All ranked forces' rates, lowest first."""
        return tuple(figure for figure, _ in self._pool(category, None))

    def rank(self, slug: str, category: str, region: str | None) -> Rank | None:
        """A force's place in its region, or everywhere (region None); None if it has none to take."""
        own, pool = self.rate(slug, category), self._pool(category, region)
        if own is None or (region is not None and not self._is_whole(region, pool)):
            return None
        values = [figure.value for figure, _ in pool]
        size = self._size(category, region)
        below, up_to = bisect_left(values, own.value), bisect_right(values, own.value)
        next_rate, next_area = pool[-2] if pool[-1][1].slug == slug else pool[-1]
        return Rank(
            place=_place(own, size, Formula.PLACE_FROM_TOP, len(pool) - up_to + 1),
            place_from_bottom=_place(own, size, Formula.PLACE_FROM_BOTTOM, below + 1),
            size=size,
            scope=region or self._scope,
            covers_nation=region is None and self._scope == self._topic.national,
            is_joint=up_to - below > 1,
            next_area=next_area,
            next_rate=next_rate,
            left_out=self._left_out(own, category, region),
        )

    @cached_property
    def _members(self) -> Counter[str]:
        """How many forces each region ranks."""
        return Counter(area.region for area in self._panel.dataset.stories if area.is_ranked)

    @cached_property
    def _scope(self) -> str:
        """What a ranking of all ranked forces may be said to cover: the nations they belong to, and no more."""
        return " and ".join(sorted({area.nation for area in self._panel.dataset.stories if area.is_ranked}))

    def _is_whole(self, region: str, pool: Pool) -> bool:
        """A region is ranked only where every ranked force in it has a figure, and there are enough of them."""
        return len(pool) == self._members[region] >= LEAST_REGION

    def _pool(self, category: str, region: str | None) -> Pool:
        key = (category, region)
        if key not in self._kept:
            areas = [area for area in self._panel.dataset.stories if region in {None, area.region}]
            held = [(figure, area) for area in areas if (figure := self.rate(area.slug, category))]
            self._kept[key] = tuple(sorted(held, key=lambda pair: (pair[0].value, pair[1].slug)))
        return self._kept[key]

    def _size(self, category: str, region: str | None) -> Figure:
        """How many forces are compared: one figure a pool, shared by every rank taken in it."""
        key = (category, region)
        if key not in self._sizes:
            rates = tuple(figure for figure, _ in self._pool(category, region))
            self._sizes[key] = Figure(
                value=Fraction(len(rates)),
                unit=Unit.COUNT,
                formula=Formula.SIZE,
                inputs=rates,
                period=self._year,
                means=f"forces compared in {region or self._scope}",
            )
        return self._sizes[key]

    def _resident_rate(self, area: str, category: str) -> Figure | None:
        key = (area, category)
        if key not in self._made:
            count = self._cellar.number(area, category, self._year)
            self._made[key] = count and rate(count, self._cellar.people(area, self._year), self._topic.rate_per)
        return self._made[key]

    def _left_out(self, own: Figure, category: str, region: str | None) -> Area | None:
        """The force kept out of the ranking whose residents' rate would have come above, if any (manual A35)."""
        unranked = (area for area in self._panel.dataset.stories if not area.is_ranked)
        for area in unranked:
            figure = self._resident_rate(area.slug, category)
            if region in {None, area.region} and figure and figure.value > own.value:
                return area
        return None


def _place(own: Figure, size: Figure, formula: Formula, value: int) -> Figure:
    return Figure(
        value=Fraction(value), unit=Unit.PLACE, formula=formula, inputs=(own, size), period=own.period,
        means=f"{formula} among {size.value} forces by {own.means}",
    )  # fmt: skip
