"""Words that loosen a number, and how far each may loosen it (manual C.3)."""

import re
from fractions import Fraction

_BEFORE = re.compile(
    r"\b(more than|nearly|almost|about|around|just over|just under|over|under|fewer than|less than|roughly"
    r"|approximately|some|tops?|topped|exceed(?:s|ed)?)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_LAST = (
    *("than", "nearly", "almost", "about", "around", "over", "under", "roughly", "approximately", "some"),
    *("top", "tops", "topped", "exceed", "exceeds", "exceeded", " a", " an"),
)
_REACH = 20  # characters: longer than any hedge with its article
_SPAN = re.compile(r"\s+years\b", re.IGNORECASE)

SLIGHTLY, CLOSE, FAR = Fraction(1, 100), Fraction(25, 1000), Fraction(5, 100)
"""How far the truth may lie from a number: after "just under", after "about", and after "nearly" or "over"."""

NEARLY = ("nearly", "almost", "just under", "under", "fewer than", "less than")
OVER = ("more than", "just over", "over")


def hedge_before(text: str, start: int, end: int = 0) -> str:
    """
    Find the hedge directly before the number from `start` to `end`, in lower case; empty if there is none.

    >>> hedge_before("nearly a third", 9)
    'nearly'
    """
    before = text[max(0, start - _REACH) : start].rstrip().lower()
    found = _BEFORE.search(text, max(0, start - _REACH), start) if before.endswith(_LAST) else None
    if found is None or (end and found[1].lower() in {"over", "under"} and _SPAN.match(text, end)):
        return ""  # "over ten years" loosens nothing
    hedge = found[1].lower()
    return "over" if hedge.startswith(("top", "exceed")) else hedge


def holds(hedge: str, shown: Fraction, truth: Fraction) -> bool:
    """
    Say whether a hedged number is fair: the truth lies on the side it says, and near enough.

    >>> holds("more than", Fraction(150_000), Fraction(153_135))
    True
    >>> holds("nearly", Fraction(150), Fraction(151))
    False
    """
    above = truth / shown - 1 if shown else Fraction(0)
    if hedge in OVER:
        return 0 < above <= (SLIGHTLY if hedge.startswith("just") else FAR)
    if hedge not in NEARLY:
        return abs(above) <= CLOSE
    if hedge == "less than" and 0 <= truth < shown <= 1:
        return True  # small sizes are "less than" the smallest that can be shown, however far below it they are
    return -(SLIGHTLY if hedge.startswith("just") else FAR) <= above < 0
