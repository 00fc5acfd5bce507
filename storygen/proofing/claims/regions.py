"""Claims: a place of a region among the regions, by rate or by number (manual B.0, "Regions", and R14)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.checks.wide_ranks import is_countrywide
from storygen.proofing.claims.ranks import mended
from storygen.proofing.claims.streaks import number_at
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.ranking import Ask, ask_of, is_of_regions, is_within_years
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, make, needed, rule, shown

TURN = 2
CUES = frozenset({"highest", "lowest", "most", "more", "fewer", "ordinal"})
ENGLISH_FORCES = 39
"""Police forces of England: with fewer held, a region may lack the very force that lifts it."""

_EXTREME = pattern("<nth:ordinal)? <way:(highest|lowest)) (rate|number|drug|things|of|for|in|perhead)")
_MOST = pattern("<way:most) drug? things")
_OUTDONE = pattern("<way:(more|fewer)) ~{0,9} than (at|in|that|of)* any local")
_NO_OTHER = pattern("(any|no) local (be|there|with) (word|drug|things)* <way:(more|fewer))")
_NTH = pattern("<nth:ordinal) (among|of|out) count? word")
_ONE_OF = pattern("count of$")
_SIZE = pattern("<size:count) word")
_NOT_RANKED = {"share", "amount", "percent", "unit", "steep", "up", "down"}


class Said(NamedTuple):
    """A place said of a region: its first token and one past its last, the place, and from which end it counts."""

    span: tuple[int, int]
    place: int
    sign: int


def find(line: Line) -> Iterator[Claim]:
    """Find what is said of a region's place, and how many regions it is among."""
    if not is_of_regions(line) or is_within_years(line) or line.kinds & _NOT_RANKED:
        return
    for said in _said(line):
        line.used.update(range(*said.span))
        yield _ranked(line, said)
    for found in _SIZE.finditer(line.tags):
        if _is_regions(line, found.end() - 1):
            yield _size(line, found.start())


def _said(line: Line) -> Iterator[Said]:
    for found in (*_OUTDONE.finditer(line.tags), *_NO_OTHER.finditer(line.tags)):
        way = found.start("way")
        yield Said((way, way + 1), 1, 1 if line.tokens[way].tag == "more" else -1)
    for found in (*_EXTREME.finditer(line.tags), *_MOST.finditer(line.tags)):
        way, nth = found.start("way"), found.start("nth") if "nth" in found.re.groupindex and found["nth"] else -1
        if not _ONE_OF.search(line.tags[: found.start()]):
            place = number_at(line, nth) if nth >= 0 else 1
            yield Said((found.start(), way + 1), place, -1 if line.tokens[way].tag == "lowest" else 1)
    for found in _NTH.finditer(line.tags):
        nth = found.start("nth")
        if _is_regions(line, found.end() - 1):
            yield Said((nth, nth + 1), number_at(line, nth), 1)


def _is_regions(line: Line, place: int) -> bool:
    return str(line.tokens[place].value).lower() == "regions"


def _ranked(line: Line, said: Said) -> Claim:
    ask, region = ask_of(line, said.span[0]), _region(line)
    about = About(region, ask.drug, ask.year, None)
    options = [
        about._replace(truth=_standing(region, figures, said.sign))
        for by_rate in _ways(line)
        for figures in _pools(line, ask, by_rate=by_rate)
        if region in figures
    ]
    if lack := "" if options else _lack(line, about):
        return make(
            line, "rank", said.span, about, Ruling.UNCHECKABLE, lack, value=str(said.place), unit="place", cites="R14"
        )
    return rule(
        line, "rank", said.span, options, fits=lambda truth: truth.value == said.place,
        says=lambda truth: f"place {int(truth.value)} from the {'top' if said.sign > 0 else 'bottom'}",
        value=str(said.place), unit="place", cites="R13", mends=lambda truth: mended(line, said.span, int(truth.value)),
    )  # fmt: skip


def _region(line: Line) -> str:
    """The region spoken of: the only one named, or the first that is not only set beside it; empty for neither."""
    named = dict.fromkeys(str(line.tokens[at].value) for at in line.places("region"))
    subject = next(iter(line.subject()), "")
    return next(iter(named)) if len(named) == 1 else subject if subject in named else ""


def _ways(line: Line) -> tuple[bool, ...]:
    """By what regions are ranked, by rate or not: both where the words leave it open."""
    if line.kinds & {"rate", "perhead", "permillion"}:
        return (True,)
    return (False,) if "number" in line.kinds or _MOST.search(line.tags) else (True, False)


def _pools(line: Line, ask: Ask, *, by_rate: bool) -> Iterator[dict[str, Truth]]:
    """The regions a sentence may compare, with their figures; none where one's figure is not whole."""
    reckoner = line.context.reckoner
    for pool in _meant(line):
        figures = {region: reckoner.regional(region, ask.drug, ask.year, by_rate=by_rate) for region in sorted(pool)}
        held = {region: truth for region, truth in figures.items() if truth}
        if len(held) == len(pool):
            yield held


def _meant(line: Line) -> list[frozenset[str]]:
    """The regions of England, or of both nations, either if the words leave it open; only where all forces are held."""
    forces = line.context.reckoner.almanac.forces
    english = [area.region for area in forces if area.nation == "England"]
    pools = [] if "nation" in line.kinds or len(english) < ENGLISH_FORCES else [frozenset(english)]
    if "england" not in line.kinds and is_countrywide(forces):
        pools.append(line.regions())
    return pools


def _standing(region: str, figures: dict[str, Truth], sign: int) -> Truth:
    own = figures[region]
    beyond = {each: truth for each, truth in figures.items() if sign * (truth.value - own.value) > 0}
    best = max(beyond, key=lambda each: sign * beyond[each].value, default="")
    first = f"{best} has {plain(beyond[best].value)}, " if best else ""
    working = f"{first}{region} {plain(own.value)}, of {len(figures)} regions"
    return Truth(value=Fraction(1 + len(beyond)), working=working, cells=own.cells)


def _lack(line: Line, about: About) -> str:
    """Why regions cannot be ranked, and what would be needed."""
    almanac = line.context.reckoner.almanac
    if not (about.area and about.drug and about.period) or about.period not in almanac.years:
        return needed(line, about)
    if "nation" in line.kinds and "Wales" not in {area.nation for area in almanac.forces}:
        return "The tables hold no force of Wales: the place holds among the regions of England only, so say so."
    if not _meant(line):
        return "The tables do not hold every force of every region: a region may lack the very one that lifts it."
    return f"The tables lack a figure that can be compared, of {about.period}, for some force of some region."


def _size(line: Line, place: int) -> Claim:
    """How many regions there are."""
    number, ask = line.number(place), ask_of(line, 0)
    sizes = [Fraction(len(pool)) for pool in _meant(line)]
    options = [About("", ask.drug, ask.year, Truth(value=size, working=f"{size} regions")) for size in sizes]
    return rule(
        line, "pool", (place, place + 1), options, fits=lambda truth: truth.value == number.value,
        says=lambda truth: truth.working, value=shown(number), unit="regions", cites="R14",
    )  # fmt: skip
