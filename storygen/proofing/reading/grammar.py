"""The grammar's alphabet: every word that matters has a tag, and a claim is a pattern of tags."""

import re
from functools import cache
from typing import NamedTuple

NAMES = (
    *("count", "percent", "points", "measured", "year", "ordinal", "multiple", "part", "money", "vague"),
    *(
        "drug",
        "things",
        "area",
        "ours",
        "region",
        "nation",
        "england",
        "other",
        "force",
        "forces",
        "excluded",
        "pool",
    ),
    *("rate", "share", "number", "amount", "permillion", "perhead", "unit", "known"),
    *("up", "down", "flat", "more", "fewer", "highest", "lowest", "steep", "same", "than", "against", "after", "while"),
    *("prev", "since", "atleast", "row", "years", "from", "of", "to", "by", "in", "and", "for", "at", "with", "again"),
    *("no", "any", "rest", "next", "only", "ahead", "overtook", "followed", "oftenest", "level", "record", "reach"),
    *("average", "most", "behind", "when", "there", "set", "leave", "be", "the", "that", "each", "quoted", "between"),
    *(
        "whole",
        "drugs",
        "found",
        "local",
        "rival",
        "latest",
        "median",
        "among",
        "group",
        "past",
        "comparable",
        "on",
        "comma",
        "semi",
        "colon",
        "dash",
        "open",
        "close",
        "word",
        "rarest",
        "decade",
        "not",
        "out",
    ),
)
CHAR = {name: chr(0xE000 + place) for place, name in enumerate(NAMES)}
"""One private character for each tag, so that a sentence is a short text and a pattern of tags a plain pattern."""


class Token(NamedTuple):
    """A word, number or mark of a sentence: its tag, what it stands for, and its characters."""

    tag: str
    value: object
    start: int
    end: int


@cache
def pattern(tags: str) -> re.Pattern[str]:
    """
    Compile a pattern of tags; spaces only separate, `<name: ...)` names a group and `~` is any one tag.

    >>> pattern("up by? percent").pattern == CHAR["up"] + CHAR["by"] + "?" + CHAR["percent"]
    True
    """
    named = re.sub(r"<(\w+):", lambda found: f"(?P<\0{found[1]}\0>", tags)
    spelled = re.sub(r"\0\w+\0|[a-z]+", _spell, named)
    return re.compile(spelled.replace(" ", "").replace("~", "."))


def _spell(found: re.Match[str]) -> str:
    word = found[0]
    return word.strip("\0") if word.startswith("\0") else CHAR[word]
