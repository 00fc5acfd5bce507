"""Figures as they lie in the tables: single cells and what is added up or taken away to make a national one."""

from fractions import Fraction
from functools import cached_property

from storygen.analysis.panel import NATIONAL, POLICE, Panel
from storygen.model.figure import Figure, Formula, Unit


class Cellar:
    """Fetches figures by area, category and year; each is made once and shared."""

    def __init__(self, panel: Panel) -> None:
        """Open the cellar of an edition's panel."""
        self._panel = panel
        self._topic = panel.dataset.topic
        self._years = {year: column for column, year in enumerate(panel.years)}
        self._kept: dict[tuple[str, str, str], Figure | None] = {}

    def number(self, area: str, category: str, year: str) -> Figure | None:
        """Seizures of a category by an area in a year, as published; None where the table is blank or not held."""
        key = (area, category, year)
        if key not in self._kept:
            self._kept[key] = self._police(category, year) if area == POLICE else self._cell(*key)
        return self._kept[key]

    @cached_property
    def everyone(self) -> Figure:
        """Residents of the whole country in the edition's year."""
        inputs = tuple(self.people(area) for area in self._panel.people)
        return Figure(
            value=sum((each.value for each in inputs), Fraction(0)), unit=Unit.COUNT, formula=Formula.SUM,
            means=f"residents of {self._topic.national}", period=self._panel.edition.year, inputs=inputs,
        )  # fmt: skip

    def people(self, area: str) -> Figure:
        """Residents of an area in the edition's year; KeyError if not held."""
        position = self._panel.people[area]
        return Figure(
            value=Fraction(self._panel.value_at(position)), unit=Unit.COUNT, formula=Formula.CELL,
            means=f"residents, {self._panel.address(position).row}", period=self._panel.edition.year,
            cell=self._panel.address(position),
        )  # fmt: skip

    def _cell(self, area: str, category: str, year: str) -> Figure | None:
        row, column = self._panel.rows.get((area, category)), self._years.get(year)
        position = -1 if row is None or column is None else int(self._panel.sources[row, column])
        if position < 0:
            return None
        return Figure(
            value=Fraction(self._panel.value_at(position)), unit=Unit.COUNT, formula=Formula.CELL,
            means=f"{self._topic.category(category).seizures}, {self._name(area)}, {year}", period=year,
            cell=self._panel.address(position),
        )  # fmt: skip

    def _police(self, category: str, year: str) -> Figure | None:
        inputs = [self.number(area, category, year) for area in (NATIONAL, *self._topic.police_less)]
        held = tuple(each for each in inputs if each is not None)
        if len(held) < len(inputs):
            return None
        return Figure(
            value=held[0].value - sum((each.value for each in held[1:]), Fraction(0)), unit=Unit.COUNT,
            formula=Formula.LESS, inputs=held, period=year,
            means=f"{self._topic.category(category).seizures}, police forces of {self._topic.national}, {year}",
        )  # fmt: skip

    def _name(self, area: str) -> str:
        return (
            self._panel.areas[area].force if area in self._panel.areas else f"{self._topic.national}, all authorities"
        )
