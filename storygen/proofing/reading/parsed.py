"""A sentence in tokens: its parts, the places that only say among whom, and what stands beside a number."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.context import Context
from storygen.proofing.reading.grammar import CHAR, Token, pattern
from storygen.proofing.reading.pages import Sentence

REST = "rest:"
"""Before a region's name: its forces but the story's own."""

_GROUP = pattern("ordinal word? among drug")
_PLACE = "(nation|england|region|area)"
_LEFT_OUT = pattern("(area|other|region) be? out")
_EXCLUDED = pattern("leave (in|of)* ((area|other|region|rate|forces|things) (comma|and)?)+")
_POOLS = (
    pattern(f"(any|count|no|only|each|highest|lowest) word? (force|forces) word? (in|of) <place:{_PLACE})"),
    pattern(
        "(highest|lowest|most|steep) (rate|number|share|up|down|percent|word|of|drug|things|for|"
        "any|force|perhead|year)"
        f"{{0,6}} (in|of|for|by) <place:{_PLACE})"
    ),
    pattern("<place:(region)) (highest|lowest)"),
    pattern(f"(any|no|only) (force|area) word? (in|of) <place:{_PLACE})"),
)
_RIVALS = {
    "next": pattern(
        "next (rate|in|local|be|that|of|word|comma)* <one:area)|<one2:area) be? next|past <one3:area) comma? word? next"
    ),
    "above": pattern(
        "ahead be? <one:area) (and <two:area))?|only <one2:area) (and <two2:area))? be more"
        "|behind that? of? <one3:area) (and <two3:area))?|that of <one4:area) (and <two4:area))? be more"
    ),
    "before": pattern(
        "prev comma? <one:area) be? (be|word)* (highest|that)|semi <one2:area) be word that word prev"
        "|overtook <one3:area) (in year)? to be highest"
    ),
}
HARD = ("semi", "colon", "dash", "open", "close", "than", "against", "while", "same", "past")
PARTING = (*HARD, "more", "fewer", "multiple")
NUMBERS = {"count", "percent", "points", "part", "multiple", "ordinal", "vague", "money"}
_ONTO = {"things", "of", "be", "found", "for", "with", "word", "unit", "in", "perhead", "permillion"}


class Patch(NamedTuple):
    """Characters of a sentence and the words to stand there."""

    start: int
    end: int
    words: str


@dataclass(slots=True)
class Parsed:
    """
    A sentence in tokens, with the context it is met in, and what of it has been read.

    `patches` are what would mend each of its contradicted claims, nothing where that is not known. `settled`, `told`
    and `last_measure` are what it adds to the context of the next.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    context: Context
    tags: str = ""
    pools: dict[int, object] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    patches: list[tuple[Patch, ...]] = field(default_factory=list)
    drugs: dict[int, str] = field(default_factory=dict)
    years: dict[int, str] = field(default_factory=dict)
    measures: dict[int, str] = field(default_factory=dict)
    running: list[str] = field(default_factory=list)
    rivals: dict[str, tuple[int, ...]] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    _at: dict[str, list[int]] = field(default_factory=dict)
    _parts: list[int] = field(default_factory=list)
    _naming: list[int] | None = None
    _named: list[str] | None = None
    _told_at: dict[tuple[int, bool], str] = field(default_factory=dict)
    settled: str = ""
    told: int = 0
    last_measure: str = ""
    _year: str = ""

    def __post_init__(self) -> None:
        """Set apart the places that only say among whom, and find where the sentence's parts begin."""
        self.told, self.last_measure = self.context.told, self.context.last_measure
        as_read = [token.tag for token in self.tokens]
        tags, kinds = as_read.copy(), set(as_read)
        if kinds & {"leave", "out"}:
            self._set_excluded_apart(tags)
        if kinds & {"nation", "england", "region", "area"}:
            self._set_pools_apart(tags)
        if "area" in kinds:
            self._set_rivals_apart(tags)
        if "among" in kinds:
            self._set_groups_apart(tags)
        self.tags = _spelled(tags)
        if tags != as_read:
            self.tokens = tuple(map(_tagged, self.tokens, tags))
        for place, tag in enumerate(tags):
            self._at.setdefault(tag, []).append(place)
        self.kinds = frozenset(self._at)
        self._parts = [place for place in self.places(*PARTING) if self._parts_at(place, tags[place], tags)]

    def places(self, *tags: str) -> list[int]:
        """Where tokens with any of these tags stand, in order."""
        if len(tags) == 1:
            return self._at.get(tags[0], [])
        found = [self._at[tag] for tag in tags if tag in self._at]
        return sorted(chain.from_iterable(found)) if len(found) > 1 else found[0] if found else []

    def _set_excluded_apart(self, tags: list[str]) -> None:
        spelled = _spelled(tags)
        for found in (*_EXCLUDED.finditer(spelled), *_LEFT_OUT.finditer(spelled)):
            for place in range(*found.span()):
                if tags[place] in {"area", "other", "region"}:
                    tags[place] = "excluded"

    def _set_pools_apart(self, tags: list[str]) -> None:
        spelled = _spelled(tags)
        for pool in _POOLS:
            for found in pool.finditer(spelled):
                place = found.start("place")
                self.pools[place], tags[place] = self.tokens[place].value, "pool"

    def _set_groups_apart(self, tags: list[str]) -> None:
        for found in _GROUP.finditer(_spelled(tags)):
            tags[found.end() - 1] = "group"  # "second among class A drugs": the class only says among which

    def _set_rivals_apart(self, tags: list[str]) -> None:
        for kind, rival in _RIVALS.items():
            found = rival.search(_spelled(tags))
            if found is None:
                continue
            named = tuple(sorted(found.start(name) for name, text in found.groupdict().items() if text))
            self.rivals[kind] = named
            if kind != "next":  # the next force's rate follows its name; the others are only named
                for place in named:
                    tags[place] = "rival"

    def _parts_at(self, place: int, tag: str, tags: list[str]) -> bool:
        """Whether a token begins a part: what follows "above the 2,432" or "double the rate" is another's."""
        behind = tags[place + 1] if place + 1 < len(tags) else ""
        if tag in {"more", "fewer"}:
            is_beside = str(self.tokens[place].value) in {"above", "below"}
            return is_beside and behind in {"count", "percent", "rate", "average", "nation", "that"}
        if tag == "multiple":
            return behind in {"that", "rate", "count", "percent", "up", "down", "ours"}
        if tag == "colon" and tags[:place] == ["area"]:
            return False  # "Dorset: drug seizures rise" is a headline about Dorset throughout
        return tag in HARD

    def part(self, place: int) -> tuple[int, int]:
        """The first token of the part of the sentence a token stands in, and one past its last."""
        at = bisect_right(self._parts, place)
        first = self._parts[at - 1] if at else 0
        return first, self._parts[at] if at < len(self._parts) else len(self.tokens)

    def number(self, place: int) -> Numeral:
        """The number a token is; TypeError for any other token."""
        value = self.tokens[place].value
        if not isinstance(value, Numeral):
            raise TypeError(f"{value!r} is no number")
        return value

    def is_denied(self, place: int) -> bool:
        """Whether the words deny what stands at a token: "did not rise", "neither heroin nor cocaine"."""
        if "not" not in self.kinds:
            return False
        first, _ = self.part(place)
        denials = [
            at for at in self.places("not") if first <= at < place and self.tokens[at + 1].tag not in {"only", "since"}
        ]
        return bool(denials) and not any(token.tag in {"comma", "while"} for token in self.tokens[denials[-1] : place])

    def own_area(self) -> str:
        """The one force of a sentence: named in it, else the story's own."""
        skipped = self.rivals.get("next", ())
        named = [str(self.tokens[at].value) for at in self.places("area") if at not in skipped]
        return named[0] if named else self.context.area

    def regions(self) -> frozenset[str]:
        """The names of the regions."""
        return self.context.reckoner.almanac.regions

    def unread(self, *kinds: str) -> Iterator[int]:
        """The numbers of these kinds that nothing has read yet."""
        return (place for place, kind in self.measures.items() if kind in kinds and place not in self.used)

    def kinds_moved(self) -> tuple[str, ...]:
        """What a change may be a change of, the likeliest first."""
        kinds = ["count"]
        if CHAR["rate"] in self.tags or CHAR["permillion"] in self.tags:
            kinds.append("rate")
        if CHAR["amount"] in self.tags or CHAR["unit"] in self.tags or "quantity" in self.measures.values():
            kinds.append("quantity")
        return tuple(kinds)

    def tag_before(self, place: int) -> str:
        """The tag in front of a number, its hedge skipped; empty for none."""
        number = self.tokens[place].value
        hedge = len(number.hedge.split()) if isinstance(number, Numeral) else 0
        return self.tokens[place - 1 - hedge].tag if place > hedge else ""

    def _has_moved(self, place: int) -> bool:
        """Whether "from 175" says where a number came from; "from 145 seizures" after a rate says what it rests on."""
        before = {token.tag for token in self.tokens[max(0, place - 8) : place - 1]}
        return bool(before & {"up", "down", "flat", "multiple", "years", "record", "latest"}) or bool(self._onto(place))

    def _onto(self, place: int) -> int:
        """The number that "from 1 to 2" leads to; 0 if there is none."""
        for at in range(place + 1, min(place + 6, len(self.tokens))):
            if self.tokens[at].tag == "to" and at + 1 < len(self.tokens) and self.tokens[at + 1].tag in NUMBERS:
                return at + 1
            if self.tokens[at].tag in HARD or self.tokens[at].tag == "comma":
                return 0
        return 0

    def _origin(self, place: int) -> int:
        for at in range(place - 1, max(0, place - 7), -1):
            if self.tokens[at].tag in {"from", "open"} and self.tokens[at + 1].tag in NUMBERS:
                return at + 1
        return 0

    def _ahead(self, place: int) -> str:
        """The drug right behind a number: "232 heroin seizures", "175 of heroin"."""
        for at in range(place + 1, min(place + 6, len(self.tokens))):
            token = self.tokens[at]
            if token.tag == "drug":
                return str(token.value)
            if token.tag not in _ONTO:
                break
        return ""

    def named(self) -> list[str]:
        """The drugs a sentence names, in order."""
        if self._named is None:
            self._named = [str(self.tokens[at].value) for at in self.places("drug")]
        return self._named

    def before(self, year: str, back: int = 1) -> str:
        """The year so many years back; empty for none."""
        return self.context.reckoner.almanac.before(year, back) if year else ""


def _spelled(tags: list[str]) -> str:
    return "".join(map(CHAR.__getitem__, tags))


def _tagged(token: Token, tag: str) -> Token:
    return token if token.tag == tag else token._replace(tag=tag)
