"""Claims: a ten-year high, the lowest level for a decade (manual A03, R14)."""

from collections.abc import Iterator

from storygen.model.reading import Claim
from storygen.proofing.claims.streaks import number_at
from storygen.proofing.reading import mending
from storygen.proofing.reading.extremes import Series, beats_all, reaches
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 2
CUES = frozenset({"years", "decade"})
DECADE, PAIR = 10, 2  # years; an extreme of a pair is only up or down on the year before
_OF_YEARS = pattern(
    "<way:(more|fewer)) ~{0,8} than in? (any|each) of (<n:count) (word years|years word)|word <n2:count) years)"
)
"""Beyond each of so many years before: "lower in 2022-23 than in any of the four years before"."""
HIGHS, LOWS = {"high", "peak"}, {"low"}

_HIGH = pattern("<n:(count|decade)) years? <way:word)")
_LEVEL = pattern(
    "<way:(highest|lowest)) (word|level|number|rate|amount|of|drug|things){0,4} (for|in) (more|than)* "
    "(<n:count) years|<decade:decade))"
)


def find(line: Line) -> Iterator[Claim]:
    """Find extremes of so many years."""
    for found in _HIGH.finditer(line.tags):
        word = str(line.tokens[found.start("way")].value).lower()
        if word in HIGHS | LOWS:
            yield _extreme(line, found.span(), found.start("n"), 1 if word in HIGHS else -1)
    for found in _OF_YEARS.finditer(line.tags):
        sign = 1 if line.tokens[found.start("way")].tag == "more" else -1
        at = found.start("n" if found["n"] else "n2")
        line.used.add(at)
        yield _extreme(line, (found.start("way"), found.start("way") + 1), at, sign, own=0)
    for found in _LEVEL.finditer(line.tags):
        sign = 1 if line.tokens[found.start("way")].tag == "highest" else -1
        at = found.start("n") if found["n"] else found.start("decade")
        yield _extreme(line, found.span(), at, sign)


def _years(line: Line, place: int) -> int:
    return DECADE if line.tokens[place].tag == "decade" else number_at(line, place)


def _extreme(line: Line, span: tuple[int, int], at: int, sign: int, *, own: int = 1) -> Claim:
    """An extreme of so many years, the newest one among them unless they are those before it (`own` 0)."""
    years = _years(line, at) + 1 - own
    drug, area, year = line.drug_at(span[0]), (line.area_at(span[0]) or ("",))[0], line.main_year()
    truth = beats_all(line, (area, drug, year), line.before(year, years - 1), sign) if area and drug and year else None
    return rule(
        line, "since", span, (About(area, drug, year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value=str(years), unit="years", cites="R14",
        mends=lambda _: _reaching(line, at, (area, drug, year), sign) if own else (),
    )  # fmt: skip


def _reaching(line: Line, at: int, series: Series, sign: int) -> tuple[Patch, ...]:
    """How many years the extreme truly is of; nothing where it is of no more than this one and the last."""
    area, drug, year = series
    truth = reaches(line, area, drug, year, sign)
    years = int(year[:4]) - int(truth.value) if truth and truth.value else 0
    return mending.nth(line, at, years) if years > PAIR and line.tokens[at].tag == "count" else ()
