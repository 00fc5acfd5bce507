"""Where a local figure stands beside the national one."""

from fractions import Fraction
from math import floor

from storygen.model.fact import Stance
from storygen.model.figure import Figure

NEAR = 5  # per cent either way is "in line with" (manual C.3)


def rate_stance(own: Figure | None, national: Figure | None) -> Stance | None:
    """Above or below by 5 per cent or more, else in line; None where either rate is missing."""
    if own is None or national is None or not national.value:
        return None
    distance = (own.value / national.value - 1) * 100
    return Stance.ABOVE if distance >= NEAR else Stance.BELOW if distance <= -NEAR else Stance.IN_LINE


def share_stance(own: Figure | None, national: Figure | None) -> Stance | None:
    """As for rates, but in line too where both print as the same whole per cent."""
    if own is None or national is None:
        return None
    here, there = (floor(figure.value + Fraction(1, 2)) for figure in (own, national))
    return Stance.IN_LINE if here == there else rate_stance(own, national)
