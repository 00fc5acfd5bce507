"""Holes: what is left in copy only as long as somebody has still to do something about it."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from storygen.model.copy import EDITOR
from storygen.model.copy import holes as places_to_fill
from storygen.model.manuscript import Hole
from storygen.wire.manuscripts.spoken import CLOSES, OPENS

_CRITIC = re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}")
_COMMENT = re.compile(r"<!--")
_SAID = {
    "[QUOTE NEEDED": "a quote is still needed here: storygen quotes add keeps one, storygen quotes note says why none",
    "[READ MORE": "a link to an earlier story belongs here: fill the place, or take it out",
}
"""What to do about a place only a person can fill, by how it begins."""
_TURNS = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
"""What turns the direction of text, so that a figure is not read as it is written."""
_OURS = {"\t", OPENS, CLOSES}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BRACKETS = str.maketrans(dict.fromkeys("\u3010\u3014\u3016\u3018\u301a\u27e6\u2772\u2045", "[")) | str.maketrans(
    dict.fromkeys("\u3011\u3015\u3017\u3019\u301b\u27e7\u2773\u2046", "]")
)
_BLANK = r"name|number|figure|date|place|link|quote|age|title|headline|url"
_NOTE = r"ed|eds|editor|note|subs?|desk|lawyer|legal"
_TO_COME = rf"insert|add|check|query|to come|to follow|tb[acd]|todo|fixme|(?:{_NOTE}):"
_FILL = "is still to be filled in"
_SETTLE = "a note to a colleague: settle it and take it out"
_UNFINISHED = (
    (r"\bTK(?:TK)*\b(?! Maxx)|\bTB[ACD]\b|\b(?:TODO|FIXME)\b|\b[Xx]{3,}\b", _FILL),
    (r"\u00a3[Xx]+\b|\b[Xx]{1,2}(?= per cent\b)|\b[Xx]{1,2}%|\?\?+|_{3,}", _FILL),
    (rf"\[\s*(?:(?:\.\.+|_+|-+)?\s*|(?i:{_BLANK})|(?i:{_TO_COME})[^\]]*)\]", _FILL),
    (r"\{\{.*?\}\}|\{%.*?%\}|\{\w+\}", _FILL),
    (r"(?i:lorem ipsum)", "is no copy: write what belongs here"),
    (r"\((?:CHECK|QUERY|CQ|SUBS?|EDS?|NOTE|NB)\b[^)]*\)", f"is {_SETTLE}"),
    (r"^(?i:(?:[*_#]+ *)?(?:eds?|subs?|desk|nb|editor's note)[*_]* ?:)", f"begins {_SETTLE}"),
    (r"^(?i:(?:[*_#]+ *)?notes? (?:to|for) (?:the )?(?:eds?|editors?|subs?|desk|self)\b)", f"begins {_SETTLE}"),
    (r"^[\W_]*(?:ENDS?|[Ee]nds|mfl?|MFL?|more follows|MORE FOLLOWS)[\W_]*$", "is set by the wire itself: take it out"),
    (r"\[\^[^\]]*\]|\[\[|%%|(?<![={\w])==(?=[^\s=}])", "is markup the wire does not carry: take it out"),
    (r"(?i:&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});)", "is a character in code: write the character"),
)
"""What stands in no finished copy, and what to say of it."""


def signed(text: str, by: str) -> str:
    """
    A text with who approves it where the disclosure keeps a place for the name.

    >>> signed("Checked by [EDITOR'S NAME].", "Test Editor")
    'Checked by Test Editor.'
    """
    return EDITOR.sub(lambda _: by, text)


def is_signed(text: str, other: str) -> bool:
    """
    Whether a text is another with somebody's name where that keeps a place for one.

    >>> is_signed("Checked by Test Editor.", "Checked by [EDITOR'S NAME]."), is_signed("Test.", "Test. More.")
    (True, False)
    """
    parts = [re.escape(part) for part in EDITOR.split(other)]
    return bool(re.fullmatch(".+".join(parts), text))


def holes(text: str, first: int) -> Iterator[Hole]:
    """
    What is unfinished in the copy of a file, whose first line has the number given; who approves it is no hole.

    Signs that are escaped, written in code or in another width, or have signs between them that nobody sees, count as
    what a reader would take them for.
    """
    for number, line in enumerate(text.split("\n"), start=first):
        if line.startswith(">"):  # the banner, which names them too
            continue
        yield from (Hole(line=number, what=what) for what in dict.fromkeys(_odd(line)))
        seen = as_seen(_ESCAPED.sub(r"\1", unescape(line)))
        if found := _CRITIC.search(seen):
            what = f"the change marked {found[0]} is not settled: take it or leave it"
            yield Hole(line=number, what=what, is_change=True)
        if _COMMENT.search(seen):
            yield Hole(line=number, what="a comment stands here: settle it and take it out")
        yield from unfinished(seen, number)


def _odd(line: str) -> Iterator[str]:
    """Characters no copy is made of: some nobody sees, and figures the proof desk cannot read."""
    for sign in line:
        if (
            sign in _TURNS
            or sign == "\ufffd"
            or (unicodedata.category(sign) in {"Cc", "Co", "Cs"} and sign not in _OURS)
        ):
            yield f"a character that cannot be printed (U+{ord(sign):04X}) stands here: take it out"
        elif unicodedata.category(sign) == "Nd" and not sign.isascii():
            yield f"{sign} is a figure in another script or width: write it with 0 to 9"


def unfinished(text: str, line: int) -> Iterator[Hole]:
    """The places in plain copy that somebody has still to fill, or has left a note in."""
    for place in places_to_fill(text):
        said = next((said for begins, said in _SAID.items() if place.startswith(begins)), None)
        yield Hole(line=line, what=said or f"{place} is still to be filled in")
    rest = EDITOR.sub("", text)
    for place in places_to_fill(text):
        rest = rest.replace(place, " ")
    for pattern, what in _UNFINISHED:
        yield from (Hole(line=line, what=f"{found[0].strip()} {what}") for found in re.finditer(pattern, rest))


def as_seen(text: str) -> str:
    """
    A text as it looks, whatever characters it is made of.

    >>> as_seen("\uff3bT\u200bK\uff3d, \u3010TK\u3011")
    '[TK], [TK]'
    """
    plain = unicodedata.normalize("NFKC", text).translate(_BRACKETS)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
