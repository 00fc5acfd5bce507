"""Rounding once, half up, away from zero (manual R07)."""

from fractions import Fraction

from storygen.proofing.entries import Exact


def half_up(value: Exact, places: int = 0) -> Fraction:
    """
    Round the size of a value to so many decimals, half up; the sign is left to words.

    >>> half_up(Fraction(-5, 2)), half_up(Fraction(248, 100), 1), half_up(153_135, -3)
    (Fraction(3, 1), Fraction(5, 2), Fraction(153000, 1))
    """
    top, bottom = abs(value.numerator), value.denominator
    if places < 0:
        unit = 10**-places
        return Fraction((2 * top + bottom * unit) // (2 * bottom * unit) * unit)
    unit = 10**places
    return Fraction((2 * top * unit + bottom) // (2 * bottom), unit)
