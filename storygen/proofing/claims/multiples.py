"""Claims: doubled, halved, three times as many, twice the national rate (manual A12, A13, A48, A52 and C.3)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.figure import Unit
from storygen.model.reading import Claim, Truth
from storygen.proofing.agreement import is_fair, is_loose
from storygen.proofing.claims.rates import rate_of
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import POLICE
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule, shown

TURN = 2
CUES = frozenset({"multiple", "count", "part", "ordinal"})

_TIMES = pattern("<n:count) <times:word)")
_OTHERS_RATE = pattern("^of? (that|rate|count|ours|average|nation)")
_AS_NATION = pattern("word (in|that|to|for){0,3} (nation|average)$|word (in|that|to|for){0,3} (nation|average) ~")
"""The country as what something is compared with: "twice as likely as those in England and Wales"."""
_AS_DRUG = pattern("word word (things of)? <one:drug) things? word of? <two:drug)")
"""Another drug as what something is compared with: "six times as many cannabis seizures as heroin seizures"."""
_OFTEN_AS_DRUG = pattern("word word word (of|that|for)* <two:drug)")
"""The same of a drug named before: "cocaine was found twice as often as heroin"."""
_OTHERS_CHANGE = pattern("^(up|down)|^that of? percent")


def find(line: Line) -> Iterator[Claim]:
    """Find multiples: of the year before, or beside the country."""
    for place in line.places("multiple", "count", "part", "ordinal"):
        number = _multiple(line, place)
        if number is None or place in line.used or _of_others(line, place):
            continue
        width = 2 if line.tokens[place].tag == "count" else 1
        yield _ruled(line, place, width, number)


def _ruled(line: Line, place: int, width: int, number: Numeral) -> Claim:
    return rule(
        line, "multiple", (place, place + width), tuple(_options(line, place, width)),
        fits=lambda truth: is_fair(number, Unit.TIMES, truth.value),
        says=lambda truth: f"{plain(truth.value)} times", value=shown(number), unit="times",
        mends=mending.times(line, place, width), loosely=lambda truth: is_loose(number, Unit.TIMES, truth.value),
    )  # fmt: skip


def _multiple(line: Line, place: int) -> Numeral | None:
    """The multiple at a token: "doubled", or "three times" in two."""
    token = line.tokens[place]
    number = token.value
    if not isinstance(number, Numeral):
        return None
    if token.tag == "multiple" or line.measures.get(place) == "beside":
        return number
    behind = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    is_times = token.tag == "count" and behind is not None and str(behind.value).lower() == "times"
    is_times = is_times and line.measures.get(place) not in {"count", "spell"}
    return number if is_times else None


def _of_others(line: Line, place: int) -> bool:
    """Whether something else is so many times: "whose area has twice as many people"."""
    if line.tags[place + 1 : place + 4] != CHAR["word"] * 3:
        return False
    words = [str(token.value).lower() for token in line.tokens[place + 1 : place + 4]]
    return words[:2] == ["as", "many"] and words[2] != "as"


def _options(line: Line, place: int, width: int) -> Iterator[About]:
    behind = line.tags[place + width : place + width + 14]
    drug = line.drug_at(place)
    if _OTHERS_CHANGE.search(behind):
        yield _beside_change(line, drug)
    elif found := _AS_DRUG.match(line.tags, place + width):
        yield from _beside_drug(line, found.start("one"), found.start("two"))
    elif (found := _OFTEN_AS_DRUG.match(line.tags, place + width)) and (one := _named_before(line, place)) >= 0:
        yield from _beside_drug(line, one, found.start("two"))
    elif other := line.set_beside(place):
        yield from _beside_force(line, drug, other)
    elif _is_beside(line, behind):
        yield _beside_rate(line, drug, place)
    else:
        now, then = line.years_between(place)
        for area in line.area_at(place) or ("",):
            for measure in line.kinds_moved():
                known = area and drug and now and then
                yield About(
                    area, drug, now, line.context.reckoner.ratio(area, drug, now, then, measure) if known else None
                )


def _named_before(line: Line, place: int) -> int:
    """Where the drug stands that was named last before a token; -1 for none."""
    return next((at for at in reversed(line.places("drug")) if at < place), -1)


def _is_beside(line: Line, behind: str) -> bool:
    if _AS_NATION.search(behind):
        return True
    return bool(_OTHERS_RATE.search(behind)) and bool(line.kinds & {"nation", "average", "ours"})


def _beside_rate(line: Line, drug: str, place: int) -> About:
    """The force's rate over the country's, or the other way about where the country is the subject."""
    year, area = line.main_year(), line.own_area()
    own = rate_of(line, area, drug, year) if area and drug else None
    country = line.context.reckoner.rate(POLICE, drug, year) if drug else None
    is_first = any(at < place for at in line.places("nation", "average")) and CHAR["permillion"] not in line.tags[:8]
    is_countrys = is_first and (line.subject() or ("",))[0] in {"national", POLICE}
    top, bottom = (country, own) if is_countrys else (own, country)
    if top is None or bottom is None or not bottom.value:
        return About(area, drug, year, None)
    working = f"{plain(top.value)} ÷ {plain(bottom.value)}"
    return About(
        area, drug, year, Truth(value=top.value / bottom.value, working=working, cells=top.cells + bottom.cells)
    )


def _beside_force(line: Line, drug: str, other: str) -> Iterator[About]:
    """The force's rate over another's, or its number where the sentence names no rate."""
    year, area, reckoner = line.main_year(), (line.subject() or ("",))[0], line.context.reckoner
    work = reckoner.rate if line.kinds & {"rate", "perhead", "permillion"} else reckoner.number
    own, its = (work(each, drug, year) if each and drug and year else None for each in (area, other))
    truth = None
    if own is not None and its is not None and its.value:
        working = f"{plain(own.value)} ÷ {plain(its.value)}"
        truth = Truth(value=own.value / its.value, working=working, cells=own.cells + its.cells)
    yield About(area, drug, year, truth)


def _beside_drug(line: Line, one: int, two: int) -> Iterator[About]:
    """The number of one drug over that of another."""
    year, (first, second) = line.main_year(), (str(line.tokens[at].value) for at in (one, two))
    for area in line.area_at(two) or ("",):
        own, its = (line.context.reckoner.number(area, drug, year) if area else None for drug in (first, second))
        truth = None
        if own is not None and its is not None and its.value:
            working = f"{plain(own.value)} ÷ {plain(its.value)}"
            truth = Truth(value=own.value / its.value, working=working, cells=own.cells + its.cells)
        yield About(area, first, year, truth)


def _beside_change(line: Line, drug: str) -> About:
    year, area = line.main_year(), line.own_area()
    before, reckoner = line.before(year), line.context.reckoner
    own = reckoner.change(area, drug, year, before) if area and drug and year else None
    country = reckoner.change(POLICE, drug, year, before) if drug and year else None
    if own is None or country is None or not country.value:
        return About(area, drug, year, None)
    value = own.value / country.value
    working = f"{plain(own.value)} ÷ {plain(country.value)}"
    return About(area, drug, year, Truth(value=Fraction(value), working=working, cells=own.cells + country.cells))
