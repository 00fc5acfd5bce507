"""Words set apart in a sentence: they only say among whom, beside whom or without whom, or give examples."""

from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.grammar import CHAR, Token, pattern

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
    "outnumber": pattern("only <one:area) ((comma <two:area))? and <three:area))? there more drug? things"),
    "before": pattern(
        "prev comma? <one:area) be? (be|word)* (highest|that)|semi <one2:area) be word that word prev"
        "|overtook <one3:area) (in year)? to be highest"
    ),
}
_BY_ALL_FORCES = pattern("(by|in|for|at) word? <n:count) word? <forces:forces)")
_EXAMPLES = pattern("drug things? comma <word:word) drug ((comma|and) drug)* comma")
SEVERAL = 3  # a class and two of its drugs
Pools = dict[int, object]
"""The places that only say among whom, with what they stand for."""

Rivals = dict[str, tuple[int, ...]]
"""Where the forces stand that are named beside the story's own, by what they are named as."""


def spelled(tags: list[str]) -> str:
    """The tags of a sentence as one text, a character each."""
    return "".join(map(CHAR.__getitem__, tags))


def set_apart(tokens: tuple[Token, ...], tags: list[str], every: int) -> tuple[Pools, Rivals]:
    """Change the tags of what is only said in passing; `every` is how many forces the country has."""
    kinds, pools, rivals = set(tags), Pools(), Rivals()
    if kinds & {"leave", "out"}:
        _set_excluded_apart(tags)
    if kinds & {"nation", "england", "region", "area"}:
        pools = _set_pools_apart(tokens, tags)
    if "area" in kinds:
        rivals = _set_rivals_apart(tags)
    if tags.count("drug") >= SEVERAL:
        _set_examples_apart(tokens, tags)
    if {"forces", "count"} <= kinds:
        _set_country_apart(tokens, tags, every)
    if "among" in kinds:
        _set_groups_apart(tags)
    return pools, rivals


def _set_excluded_apart(tags: list[str]) -> None:
    text = spelled(tags)
    for found in (*_EXCLUDED.finditer(text), *_LEFT_OUT.finditer(text)):
        for place in range(*found.span()):
            if tags[place] in {"area", "other", "region"}:
                tags[place] = "excluded"


def _set_pools_apart(tokens: tuple[Token, ...], tags: list[str]) -> Pools:
    text, pools = spelled(tags), Pools()
    for pool in _POOLS:
        for found in pool.finditer(text):
            place = found.start("place")
            pools[place], tags[place] = tokens[place].value, "pool"
    return pools


def _set_groups_apart(tags: list[str]) -> None:
    for found in _GROUP.finditer(spelled(tags)):
        tags[found.end() - 1] = "group"  # "second among class A drugs": the class only says among which


def _set_rivals_apart(tags: list[str]) -> Rivals:
    rivals, text = Rivals(), spelled(tags)
    for kind, rival in _RIVALS.items():
        found = rival.search(text)
        if found is None:
            continue
        named = tuple(sorted(found.start(name) for name, text in found.groupdict().items() if text))
        rivals[kind] = named
        if kind != "next":  # the next force's rate follows its name; the others are only named
            for place in named:
                tags[place] = "rival"
            text = spelled(tags)
    return rivals


def _set_examples_apart(tokens: tuple[Token, ...], tags: list[str]) -> None:
    """Leave out drugs that only show what a class holds: "class A drugs, including heroin and cocaine, totalled"."""
    for found in _EXAMPLES.finditer(spelled(tags)):
        if str(tokens[found.start("word")].value).lower() in {"including", "notably"}:
            tags[found.start("word") : found.end()] = ["word"] * (found.end() - found.start("word"))


def _set_country_apart(tokens: tuple[Token, ...], tags: list[str], every: int) -> None:
    """Tag "the 43 forces" as the nation where they are those who did something, and no pool of compared ones."""
    for found in _BY_ALL_FORCES.finditer(spelled(tags)):
        number = tokens[found.start("n")].value
        if isinstance(number, Numeral) and number.value == every:
            tags[found.start("n")], tags[found.start("forces")] = "word", "nation"
