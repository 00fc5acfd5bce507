"""Claims: two drugs found about as often, and the class behind most of a change (manual A59, A82)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading.almanac import NATIONAL
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 1
CUES = frozenset({"level", "most"})
MAINLY = 50  # per cent of a change (manual A82)

_LEVEL = pattern("<one:drug) and <two:drug) be level|level <one2:drug) and <two2:drug)")
_DRIVER = pattern("most of that <way:(up|down))")


def find(line: Line) -> Iterator[Claim]:
    """Find claims that set drugs beside each other."""
    for found in _LEVEL.finditer(line.tags):
        yield _level(line, *_pair(found))
    for found in _DRIVER.finditer(line.tags):
        if drugs := line.places("drug"):
            yield _driver(line, drugs[0], found.start("way"))


def _pair(found: re.Match[str]) -> tuple[int, int]:
    suffix = "" if found["one"] else "2"
    return found.start(f"one{suffix}"), found.start(f"two{suffix}")


def _drug(line: Line, place: int) -> str:
    return str(line.tokens[place].value)


def _area(line: Line) -> str:
    return (line.subject() or ("",))[0]


def _level(line: Line, one: int, two: int) -> Claim:
    """Two drugs found about as often; the numbers that follow are theirs, in this order."""
    counts = [at for at in line.places("count") if at > two]
    first, _, rest = line.tags.partition(CHAR["semi"])
    if counts[1:2] and CHAR["after"] in line.tags and not rest:
        told = zip(counts[:4], (one, one, two, two), strict=False)
    else:
        told = zip((at for at in counts if at < len(first)), (one, two), strict=False)
    area, year = _area(line), line.main_year()
    for place, (at, drug) in enumerate(told):
        line.drugs[at] = _drug(line, drug)
        if rest or len(first) == len(line.tags):
            is_past = place % 2 and not rest and counts[2:3]
            line.years[at] = line.before(year) if is_past else year
    return _ruled_gap(line, one, two, (area, year))


def _ruled_gap(line: Line, one: int, two: int, where: tuple[str, str]) -> Claim:
    (area, year), span = where, (one, two + 1)
    mine, other = (line.context.reckoner.number(area, _drug(line, at), year) for at in (one, two))
    truth = None
    if mine and other:
        near = max(Fraction(5), max(mine.value, other.value) / 50)  # manual C.3: a gap of five, or of 2 per cent
        working = f"{plain(mine.value)} beside {plain(other.value)}"
        truth = Truth(
            value=Fraction(int(abs(mine.value - other.value) <= near)), working=working, cells=mine.cells + other.cells
        )
    return rule(
        line, "mix", span, (About(area, _drug(line, one), year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value="level",
    )  # fmt: skip


def _driver(line: Line, drug: int, way: int) -> Claim:
    """One class of drugs behind most of a change of the total."""
    reckoner, year = line.context.reckoner, line.main_year()
    area = (line.context.last_area or (NATIONAL,))[0]
    then, sign = line.before(year), 1 if line.tokens[way].tag == "up" else -1
    part = reckoner.difference(area, _drug(line, drug), year, then)
    whole = reckoner.difference(area, reckoner.almanac.total, year, then)
    truth = None
    if part and whole and whole.value:
        share = 100 * part.value / whole.value * (1 if sign * whole.value > 0 else 0)
        working = f"({part.working}) ÷ ({whole.working}) × 100 = {plain(share)}"
        truth = Truth(value=share, working=working, cells=part.cells + whole.cells)
    return rule(
        line, "driver", (way, way + 1), (About(area, _drug(line, drug), year, truth),),
        fits=lambda truth: truth.value >= MAINLY, says=lambda truth: f"{plain(truth.value)} per cent of the change",
        value=line.tokens[way].tag,
    )  # fmt: skip
