"""Figures as they lie in the tables: single cells and what is added up or taken away to make a national one."""

from fractions import Fraction

from storygen.analysis.panel import NATIONAL, POLICE, Panel, Positions
from storygen.analysis.workings import in_full
from storygen.model.figure import Figure, Formula, Unit

UNITS = {"kg": Unit.KG, "thousand doses": Unit.DOSES, "plants": Unit.PLANTS}
IN_THOUSANDS = {"thousand doses"}


class Cellar:
    """Fetches figures by area, category and year; each is made once and shared."""

    def __init__(self, panel: Panel) -> None:
        """Open the cellar of an edition's panel."""
        self._panel = panel
        self._topic = panel.dataset.topic
        self._years = {year: column for column, year in enumerate(panel.years)}
        self._everyone: dict[str, Figure] = {}
        self._kept: dict[tuple[str, str, str], Figure | None] = {}

    def number(self, area: str, category: str, year: str) -> Figure | None:
        """The number of a category in an area in a year, as published; None where the table is blank or not held."""
        key = (area, category, year)
        if key not in self._kept:
            self._kept[key] = self._number(area, category, year)
        return self._kept[key]

    def _number(self, area: str, category: str, year: str) -> Figure | None:
        if area == POLICE:
            return self._police(category, year)
        if area == NATIONAL and self._topic.national_is_sum:
            return self._forces(category, year)
        return self._cell(area, category, year)

    def amount(self, area: str, category: str, year: str) -> Figure | None:
        """The quantity of a category seized by an area in a year, in doses, kg or plants; None where there is none."""
        position = self._position(self._panel.amount_sources, area, category, year)
        if position < 0:
            return None
        cell, unit = self._panel.address(position), self._topic.category(category).unit
        typed = Figure(
            value=self._panel.decimal_at(position),
            unit=UNITS[unit or ""],
            formula=Formula.CELL,
            means=f"{self._topic.category(category).noun} seized, {self._name(area)}, {year}",
            period=year,
            cell=cell,
        )
        return in_full(typed) if unit in IN_THOUSANDS else typed

    def everyone(self, year: str) -> Figure:
        """Residents of the whole country in a year; made once and shared."""
        if year not in self._everyone:
            inputs = tuple(self.people(area, year) for area, held in self._panel.people if held == year)
            self._everyone[year] = Figure(
                value=sum((each.value for each in inputs), Fraction(0)),
                unit=Unit.COUNT,
                formula=Formula.SUM,
                means=f"residents of {self._topic.national}",
                period=year,
                inputs=inputs,
            )
        return self._everyone[year]

    def people(self, area: str, year: str) -> Figure:
        """Residents of an area in a year; KeyError if not held."""
        position = self._panel.people[area, year]
        cell = self._panel.address(position)
        return Figure(
            value=Fraction(self._panel.value_at(position)),
            unit=Unit.COUNT,
            formula=Formula.CELL,
            means=f"residents, {cell.row}",
            period=year,
            cell=cell,
        )

    def _position(self, sources: Positions, area: str, category: str, year: str) -> int:
        row, column = self._panel.rows.get((area, category)), self._years.get(year)
        return -1 if row is None or column is None else int(sources[row, column])

    def _cell(self, area: str, category: str, year: str) -> Figure | None:
        position = self._position(self._panel.sources, area, category, year)
        if position < 0:
            return None
        return Figure(
            value=Fraction(self._panel.value_at(position)), unit=Unit.COUNT, formula=Formula.CELL,
            means=f"{self._topic.category(category).counted}, {self._name(area)}, {year}", period=year,
            cell=self._panel.address(position),
        )  # fmt: skip

    def _forces(self, category: str, year: str) -> Figure | None:
        """The forces' numbers added up; None unless every one has one."""
        inputs = [self.number(area.slug, category, year) for area in self._panel.forces]
        held = tuple(each for each in inputs if each is not None)
        if len(held) < len(inputs):
            return None
        return Figure(
            value=sum((each.value for each in held), Fraction(0)), unit=Unit.COUNT, formula=Formula.SUM, inputs=held,
            means=f"{self._topic.category(category).counted}, {self._name(NATIONAL)}, {year}", period=year,
        )  # fmt: skip

    def _police(self, category: str, year: str) -> Figure | None:
        if not self._topic.police_less:
            return self.number(NATIONAL, category, year)
        inputs = [self.number(area, category, year) for area in (NATIONAL, *self._topic.police_less)]
        held = tuple(each for each in inputs if each is not None)
        if len(held) < len(inputs):
            return None
        return Figure(
            value=held[0].value - sum((each.value for each in held[1:]), Fraction(0)), unit=Unit.COUNT,
            formula=Formula.LESS, inputs=held, period=year,
            means=f"{self._topic.category(category).counted}, police forces of {self._topic.national}, {year}",
        )  # fmt: skip

    def _name(self, area: str) -> str:
        if area in self._panel.areas:
            return self._panel.areas[area].force
        return f"{self._topic.national}, all {self._topic.authorities}"
