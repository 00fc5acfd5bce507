"""Claims: a drug in so many per cent of seizures, or a force with so much of a larger area's (manual R10, R11)."""

from collections.abc import Iterator

from storygen.model.figure import Unit
from storygen.model.reading import Claim
from storygen.proofing.agreement import is_fair
from storygen.proofing.claims import changes
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.grammar import CHAR
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, as_percent, rule, shown_part

TURN = 5
CUES = frozenset({"percent", "part", "ordinal", "count"})


def find(line: Line) -> Iterator[Claim]:
    """Find shares in per cent, or in words with "of" behind them."""
    for place in line.unread("share", "part"):
        yield _ruled(line, place)


def _ruled(line: Line, place: int) -> Claim:
    number = line.number(place)
    return rule(
        line, "share", (place, place + 1), tuple(_options(line, place)),
        fits=lambda truth: is_fair(number, Unit.PER_CENT, truth.value),
        says=as_percent, value=shown_part(number), unit="per cent", is_sure=_is_sure(line),
        mends=mending.share(line, place),
    )  # fmt: skip


def _is_sure(line: Line) -> bool:
    """Whether the words say of what this is a part."""
    return bool(line.kinds & {"found", "things", "share"})


def _options(line: Line, place: int) -> Iterator[About]:
    reckoner, year = line.context.reckoner, line.year_at(place)
    if whole := _whole(line):
        area = line.own_area()
        drug = line.drug_at(place)
        yield About(area, drug, year, reckoner.part(area, whole, drug, year) if area and drug else None)
        return
    region = (line.area_at(place) or ("",))[0]
    if region in line.regions() and CHAR["found"] not in line.tags:
        total = reckoner.almanac.total
        for whole in (POLICE, NATIONAL):
            yield About(region, total, year, reckoner.part(region, whole, total, year) if year else None)
        return
    if _is_bracketed(line, place):
        yield from changes.options(line, place)
    drug = line.drug_at(place, named=True)
    for area in line.area_at(place) or ("",):
        of = POLICE if area == NATIONAL else area
        known = bool(of and drug and year)
        of_known = CHAR["known"] in line.tags
        yield About(of, drug, year, reckoner.share(of, drug, year, of_known=of_known) if known else None)


def _is_bracketed(line: Line, place: int) -> bool:
    """Whether a figure in brackets may be a change as well as a share: "rose from 175 to 232 (33 per cent)"."""
    return place > 0 and line.tokens[place - 1].tag == "open" and bool(line.kinds & {"up", "down"})


def _whole(line: Line) -> str:
    """The larger area a force's part is taken of: all police forces of the country, or of a region."""
    if CHAR["found"] in line.tags or CHAR["share"] in line.tags or CHAR["forces"] not in line.tags:
        return ""
    regions = [str(value) for value in line.pools.values() if str(value) in line.regions()]
    named = [str(line.tokens[at].value) for at in line.places("region")]
    if regions or named:
        return (regions or named)[0]
    return POLICE if any(CHAR[tag] in line.tags for tag in ("nation", "pool")) else ""
