"""Claims: so many kilograms, doses or plants of a drug (manual A70, R02, R03)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, make, rule, shown

TURN = 5
CUES = frozenset({"count"})


def find(line: Line) -> Iterator[Claim]:
    """Find quantities, and units that the tables do not measure a drug in."""
    for place in line.unread("quantity"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number, drug, year = line.number(place), line.drug_at(place), line.year_at(place)
    unit, worth, name, length = _unit(line, place)
    span = (place, place + length)
    held = line.context.reckoner.almanac.unit(drug) if drug else None
    if drug and unit and (told := _told_as_number(line, place, drug, year)):
        says = f"{number.words} is the number of seizures; what was seized is another figure."
        line.used.update(range(*span))
        return make(
            line, "quantity", span, told, Ruling.CONTRADICTED, says, value=shown(number), unit=name, cites="R03"
        )
    if drug and unit and held != unit:
        return _misfit(line, place, drug, name, held)
    return rule(
        line, "quantity", span, tuple(_options(line, place, drug, year)),
        fits=lambda truth: is_fair(number, Unit.KG, truth.value / worth),
        says=lambda truth: f"{plain(truth.value / worth)} {name}", value=shown(number), unit=name,
        mends=mending.figure(line, place, worth),
    )  # fmt: skip


def _told_as_number(line: Line, place: int, drug: str, year: str) -> About | None:
    """The count a quantity repeats: so many seizures told as so many kilograms (manual R03)."""
    number = line.number(place)
    for area in line.area_at(place) or ("",):
        count = line.context.reckoner.number(area, drug, year) if area and year else None
        weighed = line.context.reckoner.quantity(area, drug, year) if area and year else None
        is_count = count is not None and count.value == number.value and count.value > 1
        if is_count and (weighed is None or weighed.value != number.value):
            return About(area, drug, year, count)
    return None


def _unit(line: Line, place: int) -> tuple[str, Fraction, str, int]:
    """The tables' unit of a quantity, what one is worth in it, its name, and how many tokens the quantity takes."""
    token = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    if token and token.tag == "unit" and isinstance(token.value, tuple):
        return token.value[0], token.value[1], line.sentence.text[token.start : token.end], 2
    if token and token.tag == "drug":
        return "plants", Fraction(1), "plants", 1
    return "", Fraction(1), "", 1


def _options(line: Line, place: int, drug: str, year: str) -> Iterator[About]:
    for area in line.area_at(place) or ("",):
        of = NATIONAL if area == POLICE else area
        yield About(of, drug, year, line.context.reckoner.quantity(of, drug, year) if of and drug and year else None)


def _misfit(line: Line, place: int, drug: str, name: str, held: str | None) -> Claim:
    noun = line.context.reckoner.almanac.topic.category(drug).noun
    line.used.update((place, place + 1))
    number = line.number(place)
    about = About("", drug, line.year_at(place), Truth(value=Fraction(0), working=""))
    says = f"The tables measure {noun} in {held}, not in {name}." if held else f"The tables weigh no {noun}."
    ruling = Ruling.CONTRADICTED if held else Ruling.UNCHECKABLE
    return make(line, "quantity", (place, place + 2), about, ruling, says, value=shown(number), unit=name, cites="R03")
