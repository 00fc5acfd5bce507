"""Claims: a mark not reached, or not fallen below, in any other year of a span (manual A06, R14)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.claims.streaks import number_at
from storygen.proofing.reading.extremes import measured
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line, year_of
from storygen.proofing.reading.ruling import About, rule, shown, things

TURN = 1
CUES = frozenset({"not"})

_BOUND = pattern(
    "<not:not) (be|up|down|word|to)* ((more|fewer) than?|reach) <mark:count) drug? things? "
    "((in|word|any|of|since|atleast|for|count|each|other|that|years|again)* (since atleast? in? <since:year)|"
    "(of|for|in) <years:count) word? years))?"
)
"""What was not passed, and in which years: "had not fallen below 2,500 in any other year since 2012-13"."""


def find(line: Line) -> Iterator[Claim]:
    """Find marks that a number is said not to have passed."""
    for found in _BOUND.finditer(line.tags):
        if line.kinds.isdisjoint({"permillion", "unit", "perhead", "rate"}):
            yield _bound(line, found)


def _bound(line: Line, found: re.Match[str]) -> Claim:
    mark, tags = found.start("mark"), {token.tag for token in line.tokens[found.start() : found.start("mark")]}
    number, area, drug = line.number(mark), (line.area_at(mark) or ("",))[0], line.drug_at(mark)
    years, value = _years(line, found), number.value or Fraction(0)
    truth = _beyond(line, (area, drug), years, (value, tags)) if area and drug and years else None
    claim = rule(
        line, "milestone", (mark, mark + 1), (About(area, drug, line.main_year(), truth),),
        fits=lambda truth: truth.value == 0, says=lambda truth: truth.working, value=shown(number), unit=things(line),
        cites="R14", takes_denial=True, is_sure=bool(found["since"] or found["years"]),
    )  # fmt: skip
    line.used.update(range(*found.span()))
    return claim


def _years(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """The years looked at, newest first: those of the span, and the story's own unless it is "any other year"."""
    almanac, newest = line.context.reckoner.almanac, line.context.year
    main = line.main_year()
    own = () if line.is_pluperfect or "any" in line.kinds else (main,)
    if not main or not newest:
        return ()
    if found["since"]:
        first = year_of(line.tokens[found.start("since")])
        held = (first, *almanac.years) if first < almanac.years[0] else almanac.years
        return tuple(each for each in reversed(held) if first <= each <= newest and (each != main or own))
    if found["years"]:
        back = number_at(line, found.start("years"))
        return (*own, *(almanac.before(main, each) for each in range(1, back + 1)))
    is_ever = str(line.tokens[found.start("not")].value) == "never" or not own
    return tuple(reversed([each for each in almanac.years if each <= newest])) if is_ever else own


def _beyond(line: Line, series: tuple[str, str], years: Sequence[str], mark: tuple[Fraction, set[str]]) -> Truth | None:
    """In how many of the years the mark was passed after all, with the newest of them; None where one is not held."""
    held = [(each, entry) for each in years if (entry := measured(line, *series, each))]
    value, tags = mark
    if len(held) < len(years):
        return None
    if tags & {"fewer", "down"}:
        passed = [(at, entry) for at, entry in held if entry[0] < value]
    else:
        passed = [(at, entry) for at, entry in held if entry[0] > value or ("reach" in tags and entry[0] == value)]
    working = f"{plain(passed[0][1][0])} in {passed[0][0]}" if passed else f"none in {years[-1]} to {years[0]}"
    cells = tuple(cell for _, entry in held for cell in entry[1])
    return Truth(value=Fraction(len(passed)), working=working, cells=cells)
