"""The figures by what they are about, as typed in the files, and which of them may be compared."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.figure import Cell
from storygen.model.topic import Effect, Kind

NATIONAL, POLICE = "national", "police"
"""The country: all authorities together, and its territorial forces alone."""

Entry = tuple[Fraction, tuple[Cell, ...]]
"""A number, and the cells it was added up from."""


class Almanac:
    """
    Numbers, quantities and residents by area, drug and year.

    An area is a force's slug, `NATIONAL`, `POLICE` or a region as written in a sentence. None where a cell is blank,
    or no table has it.
    """

    def __init__(self, dataset: Dataset) -> None:
        """Index the figures of a dataset: the frame says which cell is whose, the files what is in it."""
        self.topic, self.years = dataset.topic, dataset.years
        self.areas = {area.slug: area for area in dataset.areas}
        self.forces = dataset.stories
        self.regions = frozenset(area.region for area in self.forces)
        self.total = self.topic.total.slug
        self.kinds = {each.slug: each.kind for each in self.topic.categories}
        held = dataset.cells
        self._cells = {
            key: Cell(file=file, row=row, column=column)
            for *key_parts, file, row, column in zip(
                *(held[name] for name in ("measure", "area", "category", "year", "file", "row", "column")), strict=True
            )
            if (key := tuple(key_parts))
        }
        self._printed = dataset.printed
        self._peopled = sorted({area for measure, area, _, _ in self._cells if measure == "population"})
        self.unheld = frozenset(self._peopled) - set(self.areas)
        self.number = cache(self._number)
        self.people = cache(self._people)
        self.quantity = cache(self._quantity)
        self.window = cache(self._window)
        self.is_usable = cache(self._is_usable)
        self.unidentified = cache(self._unidentified)
        self.leaps = cache(self._leaps)
        self._unknown = next((each.slug for each in self.topic.categories if each.kind is Kind.UNKNOWN), "")
        self._issues = {
            slug: tuple(each for each in self.topic.issues if each.area in {slug, "*"})
            for slug in (*self.areas, NATIONAL, POLICE)
        }
        self.members = cache(self._members)

    def _read(self, measure: str, area: str, category: str, year: str) -> Entry | None:
        cell = self._cells.get((measure, area, category, year))
        text = self._printed.get(cell, "") if cell else ""
        return (_exact(text), (cell,)) if cell and text else None

    def _members(self, region: str) -> tuple[Area, ...]:
        """The territorial forces of a region."""
        return tuple(area for area in self.forces if area.region == region)

    def _number(self, area: str, drug: str, year: str) -> Entry | None:
        if area == NATIONAL and self.topic.national_is_sum:
            return _added(self.number(each.slug, drug, year) for each in self.forces)
        if area == NATIONAL:
            return self._read(self.topic.national_measure, NATIONAL, drug, year)
        if area == POLICE:
            return self._less(drug, year)
        if area in self.areas:
            return self._read(self.topic.measure, area, drug, year)
        return _added(self.number(each.slug, drug, year) for each in self.members(area))

    def _less(self, drug: str, year: str) -> Entry | None:
        whole = self._number(NATIONAL, drug, year)
        if not self.topic.police_less:
            return whole
        others = _added(self.number(slug, drug, year) for slug in self.topic.police_less)
        return (whole[0] - others[0], whole[1] + others[1]) if whole and others else None

    def _people(self, area: str, year: str) -> Entry | None:
        if area in {NATIONAL, POLICE}:
            return _added(self.people(slug, year) for slug in self._peopled)
        if area in self.areas or area in self._peopled:
            return self._read("population", area, "people", year)
        return _added(self.people(each.slug, year) for each in self.members(area))

    def _quantity(self, area: str, drug: str, year: str) -> Entry | None:
        measure = "national-quantity" if area == NATIONAL else "quantity"
        return self._read(measure, area, drug, year)

    def unit(self, drug: str) -> str | None:
        """What a drug's quantity is measured in; None where none is tabulated."""
        return self.topic.category(drug).unit

    def _is_usable(self, area: str, drug: str, year: str, *, standing: bool = False) -> bool:
        """
        Whether a force's number may be compared: not known to be partial or suspect.

        With `standing`, suspect ones may: a record must stand against a doubtful higher figure (manual B.0).
        """
        effects = {Effect.PARTIAL} if standing else {Effect.PARTIAL, Effect.SUSPECT}
        return not any(
            issue.effect in effects and issue.covers(area=area, category=drug, measure=self.topic.measure, year=year)
            for issue in self._issues.get(area, ())
        )

    def is_estimate(self, area: str, drug: str, year: str) -> bool:
        """Whether a number must be labelled: an estimate of the publisher's, or of a part of the year."""
        return any(
            issue.effect in {Effect.PARTIAL, Effect.ESTIMATED}
            and issue.covers(area=area, category=drug, measure=self.topic.measure, year=year)
            for issue in self._issues.get(area, ())
        )

    @staticmethod
    @cache
    def before(year: str, back: int = 1) -> str:
        """
        Name the year so many years back.

        >>> Almanac.before("2009-10", 10)
        '1999-00'
        """
        start = int(year[:4]) - back
        return f"{start}-{(start + 1) % 100:02}"

    def comparable(self, area: str, drug: str, year: str) -> Entry | None:
        """A force's number in a year if it may be compared with that of any other year."""
        return self.number(area, drug, year) if self.is_usable(area, drug, year) else None

    def _window(self, area: str, drug: str, year: str) -> str:
        """The first year whose number may be compared with that of `year`: the last break (manual B.0)."""
        start = year
        while start > self.years[0] and not self._breaks(area, drug, start):
            start = self.before(start)
        return start

    def history(self, area: str, drug: str, year: str) -> Iterator[tuple[str, Entry | None]]:
        """Every comparable year before `year`, newest first, with its number; None where there is none to compare."""
        first = self.window(area, drug, year) if area in self.areas else "0000"
        while (year := self.before(year)) >= first:
            entry = self.comparable(area, drug, year) if area in self.areas else self.number(area, drug, year)
            if entry is None and year < self.years[0]:
                return
            yield year, entry

    def _breaks(self, area: str, drug: str, year: str) -> bool:
        total = self.total
        return self.leaps(area, total, year) or (
            drug != total and (self.leaps(area, drug, year) or self._hides(area, year))
        )

    def _leaps(self, area: str, drug: str, year: str) -> bool:
        """Whether a number starts a new level: a known break, or a jump beyond the topic's bounds (manual A93)."""
        guards = self.topic.guards
        if any(
            issue.effect is Effect.BREAK
            and issue.from_year == year
            and issue.covers(area=area, category=drug, measure=self.topic.measure, year=year)
            for issue in self._issues.get(area, ())
        ):
            return True
        now, then = self.comparable(area, drug, year), self.comparable(area, drug, self.before(year))
        if now is None or then is None:
            return False
        is_total = drug == self.total
        times, floor = (guards.total_jump, 0) if is_total else (guards.category_jump, guards.category_jump_count)
        high, low = max(now[0], then[0]), min(now[0], then[0])
        return high > 0 and high >= floor and high >= Fraction(times) * low

    def _hides(self, area: str, year: str) -> bool:
        """Whether the share of seizures with no drug identified moved too far in a year (manual A97)."""
        shares = [self.unidentified(area, each) for each in (year, self.before(year))]
        now, then = shares
        return now is not None and then is not None and abs(now - then) > Fraction(self.topic.guards.unidentified_shift)

    def _unidentified(self, area: str, year: str) -> Fraction | None:
        part = self.comparable(area, self._unknown, year)
        whole = self.comparable(area, self.total, year)
        if whole is None or not whole[0]:
            return None
        return 100 * (part[0] if part else 0) / whole[0]


def _exact(text: str) -> Fraction:
    return Fraction(int(text) if text.isdecimal() else text)  # most are whole, and read far quicker as such


def _added(entries: Iterator[Entry | None]) -> Entry | None:
    """Numbers added; None unless every one is there."""
    held: Sequence[Entry | None] = list(entries)
    found = [each for each in held if each]
    if not found or len(found) < len(held):
        return None
    return sum((value for value, _ in found), Fraction(0)), tuple(cell for _, cells in found for cell in cells)
