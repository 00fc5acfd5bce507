"""Round numbers and the word that makes them true: "more than 2,000", "just under 1,400" (manual C.3)."""

from fractions import Fraction
from itertools import product

JUST = Fraction(1, 100)
NEAR = Fraction(3, 100)
"""C.3 lets body copy go to 5 per cent and leads to 3; as a wording may be moved, the stricter holds for both."""
MILLION = 1_000_000
STEPS = (5, 2, 1)


def round_near(value: Fraction) -> tuple[str, int]:
    """
    The roundest number that may stand for a value, with its hedge; an empty hedge and nought where none may.

    Round is a multiple of 1, 2 or 5 times a power of ten, with a figure fewer at least; from a million up it has no
    more than one decimal place in millions, which is all that houses print.

    >>> [round_near(Fraction(value)) for value in (11_141, 1_393, 18_767, 2_000)]
    [('more than', 11000), ('just under', 1400), ('nearly', 19000), ('', 0)]
    """
    whole = int(value)
    for power, step in product(range(len(str(whole)) - 1, 0, -1), STEPS):
        size = step * 10**power
        below = whole // size * size
        for candidate in sorted((below, below + size), key=lambda each: abs(value - each)):
            if is_rounder(candidate, whole) and (hedge := _hedge(value, candidate)):
                return hedge, candidate
    return "", 0


def is_rounder(shown: int, value: int) -> bool:
    """Whether a number has fewer figures than another, and none that would be lost in millions."""
    return figures_of(shown) < figures_of(value) and (shown < MILLION or shown % (MILLION // 10) == 0)


def figures_of(value: int) -> int:
    """
    How many figures a number has before it ends in noughts.

    >>> figures_of(1_400), figures_of(1_393)
    (2, 4)
    """
    return len(str(value).rstrip("0"))


def _hedge(value: Fraction, shown: int) -> str:
    """The word for a value beside what is shown for it; empty if they are too far apart, or the same."""
    off = (value - shown) / shown if shown else Fraction(1)
    if not off or abs(off) > NEAR:
        return ""
    if abs(off) <= JUST:
        return "just over" if off > 0 else "just under"
    return "more than" if off > 0 else "nearly"
