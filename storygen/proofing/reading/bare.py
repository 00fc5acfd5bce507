"""Numbers without a noun of the topic, and what makes counts of them: "up from 1,303 to 941", "on 232 occasions"."""

from storygen.proofing.reading.grammar import CHAR, pattern
from storygen.proofing.reading.reference import Line

OCCASIONS = {"occasions", "cases", "instances", "incidents"}
"""What the things counted are called where they have been named: "seized heroin on 232 occasions"."""
THEM = {"them", "these", "those", "which"}
SUMS = {"figure", "peak", "stood", "stands", "high", "low", "remaining"}

_MOVED = pattern(
    "(up|down) (in|drug|things|only|number|whole|percent|part|ordinal|count|by|comma|prev|from|word|more|fewer|than"
    "|dash|while)* (from|to|on) only?$|by count to$"
    "|drug things? word? from only?$|drug things? word? from count to$|drug comma (at|with)$|average be$"
)
_STOOD = pattern("word (of|at|comma)?$")
_AND_AT = pattern("word at count (in year|prev) comma? and at$")
_IN_BRACKETS = pattern("(part|percent) of? (word|that|things|drug|whole|ours)* open$|for drug things? open$")
_OUT_OF = pattern("word of count")
_SHARED = pattern("count open percent close")
_SPEAKS = {"drug", "whole", "things", "number"}


def is_count(line: Line, place: int) -> bool:
    """Whether a number that nothing else explains is one of what the topic counts."""
    if (
        _is_occasions(line, place)
        or _is_of_them(line, place)
        or _is_out_of(line, place)
        or _SHARED.match(line.tags, place)
    ):
        return True
    if line.kinds & {"rate", "permillion", "perhead"}:
        return False
    hedge = len(line.number(place).hedge.split())
    before = line.tags[max(0, place - hedge - 14) : place - hedge]
    if line.kinds & _SPEAKS and (_MOVED.search(before) or _IN_BRACKETS.search(before)):
        return True
    return _stood(line, place - hedge, before)


def _word(line: Line, place: int) -> str:
    return str(line.tokens[place].value).lower() if 0 <= place < len(line.tokens) else ""


def _is_occasions(line: Line, place: int) -> bool:
    return _word(line, place + 1) in OCCASIONS and bool(line.kinds & {"drug", "drugs", "things", "found"})


def _is_of_them(line: Line, place: int) -> bool:
    """Whether "of them" stands behind: "in 1,264 of them the drug was not identified"."""
    return (
        line.tokens[place + 1 : place + 2] != ()
        and line.tokens[place + 1].tag == "of"
        and _word(line, place + 2) in THEM
    )


def _is_out_of(line: Line, place: int) -> bool:
    """Whether a number is one of "451 out of 2,145"."""
    return (_word(line, place + 1) == "out" and bool(_OUT_OF.match(line.tags, place + 1))) or (
        _word(line, place - 2) == "out" and line.tokens[place - 1].tag == "of"
    )


def _stood(line: Line, start: int, before: str) -> bool:
    """Whether a number is where something stood: "a peak of 3,589", "it stood at 2,366 in 2021-22 and at 2,882"."""
    if _AND_AT.search(before):
        return "stood" in line.sentence.text
    if before.endswith(CHAR["prev"]):
        return "count" in line.measures.values()
    return bool({_word(line, start - 1), _word(line, start - 2)} & SUMS) and bool(_STOOD.search(before))
