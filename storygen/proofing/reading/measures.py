"""What each number of a sentence measures: a count, a rate, a share, a change, a quantity, a span of years, a pool."""

from itertools import takewhile

from storygen.proofing.reading.bare import is_count
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.idle import counts_others, is_both, is_for_each, is_idle, is_one_of, is_spell
from storygen.proofing.reading.paired import pair
from storygen.proofing.reading.reference import Line
from storygen.proofing.shapes import Kind

_CHANGE_BEFORE = pattern(
    "(up|down|rest) word? comma? (by|of|word)? only?$|(up|down) (in|word|years|that|year|comma|same){1,7} by$"
)
_CHANGE_THAT = pattern("(multiple|more|fewer) (that|(up|down))? of?$")
_CHANGE_BEHIND = pattern("^drug? things? (more|fewer|up|down)|^after")
_MOVING = pattern("(up|down)")
_SUM = pattern("drug and drug things")
"""Two drugs under one number: "465 heroin and cocaine seizures"; one seizure may be of both."""
_LISTED = pattern("drug things? (open|colon)$|drug (word|ordinal|comma|be)* with$")
_MOVED_BY = pattern(
    "(up|down) (by|of)? only?$|(up|down) (in|word|years|that|year|comma|same|things|drug|dash|while){1,7} by only?$"
)
_AND_SO = pattern("(and|comma|semi) drug things? by?$|percent and$")
"""Before a change told without its verb: "rose 33 per cent and cocaine seizures 30 per cent"."""
_MORE_ON = pattern("(up|down) of? count on year comma? and of?$")
"""Before a second base: "an increase of 73 on 2017-18 and of 105 on 2016-17"."""
_OF_YEARS = pattern("of word* count years")
"""A number of years: "in three of the past four years"."""
_ONTO_PERCENT = pattern("count to percent")
"""A percentage told without its sign: "has grown from 23 to 27 per cent"."""
_BY_TO = pattern("drug by count (to count|comma|semi|$)")
"""How far another drug moved, without a verb of its own: "fell by 136 to 1,765, and trafficking by 40 to 568"."""
_WAYS = {"up", "down", "more", "fewer"}
_MOVED_BEHIND = pattern("^drug? things? (more|fewer)|^(more|fewer) (drug|of|things|than (in|that|of)* area)")
_TIMES_AS = pattern("(that|rate|more|fewer|average|nation|ours|number|of|up|down|word (word|drug|things))")
"""What makes of "three times" a multiple: "three times as many", "three times the rate"; else it tells how often."""
_BESIDE = pattern("of? (average|rate|nation|that rate|that of (nation|average|area))|area (rate|comma|semi|dash|$)")
"""What "twice" or "half" is taken of, where that is another rate: "half the national average"."""
_CUES = {"rate": "rate", "there": "count", "amount": "quantity", "number": "count", "perhead": "rate", "next": "rate"}
_WEAK = {"found", "oftenest", "whole", "things", "overtook", "level"}
"""Words that speak of counts where nothing else has been said to be measured."""


FIGURE = {"figure", "figures"}
"""Words that open a sentence about what was measured last: "The figure for England and Wales was 219"."""

_MEASURED = {"percent", "points", "part", "ordinal", "count"}
"""Numbers that measure something."""

_LASTING = {"count", "rate", "quantity", "share"}
"""What the numbers after one most likely measure as well."""


def _goes_on(line: Line) -> bool:
    """Whether a sentence gives another figure of what was measured last."""
    return "igure" in line.sentence.text and any(token.value in FIGURE for token in line.tokens[:3])


def _is_of_rates(line: Line) -> bool:
    """Whether a sentence only goes on with rates: "For every 10,000 people it recorded 23. Cleveland recorded 40"."""
    is_next = line.context.last_measure == "rate" and line.context.paragraph == line.sentence.paragraph
    return is_next and line.kinds.isdisjoint({"drug", "things", "whole", "number", "percent", "amount", "unit"})


def _at_first(line: Line) -> str:
    """What the first number of a sentence measures if it is only the next of those before it."""
    if line.tags[:1] == CHAR["permillion"] or _is_of_rates(line):
        return "rate"
    is_next = CHAR["that"] in line.tags[:3] or (_goes_on(line) and line.last_measure != "share")
    return line.last_measure if is_next else ""


def measure(line: Line) -> None:
    """Note beside each number what it measures, reading from left to right; empty where that cannot be told."""
    running, is_of_rates = _at_first(line), line.tags[:1] == CHAR["permillion"] or _is_of_rates(line)
    for place, token in enumerate(line.tokens):
        tag = token.tag
        if tag in _MEASURED:
            line.running.append(running)
            if found := _of(line, place, token, running):
                line.measures[place] = found
                running = found if found in _LASTING else running
            continue
        if tag == "next" and "drug" in line.kinds and "area" not in line.kinds:
            running = "count"
        elif tag in _CUES and not (tag == "there" and is_of_rates):
            running = _CUES[tag]
        elif tag in _WEAK and not running:
            running = "count"
        line.running.append(running)
    _look_ahead(line)
    pair(line)
    if running:
        line.last_measure = running


def _look_ahead(line: Line) -> None:
    """Give a number that opens a sentence the measure told after it: "At 2,357, the total was up"."""
    for place in line.places("count"):
        if place not in line.measures and not is_idle(line, place):
            later = next((each for each in line.running[place:] if each), "")
            if later in {"count", "rate"}:
                line.measures[place] = later


def _of(line: Line, place: int, token: Token, running: str) -> str:
    if token.tag == "percent":
        return _percent(line, place)
    if token.tag == "points":
        return "points"
    if token.tag in {"part", "ordinal"}:
        return _part(line, place)
    if token.tag != "count" or is_one_of(line, place):
        return ""
    return _count(line, place, running)


def _part(line: Line, place: int) -> str:
    """What "half" or "a third" is a part of: a change after "by", else seizures; a third place is neither."""
    hedge = len(line.number(place).hedge.split())
    if _MOVED_BY.search(line.tags[: place - hedge]):
        return "change"
    if line.tag_before(place) == "by" and _MOVING.search(line.tags[:place]):
        return "change"
    if _BESIDE.match(line.tags, place + 1) and line.number(place).kind is not Kind.ODDS:
        return "beside"
    behind = [token.tag for token in line.tokens[place + 1 : place + 3]]
    if behind[:1] in (["more"], ["fewer"]):
        return "change"
    if line.tokens[place].tag == "part":
        return "part"
    return "part" if behind[:1] == ["of"] and behind[1:] in (["ours"], ["things"], ["drug"], ["word"]) else ""


def _percent(line: Line, place: int) -> str:
    before, behind = line.tags[max(0, place - 9) : place], line.tags[place + 1 : place + 5]
    if _CHANGE_BEFORE.search(before) or _CHANGE_BEHIND.search(behind):
        return "change"
    if "change" in line.measures.values() and (
        line.tag_before(place) in {"against", "than"} or _AND_SO.search(line.tags[:place])
    ):
        return "change"
    has_moved = _MOVING.search(line.tags[:place]) is not None
    if has_moved and (_CHANGE_THAT.search(before) or line.tag_before(place) == "by" or _is_after_or(line, place)):
        return "change"
    return "share"


def _is_after_or(line: Line, place: int) -> bool:
    """Whether a number says again what another did: "rose by 57, or 33 per cent"."""
    return place > 0 and str(line.tokens[place - 1].value).lower() == "or"


def _count(line: Line, place: int, running: str) -> str:
    if is_for_each(line, place):
        return ""
    if told := _by_pattern(line, place):
        return told
    tags = [token.tag for token in line.tokens[place + 1 : place + 5]]
    if told := _by_noun(line, place, tags) or _by_seizures(line, tags):
        return told
    if (not running and _LISTED.search(line.tags[:place])) or (running in {"", "share"} and is_count(line, place)):
        return "count"
    if counts_others(line, place):
        return "count" if is_count(line, place) else ""
    return "" if is_both(line, place) else running


def _by_pattern(line: Line, place: int) -> str:
    """What the words around a number make of it, whatever is counted."""
    if _OF_YEARS.match(line.tags, place + 1):
        return "years"
    if _is_difference(line, place):
        return "difference"
    if is_spell(line, place):
        return "spell"
    if _ONTO_PERCENT.match(line.tags, place):
        return "share"
    return "sum" if _SUM.match(line.tags, place + 1) else ""


def _is_difference(line: Line, place: int) -> bool:
    """Whether a number is how far something moved: "up 57 on the year before", "57 more heroin seizures"."""
    if line.kinds.isdisjoint(_WAYS):
        return False
    hedge = len(line.number(place).hedge.split())
    before = line.tags[max(0, place - hedge - 9) : place - hedge]
    behind = line.tags[place + 1 : place + 6]
    if _goes_on_moving(line, place):
        return True
    names_others = behind[:1] in {CHAR["forces"], CHAR["force"], CHAR["years"], CHAR["drugs"]}
    return not names_others and bool(
        _MOVED_BY.search(before) or _MOVED_BEHIND.search(behind) or _MORE_ON.search(before)
    )


def _goes_on_moving(line: Line, place: int) -> bool:
    """Whether a number goes on with how far things moved: "up by 16 and 19 respectively", "trafficking by 40"."""
    if "difference" not in line.measures.values():
        return False
    behind = line.tokens[place + 1 : place + 2]
    is_next = line.measures.get(place - 2) == "difference" and line.tags[place - 1] == CHAR["and"]
    return bool(_BY_TO.match(line.tags, place - 2)) or (
        is_next and bool(behind) and str(behind[0].value).lower() == "respectively"
    )


def _by_noun(line: Line, place: int, tags: list[str]) -> str:
    """What the word behind a number makes of it."""
    nearest, word = (tags[0], str(line.tokens[place + 1].value).lower()) if tags else ("", "")
    if nearest == "drug" and line.context.reckoner.almanac.unit(word) == "plants":
        return "quantity"
    if nearest == "word" and word == "times" and not _TIMES_AS.match(line.tags, place + 2):
        return "count"
    if tags[1:2] == ["forces"] and nearest in {"word", "other", "region", "pool", "england"}:
        return "pool"
    if tags[:2] == ["row", "years"]:
        return "years"
    return _NOUNS.get(nearest, "")


_NOUNS = {"unit": "quantity", "years": "years", "force": "pool", "forces": "pool", "drugs": "drugs"}
"""What is measured where one of these stands behind a number."""


def _by_seizures(line: Line, tags: list[str]) -> str:
    """A count or a rate, where seizures are named behind a number."""
    named = list(takewhile(lambda tag: tag in {"things", "drug"}, tags))
    if tags[len(named) : len(named) + 1] == ["permillion"]:
        return "rate"
    if "things" in named[:2] or tags[:3] == ["of", "ours", "things"]:
        return "rate" if line.tokens[0].tag == "permillion" else "count"
    return ""
