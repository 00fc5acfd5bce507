"""What a claim may also speak of: all that its sentence and those shortly before it name, with the figures of each."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise, product
from operator import itemgetter
from typing import NamedTuple

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair, is_loose
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.reckoning import Reckoner
from storygen.proofing.reading.reference import Line, year_of

REACH = 2  # sentences back
SMALL = 10  # a count below it is somebody's figure by chance
ALIKE = 2  # of area, drug and year, how many a figure has in common with what a claim was taken to speak of
MONTHS = 12
MOST_YEARS = 10  # "five years earlier" looks no further back
BACK = {"prev", "from", "while", "after", "since", "when"}
"""Words that look back from the year a sentence is about."""
_COUNTED, _PER_CENT, _TIMES = {"count"}, {"percent"}, {"times"}


class Figure(NamedTuple):
    """A figure that a number may show: what it is of, its unit and its truth."""

    area: str
    drug: str
    period: str
    unit: Unit
    truth: Truth


class Spoken(NamedTuple):
    """
    What has been named in a sentence and shortly before it.

    `here` are the drugs of the sentence itself, `back` years it only looks back to; a run is of steps in a row, and a
    number is bare that no noun stands behind.
    """

    areas: tuple[str, ...]
    drugs: tuple[str, ...]
    years: tuple[str, ...]
    pers: tuple[int, ...]
    here: tuple[str, ...]
    back: tuple[str, ...]
    is_run: bool
    is_bare: bool
    has_percent: bool
    reckoner: Reckoner

    def shown_by(self, number: Numeral, tag: str, claim: Claim) -> Figure | None:
        """The figure nearest to a claim that its number, called wrong, is a fair showing of; None for none near."""
        ruled = abs(claim.working.value) if claim.working else None  # right in size, and wrong the other way
        fair = (each for each in self._figures(tag) if abs(each.truth.value) != ruled and _fits(number, each))
        ranked = [(self._likeness(figure, claim), figure) for figure in fair]
        near, figure = max(ranked, key=itemgetter(0), default=(0, None))
        return figure if near >= ALIKE else None

    def _likeness(self, figure: Figure, claim: Claim) -> int:
        """How much of area, drug and year is what the claim was taken to speak of, or as likely where it says none."""
        is_unsaid = claim.drug not in self.here and figure.drug == self.reckoner.almanac.total
        return (figure.area == claim.area) + (is_unsaid or figure.drug == claim.drug) + (figure.period == claim.period)

    def _figures(self, tag: str) -> Iterator[Figure]:
        for area, drug in product(self.areas, self.drugs):
            if tag in _COUNTED:
                yield from self._numbers(area, drug)
                yield from self._moves(area, drug) if self.is_bare else ()
            if tag in _PER_CENT or (tag in _COUNTED and self.has_percent):
                yield from self._parts(area, drug)
            if tag in _TIMES:
                yield from self._multiples(area, drug)

    def _numbers(self, area: str, drug: str) -> Iterator[Figure]:
        """Counts and rates."""
        ask = self.reckoner
        for year in self.years:
            yield from _held(area, drug, year, Unit.COUNT, ask.number(area, drug, year))
            for per in self.pers:
                yield from _held(area, drug, year, Unit.RATE, ask.rate(area, drug, year, per))

    def _moves(self, area: str, drug: str) -> Iterator[Figure]:
        """How many more or fewer there were than in another year."""
        for now, then in self._pairs():
            moved = self.reckoner.difference(area, drug, now, then)
            for year in (now, then):
                yield from _held(area, drug, year, Unit.COUNT, moved)

    def _parts(self, area: str, drug: str) -> Iterator[Figure]:
        """Shares, and changes in per cent."""
        for year in self.years:
            yield from _held(area, drug, year, Unit.PER_CENT, self.reckoner.share(area, drug, year))
        for now, then in self._pairs():
            moved = self.reckoner.change(area, drug, now, then)
            yield from _held(area, drug, now, Unit.PER_CENT, moved)

    def _multiples(self, area: str, drug: str) -> Iterator[Figure]:
        """How many times the country's or another's rate or share a rate or share is."""
        for year, other in product(self.years, (*self.areas, POLICE)):
            for work in (self.reckoner.rate, self.reckoner.share):
                one, two = work(area, drug, year), work(other, drug, year)
                if one and two and two.value and area != other:
                    yield Figure(area, drug, year, Unit.TIMES, Truth(value=one.value / two.value, working=""))

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Every two years that a change may lie between, the later first."""
        almanac = self.reckoner.almanac
        named = [year for year in self.years if year not in self.back]
        yield from ((now, then) for now, then in product(named, named) if then < now)
        yield from ((year, almanac.before(year)) for year in named if almanac.before(year) not in named)
        if self.is_run and named:
            steps = pairwise(year for year in almanac.years if min(named) <= year <= max(named))
            yield from ((now, then) for then, now in steps)


def _fits(number: Numeral, figure: Figure) -> bool:
    """Whether a number is a fair showing of a figure, or of a multiple true as far as it goes."""
    unit, value = figure.unit, figure.truth.value
    return is_fair(number, unit, value) or (unit is Unit.TIMES and bool(number.hedge) and is_loose(number, unit, value))


def _held(area: str, drug: str, year: str, unit: Unit, truth: Truth | None) -> Iterator[Figure]:
    """A figure, where it is held and large enough to be right by more than chance."""
    if truth and abs(truth.value) >= (SMALL if unit is Unit.COUNT else 0) and truth.value:
        yield Figure(area, drug, year, unit, truth)


def spoken(line: Line, before: Sequence[Line], *, is_any_drug: bool, is_bare: bool) -> Spoken:
    """What a sentence and those shortly before it name; every drug, where one may have a name we do not know."""
    near = (line, *reversed(before[-REACH:]))
    almanac = line.context.reckoner.almanac
    years = _distinct(*_years(line), *chain.from_iterable(map(_told, near)), line.context.year)
    back = tuple(_looked_back_to(line, years))
    named = almanac.kinds if is_any_drug else chain.from_iterable(each.named() for each in near)
    return Spoken(
        areas=_distinct(*chain.from_iterable(map(_areas, near)), line.context.area),
        drugs=_distinct(*named, almanac.total, line.context.last_drug),
        years=_distinct(*years, *back),
        pers=tuple(dict.fromkeys(chain.from_iterable(map(_pers, near)))),
        here=tuple(line.named()),
        back=tuple(each for each in back if each not in years),
        is_run="row" in line.kinds,
        is_bare=is_bare,
        has_percent="percent" in line.kinds,
        reckoner=line.context.reckoner,
    )


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _areas(line: Line) -> Iterator[str]:
    yield from (str(token.value) for token in line.tokens if token.tag in {"area", "rival", "region"})
    if line.kinds & {"nation", "average", "pool"}:
        yield from (POLICE, NATIONAL)


def _told(line: Line) -> Iterator[str]:
    return (year_of(token) for token in line.tokens if token.tag == "year")


def _years(line: Line) -> Iterator[str]:
    """The year a sentence is about, and those it counts back to."""
    main = line.main_year()
    yield main
    for back in filter(None, map(partial(_span, line), line.places("count"))):
        yield from (line.before(year, back) for year in (line.context.year, main) if year)


def _span(line: Line, at: int) -> int:
    """How many years a number counts back: of "five years" 5, of "12 months" 1; 0 where it counts something else."""
    value, behind = int(line.number(at).value or 0), line.tokens[at + 1 : at + 2]
    if behind and str(behind[0].value).lower() == "months":
        value = value // MONTHS if value % MONTHS == 0 else 0
        return value if value <= MOST_YEARS else 0
    is_years = bool(behind) and behind[0].tag == "years"
    return value if is_years and value <= MOST_YEARS else 0


def _looked_back_to(line: Line, years: Sequence[str]) -> Iterator[str]:
    """The year before, where the words look back; with "then" each year between those named."""
    if line.kinds & BACK:
        yield from (line.before(year) for year in (line.main_year(), line.context.year) if year)
    if "followed" in line.kinds and years:
        yield from (year for year in line.context.reckoner.almanac.years if min(years) < year < max(years))


def _pers(line: Line) -> Iterator[int]:
    yield from (token.value for token in line.tokens if token.tag == "permillion" and isinstance(token.value, int))
    if line.kinds & {"rate", "perhead"}:
        yield 1_000_000
