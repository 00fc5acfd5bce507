"""Claims: the first rise for seven years, the first fall since one (manual A20)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.claims.streaks import number_at, options, sign_at, steps
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import rule

TURN = 2
CUES = frozenset({"ordinal"})

_FIRST = pattern(
    "<n:ordinal) word? <way:(up|down)) (in|of|drug|things|number|whole|for|nation|at|word|comma){0,6} "
    "(for|in) (more|than|atleast)* <years:count) years"
)
_FIRST_TIME = pattern(
    "<way:(up|down)) (in|of|drug|things|number|whole|nation|area|at|word|comma){0,6} for <n:ordinal) word "
    "(for|in) (more|than|atleast|word)* <years:count) years"
)
_FIRST_SINCE = pattern("<n:ordinal) (word|up|down|in|of|drug|things|number|whole|nation|area){0,7} since <since:year)")


def find(line: Line) -> Iterator[Claim]:
    """Find movements told as the first of their kind."""
    if line.kinds.isdisjoint({"up", "down"}):
        return
    for found in (*_FIRST.finditer(line.tags), *_FIRST_TIME.finditer(line.tags)):
        if number_at(line, found.start("n")) == 1 and found.start("years") not in line.used:
            line.used.add(found.start("way"))
            sign = sign_at(line, found.start("way"))
            yield _first(line, found.span(), found.start("years"), sign)
    for found in _FIRST_SINCE.finditer(line.tags) if "since" in line.kinds else ():
        ways = [at for at in line.places("up", "down") if at < found.start("since")]
        if number_at(line, found.start("n")) == 1 and ways and _years_said(line, found.start("since")):
            line.used.add(ways[-1])
            yield _first(line, found.span(), found.start("since"), sign_at(line, ways[-1]))


def _years_said(line: Line, at: int) -> int:
    """How many years back a first reaches: as told, or to the year named; 0 where that is not known."""
    if line.tokens[at].tag != "year":
        return number_at(line, at)
    since, year = year_of(line.tokens[at]), line.main_year()
    return int(year[:4]) - int(since[:4]) if since and year else 0


def _first(line: Line, span: tuple[int, int], at: int, sign: int) -> Claim:
    years = _years_said(line, at)

    def mends(truth: Truth) -> tuple[Patch, ...]:
        right = sign * int(truth.value)
        if right < 2:  # noqa: PLR2004 - nothing is the first for one year
            return ()
        if line.tokens[at].tag == "year":
            return mending.year(line, at, int(line.main_year()[:4]) - right)
        return mending.nth(line, at, right)

    return rule(
        line, "first", span, tuple(options(line, span[0], first_in)),
        fits=lambda truth: truth.value == sign * years, says=_as_first, mends=mends,
        value=str(years), unit="years", cites="R15",
    )  # fmt: skip


def first_in(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """Years since the number last moved as in this year, below nought for a fall; 1 where it did so the year before."""
    taken = list(steps(line, area, drug, year))
    if not taken or not taken[0][0]:
        return None
    cells = taken[0][3]
    for sign, at, _, both in taken[1:]:
        cells += both
        if sign == taken[0][0]:
            years = int(year[:4]) - int(at[:4])
            return Truth(value=Fraction(years * sign), working=f"last such step in {at}", cells=cells)
    return None


def _as_first(truth: Truth) -> str:
    way = "rise" if truth.value > 0 else "fall"
    years = abs(int(truth.value))
    return f"the first {way} for {years} years" if years > 1 else f"a {way} after another the year before"
