"""Rounding once, half up, away from zero (manual R07)."""

from fractions import Fraction
from math import floor

from storygen.proofing.entries import Exact


def half_up(value: Exact, places: int = 0) -> Fraction:
    """
    Round the size of a value to so many decimals, half up; the sign is left to words.

    >>> half_up(Fraction(-5, 2)), half_up(Fraction(248, 100), 1), half_up(153_135, -3)
    (Fraction(3, 1), Fraction(5, 2), Fraction(153000, 1))
    """
    unit = Fraction(10**places) if places >= 0 else Fraction(1, 10**-places)
    return floor(abs(Fraction(value)) * unit + Fraction(1, 2)) / unit
