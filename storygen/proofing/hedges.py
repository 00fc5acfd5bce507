"""Words that loosen a number, and how far each may loosen it (manual C.3)."""

import re
from fractions import Fraction

_BEFORE = re.compile(
    r"\b(more than|nearly|almost|about|around|just over|just under|less than)\s+(?:an?\s+)?$", re.IGNORECASE
)
_REACH = 20  # characters: longer than any hedge with its article

NEARLY = ("nearly", "almost", "just under")
OVER = ("more than", "just over")


def hedge_before(text: str, start: int) -> str:
    """
    Find the hedge directly before the number at `start`, in lower case; empty if there is none.

    >>> hedge_before("nearly a third", 9)
    'nearly'
    """
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found[1].lower() if found else ""


def holds(hedge: str, shown: Fraction, truth: Fraction) -> bool:
    """
    Say whether a hedged number is fair: the truth lies on the side it says, and near enough.

    >>> holds("more than", Fraction(150_000), Fraction(153_135))
    True
    >>> holds("nearly", Fraction(150), Fraction(151))
    False
    """
    above = truth / shown - 1 if shown else Fraction(0)
    limits = {
        "more than": 0 < above <= Fraction(5, 100),
        "just over": 0 < above <= Fraction(1, 100),
        "nearly": -Fraction(5, 100) <= above < 0,
        "almost": -Fraction(5, 100) <= above < 0,
        "just under": -Fraction(1, 100) <= above < 0,
        "about": abs(above) <= Fraction(25, 1000),
        "around": abs(above) <= Fraction(25, 1000),
        "less than": 0 <= truth < shown <= 1,  # only where the smallest size that can be shown is too large
    }
    return limits[hedge]
