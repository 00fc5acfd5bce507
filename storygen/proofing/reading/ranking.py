"""What a sentence ranks: by what, among whom, in which year; and the forces in that order (manual B.0, R13)."""

import re
from fractions import Fraction
from typing import NamedTuple

from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.sentences import lowered

MOVED_FROM = 100  # seizures the year before, for a change in per cent to be compared (manual A38)

MOVE = pattern(
    "<steep:steep) (word|share|drug|things|of)* <way:(up|down))|<way2:(up|down)) by <steep2:(more|"
    "steep)) share (in|year)* than? at? any"
    "|(no|not) be <steep3:(steep|more)) share <way3:(up|down))"
)
"""A movement told as the steepest of any force's."""

SINCE = pattern(
    "(highest|lowest|most|steep) (number|amount|rate|of|drug|things|word|up|down|comma|in|year|area){0,8} since"
)
"""An extreme among years, and not among forces."""

_ANY_REGION, _REGIONS = pattern("(any|no|each) local"), re.compile(r"regions\b")

Ranked = tuple[tuple[str, Fraction], ...]
"""Forces with what they are ranked by, highest first."""


class Ask(NamedTuple):
    """What a rank is taken by, among whom, in which year."""

    by: str
    drug: str
    year: str
    region: str


def is_within_years(line: Line) -> bool:
    """Whether "any other" is any other year, not any other force."""
    return CHAR["since"] in line.tags or bool(pattern("any years").search(line.tags))


def is_of_regions(line: Line) -> bool:
    """Whether regions are compared, and no forces: "of any region", "of the nine regions"."""
    if not line.kinds.isdisjoint({"force", "forces"}):
        return False
    return bool(_ANY_REGION.search(line.tags) or _REGIONS.search(lowered(line.sentence.text)))


def ask_of(line: Line, place: int) -> Ask:
    """What is ranked in a sentence."""
    regions = line.regions()
    region = next((str(value) for value in line.pools.values() if str(value) in regions), line.together() or "")
    own = line.context.reckoner.almanac.areas.get(line.own_area())
    if not region and own and CHAR["local"] in line.tags:
        region = own.region
    return Ask(_by(line), line.drug_at(place or len(line.tokens)), line.main_year(), region)


def _by(line: Line) -> str:
    if MOVE.search(line.tags) and not is_within_years(line):
        return "change"
    if line.kinds & {"rate", "perhead", "permillion"}:
        return "rate"
    if CHAR["number"] in line.tags or pattern("(more|most) drug? things").search(line.tags):
        return "count"
    if line.together() is not None:
        return "members"
    return "rate" if CHAR["highest"] in line.tags else line.last_measure


def ranked_by(line: Line, ask: Ask) -> Ranked:
    """The forces compared, highest first."""
    reckoner = line.context.reckoner
    if not (ask.drug and ask.year):
        return ()
    if ask.by in {"count", "change"}:
        count = ask.by == "count"
        ranked = reckoner.standings(ask.drug, ask.year) if count else reckoner.movers(ask.drug, ask.year, MOVED_FROM)
        areas = reckoner.almanac.areas
        return tuple(pair for pair in ranked if ask.region in {"", areas[pair[0]].region})
    if ask.by == "members" and ask.region:
        return tuple((area.slug, Fraction(0)) for area in reckoner.almanac.members(ask.region))
    return reckoner.pool(ask.drug, ask.year, ask.region or None)
