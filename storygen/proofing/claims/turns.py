"""Claims: for how many years in a row a number had gone the other way before it turned (manual A81)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import dropwhile, takewhile

from storygen.model.reading import Claim, Truth
from storygen.proofing.claims.streaks import steps
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 3
CUES = frozenset({"row"})

_TURNED = pattern("be <way:(up|down)) for? <n:count) years row")


def find(line: Line) -> Iterator[Claim]:
    """Find "had fallen for five years in a row before that"."""
    for found in _TURNED.finditer(line.tags):
        verb = line.tokens[found.start()]
        if line.sentence.text[verb.start : verb.end].lower() != "had":
            continue  # "have fallen for five years in a row" is a run that has not ended
        place, way = found.start("n"), found.start("way")
        line.used.update({place, way})
        yield _turn(line, found.span(), line.number(place).value or Fraction(0), way)


def _turn(line: Line, span: tuple[int, int], said: Fraction, way: int) -> Claim:
    sign = 1 if line.tokens[way].tag == "up" else -1
    return rule(
        line, "streak", span, tuple(_options(line, way)), fits=lambda truth: truth.value == sign * said,
        says=_as_turn, value=str(said), unit="years", cites="R15",
    )  # fmt: skip


def _options(line: Line, place: int) -> Iterator[About]:
    drug, year = line.drug_at(place), line.main_year()
    for area in line.area_at(place) or ("",):
        yield About(area, drug, year, before_turn(line, area, drug, year) if area and drug and year else None)


def before_turn(line: Line, area: str, drug: str, year: str) -> Truth | None:
    """How many steps one way came before those that end in a year, falls below nought; None with no step."""
    taken = list(steps(line, area, drug, year))
    if not taken:
        return None
    newest = taken[0][0]
    rest = list(dropwhile(lambda step: step[0] == newest, taken))
    run = list(takewhile(lambda step: step[0] == -newest, rest))
    working = ", ".join(f"{at} from {value}" for _, at, value, _ in run)
    cells = tuple(cell for *_, both in run for cell in both)
    return Truth(value=Fraction(-newest * len(run)), working=working, cells=cells or taken[0][3])


def _as_turn(truth: Truth) -> str:
    way = "rises" if truth.value > 0 else "falls"
    return f"{abs(int(truth.value))} {way} in a row before"
