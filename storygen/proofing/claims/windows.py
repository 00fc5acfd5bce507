"""Claims: from which year on a force's totals can be compared (manual B.0, A93)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, rule

TURN = 1
CUES = frozenset({"comparable"})

_FROM = pattern("comparable from <year:year)|years word <year2:year) be (no|not) comparable")


def find(line: Line) -> Iterator[Claim]:
    """Find the first comparable year."""
    for found in _FROM.finditer(line.tags):
        yield _ruled(line, found.start("year") if found["year"] else found.start("year2"))


def _ruled(line: Line, place: int) -> Claim:
    almanac, year, area = line.context.reckoner.almanac, line.context.year, line.own_area()
    drug, said = almanac.total, year_of(line.tokens[place])
    truth = None
    if area in almanac.areas and year:
        first = almanac.window(area, drug, year)
        truth = Truth(value=Fraction(int(first[:4])), working=f"the last break in the level is in {first}")
    return rule(
        line, "window", (place, place + 1), (About(area, drug, year, truth),),
        fits=lambda truth: bool(said) and truth.value == int(said[:4]), says=lambda truth: truth.working,
        value=said, unit="year", cites="R14",
        mends=lambda truth: mending.year(line, place, int(truth.value)),
    )  # fmt: skip
