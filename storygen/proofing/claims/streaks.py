"""Claims: the third rise in a row, the first fall for six years, the fifth year on top (manual A18 to A20, A36)."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import Cells, plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 2

Work = Callable[[Line, str, str, str], Truth | None]
"""What the figures say of an area, a drug and a year."""

_NTH = pattern(
    "<n:ordinal) (row|word|years)? <way:(up|down)) (in|(whole|drug|number|of|seizures)){0,4} (row|years)*"
    "|<way2:(up|down)) (by|percent|seizures|comma|word){0,3} for <n2:ordinal) (row|word)* years (row|word)?"
    "|<n3:ordinal) years (row|in|of|word|while|whole|number|drug|seizures|that|ours){0,8} <way3:(up|down))"
)
_FIRST = pattern(
    "<n:ordinal) word? <way:(up|down)) (in|of|drug|seizures|number|whole|for|nation|at|word|comma){0,6} "
    "(for|in) (more|than|atleast)* <years:count) years"
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
    """Find runs, firsts and titles kept."""
    if "ordinal" not in line.kinds:
        return
    for found in _FIRST.finditer(line.tags):
        if _number(line, found.start("n")) == 1:
            yield _first(line, found.span(), _number(line, found.start("years")), _sign(line, found.start("way")))
    if _is_about_rank(line):
        for found in _ON_TOP.finditer(line.tags):
            place = found.start("n") if found["n"] else found.start("n2")
            yield _title(line, (place, found.end()), _number(line, place))
    for found in _NTH.finditer(line.tags):
        group = next(name for name in ("n", "n2", "n3") if found[name])
        place, way = found.start(group), found.start(group.replace("n", "way"))
        if place not in line.used:
            yield _run(line, found.span(), _number(line, place), _sign(line, way))


def _is_about_rank(line: Line) -> bool:
    tags = {token.tag for token in line.tokens}
    return "highest" in tags or (bool(tags & {"more"}) and "any" in tags)


def _number(line: Line, place: int) -> int:
    number = line.tokens[place].value
    return int(number.value) if isinstance(number, Numeral) and number.value is not None else 0


def _sign(line: Line, place: int) -> int:
    return 1 if line.tokens[place].tag == "up" else -1


def _run(line: Line, span: tuple[int, int], said: int, sign: int) -> Claim:
    return rule(
        line, "streak", span, tuple(_options(line, span[0], runs)),
        fits=lambda truth: truth.value == sign * said, says=_as_run,
        value=str(said), unit="years", cites="R15",
    )  # fmt: skip


def _first(line: Line, span: tuple[int, int], years: int, sign: int) -> Claim:
    return rule(
        line, "first", span, tuple(_options(line, span[0], first_in)),
        fits=lambda truth: truth.value == sign * years, says=_as_first,
        value=str(years), unit="years", cites="R15",
    )  # fmt: skip


def _options(line: Line, place: int, work: Work) -> Iterator[About]:
    drug, year = line.drug_at(place), line.main_year()
    for area in line.area_at(place) or ("",):
        yield About(area, drug, year, work(line, area, drug, year) if area and drug and year else None)


def steps_of(line: Line, area: str, drug: str, year: str) -> Iterator[tuple[int, str, Fraction, Cells]]:
    """The sign of each step back from a year, with the year it led to, what it led from and the cells of both."""
    ledger = line.context.reckoner.ledger
    newer = ledger.number(area, drug, year)
    at = year
    for earlier, entry in ledger.history(area, drug, year):
        if newer is None or entry is None:
            return
        yield (newer[0] > entry[0]) - (newer[0] < entry[0]), at, entry[0], newer[1] + entry[1]
        newer, at = entry, earlier


def runs(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """How many steps one way end in a year, falls below nought; 0 after a level step. None with no year before."""
    steps = list(steps_of(line, area, drug, year))
    if not steps:
        return None
    length = 0
    cells: Cells = ()
    for sign, _, _, both in steps:
        if not sign or sign != steps[0][0]:
            break
        length, cells = length + 1, cells + both
    values = ", ".join(f"{at} from {plain(value)}" for _, at, value, _ in steps[: length + 1])
    return Truth(value=Fraction(length * steps[0][0]), working=values, cells=cells or steps[0][3])


def first_in(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """Years since the number last moved as in this year, below nought for a fall; 1 where it did so the year before."""
    steps = list(steps_of(line, area, drug, year))
    if not steps or not steps[0][0]:
        return None
    cells: Cells = steps[0][3]
    for sign, at, _, both in steps[1:]:
        cells += both
        if sign == steps[0][0]:
            years = int(year[:4]) - int(at[:4])
            return Truth(value=Fraction(years * sign), working=f"last such step in {at}", cells=cells)
    return None


def _as_run(truth: Truth) -> str:
    size = abs(int(truth.value))
    way = "rise" if truth.value > 0 else "fall"
    return f"the {WORDS.get(size, f'{size}th')} {way} in a row" if size else "no change"


def _as_first(truth: Truth) -> str:
    way = "rise" if truth.value > 0 else "fall"
    return f"the first {way} for {abs(int(truth.value))} years"


def _title(line: Line, span: tuple[int, int], said: int) -> Claim:
    area, drug, year = line.own_area(), line.drug_at(span[0]), line.main_year()
    truth = titles(line, area, drug, year) if area and drug and year else None
    return rule(
        line, "title", span, (About(area, drug, year, truth),),
        fits=lambda truth: truth.value == said,
        says=lambda truth: f"{int(truth.value)} years in a row with the highest rate", value=str(said), unit="years",
        cites="R13c",
    )  # fmt: skip


def titles(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """For how many years in a row, this one included, a force has had the highest rate of those compared."""
    reckoner, years = line.context.reckoner, []
    first = reckoner.ledger.window(area, drug, year) if area in reckoner.ledger.areas else year
    while year >= first and reckoner.leads(area, drug, year):
        years.append(year)
        year = reckoner.ledger.before(year)
    return Truth(value=Fraction(len(years)), working=f"first in {', '.join(years) or 'no year'}")
