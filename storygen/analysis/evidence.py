"""Evidence: the chosen facts worked out again as figures, exactly, each with the cells it rests on."""

from functools import cached_property

import numpy as np

from storygen.analysis.cellar import Cellar
from storygen.analysis.comparability import in_doubt
from storygen.analysis.facts import Facts
from storygen.analysis.panel import NATIONAL, POLICE
from storygen.analysis.pools import Pools
from storygen.analysis.stances import rate_stance, share_stance
from storygen.analysis.workings import (
    change,
    difference,
    median,
    rate,
    ratio,
    reach,
    run,
    share,
    since_like_move,
)
from storygen.model.area import Area
from storygen.model.fact import Fact
from storygen.model.figure import Figure, Formula
from storygen.model.topic import Kind, Topic

LEAST_BASE = 50  # seizures; no percentage is printed on a smaller one (manual R08)
LEAST_REACH = 3  # years


class Evidence:
    """Turns rows of the facts into papers for print. Pools of rates are worked out once and shared."""

    def __init__(self, facts: Facts) -> None:
        """Take the evidence of an edition's facts."""
        self._facts, self._panel = facts, facts.panel
        self._topic, self._year = facts.panel.dataset.topic, facts.panel.edition.year
        self._cellar = Cellar(facts.panel)
        self._columns = {name: facts.everywhere[name].to_numpy() for name in facts.everywhere}
        self._pools = Pools(facts, self._cellar)

    @property
    def pools(self) -> Pools:
        """The pools of rates that places are taken in."""
        return self._pools

    def year(self, back: int = 0) -> str | None:
        """The edition's year, or one so many years back; None before the first held."""
        years = self._panel.years
        return years[-1 - back] if back < len(years) else None

    def number(self, area: str, category: str, back: int = 0) -> Figure | None:
        """Seizures as published, comparable or not, so many years back; None where there is none."""
        year = self.year(back)
        return self._cellar.number(area, category, year) if year else None

    def amount(self, area: str, category: str, back: int = 0) -> Figure | None:
        """The quantity seized as published, so many years back; None where there is none."""
        year = self.year(back)
        return self._cellar.amount(area, category, year) if year else None

    def times_the_quantity(self, area: str, category: str) -> float | None:
        """How many times the year before's quantity was seized; None where the two cannot be compared."""
        row = self._panel.rows.get((area, category))
        times = float("nan") if row is None else float(self._columns["amount_ratio"][row])
        return None if np.isnan(times) or not times else times

    def rate(self, area: str, category: str, back: int = 0) -> Figure | None:
        """Seizures per head of an area's residents, or of the whole country's for the police, so many years back."""
        year, count = self.year(back), self.number(area, category, back)
        if count is None or year is None:
            return None
        people = self._cellar.everyone(year) if area == POLICE else self._cellar.people(area, year)
        return rate(count, people, self._topic.rate_per)

    def share(self, area: str, category: str, back: int = 0) -> Figure | None:
        """The part of all the area's seizures a category was found in, so many years back."""
        part, whole = self.number(area, category, back), self.number(area, self._topic.total.slug, back)
        return share(part, whole, self.all_counted) if part and whole and whole.value else None

    def series(self, area: str, category: str) -> tuple[Figure, ...]:
        """The comparable numbers, newest first; a missing year is left out."""
        return self._series(area, category, self._panel.rows[area, category])

    def area(self, slug: str) -> Area:
        """An area by its slug, or the country for the national one."""
        return self._panel.areas.get(slug, self._country)

    @property
    def topic(self) -> Topic:
        """What the topic's folder says of its categories."""
        return self._topic

    @property
    def all_counted(self) -> str:
        """What a share of everything counted is of, in an editor's words."""
        return f"share of all {self._topic.terms.counted}:"

    @property
    def forces(self) -> tuple[Area, ...]:
        """The areas that get a story."""
        return self._panel.forces

    def is_in_doubt(self, category: str) -> bool:
        """Whether a force has a number, this year's or the last, that is published and may not be used."""
        rows = [self._panel.rows[area.slug, category] for area in self.forces]
        return bool(in_doubt(self._panel)[rows, -2:].any())

    def of_region(self, region: str) -> tuple[Area, ...]:
        """The areas of a region that get a story."""
        return self._panel.by_region[region]

    def fact(self, area: str, category: str) -> Fact | None:
        """What is established of a category in an area; None where the year's number is missing."""
        count = self._cellar.number(area, category, self._year)
        if count is None:
            return None
        row = self._panel.rows[(area, category)]
        before = self._before(area, category, row)
        own_rate, national_rate = self._pools.rate(area, category), self._national_rate(category)
        own_share = self._share(area, count)
        national_share = self._share(POLICE, self._cellar.number(POLICE, category, self._year))
        return Fact(
            area=self.area(area),
            category=self._topic.category(category),
            count=count,
            previous=before,
            difference=before and difference(count, before),
            change=change(count, before) if before and before.value >= LEAST_BASE else None,
            ratio=ratio(count, before) if before and before.value else None,
            steps=self._steps(area, category, row),
            first_in=self._first_in(area, category, row),
            since=self._since(area, category, row),
            rate=own_rate,
            national_rate=national_rate,
            national_change=self._national_change(category),
            rate_stance=rate_stance(own_rate, national_rate),
            share=own_share,
            national_share=national_share,
            share_stance=share_stance(own_share, national_share),
            rank=self._pools.rank(area, category, None),
            regional_rank=self._pools.rank(area, category, self.area(area).region),
            is_flat=bool(self._columns["is_flat"][row]),
            is_large=bool(self._columns["is_large"][row]),
            is_unsettled=bool(self._columns["is_unsettled"][row]),
            has_gaps=bool(self._columns["has_gaps"][row]),
            comparable_from=str(self._columns["window_start"][row]),
            reaches_start=self._columns["window_start"][row] == self._topic.records_began,
        )

    def group(self, area: str) -> Fact | None:
        """The fact about the class of drugs the topic reports in every story; None where there is none."""
        return self.fact(area, self._topic.reported_group) if self._topic.reported_group else None

    def unidentified(self, area: str) -> Fact | None:
        """The fact about seizures in which no drug was identified; None where the topic counts none."""
        return self.fact(area, self._unknown) if self._unknown else None

    def unidentified_before(self, area: str) -> Figure | None:
        """The number of such seizures the year before, as published; None where there is none."""
        if self._unknown is None or len(self._panel.years) == 1:
            return None
        return self._cellar.number(area, self._unknown, self._panel.years[-2])

    def history(self, area: str) -> tuple[tuple[str, Figure | None], ...]:
        """The total in every year held, oldest first, comparable or not."""
        total = self._topic.total.slug
        years = [year for year in self._panel.dataset.years if year <= self._year]
        return tuple((year, self._cellar.number(area, total, year)) for year in years)

    @cached_property
    def _unknown(self) -> str | None:
        return next((each.slug for each in self._topic.categories if each.kind is Kind.UNKNOWN), None)

    @cached_property
    def median_rate(self) -> Figure | None:
        """The middle total rate of all ranked forces."""
        rates = self._pools.rates(self._topic.total.slug)
        return median(rates, "median force's rate") if rates else None

    @cached_property
    def _country(self) -> Area:
        name = self._topic.national
        return Area(
            slug=NATIONAL, label=name, code="", force=name, the_force=name, place=name, headline=name,
            region="", nation=name, is_territorial=False, is_ranked=False,
        )  # fmt: skip

    def _before(self, area: str, category: str, row: int) -> Figure | None:
        if len(self._panel.years) == 1 or np.isnan(self._columns["previous"][row]):
            return None
        return self._cellar.number(area, category, self._panel.years[-2])

    def _series(self, area: str, category: str, row: int, length: int | None = None) -> tuple[Figure, ...]:
        """The comparable figures of the last `length` years, or of all, newest first; a missing year is left out."""
        grid = self._facts.comparable[row][::-1][:length]
        years = [year for year, value in zip(self._panel.years[::-1], grid, strict=False) if not np.isnan(value)]
        found = (self._cellar.number(area, category, year) for year in years)
        return tuple(figure for figure in found if figure is not None)

    def _steps(self, area: str, category: str, row: int) -> Figure | None:
        length = int(self._columns["run"][row])
        if length < 2:  # noqa: PLR2004 - one step is no run
            return None
        formula = Formula.RISES if self._columns["direction"][row] > 0 else Formula.FALLS
        return run(self._series(area, category, row, length + 2), formula, length)

    def _first_in(self, area: str, category: str, row: int) -> Figure | None:
        years = int(self._columns["first_in"][row])
        if years < LEAST_REACH:
            return None
        formula = Formula.FIRST_RISE_IN if self._columns["direction"][row] > 0 else Formula.FIRST_FALL_IN
        return since_like_move(self._series(area, category, row, years + 2), formula, years)

    def _since(self, area: str, category: str, row: int) -> Figure | None:
        """How far back this year's extreme reaches: to the first comparable year for a record, else to its equal."""
        columns = self._columns
        for formula, claimed, back in (
            (Formula.RECORD_HIGH_SINCE, columns["is_record_high"][row], None),
            (Formula.RECORD_LOW_SINCE, columns["is_record_low"][row], None),
            (Formula.HIGHEST_SINCE, columns["reach_high"][row] >= LEAST_REACH, columns["reach_high"][row]),
            (Formula.LOWEST_SINCE, columns["reach_low"][row] >= LEAST_REACH, columns["reach_low"][row]),
        ):
            if claimed:
                length = None if back is None else int(back) + 1
                return reach(self._series(area, category, row, length), formula)
        return None

    def _national_rate(self, category: str) -> Figure | None:
        police = self._cellar.number(POLICE, category, self._year)
        return police and rate(police, self._cellar.everyone(self._year), self._topic.rate_per)

    def _national_change(self, category: str) -> Figure | None:
        if len(self._panel.years) == 1:
            return None
        now, before = (self._cellar.number(POLICE, category, year) for year in self._panel.years[:-3:-1])
        return change(now, before) if now and before and before.value else None

    def _share(self, area: str, part: Figure | None) -> Figure | None:
        whole = self._cellar.number(area, self._topic.total.slug, self._year)
        is_part = part and whole and part is not whole and whole.value
        return share(part, whole, self.all_counted) if is_part and part and whole else None
