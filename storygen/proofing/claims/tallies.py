"""Claims: so many forces up and so many down, the only force, each of so many drugs (manual A41, A42, A86)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.model.topic import Kind
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_number, rule, shown

TURN = 1
CUES = frozenset({"count", "only"})
OFTEN = 20  # seizures in both years, for a drug to be counted among those found often (manual A42)

_TALLY = pattern(
    "<n:count) (forces|force|word|comma|of|row)? there? <way:(more|fewer|up|down)) (drug|things)* "
    "(than|and|semi|comma|close|$|word|prev)"
    "|<way2:(up|down|more|fewer)) (drug|things)* at <n2:count)"
    "|at <n3:count) there <way3:(more|fewer))"
    "|count of <n4:count) forces (in|pool|word|comma)* (drug|whole)? things? <way4:(up|down))"
)
_AMONG = pattern(
    "<n:count) forces? (in|pool|comma|of|<size:count)|word|with|whole|that|forces){0,14} there (of)? <way:(more|fewer))"
    "|only force (of|pool|in|with|whole|word|forces|<size2:count)){0,12} (to|that|there) (there|"
    "word)* <way2:(more|fewer))"
    "|<n4:count) of <size4:count) forces (with|word){0,2} <way4:(more|fewer))"
    "|<way6:(up|down)) in <n6:count) of <size6:count) forces"
    "|only force of <size5:count) (with|word)* <way5:(more|fewer))"
)
_OF_ALL = pattern("of <size:count) forces comma? <n:count) there? <way:(more|fewer|up|down))")
_DRUGS = pattern("<n:count) drugs")
_SIZE = pattern("(of|word|^)? <n:count) forces")


def find(line: Line) -> Iterator[Claim]:
    """Find tallies of forces and of drugs."""
    found = _DRUGS.search(line.tags)
    if found and line.places("up", "down", "more", "fewer") and _is_few(line, found.start("n")):
        yield _drugs(line, found.start("n"))
    if not _is_tally(line):
        return
    if found := _OF_ALL.search(line.tags) or _AMONG.search(line.tags):
        yield from _among(line, found)
    for found in _TALLY.finditer(line.tags):
        group = next(name for name in ("n", "n2", "n3", "n4") if found[name])
        place, way = found.start(group), found.start(group.replace("n", "way"))
        if place not in line.used and not line.set_beside(place):
            yield _tally(line, place, way)
            yield from (_pool_of_pairs(line, at) for at in line.unread("pool"))


def _is_tally(line: Line) -> bool:
    return CHAR["forces"] in line.tags or CHAR["force"] in line.tags


def _among(line: Line, found: re.Match[str]) -> Iterator[Claim]:
    spans = {name: found.start(name) for name, text in found.groupdict().items() if text}
    way = next(at for name, at in spans.items() if name.startswith("way"))
    few = next((at for name, at in spans.items() if name.startswith("n")), -1)
    size = next((at for name, at in spans.items() if name.startswith("size")), -1)
    if few >= 0:
        yield _tally(line, few, way)
    else:
        only = found.start()
        yield rule(
            line, "tally", (only, only + 1), (_moved(line, _sign(line, way)),),
            fits=lambda truth: truth.value == 1, says=_as_forces, value="1", unit="forces",
        )  # fmt: skip
        line.used.add(way)
    if size >= 0:
        yield _pool_of_pairs(line, size)


def _sign(line: Line, way: int) -> int:
    return 1 if line.tokens[way].tag in {"more", "up"} else -1


def _tally(line: Line, place: int, way: int) -> Claim:
    number, sign = line.number(place), _sign(line, way)
    line.used.add(way)
    return rule(
        line, "tally", (place, place + 1), (_moved(line, sign),),
        fits=lambda truth: truth.value == number.value, says=_as_forces, value=shown(number), unit="forces",
        mends=mending.figure(line, place),
    )  # fmt: skip


def _as_forces(truth: Truth) -> str:
    return f"{as_number(truth)} forces"


def _moved(line: Line, sign: int) -> About:
    """How many forces' numbers went a way, of those whose two years can be compared."""
    drug, year = _drug(line), line.main_year()
    return About("police", drug, year, line.context.reckoner.moved(drug, year, sign) if year else None)


def _pool_of_pairs(line: Line, place: int) -> Claim:
    number, drug, year = line.number(place), _drug(line), line.main_year()
    size = len(line.context.reckoner.moves(drug, year)) if year else 0
    truth = Truth(value=Fraction(size), working=f"{size} forces with two comparable years") if size else None
    return rule(
        line, "pool", (place, place + 1), (About("police", drug, year, truth),),
        fits=lambda truth: truth.value == number.value, says=_as_forces, value=shown(number), unit="forces",
        mends=mending.figure(line, place),
    )  # fmt: skip


def _drug(line: Line) -> str:
    return next(iter(line.named()), line.context.reckoner.almanac.total)


def _is_few(line: Line, place: int) -> bool:
    """Whether so many drugs may be kinds of them: "2,097 drugs" is a slip for as many seizures."""
    value = line.number(place).value
    return value is not None and value <= len(line.context.reckoner.almanac.topic.categories)


def _drugs(line: Line, place: int) -> Claim:
    """All the drugs found often enough to compare, each of which went the way said."""
    number = line.number(place)
    ways = line.places("up", "down", "more", "fewer")
    sign = _sign(line, ways[0])
    line.used.add(ways[0])
    reckoner, area, year = line.context.reckoner, line.own_area(), line.main_year()
    moves = [
        reckoner.moves(each.slug, year)[area]
        for each in reckoner.almanac.topic.categories
        if year and each.kind is Kind.ITEM and each.is_counted and area in reckoner.moves(each.slug, year)
        and _is_often(line, area, each.slug, year)
    ]  # fmt: skip
    alike = sum(sign * move > 0 for move in moves)
    truth = Truth(value=Fraction(alike if alike == len(moves) else 0), working=f"{alike} of {len(moves)} drugs")
    return rule(
        line, "tally", (place, place + 2), (About(area, "all", year, truth if moves else None),),
        fits=lambda truth: truth.value == number.value, says=lambda truth: truth.working, value=shown(number),
        unit="drugs",
    )  # fmt: skip


def _is_often(line: Line, area: str, drug: str, year: str) -> bool:
    almanac = line.context.reckoner.almanac
    both = (almanac.number(area, drug, year), almanac.number(area, drug, almanac.before(year)))
    return all(entry is not None and entry[0] >= OFTEN for entry in both)
