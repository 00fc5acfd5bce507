"""Claims: a place among forces, by rate, by number or by change in per cent (manual A30 to A40, R13)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.checks.wide_ranks import is_countrywide
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.ranking import SINCE, Ask, Ranked, ask_of, is_of_regions, is_within_years, ranked_by
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, area_name, as_number, make, rule, shown

TURN = 3
CUES = frozenset({"highest", "lowest", "most", "steep", "any", "ordinal", "force", "forces"})

_EXTREME = pattern("<nth:ordinal)? <way:(highest|lowest|most))")
_OUTDONE = pattern(
    "<way:(more|fewer)) (that|rate|drug|things|of|perhead|in|area|ours|year|for|comma|pool|"
    "word){0,12} than? (at|in|that|of)* any"
)
_NO_OTHER = pattern(
    "any (force|forces|pool|of|in|with|word|row|count|comma|for)* (be|there) (word|drug|things)* <way:(more|fewer))"
)
_ONE_OF = pattern("count of$")  # "one of the highest" says no place
_TOP = pattern("(in|of|among) <way:(highest|lowest)) <n:count) (force|forces|in|of|for|pool|$)")
_BEYOND = pattern(
    "only? <n:count) any? (forces|force) (in|of|pool|word)* (be|with|that|there)* <way:(more|fewer)) "
    "(rate|drug? things perhead)"
)
_NTH_OF = pattern("<nth:ordinal) of <size:count)")


def find(line: Line) -> Iterator[Claim]:
    """Find places, and the forces named beside them."""
    if not is_of_regions(line):
        yield from _places(line)
    for place in line.unread("pool"):
        yield _size(line, place, ask_of(line, 0))


def _places(line: Line) -> Iterator[Claim]:
    seen = set(line.used)
    for found in (*_OUTDONE.finditer(line.tags), *_NO_OTHER.finditer(line.tags)):
        way = found.start("way")
        if way not in seen and not is_within_years(line):
            seen.update(range(*found.span()))
            line.used.add(way)
            yield _place(line, (way, way + 1), 1, 1 if line.tokens[way].tag == "more" else -1, ask_of(line, way))
    for found in _BEYOND.finditer(line.tags):
        sign = 1 if line.tokens[found.start("way")].tag == "more" else -1
        seen.update(range(*found.span()))
        ahead = _value(line, found.start("n"))
        yield _place(line, (found.start("n"), found.end()), 1 + ahead, sign, ask_of(line, found.start("way")))
    for found in _TOP.finditer(line.tags):
        way = found.start("way")
        if str(line.tokens[way].value) in {"top", "bottom"}:
            seen.add(way)
            yield _among_first(line, (way, way + 2), 1 if line.tokens[way].tag == "highest" else -1)
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


def _is_rank(line: Line, start: int, way: int) -> bool:
    """Whether a superlative is about forces: a rate, a number among forces, or a capital."""
    if SINCE.match(line.tags, way) or is_within_years(line) or _ONE_OF.search(line.tags[:start]):
        return False
    behind = [token.tag for token in line.tokens[way + 1 : way + 4]]
    if line.tokens[way].tag == "most":
        return "drug" in behind[:1] and "things" in behind[:2] and _is_among(line)
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
    return bool(line.pools) or bool(line.kinds & {"force", "forces", "local", "rival"})


def _value(line: Line, place: int) -> int:
    if place < 0:
        return 1
    number = line.tokens[place].value
    return int(number.value) if isinstance(number, Numeral) and number.value else 0


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
        value=str(said), unit="place", cites="R13", mends=lambda truth: mended(line, span, int(truth.value)),
    )  # fmt: skip
    if claim.ruling is Ruling.SUPPORTED and (lack := _beyond(line, ask, ranked)):
        return make(line, "rank", span, about, Ruling.UNCHECKABLE, lack, value=str(said), unit="place", cites="R14")
    return claim


def mended(line: Line, span: tuple[int, int], value: int) -> tuple[Patch, ...]:
    """The true place where the copy has one in so many words: "second-highest", "third of 38"."""
    first, last = line.tokens[span[0]], line.tokens[span[1] - 1]
    said = line.sentence.text[first.start : last.end]
    if not value or (last.tag == "ordinal" and first is last):
        return mending.nth(line, span[0], value) if value else ()
    way = line.sentence.text[last.start : last.end]
    if way.lower() not in {"highest", "lowest", "largest", "smallest", "greatest", "fewest"}:
        return ()
    joint = "-" if "-" in said or first is last else " "
    return (Patch(first.start, last.end, f"{mending.ordinal(value)}{joint}{way}" if value > 1 else way),)


def _among_first(line: Line, span: tuple[int, int], sign: int) -> Claim:
    """A place among the first so many, by rate or by number where the words leave it open."""
    said, area, named = _value(line, span[0] + 1), line.own_area(), ask_of(line, span[0])
    kinds = ("rate",) if line.kinds & {"rate", "perhead", "permillion"} else ("rate", "count")
    options = []
    for by in kinds:
        ranked = ranked_by(line, named._replace(by=by))
        is_in = any(slug == area for slug, _ in ranked)
        truth = _standing(line, area, ranked, sign) if is_in else None
        options.append(About(area, named.drug, named.year, truth))
    return rule(
        line, "rank", span, options, fits=lambda truth: truth.value <= said,
        says=lambda truth: f"place {int(truth.value)} from the {'top' if sign > 0 else 'bottom'}",
        value=str(said), unit="place", cites="R13",
    )  # fmt: skip


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
        for area in reckoner.almanac.forces
        if not area.is_ranked
    )
    return tuple((slug, rate.value) for slug, rate in rates if rate and rate.value > own)


def _not_in(line: Line, area: str, ask: Ask) -> str:
    """Why a force has no place in a region that is not its own; empty if it is."""
    own = line.context.reckoner.almanac.areas.get(area)
    if own is None or not ask.region or own.region == ask.region:
        return ""
    return f"{own.force} is in {own.region}, not in {ask.region}"


def _standing(line: Line, area: str, ranked: Ranked, sign: int) -> Truth:
    own = next(value for slug, value in ranked if slug == area)
    beyond = [pair for pair in ranked if (pair[1] > own if sign > 0 else pair[1] < own)]
    best = max(beyond, key=lambda pair: sign * pair[1], default=None)
    first = f"{area_name(line, best[0])} has {plain(best[1])}, " if best else ""
    working = f"{first}{area_name(line, area)} {plain(own)}, of {len(ranked)} forces"
    return Truth(value=Fraction(1 + len(beyond)), working=working)


def _beyond(line: Line, ask: Ask, ranked: Ranked) -> str:
    """Why a place may not be claimed as widely as it is: too few of the country's forces are compared (manual B.0)."""
    almanac = line.context.reckoner.almanac
    wide = any(
        str(value) not in almanac.areas and str(value) not in line.regions() and str(value) != "England"
        for value in line.pools.values()
    )
    if not wide or ask.region or is_countrywide(almanac.areas[slug] for slug, _ in ranked):
        return ""
    nations = {almanac.areas[slug].nation for slug, _ in ranked}
    if "Wales" not in nations:
        return "The tables hold no force of Wales: the place holds among the forces of England only, so say so."
    return f"The place holds among the {len(ranked)} forces compared, and not among all: name the number."


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
        every = len(line.context.reckoner.almanac.forces)
        truth = Truth(value=Fraction(every), working=f"{every} forces added up")
    return rule(
        line, "pool", (place, place + 1), (About("police", ask.drug, ask.year, truth if is_held else None),),
        fits=lambda truth: truth.value == number.value, says=lambda truth: f"{as_number(truth)} forces",
        value=shown(number), unit="forces", cites="R14", mends=mending.figure(line, place),
    )  # fmt: skip


def _is_of_sum(line: Line, place: int, ask: Ask) -> bool:
    """Whether a number of forces is of those the nation's number adds up: "the 43 police forces"."""
    topic, behind = line.context.reckoner.almanac.topic, line.sentence.text[line.tokens[place].end :]
    return topic.national_is_sum and not ask.region and behind.lstrip().startswith(topic.national_scope)
