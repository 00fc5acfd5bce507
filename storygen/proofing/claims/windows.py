"""Claims: from which year on a force's totals can be compared, and the extreme of those years (manual B.0, A93)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, rule

TURN = 1
CUES = frozenset({"comparable"})

_FROM = pattern("comparable from <year:year)|years word <year2:year) be (no|not) comparable")
_EXTREME = pattern("<way:(highest|lowest|most)) number? in years that? comparable")


def find(line: Line) -> Iterator[Claim]:
    """Find the first comparable year, and what is told as the extreme of the comparable ones."""
    for found in _EXTREME.finditer(line.tags):
        told = [at for at in line.places("count") if at < found.start() and line.measures.get(at) == "count"]
        if told:
            yield _extreme(line, found.span(), told[-1])
    for found in _FROM.finditer(line.tags):
        yield _ruled(line, found.start("year") if found["year"] else found.start("year2"))


def _extreme(line: Line, span: tuple[int, int], at: int) -> Claim:
    """The number told last before the words, as the highest or the lowest back to the last break in the level."""
    drug, area, newest = line.drug_at(at), line.own_area(), line.context.year
    reckoner, way, year = line.context.reckoner, line.tokens[span[0]], line.year_at(at)
    sign = -1 if way.tag == "lowest" else 1
    own = reckoner.number(area, drug, year) if area and drug and year else None
    truth = None
    if own and newest:
        others = [newest, *(each for each, entry in reckoner.almanac.history(area, drug, newest) if entry)]
        held = [(each, reckoner.number(area, drug, each)) for each in others if each != year]
        beyond = [(each, other) for each, other in held if other and sign * (other.value - own.value) > 0]
        working = f"{plain(own.value)} in {year}" + (
            f", but {plain(beyond[0][1].value)} in {beyond[0][0]}" if beyond else ""
        )
        truth = Truth(value=Fraction(int(not beyond)), working=working, cells=own.cells)
    return rule(
        line, "since", span, (About(area, drug, year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value=str(way.value), cites="R14",
    )  # fmt: skip


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
