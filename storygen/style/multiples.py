"""Ratios in words: "more than doubled", "nearly three times"."""

from decimal import Decimal
from fractions import Fraction

from storygen.style.parts import part
from storygen.style.rounding import rounded
from storygen.style.words import cardinal

VERBS = (
    (Decimal("0.48"), "more than halved"),
    (Decimal("0.52"), "halved"),
    (Decimal("1.90"), ""),
    (Decimal("2.00"), "nearly doubled"),
    (Decimal("2.06"), "doubled"),
    (Decimal("3.00"), "more than doubled"),
    (Decimal("3.06"), "trebled"),
    (Decimal("Infinity"), "more than trebled"),
)
"""The word for a ratio below each bound, to two decimal places (manual B.1, A12 and A13)."""

LEVEL = Decimal("0.05")  # over a multiple, as for "doubled"
TWICE = 2
NEAR = Decimal("0.10")  # under it, as for "nearly doubled"


def multiplied(ratio: Fraction) -> str:
    """
    The verb for a ratio: "more than doubled", "halved".

    ValueError for a ratio between 0.52 and 1.90, for which there is no such word.
    """
    shown = rounded(ratio, 2)
    word = next(word for bound, word in VERBS if shown < bound)
    if not word:
        raise ValueError(f"a ratio of {shown} is neither a multiple nor a fraction worth a word")
    return word


def times(ratio: Fraction) -> str:
    """
    A ratio as so many times: "twice", "nearly three times", "1.5 times"; below one, the part it is if that has a name.

    ValueError for one so small that it would be shown as nought.

    >>> times(Fraction(202, 100)), times(Fraction(195, 100)), times(Fraction(34, 10)), times(Fraction(1, 3))
    ('twice', 'nearly twice', '3.4 times', 'a third')
    """
    shown = rounded(ratio, 2)
    whole = int(shown + NEAR)
    if whole > 1 and -NEAR <= shown - whole <= LEVEL:
        name = "twice" if whole == TWICE else f"{cardinal(whole)} times"
        return f"nearly {name}" if shown < whole else name
    return (part(ratio) if ratio < 1 else "") or _in_tenths(ratio)


def _in_tenths(ratio: Fraction) -> str:
    if not (tenths := rounded(ratio, 1)):
        raise ValueError(f"a ratio of {float(ratio):.4f} is too small to be so many times")
    return f"{tenths} times"
