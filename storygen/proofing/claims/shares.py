"""Claims: a drug in so many per cent of seizures, or a force with so much of a larger area's (manual R10, R11)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from storygen.model.figure import Unit
from storygen.model.reading import Claim
from storygen.proofing.agreement import is_fair
from storygen.proofing.reading.grammar import CHAR
from storygen.proofing.reading.ledger import NATIONAL, POLICE
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, rule, shown

TURN = 5


def find(line: Line) -> Iterator[Claim]:
    """Find shares in per cent, or in words with "of" behind them."""
    for place in line.unread("share", "part"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number = line.number(place)
    return rule(
        line, "share", (place, place + 1), tuple(_options(line, place)),
        fits=lambda truth: is_fair(number, Unit.PER_CENT, truth.value),
        says=as_percent, value=shown(number), unit="per cent", is_sure=_is_sure(line) and not _is_of_country(line),
    )  # fmt: skip


def _is_sure(line: Line) -> bool:
    """Whether the words say of what this is a part."""
    return any(CHAR[tag] in line.tags for tag in ("found", "seizures", "share"))


def _options(line: Line, place: int) -> Iterator[About]:
    reckoner, year = line.context.reckoner, line.year_at(place)
    if _is_of_country(line):
        yield from _parts_of_country(line, place, year)
        return
    if whole := _whole(line):
        area = line.own_area()
        drug = line.drug_at(place)
        yield About(area, drug, year, reckoner.part(area, whole, drug, year) if area and drug else None)
        return
    region = (line.area_at(place) or ("",))[0]
    if region in line.regions() and CHAR["found"] not in line.tags:
        total = reckoner.ledger.topic.total.slug
        for whole in (POLICE, NATIONAL):
            yield About(region, total, year, reckoner.part(region, whole, total, year) if year else None)
        return
    drug = line.drug_at(place, named=True)
    for area in line.area_at(place) or ("",):
        of = POLICE if area == NATIONAL else area
        known = bool(of and drug and year)
        of_known = CHAR["known"] in line.tags
        yield About(of, drug, year, reckoner.share(of, drug, year, of_known=of_known) if known else None)


def _is_of_country(line: Line) -> bool:
    """Whether a sentence parts the country's seizures among its authorities, or its regions."""
    is_parted = bool(line.kinds & {"other", "region"}) or any(
        str(each) in line.regions() for each in line.pools.values()
    )
    of_whole = "nation" in line.kinds or "other" in line.kinds or "whole" in line.kinds
    return (
        is_parted
        and of_whole
        and not line.kinds & {"found", "share", "area"}
        and not any(token.tag == "ours" and token.value != "it" for token in line.tokens)
    )


def _parts_of_country(line: Line, place: int, year: str) -> Iterator[About]:
    """Each part a sentence may mean: an authority's, by number or by quantity, the rest's beside it, or a region's."""
    reckoner, total = line.context.reckoner, line.context.reckoner.ledger.topic.total.slug
    drugs = dict.fromkeys((line.drug_at(place), line.context.last_item, total))
    for drug, slug in product(filter(None, drugs), reckoner.ledger.topic.police_less if year else ()):
        part = reckoner.part(slug, NATIONAL, drug, year)
        weight = reckoner.quantity_part(slug, drug, year)
        yield About(slug, drug, year, part)
        yield About(slug, drug, year, weight)
        if part:
            yield About(POLICE, drug, year, replace(part, value=100 - part.value, working=f"100 \u2212 {part.working}"))
    for region in _regions(line, place):
        yield About(region, total, year, reckoner.part(region, NATIONAL, total, year) if year else None)


def _regions(line: Line, place: int) -> Iterator[str]:
    """The regions named before a number, the nearest first."""
    for at in range(place - 1, -1, -1):
        value = str(line.pools.get(at, line.tokens[at].value))
        if value in line.regions():
            yield value
            return


def _whole(line: Line) -> str:
    """The larger area a force's part is taken of: all police forces of the country, or of a region."""
    if CHAR["found"] in line.tags or CHAR["share"] in line.tags or CHAR["forces"] not in line.tags:
        return ""
    regions = [str(value) for value in line.pools.values() if str(value) in line.regions()]
    named = [str(token.value) for token in line.tokens if token.tag == "region"]
    if regions or named:
        return (regions or named)[0]
    return POLICE if any(CHAR[tag] in line.tags for tag in ("nation", "pool")) else ""
