"""Verbs of movement, each with the change it stands for (manual C.3)."""

from decimal import Decimal

EDGED = 3  # per cent, up to which a change is a small one
SHARP = 20  # per cent, from which one that is large for its number is sharp


def moved(change: Decimal, *, is_large: bool) -> str:
    """
    The verb for a change in per cent as shown, in the past; one that shows as nought has none.

    `is_large` says that it is beyond chance and the usual spread of such numbers (manual B.0).

    >>> [moved(Decimal(change), is_large=True) for change in (2, 12, 33, -3, -20)]
    ['edged up', 'rose', 'jumped', 'edged down', 'dropped sharply']
    >>> moved(Decimal(33), is_large=False)
    'rose'
    """
    if not change:
        raise ValueError("a change of nought is no movement")
    if abs(change) <= EDGED:
        return "edged up" if change > 0 else "edged down"
    if is_large and abs(change) >= SHARP:
        return "jumped" if change > 0 else "dropped sharply"
    return "rose" if change > 0 else "fell"
