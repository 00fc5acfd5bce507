"""Parts of a whole in words: "two-thirds", "just over a quarter", "one in five" (manual C.3)."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from storygen.style.words import cardinal

POINT = Fraction(1, 100)
PARTS: Mapping[Fraction, str] = MappingProxyType(
    {
        Fraction(1, 4): "a quarter",
        Fraction(1, 3): "a third",
        Fraction(1, 2): "half",
        Fraction(2, 3): "two-thirds",
        Fraction(3, 4): "three-quarters",
    }
)
HEDGES = ((POINT / 2, "", ""), (POINT, "just over ", "just under "), (3 * POINT, "more than ", "almost "))
"""How far from the part, and what is said there above and below it; further off there is no word."""
ODDS = range(2, 11)


def part(share: Fraction) -> str:
    """
    A share, nought to one, as a part in words; empty where none is near enough.

    >>> part(Fraction(67, 100)), part(Fraction(341, 1000)), part(Fraction(23, 100)), part(Fraction(2, 5))
    ('two-thirds', 'just over a third', 'almost a quarter', '')
    """
    nearest = min(PARTS, key=lambda each: abs(share - each))
    off = share - nearest
    for reach, above, below in HEDGES:
        if abs(off) <= reach:
            return f"{above if off > 0 else below}{PARTS[nearest]}"
    return ""


def odds(share: Fraction) -> str:
    """
    A share as one in so many, two to ten, if that is less than 5 per cent off; empty otherwise.

    >>> odds(Fraction(198, 1000)), odds(Fraction(23, 100))
    ('one in five', '')
    """
    nearest = min(ODDS, key=lambda each: abs(share - Fraction(1, each)))
    return f"one in {cardinal(nearest)}" if abs(share * nearest - 1) < 5 * POINT else ""
