"""Claims: a share up or down by so many percentage points; a number moves in per cent, not in points (manual R09)."""

from collections.abc import Iterator

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.claims.changes import as_moved, sign_at, way_at
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, Fits, rule, shown

TURN = 4
CUES = frozenset({"points"})


def find(line: Line) -> Iterator[Claim]:
    """Find differences told in percentage points."""
    for place in line.unread("points"):
        number, way = line.number(place), way_at(line, place)
        sign = sign_at(line, way)
        line.used.update({way} - {-1})
        drug, (now, then) = line.drug_at(place), line.years_between(place)
        area = (line.area_at(place) or ("",))[0]
        is_total = drug == line.context.reckoner.almanac.total
        yield rule(
            line, "points", (place, place + 1), (About(area, drug, now, _truth(line, area, drug, now, then)),),
            fits=_fits(number, sign, is_total=is_total), says=as_moved if is_total else _as_points,
            value=shown(number), unit="points", cites="R09",
            mends=_mends(line, place, is_total=is_total),
        )  # fmt: skip


def _truth(line: Line, area: str, drug: str, now: str, then: str) -> Truth | None:
    """The difference of two shares; of the total, which is no share, the change in per cent."""
    if not (area and drug and now and then):
        return None
    reckoner = line.context.reckoner
    if drug == reckoner.almanac.total:
        return reckoner.change(area, drug, now, then)
    return reckoner.difference(area, drug, now, then, "share")


def _fits(number: Numeral, sign: int, *, is_total: bool) -> Fits:
    def fits(truth: Truth) -> bool:
        is_shown = is_fair(number, Unit.POINTS, truth.value)
        return not is_total and is_shown and (not sign or sign * truth.value > 0)

    return fits


def _mends(line: Line, place: int, *, is_total: bool) -> mending.Mend:
    """The true points; of the total, whose change is no matter of points, the same number in per cent."""
    if not is_total:
        return mending.figure(line, place)
    token, number = line.tokens[place], line.number(place)
    sign = "%" if "%" in line.sentence.text[token.start : token.end] else " per cent"
    return lambda truth: (Patch(token.start, token.end, f"{mending.like(number, abs(truth.value))}{sign}"),)


def _as_points(truth: Truth) -> str:
    return f"{'up' if truth.value > 0 else 'down'} {plain(abs(truth.value))} points as a share of the total"
