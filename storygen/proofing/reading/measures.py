"""What each number of a sentence measures: a count, a rate, a share, a change, a quantity, a span of years, a pool."""

from itertools import takewhile

from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.reference import Line
from storygen.proofing.sentences import lowered

_CHANGE_BEFORE = pattern(
    "(up|down|rest) word? comma? (by|of|word)? only?$|(up|down) (in|word|years|that|year|comma|same){1,7} by$"
)
_CHANGE_THAT = pattern("(multiple|more|fewer) (that|(up|down))? of?$")
_CHANGE_BEHIND = pattern("^drug? things? (more|fewer|up|down)|^after")
_MOVING = pattern("(up|down)")
_PER_DAY = pattern("(drug? things?)? each? word")
SPELLS = {"day", "week", "month", "hour", "daily", "weekly"}
_SUM = pattern("drug and drug things")
"""Two drugs under one number: "465 heroin and cocaine seizures"; one seizure may be of both."""
_LISTED = pattern("drug things? (open|colon)$|drug (word|ordinal|comma|be)* with$")
_MOVED_BY = pattern("(up|down) (by|of)?$|(up|down) (in|word|years|that|year|comma|same|things|drug){1,7} by$")
_AND_SO = pattern("(and|comma|semi) drug things? by?$|percent and$")
"""Before a change told without its verb: "rose 33 per cent and cocaine seizures 30 per cent"."""
_WAYS = {"up", "down", "more", "fewer"}
_MOVED_BEHIND = pattern("^drug? things? (more|fewer)|^(more|fewer) (drug|of|things)")
_TIMES_AS = pattern("(that|rate|more|fewer|average|nation|ours|number|of|up|down|word (word|drug|things))")
"""What makes of "three times" a multiple: "three times as many", "three times the rate"; else it tells how often."""
_BESIDE = pattern("of? (average|rate|nation|that rate|that of (nation|average))")
"""What "twice" or "half" is taken of, where that is another rate: "half the national average"."""
_CUES = {"rate": "rate", "there": "count", "amount": "quantity", "number": "count", "perhead": "rate", "next": "rate"}
NO_NOUNS = {
    "as",
    "last",
    "this",
    "overall",
    "together",
    "respectively",
    "which",
    "recorded",
    "such",
    "so",
    "year",
    "when",
}
"""Words that may stand behind a number without being what it counts."""

_WEAK = {"found", "oftenest", "whole", "things", "overtook", "level"}
"""Words that speak of counts where nothing else has been said to be measured."""

_MEASURED = {"percent", "points", "part", "ordinal", "count"}
"""Numbers that measure something."""

_LASTING = {"count", "rate", "quantity", "share"}
"""What the numbers after one most likely measure as well."""


def measure(line: Line) -> None:
    """Note beside each number what it measures, reading from left to right; empty where that cannot be told."""
    running = line.last_measure if CHAR["that"] in line.tags[:3] else ""
    opens_per = line.tags[:1] == CHAR["permillion"]
    if opens_per:
        running = "rate"
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
        elif tag in _CUES and not (tag == "there" and opens_per):
            running = _CUES[tag]
        elif tag in _WEAK and not running:
            running = "count"
        line.running.append(running)
    _look_ahead(line)
    if "respectively" in lowered(line.sentence.text):
        _pair_up(line)
    if running:
        line.last_measure = running


def _pair_up(line: Line) -> None:
    """Give the numbers of a sentence to its drugs in their order: "rose to 232 and 233 respectively"."""
    numbers, drugs = list(line.measures), line.named()
    if len(numbers) == len(drugs):
        line.drugs.update(zip(numbers, drugs, strict=True))


def _look_ahead(line: Line) -> None:
    """Give a number that opens a sentence the measure told after it: "At 2,357, the total was up"."""
    for place in line.places("count"):
        if place not in line.measures and not (_counts_others(line, place) or _is_one_of(line, place)):
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
    if token.tag != "count" or _is_one_of(line, place):
        return ""
    return _count(line, place, running)


def _is_one_of(line: Line, place: int) -> bool:
    """Whether "one" counts nothing: "one of the highest rates"."""
    return line.number(place).words.lower() == "one" and line.tags[place + 1 : place + 2] == CHAR["of"]


def _part(line: Line, place: int) -> str:
    """What "half" or "a third" is a part of: a change after "by", else seizures; a third place is neither."""
    hedge = len(line.number(place).hedge.split())
    if _MOVED_BY.search(line.tags[: place - hedge]):
        return "change"
    if line.tag_before(place) == "by" and _MOVING.search(line.tags[:place]):
        return "change"
    if _BESIDE.match(line.tags, place + 1):
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
    tags = [token.tag for token in line.tokens[place + 1 : place + 5]]
    if _is_difference(line, place):
        return "difference"
    if _PER_DAY.match(line.tags, place + 1) and _spell(line, place) in SPELLS:
        return "spell"
    if _SUM.match(line.tags, place + 1):
        return "sum"
    told = _by_noun(line, place, tags) or _by_seizures(line, tags)
    if not (told or running) and _LISTED.search(line.tags[:place]):
        return "count"
    return told if told or _counts_others(line, place) else running


def _spell(line: Line, place: int) -> str:
    """The word behind a number and the seizures it counts: of "six drug seizures a day" the day."""
    found = _PER_DAY.match(line.tags, place + 1)
    return str(line.tokens[found.end() - 1].value).lower() if found else ""


def _is_difference(line: Line, place: int) -> bool:
    """Whether a number is how far something moved: "up 57 on the year before", "57 more heroin seizures"."""
    if line.kinds.isdisjoint(_WAYS):
        return False
    hedge = len(line.number(place).hedge.split())
    before = line.tags[max(0, place - hedge - 9) : place - hedge]
    behind = line.tags[place + 1 : place + 6]
    names_others = behind[:1] in {CHAR["forces"], CHAR["force"], CHAR["years"], CHAR["drugs"]}
    return not names_others and bool(_MOVED_BY.search(before) or _MOVED_BEHIND.search(behind))


def _counts_others(line: Line, place: int) -> bool:
    """Whether a noun the desk does not know follows a number: "117 people" are no seizures."""
    behind = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    is_adjacent = behind is not None and behind.tag == "word" and behind.start - line.tokens[place].end <= 1
    return is_adjacent and behind is not None and str(behind.value).lower() not in NO_NOUNS


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
