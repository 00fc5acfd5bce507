"""Claims: a place among forces, by rate, by number or by change in per cent (manual A30 to A40, R13)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, area_name, as_number, make, rule, shown

TURN = 3
MOVED_FROM = 100  # seizures the year before, for a change in per cent to be compared (manual A38)

_EXTREME = pattern("<nth:ordinal)? <way:(highest|lowest|most))")
_OUTDONE = pattern(
    "<way:(more|fewer)) (that|rate|drug|seizures|of|perhead|in|area|ours|year|for|comma|pool|"
    "word){0,12} than? (at|in)* any"
)
_NO_OTHER = pattern(
    "any (force|forces|pool|of|in|with|word|row|count|comma|for)* (be|there) (word|drug|seizures)* <way:(more|fewer))"
)
_NTH_OF = pattern("<nth:ordinal) of <size:count)")
_MOVE = pattern(
    "<steep:steep) (word|share|drug|seizures|of)* <way:(up|down))|<way2:(up|down)) by <steep2:(more|"
    "steep)) share (in|year)* than? at? any"
    "|no be <steep3:(steep|more)) share <way3:(up|down))"
)
_SINCE = pattern(
    "(highest|lowest|most|steep) (number|amount|rate|of|drug|seizures|word|up|down|comma|in|year|area){0,8} since"
)


CUES = frozenset({"highest", "lowest", "most", "steep", "any", "ordinal"})
"""Tags without one of which a sentence ranks nothing."""


Ranked = tuple[tuple[str, Fraction], ...]
"""Forces with what they are ranked by, highest first."""


class Ask(NamedTuple):
    """What a rank is taken by, among whom, in which year."""

    by: str
    drug: str
    year: str
    region: str


def find(line: Line) -> Iterator[Claim]:
    """Find places, and the forces named beside them."""
    if not (line.kinds & CUES or "pool" in line.measures.values()):
        return
    yield from _places(line)
    asked = ask_of(line, 0)
    for place in line.unread("pool"):
        yield _size(line, place, asked)


def _places(line: Line) -> Iterator[Claim]:
    seen: set[int] = set()
    for found in _MOVE.finditer(line.tags):
        names = {name for name, text in found.groupdict().items() if text}
        way = next(found.start(name) for name in names if name.startswith("way"))
        if _SINCE.search(line.tags, found.start()) is None and not _within_years(line):
            seen.update(range(*found.span()))
            line.used.add(way)
            yield _mover(line, found.span(), 1 if line.tokens[way].tag == "up" else -1)
    for found in (*_OUTDONE.finditer(line.tags), *_NO_OTHER.finditer(line.tags)):
        way = found.start("way")
        if way not in seen and not _within_years(line):
            seen.update(range(*found.span()))
            line.used.add(way)
            yield _place(line, (way, way + 1), 1, 1 if line.tokens[way].tag == "more" else -1, ask_of(line, way))
    for found in _EXTREME.finditer(line.tags):
        way = found.start("way")
        if way in seen or not _is_rank(line, found.start(), way):
            continue
        nth = found.start("nth") if found["nth"] else -1
        line.used.update({way, nth} - {-1})
        yield _place(
            line, found.span(), _value(line, nth), -1 if line.tokens[way].tag == "lowest" else 1, ask_of(line, way)
        )
    for found in _NTH_OF.finditer(line.tags):
        nth, size = found.start("nth"), found.start("size")
        if nth not in line.used:
            yield from _nth_of(line, nth, size)


def _within_years(line: Line) -> bool:
    """Whether "any other" is any other year, not any other force."""
    return CHAR["since"] in line.tags or bool(pattern("any years").search(line.tags))


def _is_rank(line: Line, start: int, way: int) -> bool:
    """Whether a superlative is about forces: a rate, a number among forces, or a capital."""
    if _SINCE.match(line.tags, way) or _within_years(line):
        return False
    behind = [token.tag for token in line.tokens[way + 1 : way + 4]]
    if line.tokens[way].tag == "most":
        return "drug" in behind[:1] and "seizures" in behind[:2] and _is_among(line)
    if "amount" in behind[:1] or "number" in behind[:1]:
        return _is_among(line)
    named = str(line.tokens[way].value)
    before = [token.tag for token in line.tokens[max(0, start - 3) : start]]
    is_first = line.sentence.text[: line.tokens[start].start].strip() == ""
    if "capital" in named:
        return "drug" in before
    if named in {"top", "tops", "tops the", "topped", "led", "leads", "leading"} and not _is_among(line):
        return False
    return _is_among(line) or (CHAR["rate"] in line.tags and not is_first)


def _is_among(line: Line) -> bool:
    return bool(line.pools) or any(CHAR[tag] in line.tags for tag in ("force", "forces", "local", "rival"))


def _value(line: Line, place: int) -> int:
    if place < 0:
        return 1
    number = line.tokens[place].value
    return int(number.value) if isinstance(number, Numeral) and number.value else 0


def ask_of(line: Line, place: int) -> Ask:
    """What is ranked in a sentence."""
    regions = line.regions()
    region = next((str(value) for value in line.pools.values() if str(value) in regions), "")
    own = line.context.reckoner.ledger.areas.get(line.own_area())
    if not region and own and CHAR["local"] in line.tags:
        region = own.region
    return Ask(_by(line), line.drug_at(place or len(line.tokens)), line.main_year(), region)


def _by(line: Line) -> str:
    if _MOVE.search(line.tags) and not _within_years(line):
        return "change"
    if any(CHAR[tag] in line.tags for tag in ("rate", "perhead", "permillion")):
        return "rate"
    if CHAR["number"] in line.tags or pattern("(more|most) drug? seizures").search(line.tags):
        return "count"
    if CHAR["between"] in line.tags:
        return "members"
    return "rate" if line.context.last_measure == "rate" or CHAR["highest"] in line.tags else line.context.last_measure


def ranked_by(line: Line, ask: Ask) -> Ranked:
    """The forces compared, highest first."""
    reckoner = line.context.reckoner
    if not (ask.drug and ask.year):
        return ()
    if ask.by == "count":
        return reckoner.standings(ask.drug, ask.year)
    if ask.by == "change":
        return reckoner.movers(ask.drug, ask.year, MOVED_FROM)
    if ask.by == "members" and ask.region:
        return tuple((area.slug, Fraction(0)) for area in reckoner.ledger.members(ask.region))
    return reckoner.pool(ask.drug, ask.year, ask.region or None)


def _place(line: Line, span: tuple[int, int], said: int, sign: int, ask: Ask) -> Claim:
    area = line.own_area()
    ranked = ranked_by(line, ask)
    own = next((value for slug, value in ranked if slug == area), None)
    about = About(area, ask.drug, ask.year, None)
    if own is not None:
        about = about._replace(truth=_standing(line, area, (*ranked, *_set_aside(line, ask, own, sign)), sign))
    elif lack := _not_in(line, area, ask):
        about = about._replace(truth=Truth(value=Fraction(0), working=lack))
    claim = rule(
        line, "rank", span, (about,), fits=lambda truth: truth.value == said,
        says=lambda truth: f"place {int(truth.value)} from the {'top' if sign > 0 else 'bottom'}",
        value=str(said), unit="place", cites="R13",
    )  # fmt: skip
    if claim.ruling is Ruling.SUPPORTED and (lack := _beyond(line, ask)):
        return make(line, "rank", span, about, Ruling.UNCHECKABLE, lack, value=str(said), unit="place", cites="R14")
    return claim


def _set_aside(line: Line, ask: Ask, own: Fraction, sign: int) -> Ranked:
    """
    Forces kept out of rankings whose rate is higher, where the claim is of any force and does not leave them out.

    "Highest of the 38 forces with comparable figures" claims nothing of them (manual A35).
    """
    said_of_all = "any" in line.kinds or any(str(value) not in line.regions() for value in line.pools.values())
    is_wide = said_of_all and "pool" not in line.measures.values() and "excluded" not in line.kinds and not ask.region
    if not is_wide or sign < 0 or ask.by != "rate":
        return ()
    reckoner = line.context.reckoner
    rates = (
        (area.slug, reckoner.rate(area.slug, ask.drug, ask.year))
        for area in reckoner.ledger.forces
        if not area.is_ranked
    )
    return tuple((slug, rate.value) for slug, rate in rates if rate and rate.value > own)


def _not_in(line: Line, area: str, ask: Ask) -> str:
    """Why a force has no place in a region that is not its own; empty if it is."""
    own = line.context.reckoner.ledger.areas.get(area)
    if own is None or not ask.region or own.region == ask.region:
        return ""
    return f"{own.force} is in {own.region}, not in {ask.region}"


def _standing(line: Line, area: str, ranked: Ranked, sign: int) -> Truth:
    own = next(value for slug, value in ranked if slug == area)
    beyond = [(slug, value) for slug, value in ranked if sign * (value - own) > 0]
    best = max(beyond, key=lambda pair: sign * pair[1], default=None)
    first = f"{area_name(line, best[0])} has {plain(best[1])}, " if best else ""
    working = f"{first}{area_name(line, area)} {plain(own)}, of {len(ranked)} forces"
    return Truth(value=Fraction(1 + len(beyond)), working=working)


def _beyond(line: Line, ask: Ask) -> str:
    """Why a place may not be claimed as widely as it is: forces of another nation, or one left out and not named."""
    ledger = line.context.reckoner.ledger
    wide = any(
        str(value) not in ledger.areas and str(value) not in line.regions() and str(value) != "England"
        for value in line.pools.values()
    )
    if wide and not ask.region and {area.nation for area in ledger.forces if area.is_ranked} == {"England"}:
        return "The tables hold no force of Wales: the place holds among the forces of England only, so say so."
    return ""


def _nth_of(line: Line, nth: int, size: int) -> Iterator[Claim]:
    """A place "of the 38 forces", or "of 38 the year before" in a year of its own."""
    first, last = line.part(nth)
    behind = [token.tag for token in line.tokens[size + 1 : last]]
    is_past = "prev" in behind[:2] or "prev" in [token.tag for token in line.tokens[max(first, nth - 4) : nth]]
    year = line.before(line.main_year()) if is_past else line.main_year()
    line.used.add(nth)
    yield _place(line, (nth, nth + 1), _value(line, nth), 1, ask_of(line, nth)._replace(year=year))
    if size not in line.used:
        yield _size(line, size, ask_of(line, nth)._replace(year=year))


def _size(line: Line, place: int, ask: Ask) -> Claim:
    number, ranked = line.number(place), ranked_by(line, ask)
    is_held = bool(ask.drug and ask.year and line.context.reckoner.standings(ask.drug, ask.year))
    truth = Truth(value=Fraction(len(ranked)), working=f"{len(ranked)} forces with figures to compare")
    if _is_of_sum(line, place, ask):
        every = len(line.context.reckoner.ledger.forces)
        truth = Truth(value=Fraction(every), working=f"{every} forces added up")
    return rule(
        line, "pool", (place, place + 1), (About("police", ask.drug, ask.year, truth if is_held else None),),
        fits=lambda truth: truth.value == number.value, says=lambda truth: f"{as_number(truth)} forces",
        value=shown(number), unit="forces", cites="R14",
    )  # fmt: skip


def _is_of_sum(line: Line, place: int, ask: Ask) -> bool:
    """Whether a number of forces is of those the nation's number adds up: "the 43 police forces"."""
    topic, behind = line.context.reckoner.ledger.topic, line.sentence.text[line.tokens[place].end :]
    return topic.national_is_sum and not ask.region and behind.lstrip().startswith(topic.national_scope)


def _mover(line: Line, span: tuple[int, int], sign: int) -> Claim:
    ask, area = ask_of(line, span[0]), line.own_area()
    ranked = ranked_by(line, ask._replace(by="change"))
    own = next((value for slug, value in ranked if slug == area), None)
    truth = None
    if own is not None:
        beyond = [slug for slug, value in ranked if sign * (value - own) > 0]
        place = 1 + len(beyond) if sign * own > 0 else 0
        others = f"; {area_name(line, beyond[0])} moved further" if beyond else ""
        truth = Truth(value=Fraction(place), working=f"{plain(own)} per cent, of {len(ranked)} forces{others}")
    elif area and line.context.reckoner.number(area, ask.drug, ask.year):
        things = line.context.reckoner.ledger.topic.terms.counted
        lack = f"it is not among the {len(ranked)} forces with {MOVED_FROM} such {things} the year before"
        truth = Truth(value=Fraction(0), working=lack)
    return rule(
        line, "rank", span, (About(area, ask.drug, ask.year, truth),),
        fits=lambda truth: truth.value == 1, says=lambda truth: f"place {int(truth.value)} by change in per cent",
        value="1", unit="place", cites="R13",
    )  # fmt: skip
