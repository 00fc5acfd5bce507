"""Claims: so many seizures of a drug in an area in a year (manual R01, R02)."""

from collections.abc import Iterator
from itertools import product

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reference import REST, Line
from storygen.proofing.reading.ruling import About, as_number, rule, shown, things
from storygen.proofing.rounding import half_up

TURN = 5
CUES = frozenset({"count", "no"})
THOUSAND = 1000

_NONE = pattern("no drug? things")
_NONE_SEIZED = pattern("no <drug:drug) be word")
TAKEN = {"seized", "found", "recovered", "confiscated", "taken"}


def find(line: Line) -> Iterator[Claim]:
    """Find numbers of what the topic counts, as of seizures, and "no seizures"."""
    for place in line.unread("count"):
        yield _ruled(line, place)
    for found in _NONE_SEIZED.finditer(line.tags):
        if str(line.tokens[found.end() - 1].value).lower() in TAKEN:
            yield rule(
                line, "count", found.span(), tuple(_none_of(line, found.start("drug"))),
                fits=lambda truth: not truth.value, says=as_number, value="0",
            )  # fmt: skip
    for found in _NONE.finditer(line.tags):
        yield rule(
            line, "count", found.span(), tuple(_options(line, found.start())),
            fits=lambda truth: not truth.value, says=as_number, value="0", unit=things(line),
        )  # fmt: skip


def _ruled(line: Line, place: int) -> Claim:
    number, options = line.number(place), tuple(_options(line, place))
    wide = is_wide(options)
    return rule(
        line, "count", (place, place + 1), options, fits=lambda truth: _is_so(number, truth, is_wide=wide),
        says=as_number, value=shown(number), unit=things(line), mends=mending.figure(line, place),
    )  # fmt: skip


def _options(line: Line, place: int) -> Iterator[About]:
    year, areas = line.year_at(place), line.area_at(place) or ("",)
    for area, drug in product(areas, line.drugs_at(place)):
        known = area and drug and year and not area.startswith(REST)
        yield About(area, drug, year, line.context.reckoner.number(area, drug, year) if known else None)


def _none_of(line: Line, place: int) -> Iterator[About]:
    """What "no ketamine was seized" may be of: its number, or its quantity."""
    drug, year, reckoner = str(line.tokens[place].value), line.year_at(place), line.context.reckoner
    for area, work in product(line.area_at(place) or ("",), (reckoner.number, reckoner.quantity)):
        yield About(area, drug, year, work(area, drug, year) if area and year else None)


def is_wide(options: tuple[About, ...]) -> bool:
    """Whether a number is of more than one force, and may be told to the nearest thousand (manual R07)."""
    return bool(options) and options[0].area in {NATIONAL, POLICE}


def _is_so(number: Numeral, truth: Truth, *, is_wide: bool) -> bool:
    if is_fair(number, Unit.COUNT, truth.value):
        return True
    is_round = number.value is not None and number.value % THOUSAND == 0
    return is_wide and is_round and not number.hedge and number.value == half_up(truth.value, -3)
