"""Rounding: once, half up, from the exact value."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from storygen.model.figure import Figure, Unit

DIGITS = 60  # more than any exact quotient needs before it is rounded
FINER_BELOW = {Unit.PER_CENT: 1, Unit.POINTS: 1, Unit.KG: 10}


def rounded(value: Fraction, places: int = 0) -> Decimal:
    """
    The value to so many decimal places, halves away from zero.

    >>> rounded(Fraction(5, 2)), rounded(Fraction(-1, 8), 2)
    (Decimal('3'), Decimal('-0.13'))
    """
    with localcontext() as context:
        context.prec = DIGITS
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def as_shown(figure: Figure) -> Decimal:
    """
    A figure's value as it is printed: whole, but for small percentages and weights (manual R07).

    A percentage under 1, and a weight under 10kg, has one decimal place. The sign and the size of what is shown decide
    the verb, so that nothing "rises by 0 per cent".
    """
    return rounded(figure.value, places(figure))


def places(figure: Figure) -> int:
    """How many decimal places a figure is printed with."""
    return 1 if abs(figure.value) < FINER_BELOW.get(figure.unit, 0) else 0


def to_nearest(value: Fraction, nearest: int) -> int:
    """
    The value to the nearest multiple of `nearest`, halves up.

    >>> to_nearest(Fraction(153135), 1000)
    153000
    """
    return int(rounded(value / nearest)) * nearest
