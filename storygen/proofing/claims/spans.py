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
DECADE = 10
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
    for found in _LEVEL.finditer(line.tags):
        sign = 1 if line.tokens[found.start("way")].tag == "highest" else -1
        at = found.start("n") if found["n"] else found.start("decade")
        yield _extreme(line, found.span(), at, sign)


def _years(line: Line, place: int) -> int:
    return DECADE if line.tokens[place].tag == "decade" else number_at(line, place)


def _extreme(line: Line, span: tuple[int, int], at: int, sign: int) -> Claim:
    """An extreme of so many years, the newest one among them."""
    years = _years(line, at)
    drug, area, year = line.drug_at(span[0]), (line.area_at(span[0]) or ("",))[0], line.main_year()
    truth = beats_all(line, (area, drug, year), line.before(year, years - 1), sign) if area and drug and year else None
    return rule(
        line, "since", span, (About(area, drug, year, truth),), fits=lambda truth: truth.value == 1,
        says=lambda truth: truth.working, value=str(years), unit="years", cites="R14",
        mends=lambda _: _reaching(line, at, (area, drug, year), sign),
    )  # fmt: skip


def _reaching(line: Line, at: int, series: Series, sign: int) -> tuple[Patch, ...]:
    """How many years the extreme truly is of; nothing where it is of no more than this one and the last."""
    area, drug, year = series
    truth = reaches(line, area, drug, year, sign)
    years = int(year[:4]) - int(truth.value) if truth and truth.value else 0
    return mending.nth(line, at, years) if years > 2 and line.tokens[at].tag == "count" else ()  # noqa: PLR2004
