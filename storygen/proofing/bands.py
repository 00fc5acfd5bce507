"""How near a multiple or a part in words must be to the truth (manual A12, A13 and C.3)."""

from fractions import Fraction

from storygen.proofing.hedges import NEARLY, OVER

_CENT = Fraction(1, 200)  # half of the second decimal: the bands below are stated to two places
_POINT = Fraction(1, 100)


def in_band(multiple: Fraction, hedge: str, ratio: Fraction) -> bool:
    """
    Say whether a ratio may be called "doubled" (2), "halved" (1/2), "trebled" (3) and so on, with its hedge.

    Doubled is 2.00 to 2.05, nearly doubled 1.90 to 1.99 and more than doubled over 2.05, other multiples
    likewise; halved is 0.48 to 0.52, more than halved under 0.48 and nearly halved over 0.52 to 0.55. A limit
    is kept if the exact ratio keeps it, or the ratio at two places.

    >>> in_band(Fraction(2), "", Fraction(2054, 1000)), in_band(Fraction(2), "nearly", Fraction(2))
    (True, False)
    """
    if multiple < 1:
        return _in_lower_band(multiple, hedge, ratio)
    if hedge in OVER:
        return ratio > multiple + 5 * _POINT
    if hedge in NEARLY:
        return multiple - 10 * _POINT - _CENT <= ratio < multiple
    return multiple - _CENT <= ratio < multiple + 5 * _POINT + _CENT


def _in_lower_band(part: Fraction, hedge: str, ratio: Fraction) -> bool:
    if hedge in OVER:
        return ratio < part - 2 * _POINT
    if hedge in NEARLY:
        return part + 2 * _POINT < ratio < part + 5 * _POINT + _CENT
    return part - 2 * _POINT - _CENT <= ratio < part + 2 * _POINT + _CENT


def near_part(part: Fraction, hedge: str, truth: Fraction) -> bool:
    """
    Say whether a share may be called "half", "a third" and so on: within 1 point, with "about" 2, else 3.

    >>> near_part(Fraction(1, 3), "", Fraction(34, 100))
    True
    >>> near_part(Fraction(1, 3), "nearly", Fraction(34, 100))
    False
    """
    above = truth - part
    if hedge in OVER:
        return 0 < above <= 3 * _POINT
    if hedge in NEARLY:
        return -3 * _POINT <= above < 0
    return abs(above) <= (2 if hedge else 1) * _POINT
