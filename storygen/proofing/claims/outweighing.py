"""Claims: one drug found in more seizures than all the others put together (manual A55)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 1
CUES = frozenset({"more"})
TOGETHER = {"together", "combined"}

_MORE_THAN_ALL = pattern(
    "<way:more) (drug|things|of|word)* than (in|of|for)? (any|word) (drugs|drug|word)? word? <all:word)"
)


def find(line: Line) -> Iterator[Claim]:
    """Find a drug set beside all others at once."""
    for found in _MORE_THAN_ALL.finditer(line.tags):
        named = line.places("drug")
        if str(line.tokens[found.start("all")].value).lower() in TOGETHER and named:
            yield _ruled(line, found.span(), named[0])


def _ruled(line: Line, span: tuple[int, int], at: int) -> Claim:
    drug, area, year = str(line.tokens[at].value), (line.subject() or ("",))[0], line.main_year()
    truth = _margin(line, area, drug, year) if area and year else None
    claim = rule(
        line, "share", (span[0], span[0] + 1), (About(area, drug, year, truth),), fits=lambda truth: truth.value > 0,
        says=lambda truth: truth.working, value="most", unit="", is_sure=truth is None or truth.value < 0,
    )  # fmt: skip
    line.used.update(range(*span))
    return claim


def _margin(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """
    By how much a drug's seizures outnumber those of all others added up; below nought where they cannot.

    One seizure may hold several drugs, so that the sum is the most the others can be, and the rest of the total the
    least: between the two it cannot be told, and the margin is nought.
    """
    reckoner = line.context.reckoner
    own, whole = reckoner.number(area, drug, year), reckoner.number(area, reckoner.almanac.total, year)
    if own is None or whole is None:
        return None
    others = sum((truth.value for slug, truth in reckoner.mix(area, year) if slug != drug), Fraction(0))
    least = whole.value - own.value
    working = f"{plain(own.value)} of {plain(whole.value)}, the others {plain(others)} added up"
    value = own.value - others if own.value > others else min(Fraction(0), own.value - least)
    return Truth(value=value, working=working, cells=own.cells + whole.cells)
