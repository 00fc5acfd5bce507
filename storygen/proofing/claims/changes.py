"""Claims: up or down by so much between two years, in per cent, in parts or in so many more (manual A10, A11, R08)."""

from collections.abc import Iterator

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import POLICE
from storygen.proofing.reading.grammar import Token, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, rule, shown_part

TURN = 4
_BESIDE_WHOLE = pattern("(more|fewer) than? (in|at|that|of|for|rate|forces)* (nation|average)")
CUES = frozenset({"percent", "part", "ordinal"})
SIGNS = {"up": 1, "more": 1, "down": -1, "fewer": -1}


def find(line: Line) -> Iterator[Claim]:
    """Find changes in per cent, with the word that says which way."""
    for place in line.unread("change"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number, way = line.number(place), way_at(line, place)
    sign = sign_at(line, way)
    line.used.update({way} - {-1})
    return rule(
        line, "change", (place, place + 1), tuple(options(line, place)),
        fits=lambda truth: is_so(number, truth, sign),
        says=as_moved, value=f"{'-' if sign < 0 else ''}{shown_part(number)}", unit="per cent", cites="R08",
        is_sure=_is_of_seizures(line, place), mends=mending.moved(line, place, way, sign),
    )  # fmt: skip


SPEAKS = {"things", "drug", "number", "whole", "that", "latest", "rate", "amount", "ours"}


def _is_of_seizures(line: Line, place: int) -> bool:
    """Whether what moved is in the tables: "a 49 per cent increase in trafficking cases" is not."""
    behind = [token.tag for token in line.tokens[place + 1 : place + 6]]
    names_another = behind[:1] in (["up"], ["down"]) and behind[1:3] == ["in", "word"] and not set(behind) & SPEAKS
    return bool(line.kinds & SPEAKS) and not names_another


def is_so(number: Numeral, truth: Truth, sign: int) -> bool:
    """Whether a change is as large as shown, and goes the way the words say."""
    return is_fair(number, Unit.PER_CENT, truth.value) and (not sign or sign * truth.value > 0)


def as_moved(truth: Truth) -> str:
    """A change as it might be printed."""
    return f"{'up' if truth.value > 0 else 'down'} {as_percent(truth)}" if truth.value else "no change"


def sign_at(line: Line, way: int) -> int:
    """1 for a word that says up, -1 for one that says down, 0 for none."""
    if way < 0:
        return 0
    token = line.tokens[way]
    return SIGNS[token.tag] if token.tag in SIGNS else 1 if str(token.value).startswith("up") else -1


def _is_way(token: Token) -> bool:
    return token.tag in SIGNS or str(token.value) in {"up on", "down on"}


def way_at(line: Line, place: int) -> int:
    """The word that says which way a change goes: the nearest before it, or right behind; -1 for none."""
    behind = next((at for at in range(place + 1, min(place + 5, len(line.tokens))) if _is_way(line.tokens[at])), -1)
    adjacent = place + 1 == behind
    before = next((at for at in range(place - 1, max(-1, place - 5), -1) if line.tokens[at].tag in {"up", "down"}), -1)
    if adjacent or before < 0:
        if before < 0 and not adjacent:
            earlier = [at for at in range(place) if line.tokens[at].tag in {"up", "down"}]
            return earlier[0] if earlier else behind
        return behind
    return before


def _set_beside(line: Line, place: int) -> str:
    """Whose rate a number is so many per cent above or below: "114 per cent above the national average"."""
    if line.kinds.isdisjoint({"more", "fewer"}):
        return ""
    if not _BESIDE_WHOLE.match(line.tags, place + 1):
        return line.set_beside(place)
    return POLICE


def _gap(line: Line, drug: str, other: str) -> About:
    """How far the force's rate lies from another's, in per cent of that."""
    area, year, reckoner = line.own_area(), line.main_year(), line.context.reckoner
    own, its = (reckoner.rate(each, drug, year) if each and drug and year else None for each in (area, other))
    truth = None
    if own is not None and its is not None and its.value:
        working = f"({plain(own.value)} \u2212 {plain(its.value)}) ÷ {plain(its.value)} × 100"
        truth = Truth(value=100 * (own.value / its.value - 1), working=working, cells=own.cells + its.cells)
    return About(area, drug, year, truth)


def options(line: Line, place: int) -> Iterator[About]:
    """What a change may be of: the number of seizures, or their rate or quantity where the sentence names it."""
    drug, (now, then) = line.drug_at(place), line.years_between(place)
    if other := _set_beside(line, place):
        yield _gap(line, drug, other)
        return
    for area in line.area_at(place) or ("",):
        for measure in line.kinds_moved():
            known = bool(area and drug and now and then)
            truth = line.context.reckoner.change(area, drug, now, then, measure) if known else None
            yield About(area, drug, now, truth)
