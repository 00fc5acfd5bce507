"""Claims: one drug seized more often than another, by so much, or past it since the year before (manual A59)."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import REST, Line
from storygen.proofing.reading.ruling import About, rule, shown, shown_part, things
from storygen.proofing.sentences import lowered

Work = Callable[[Line, str, tuple[str, str], str], Truth | None]
"""What the figures say of an area, two drugs and a year."""

TURN = 1
CUES = frozenset({"overtook", "more", "fewer"})

_OVERTOOK = pattern("<one:drug) things? overtook that? of? <two:drug)")
_MORE = pattern(
    "<by:(count|percent|part|ordinal))? <way:(more|fewer)) (things of)? <one:drug) things? than things? of? "
    "<two:drug) things?"
    "|<one2:drug) things? <way2:more) (that of|things of)? <two2:drug) things?"
    "|<one3:drug) things? (be|found|word)* <way3:(more|fewer)) word than <two3:drug)"
)
_DATED = pattern("(be|in|that|there)* prev")
EXCEED = {"outnumbered", "outnumber", "outnumbers", "outnumbering", "exceeded", "exceeds", "outstripped"}
OFTEN = {"often", "frequently", "commonly"}
SIZES = {"multiple", "vague", "money", "points"}


class Pair(NamedTuple):
    """Where the two drugs stand, the word that says which is more, and by how much; -1 for words left out."""

    one: int
    two: int
    way: int = -1
    by: int = -1

    @property
    def span(self) -> tuple[int, int]:
        """From the first of these tokens to the last."""
        places = [place for place in self if place >= 0]
        return min(places), max(places) + 1


def find(line: Line) -> Iterator[Claim]:
    """Find claims that set the numbers of two drugs beside each other."""
    for found in _OVERTOOK.finditer(line.tags):
        yield _ordered(line, Pair(found.start("one"), found.start("two")))
    for found in _MORE.finditer(line.tags):
        suffix = next(each for each in ("", "2", "3") if found[f"one{each}"])
        one, two, way = (found.start(f"{name}{suffix}") for name in ("one", "two", "way"))
        pair = Pair(one, two, way, found.start("by"))
        if _is_of_numbers(line, found, pair.way, suffix):
            yield _apart(line, pair) if pair.by >= 0 else _ordered(line, pair)


def _is_of_numbers(line: Line, found: re.Match[str], way: int, suffix: str) -> bool:
    """Whether how often is compared: no amounts, and not one drug's year with another's."""
    word, behind = (str(line.tokens[at].value).lower() for at in (way, way + 1))
    says_so = behind in OFTEN if suffix == "3" else CHAR["things"] in found[0] and (not suffix or word in EXCEED)
    is_sized = found.start() > 0 and line.tokens[found.start() - 1].tag in SIZES
    return says_so and not is_sized and not _DATED.match(line.tags, found.end())


def _ordered(line: Line, pair: Pair) -> Claim:
    """More often than another drug, and where one is said to have passed the other, not so the year before."""
    has_passed, sign = pair.way < 0 or "reverse" in lowered(line.sentence.text), _sign(line, pair)
    _date_what_follows(line, pair.one, pair.two)
    return rule(
        line, "mix", pair.span, tuple(_options(line, pair, _passed if has_passed else _gap)),
        fits=lambda truth: sign * truth.value > 0, says=lambda truth: truth.working,
        value="overtook" if has_passed else "more" if sign > 0 else "fewer",
        mends=lambda _: () if has_passed else _turned(line, pair.way),
    )  # fmt: skip


def _turned(line: Line, way: int) -> tuple[Patch, ...]:
    token = line.tokens[way]
    if str(line.tokens[way + 1].value).lower() in OFTEN and token.tag == "more":
        return (Patch(token.start, token.end, "less"),)
    return mending.turned(line, way)


def _apart(line: Line, pair: Pair) -> Claim:
    """So many more than of another drug, or so much more in per cent."""
    number, sign, is_count = line.number(pair.by), _sign(line, pair), line.tokens[pair.by].tag == "count"
    unit, work = (Unit.COUNT, _gap) if is_count else (Unit.PER_CENT, _percentage)
    line.used.update(range(*pair.span))
    return rule(
        line, "difference", (pair.by, pair.by + 1), tuple(_options(line, pair, work)),
        fits=lambda truth: is_fair(number, unit, truth.value) and sign * truth.value > 0,
        says=lambda truth: truth.working, value=shown(number) if is_count else shown_part(number),
        unit=things(line) if is_count else "per cent", mends=mending.moved(line, pair.by, pair.way, sign),
    )  # fmt: skip


def _sign(line: Line, pair: Pair) -> int:
    return -1 if pair.way >= 0 and line.tokens[pair.way].tag == "fewer" else 1


def _options(line: Line, pair: Pair, work: Work) -> Iterator[About]:
    year, drugs = line.main_year(), (str(line.tokens[pair.one].value), str(line.tokens[pair.two].value))
    for area in line.area_at(pair.two) or ("",):
        is_known = area and year and not area.startswith(REST)
        yield About(area, drugs[0], year, work(line, area, drugs, year) if is_known else None)


def _gap(line: Line, area: str, drugs: tuple[str, str], year: str) -> Truth | None:
    """The number of the first drug less that of the second."""
    one, two = (line.context.reckoner.number(area, drug, year) for drug in drugs)
    if one is None or two is None:
        return None
    return Truth(
        value=one.value - two.value,
        working=f"{plain(one.value)} beside {plain(two.value)}",
        cells=one.cells + two.cells,
    )


def _passed(line: Line, area: str, drugs: tuple[str, str], year: str) -> Truth | None:
    """The same, where it lay the other way or level the year before; else nought."""
    now, then = (_gap(line, area, drugs, each) for each in (year, line.before(year)))
    if now is None or then is None:
        return None
    working = f"{now.working}; the year before {then.working}"
    has_turned = now.value * then.value <= 0
    return Truth(value=now.value if has_turned else Fraction(0), working=working, cells=now.cells + then.cells)


def _percentage(line: Line, area: str, drugs: tuple[str, str], year: str) -> Truth | None:
    """The same in per cent of the second drug's number."""
    gap, base = _gap(line, area, drugs, year), line.context.reckoner.number(area, drugs[1], year)
    if gap is None or base is None or not base.value:
        return None
    return Truth(value=100 * gap.value / base.value, working=gap.working, cells=gap.cells)


def _date_what_follows(line: Line, one: int, two: int) -> None:
    """Give the numbers behind a colon to the drug named first: "the reverse of the year before: 200, against 164"."""
    first, second = (str(line.tokens[at].value) for at in (one, two))
    for colon in (at for at in line.places("colon") if at > two):
        told = [at for at in line.places("count") if at > colon]
        if not told or "drug" in (token.tag for token in line.tokens[told[0] : told[0] + 3]):
            continue
        line.drugs.update(dict.fromkeys(told[:2], first))
        is_second = told[1:] and line.tokens[told[1] - 1].tag == "against"
        if is_second and CHAR["prev"] not in line.tags[told[1] + 1 : told[1] + 4]:
            line.drugs[told[1]], line.years[told[1]] = second, line.main_year()  # one drug, then the other
