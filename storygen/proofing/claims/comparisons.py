"""Claims: above, below or in line with the country or the rest of a region, by rate or by share (manual A45 to A47)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.claims.rates import rate_of
from storygen.proofing.reading import mending
from storygen.proofing.reading.almanac import POLICE
from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import REST, Line
from storygen.proofing.reading.ruling import About, rule

TURN = 6
CUES = frozenset({"nation", "average", "rest", "area", "rival"})
SIGNS = {"more": 1, "fewer": -1, "same": 0}
_COUNTRYS = pattern(
    "(nation|average) (comma|leave|other|excluded|and|forces|of|drug|things|in|for|word)* rate "
    "(of|drug|things)* be <way:(more|fewer)) (comma|at|count|semi|colon|dash|$)"
)
"""The country's own rate as the higher or the lower: "across the country the rate was lower, at 2,432"."""
DID = {"did", "had"}
_LEVELS = {"share", "rate", "perhead", "permillion"}
ALIKE = Fraction(5, 100)  # manual C.3: "in line with" is within 5 per cent


def find(line: Line) -> Iterator[Claim]:
    """Find comparisons with a larger whole, or with another force."""
    if line.kinds.isdisjoint(SIGNS):
        return
    for found in _COUNTRYS.finditer(line.tags):
        place = found.start("way")
        yield _comparison(line, place, -SIGNS[line.tokens[place].tag], POLICE)
    for place in line.places(*SIGNS):
        if place not in line.used and (other := _other(line, place)):
            yield _comparison(line, place, SIGNS[line.tokens[place].tag], other)


def _other(line: Line, place: int) -> str:
    """What a force is set beside: the country or the rest of a region, named behind the word; empty for neither."""
    tags = [token.tag for token in line.tokens]
    behind = tags[place + 1 : place + 3]
    if behind[:2] == ["than", "multiple"] or behind[:1] == ["multiple"] or _is_manner(line, place):
        return ""
    end = next((at for at in range(place + 1, len(tags)) if tags[at] in {"semi", "colon", "dash"}), len(tags))
    for at in range(place + 1, end):
        if tags[at] == "rest" and at + 1 < len(tags) and tags[at + 1] in {"region", "local"}:
            return f"{REST}{line.tokens[at + 1].value}" if tags[at + 1] == "region" else REST
        if tags[at] in {"nation", "average"}:
            return POLICE
        if tags[at] == "area" and not _is_own(line, place, at):
            return "" if _is_of_then(line, at) else line.set_beside(place)
        if tags[at] in {"prev", "any", "since", "money"}:
            return ""
    return ""


def _is_of_then(line: Line, at: int) -> bool:
    """Whether a force may be looked at in another year: "fewer than Dorset did in 2020-21"."""
    behind = line.tokens[at + 1 : at + 2]
    return bool(behind) and str(behind[0].value).lower() in DID


def _is_own(line: Line, place: int, at: int) -> bool:
    """Whether a force is the one whose share or rate is compared: "a larger share in Dorset than nationally"."""
    if line.kinds.isdisjoint(_LEVELS) or (place and line.tokens[place - 1].tag in {"up", "down"}):
        return False  # "more seizures in Dorset than nationally" may be of numbers, "rose more" of a change
    is_ahead = CHAR["than"] in line.tags[at:] and CHAR["than"] not in line.tags[place:at]
    return is_ahead and line.tokens[at].value == line.own_area()


def _is_manner(line: Line, place: int) -> bool:
    """Whether "more" tells how, and not how many: "rose more slowly than"."""
    behind = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    return behind is not None and behind.tag == "word" and str(behind.value).endswith("ly")


def _comparison(line: Line, place: int, sign: int, other: str) -> Claim:
    drug, year, area = line.drug_at(place, named=_is_share(line, place)), line.main_year(), _own(line, place)
    if other == REST:
        own = line.context.reckoner.almanac.areas.get(area)
        other = f"{REST}{own.region}" if own else ""
    truth = _ratio(line, place, (area, other), drug, year) if area and drug and year and other else None
    span = (place, place + 1)
    return rule(
        line, "comparison", span, (About(area, drug, year, truth),),
        fits=lambda truth: _is_so(truth.value, sign), says=_as_compared,
        value={1: "above", -1: "below", 0: "alike"}[sign], unit="share" if _is_share(line, place) else "rate",
        mends=lambda _: mending.turned(line, place) if sign else (),
    )  # fmt: skip


def _own(line: Line, place: int) -> str:
    """Whose rate is set beside another: the story's own force where "the force" comes first, else the first named."""
    ours = [at for at in line.places("ours") if at < place]
    named = [at for at in line.places("area") if at < place]
    return line.context.area if (ours and not named) or not named else line.own_area()


def _is_share(line: Line, place: int) -> bool:
    if line.tags[place + 1 : place + 2] == CHAR["percent"]:
        return True  # "well above the 73 per cent recorded nationally"
    return CHAR["share"] in line.tags or (CHAR["percent"] in line.tags and CHAR["found"] in line.tags)


def _ratio(line: Line, place: int, pair: tuple[str, str], drug: str, year: str) -> Truth | None:
    reckoner, (area, other) = line.context.reckoner, pair
    if _is_share(line, place):
        one, two = reckoner.share(area, drug, year), reckoner.share(other, drug, year)
    elif other in reckoner.almanac.areas and not line.kinds & {"rate", "perhead", "permillion"}:
        one, two = reckoner.number(area, drug, year), reckoner.number(other, drug, year)
    else:
        one, two = rate_of(line, area, drug, year), rate_of(line, other, drug, year)
    if one is None or two is None or not two.value:
        return None
    working = f"{plain(one.value)} beside {plain(two.value)}"
    return Truth(value=one.value / two.value, working=working, cells=one.cells + two.cells)


def _is_so(ratio: Fraction, sign: int) -> bool:
    return abs(ratio - 1) <= ALIKE + Fraction(1, 100) if sign == 0 else sign * (ratio - 1) > 0


def _as_compared(truth: Truth) -> str:
    if abs(truth.value - 1) < ALIKE:
        return "about the same"
    return "above" if truth.value > 1 else "below"
