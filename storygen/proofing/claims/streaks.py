"""Claims: the third rise in a row, a fall every year since one, the fifth year on top (manual A18, A19, A36)."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import Cells, plain
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, rule

TURN = 2
CUES = frozenset({"ordinal", "row", "each"})

Work = Callable[[Line, str, str, str], Truth | None]
"""What the figures say of an area, a drug and a year."""

_NTH = pattern(
    "<n:ordinal) (row|word|years){0,3} <way:(up|down)) (in|(whole|drug|number|of|things)){0,4} (row|years)*"
    "|<way2:(up|down)) (by|percent|things|comma|word){0,3} for <n2:ordinal) (row|word)* years (row|word)?"
    "|<n3:ordinal) years (row|in|of|word|while|whole|number|drug|things|that|ours){0,8} <way3:(up|down))"
)
_ROW = pattern("<way:(up|down)) (for|in|of)? word? <n:count) years row")
_EVERY = pattern(
    "<way:(up|down)) (drug|things|word|in|area|of|comma)* each years since <since:year)"
    "|each years since <since2:year) (be|that|ours|drug|things|word|comma)* <way2:(up|down))"
)
_ON_TOP = pattern("for <n:ordinal) years row|<n2:ordinal) years row (with|of|word)* highest")
WORDS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
}


def find(line: Line) -> Iterator[Claim]:
    """Find runs and titles kept."""
    if _is_about_rank(line):
        for found in _ON_TOP.finditer(line.tags):
            place = found.start("n") if found["n"] else found.start("n2")
            yield _title(line, (place, found.end()), number_at(line, place))
    for found in _ROW.finditer(line.tags) if "row" in line.kinds else ():
        yield _run(line, found.span(), found.start("n"), sign_at(line, found.start("way")))
    for found in _EVERY.finditer(line.tags) if {"each", "since"} <= line.kinds else ():
        suffix = "" if found["way"] else "2"
        yield _every(line, found.span(), found.start(f"since{suffix}"), sign_at(line, found.start(f"way{suffix}")))
    for found in _NTH.finditer(line.tags) if "ordinal" in line.kinds else ():
        group = next(name for name in ("n", "n2", "n3") if found[name])
        place, way = found.start(group), found.start(group.replace("n", "way"))
        if place not in line.used:
            yield _run(line, found.span(), place, sign_at(line, way))


def _is_about_rank(line: Line) -> bool:
    return "highest" in line.kinds or {"more", "any"} <= line.kinds


def number_at(line: Line, place: int) -> int:
    """What a number is worth; 0 where that is not whole or cannot be read."""
    number = line.tokens[place].value
    return int(number.value) if isinstance(number, Numeral) and number.value is not None else 0


def sign_at(line: Line, place: int) -> int:
    """1 for a word that says up, -1 for one that says down."""
    return 1 if line.tokens[place].tag == "up" else -1


def _run(line: Line, span: tuple[int, int], at: int, sign: int) -> Claim:
    said = number_at(line, at)
    return rule(
        line, "streak", span, tuple(options(line, span[0], runs)),
        fits=lambda truth: truth.value == sign * said, says=_as_run,
        mends=lambda truth: mending.nth(line, at, sign * int(truth.value)) if sign * truth.value > 1 else (),
        value=str(said), unit="years", cites="R15",
    )  # fmt: skip


def _every(line: Line, span: tuple[int, int], since: int, sign: int) -> Claim:
    """A rise, or a fall, in every year since one."""
    start, year = year_of(line.tokens[since]), line.main_year()
    least = int(year[:4]) - int(start[:4]) if start and year else 0
    return rule(
        line, "streak", span, tuple(options(line, span[0], runs)),
        fits=lambda truth: bool(least) and sign * truth.value >= least, says=_as_run,
        mends=lambda truth: mending.year(line, since, int(year[:4]) - sign * int(truth.value))
        if sign * truth.value > 1 else (),
        value=str(least), unit="years", cites="R15",
    )  # fmt: skip


def options(line: Line, place: int, work: Work) -> Iterator[About]:
    """What a run may be of: one that ends in the sentence's year, or for what "had fallen" one that ended before it."""
    drug, year = line.drug_at(place), line.main_year()
    for area in line.area_at(place) or ("",):
        known = bool(area and drug and year)
        yield About(area, drug, year, work(line, area, drug, year) if known else None)
        if known and line.is_pluperfect:
            earlier = _before_run(line, area, drug, year)
            yield About(area, drug, earlier, work(line, area, drug, earlier))


def _before_run(line: Line, area: str, drug: str, year: str) -> str:
    """The last year before a run that ends in this one."""
    truth = runs(line, area, drug, year)
    return line.before(year, max(1, abs(int(truth.value))) if truth else 1)


def steps(line: Line, area: str, drug: str, year: str) -> Iterator[tuple[int, str, Fraction, Cells]]:
    """The sign of each step back from a year, with the year it led to, what it led from and the cells of both."""
    almanac = line.context.reckoner.almanac
    newer = almanac.number(area, drug, year)
    at = year
    for earlier, entry in almanac.history(area, drug, year):
        if newer is None or entry is None:
            return
        yield (newer[0] > entry[0]) - (newer[0] < entry[0]), at, entry[0], newer[1] + entry[1]
        newer, at = entry, earlier


def runs(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """How many steps one way end in a year, falls below nought; 0 after a level step. None with no year before."""
    taken = list(steps(line, area, drug, year))
    if not taken:
        return None
    length = 0
    cells: Cells = ()
    for sign, _, _, both in taken:
        if not sign or sign != taken[0][0]:
            break
        length, cells = length + 1, cells + both
    values = ", ".join(f"{at} from {plain(value)}" for _, at, value, _ in taken[: length + 1])
    return Truth(value=Fraction(length * taken[0][0]), working=values, cells=cells or taken[0][3])


def _as_run(truth: Truth) -> str:
    size = abs(int(truth.value))
    way = "rise" if truth.value > 0 else "fall"
    return f"the {WORDS.get(size, f'{size}th')} {way} in a row" if size else "no change"


def _title(line: Line, span: tuple[int, int], said: int) -> Claim:
    area, drug, year = line.own_area(), line.drug_at(span[0]), line.main_year()
    truth = titles(line, area, drug, year) if area and drug and year else None
    return rule(
        line, "title", span, (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == said,
        says=lambda truth: f"{int(truth.value)} years in a row with the highest rate", value=str(said), unit="years",
        mends=lambda truth: mending.nth(line, span[0], int(truth.value)) if truth.value > 1 else (),
        cites="R13c",
    )  # fmt: skip


def titles(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """For how many years in a row, this one included, a force has had the highest rate of those compared."""
    reckoner, years = line.context.reckoner, []
    first = reckoner.almanac.window(area, drug, year) if area in reckoner.almanac.areas else year
    while year >= first and reckoner.leads(area, drug, year):
        years.append(year)
        year = reckoner.almanac.before(year)
    return Truth(value=Fraction(len(years)), working=f"first in {', '.join(years) or 'no year'}")
