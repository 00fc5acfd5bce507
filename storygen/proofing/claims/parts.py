"""Claims: how much of the country's seizures, or of a quantity, an authority or a region has (manual R06, R11)."""

from collections.abc import Iterator
from itertools import product

from storygen.model.figure import Unit
from storygen.model.reading import Claim
from storygen.proofing.agreement import is_fair
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, rule, shown_part

TURN = 4
CUES = frozenset({"percent", "part", "ordinal", "count"})
_POLICE_MAKE = pattern("forces (in|nation|word|there)* (percent|part|most) of (whole|drug)? things")
"""All police forces as those who made a part: "police forces carry out the majority of seizures nationally"."""
JOINED = {"comma", "and", "among", "word", "other", "forces"}
"""Tags that may stand between authorities named in one breath: "police forces, British Transport Police among them"."""


def find(line: Line) -> Iterator[Claim]:
    """Find the parts of a whole country, in per cent or in words."""
    places = list(line.unread("share", "part"))
    if places and _is_parted(line):
        yield from (_ruled(line, place) for place in places)


def _ruled(line: Line, place: int) -> Claim:
    number, named = line.number(place), _authorities(line, place)
    return rule(
        line, "share", (place, place + 1), tuple(_options(line, place, named)),
        fits=lambda truth: is_fair(number, Unit.PER_CENT, truth.value), says=as_percent, value=shown_part(number),
        unit="per cent", mends=mending.share(line, place),
    )  # fmt: skip


def _is_parted(line: Line) -> bool:
    """Whether a sentence parts the country's seizures among its authorities, or its regions."""
    regions = line.regions()
    is_parted = bool(line.kinds & {"other", "region"}) or any(str(each) in regions for each in line.pools.values())
    is_parted |= bool(_POLICE_MAKE.match(line.tags))
    return (
        is_parted
        and bool(line.kinds & {"nation", "other", "whole"})
        and not line.kinds & {"found", "share", "area"}
        and not any(token.tag == "ours" and token.value != "it" for token in line.tokens)
    )


def _options(line: Line, place: int, named: frozenset[str]) -> Iterator[About]:
    """Each part the words allow: the authorities' by number or by quantity, or a region's."""
    reckoner, year = line.context.reckoner, line.year_at(place)
    if named:
        for is_quantity, who in product(_measures(line, place), _meant(line, named)):
            for drug in _drugs(line, place, is_quantity=is_quantity):
                part = reckoner.authorities_part(who, drug, year, is_quantity=is_quantity) if year else None
                yield About(POLICE if POLICE in who else min(who), drug, year, part)
        return
    for region, drug in product(_regions(line, place), _drugs(line, place, is_quantity=False)):
        for whole in (NATIONAL, POLICE):
            yield About(region, drug, year, reckoner.part(region, whole, drug, year) if year else None)


def _meant(line: Line, named: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Who is meant: by "police forces" alone the territorial ones, or all that are no border guards."""
    topic = line.context.reckoner.almanac.topic
    others = frozenset(topic.police_less) - {topic.border}
    return (named, named | others) if named == {POLICE} else (named,)


def _measures(line: Line, place: int) -> tuple[bool, ...]:
    """Whether a part is of a quantity, as the words beside it say; "took 76 per cent of the ketamine" may be either."""
    tags = {token.tag for token in _beside(line, place)}
    if tags & {"amount", "unit"}:
        return (True,)
    return (False,) if tags & {"things", "number"} or "drug" not in tags else (True, False)


def _beside(line: Line, place: int) -> tuple[Token, ...]:
    """The words that say what a number is a part of: its own part of the sentence, and for "of it" those before."""
    first, last = line.part(place)
    if line.tags[place + 1 : place + 2] == CHAR["comma"]:
        last = place + 1
    names = {token.tag for token in line.tokens[first:last]} & {"drug", "things", "amount", "unit", "number"}
    return line.tokens[first if names else 0 : last]


def _drugs(line: Line, place: int, *, is_quantity: bool) -> Iterator[str]:
    """The drug named beside a part; without one all drugs, or the one spoken of last: of no quantity is there a sum."""
    named = [str(token.value) for token in _beside(line, place) if token.tag == "drug"]
    total = line.context.reckoner.almanac.total
    if named:
        yield named[0]
    elif is_quantity:
        yield line.context.last_item
    else:
        yield from filter(None, dict.fromkeys((total, line.drug_at(place), line.context.last_item)))


def _authorities(line: Line, place: int) -> frozenset[str]:
    """The authorities a part is of: those named last before it, else first behind it."""
    runs = list(_runs(line))
    before = [run for run in runs if run[0] < place]
    run = before[-1] if before else runs[0] if runs else []
    named = {str(line.tokens[at].value) for at in run if line.tokens[at].tag == "other"}
    has_police = any(line.tokens[at].tag == "forces" for at in run)
    return frozenset(named | {POLICE} if has_police and (named or not line.kinds & {"region", "pool"}) else named)


def _runs(line: Line) -> Iterator[list[int]]:
    """The authorities of a sentence, those named in one breath together, by their tokens."""
    run: list[int] = []
    for at, token in enumerate(line.tokens):
        if token.tag in {"forces", "other"}:
            run.append(at)
        elif run and token.tag not in JOINED:
            yield run
            run = []
    if run:
        yield run


def _regions(line: Line, place: int) -> Iterator[str]:
    """The region named nearest before a number, else behind it."""
    regions = line.regions()
    named = {at: str(line.pools.get(at, token.value)) for at, token in enumerate(line.tokens)}
    found = [at for at, value in named.items() if value in regions]
    nearest = [at for at in found if at < place][-1:] or found[:1]
    yield from (named[at] for at in nearest)
