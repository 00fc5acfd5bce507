"""Claims: so many seizures, or so much, more or fewer than in another year (manual A10, A11)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.claims.changes import sign_at, way_at
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule, shown, things

TURN = 4
CUES = frozenset({"count"})


def find(line: Line) -> Iterator[Claim]:
    """Find how far numbers and quantities moved."""
    for place in line.unread("difference"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number, way = line.number(place), way_at(line, place)
    sign = sign_at(line, way)
    line.used.update({way} - {-1})
    behind = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    unit = behind.value if behind and behind.tag == "unit" and isinstance(behind.value, tuple) else None
    kind, worth = ("quantity", unit[1]) if unit else ("count", Fraction(1))
    return rule(
        line, "difference", (place, place + (2 if unit else 1)), tuple(_options(line, place, kind)),
        fits=lambda truth: _is_so(number, truth, sign, worth), says=lambda truth: _as_moved(truth, worth),
        value=f"{'-' if sign < 0 else ''}{shown(number)}", unit=unit[0] if unit else things(line),
        mends=mending.moved(line, place, way, sign, worth),
    )  # fmt: skip


def _options(line: Line, place: int, kind: str) -> Iterator[About]:
    """What may have moved: the number of seizures, or their rate where the sentence names it; or the quantity."""
    if other := line.set_beside(place):
        yield _gap(line, place, other)
        return
    drug, (now, then) = line.drug_at(place), line.years_between(place)
    kinds = [each for each in line.kinds_moved() if each != "quantity"] if kind == "count" else [kind]
    for area in line.area_at(place) or ("",):
        for each in kinds:
            known = area and drug and now and then
            yield About(
                area, drug, now, line.context.reckoner.difference(area, drug, now, then, each) if known else None
            )


def _gap(line: Line, place: int, other: str) -> About:
    """How many more, or fewer, than another force: "859 more than Humberside"."""
    area, drug, year, reckoner = (
        (line.subject() or ("",))[0],
        line.drug_at(place),
        line.main_year(),
        line.context.reckoner,
    )
    own, its = (reckoner.number(each, drug, year) if each and drug and year else None for each in (area, other))
    if own is None or its is None:
        return About(area, drug, year, None)
    working = f"{plain(own.value)} \u2212 {plain(its.value)} = {plain(own.value - its.value)}"
    return About(area, drug, year, Truth(value=own.value - its.value, working=working, cells=own.cells + its.cells))


def _is_so(number: Numeral, truth: Truth, sign: int, worth: Fraction) -> bool:
    """Whether something moved as far as shown, and the way the words say."""
    unit = Unit.COUNT if truth.value.denominator == 1 else Unit.KG
    return is_fair(number, unit, truth.value / worth) and (not sign or sign * truth.value > 0)


def _as_moved(truth: Truth, worth: Fraction) -> str:
    return f"{plain(abs(truth.value) / worth)} {'more' if truth.value > 0 else 'fewer'}" if truth.value else "no change"
