"""Claims: seizures for every so many residents (manual B.0, R02)."""

from collections.abc import Iterator

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.reference import REST, Line
from storygen.proofing.reading.ruling import About, as_number, rule, shown

TURN = 5
CUES = frozenset({"count"})
MILLION = 1_000_000
COMPARING = {"more than", "fewer than", "less than", "over", "under"}


def find(line: Line) -> Iterator[Claim]:
    """Find rates."""
    for place in line.unread("rate"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number = line.number(place)
    return rule(
        line, "rate", (place, place + 1), tuple(_options(line, place)), fits=lambda truth: is_so(number, truth),
        says=as_number, value=shown(number), unit=f"per {_per(line, place):,}", mends=mending.figure(line, place),
    )  # fmt: skip


def is_so(number: Numeral, truth: Truth) -> bool:
    """Whether a rate is a fair showing; "more than 2,432 across the country" compares, and loosens nothing."""
    if is_fair(number, Unit.RATE, truth.value):
        return True
    return number.hedge in COMPARING and is_fair(number._replace(hedge=""), Unit.RATE, truth.value)


def _per(line: Line, place: int) -> int:
    """For every how many residents: as said behind the number, else anywhere in the sentence."""
    told = line.places("permillion")
    said = [at for at in told if at >= place] or told
    value = line.tokens[said[0]].value if said else MILLION
    return value if isinstance(value, int) else MILLION


def _options(line: Line, place: int) -> Iterator[About]:
    drug, year, per = line.drug_at(place), line.year_at(place), _per(line, place)
    if _is_median(line, place):
        yield About("police", drug, year, line.context.reckoner.median(drug, year) if drug and year else None)
        return
    for area in line.area_at(place) or ("",):
        yield About(area, drug, year, rate_of(line, area, drug, year, per) if area and drug and year else None)


def _is_median(line: Line, place: int) -> bool:
    first, _ = line.part(place)
    return any(token.tag == "median" for token in line.tokens[first:place])


def rate_of(line: Line, area: str, drug: str, year: str, per: int = MILLION) -> Truth | None:
    """The rate of an area, a region's other forces included."""
    reckoner = line.context.reckoner
    if area.startswith(REST):
        return reckoner.rest_rate(area.removeprefix(REST), line.context.area, drug, year)
    return reckoner.rate(area, drug, year, per)
