"""Claims: which way a number went, where no figure says by how much (manual C.3, A10, A11, A14)."""

from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Truth
from storygen.proofing.reading import mending
from storygen.proofing.reading.grammar import pattern
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, rule

TURN = 7
CUES = frozenset({"up", "down", "flat", "more", "fewer"})
SIGNS = {"up": 1, "down": -1, "flat": 0}
PAST = {"reversing", "reversed", "reverse", "steady", "earlier", "long"}
"""Words before a movement that belongs to other years."""
FEW, SLIGHT = 5, Fraction(1, 100)  # manual A14: what counts as hardly changed

_LISTED = pattern("drug (comma drug)* and drug (things|be|word|in|area|not){0,4}$")
_SHARE = pattern("share (of|drug|things|word|in|area|ours|whole){0,6}$")
_THAN_BEFORE = pattern(
    "<way:(more|fewer)) ((of? drug things?|things|of? drugs) (perhead|in|year|each|of|drugs|count|comma|word)*)?"
    " than (in|for|word)? <when:(prev|year))"
)


def find(line: Line) -> Iterator[Claim]:
    """Find rises, falls and numbers that hardly moved."""
    for found in _THAN_BEFORE.finditer(line.tags) if "than" in line.kinds else ():
        place = found.start("way")
        if place not in line.used:
            yield _direction(line, place, 1 if line.tokens[place].tag == "more" else -1)
    for place in line.places(*SIGNS):
        if place not in line.used and _is_said(line, place):
            yield from _of_each(line, place, SIGNS[line.tokens[place].tag])


def _of_each(line: Line, place: int, sign: int) -> Iterator[Claim]:
    """A movement of every drug in a list: "seizures of heroin, cocaine and cannabis all rose"."""
    listed = _LISTED.search(line.tags[:place])
    drugs = [at for at in line.places("drug") if listed and listed.start() <= at < place] or [place]
    for at in drugs:
        line.drugs[place] = line.drug_at(place) if at == place else str(line.tokens[at].value)
        yield _direction(line, place, sign)


def _is_said(line: Line, place: int) -> bool:
    """Whether a word tells of a movement of seizures, and is not a figure of speech."""
    token = line.tokens[place]
    around = [str(each.value).lower() for each in line.tokens[max(0, place - 3) : place]]
    behind = [each.tag for each in line.tokens[place + 1 : place + 4]]
    if set(around) & PAST or "since" in behind:
        return False
    if token.tag == "flat":  # "three times as many as the year before" is no standing still
        return not (place and (line.tokens[place - 1].tag == "multiple" or around[-1:] == ["times"]))
    speaks = bool(line.kinds & {"things", "number", "rate", "amount", "whole"})
    return speaks or (place + 1 < len(line.tokens) and line.tokens[place + 1].tag in {"from", "to", "by"})


def _direction(line: Line, place: int, sign: int) -> Claim:
    denied = line.is_denied(place)
    return rule(
        line, "direction", (place, place + 1), tuple(_options(line, place)),
        fits=lambda truth: _is_so(truth, sign) is not denied, says=_as_way, takes_denial=True,
        mends=lambda truth: mending.turned(line, place) if sign and truth.value and not denied else (),
        value={1: "up", -1: "down", 0: "flat"}[sign], unit="", is_sure=not _moves_another(line, place),
    )  # fmt: skip


def _moves_another(line: Line, place: int) -> bool:
    """Whether what moved is no number of seizures: "a rise in arrests"."""
    behind = [token.tag for token in line.tokens[place + 1 : place + 5]]
    return behind[:2] == ["in", "word"] and not {"things", "drug", "number", "whole"} & set(behind)


def _options(line: Line, place: int) -> Iterator[About]:
    reckoner, drug = line.context.reckoner, line.drug_at(place)
    now, then = _years(line, place)
    running = line.running[place] if place < len(line.running) else ""
    running = "share" if _SHARE.search(line.tags[:place]) else running
    measure = running if running in {"rate", "quantity", "share"} else "count"
    for area in line.area_at(place) or ("",):
        for kind in dict.fromkeys((measure, "count") if measure == "rate" else (measure,)):
            known = area and drug and now and then
            yield About(area, drug, now, reckoner.difference(area, drug, now, then, kind) if known else None)


def _years(line: Line, place: int) -> tuple[str, str]:
    """The two years a movement lies between: the year before's own, where it is that year's movement."""
    base = line.base_year(place)
    tags = [token.tag for token in line.tokens[place + 1 : place + 8]]
    is_past = (tags[:1] == ["prev"] and line.tokens[place].tag != "flat") or (
        tags[:1] == ["from"] and tags[2:3] == ["to"] and tags[4:5] == ["prev"]
    )
    if is_past:
        return line.before(base), line.before(base, 2)
    if tags[:1] == ["to"] and tags[1:2] == ["count"]:  # "before rising to 232 in 2018-19"
        onto = line.year_at(place + 2)
        return onto, line.before(onto)
    now, then = line.years_between(place)
    return (now, then) if now == base else (base, line.before(base))


def _is_so(truth: Truth, sign: int) -> bool:
    return _is_flat(truth) if sign == 0 else sign * truth.value > 0


def _is_flat(truth: Truth) -> bool:
    earlier = truth.working.partition("\u2212 ")[2].partition(" =")[0].replace(",", "")
    base = Fraction(earlier or 0)
    return abs(truth.value) <= max(Fraction(FEW), base * SLIGHT)


def _as_way(truth: Truth) -> str:
    if not truth.value:
        return "no change"
    return f"a {'rise' if truth.value > 0 else 'fall'} of {plain(abs(truth.value))}"
