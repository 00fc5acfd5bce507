"""What a formula is applied to, and how it says that it cannot be."""

import re
from fractions import Fraction
from typing import NamedTuple

Exact = int | Fraction
"""A value without rounding."""


class CannotRecountError(Exception):
    """A figure cannot be worked out again; the text says why, as the end of a sentence."""


class Entry(NamedTuple):
    """One input of a formula, worked out anew, and the period it speaks of."""

    value: Exact
    period: str

    @property
    def year(self) -> int:
        """The calendar year the period starts in: 2018 for 2018-19."""
        return start_of(self.period)


def start_of(period: str) -> int:
    """
    Give the calendar year a financial year starts in; CannotRecountError if it is written otherwise.

    >>> start_of("2018-19")
    2018
    """
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", period)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise CannotRecountError(f"{period!r} is not a financial year written as 2018-19")
    return int(found[1])
