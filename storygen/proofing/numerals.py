"""Every number in a text, in figures or in words, read without help from whoever wrote it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from storygen.proofing.hedges import hedge_before
from storygen.proofing.sentences import lowered
from storygen.proofing.shapes import PATTERN, READERS, Kind

PLAIN = {0xA0: " ", 0x202F: " ", 0x2010: "-", 0x2011: "-"}
"""Spaces and hyphens that only guard a line's end, and what they stand for."""


class Numeral(NamedTuple):
    """
    A number as found: its characters `start` to `end`, its words, and what it is worth.

    `value` is None where it cannot be read with certainty ("1,88", "2018-20", "hundreds"). `places` is how
    many decimals are shown, negative where the last figure shown stands for tens or more ("1.2 million" is
    exact to -5 places). `hedge` is the word just before it that loosens it ("nearly"), or empty.
    """

    start: int
    end: int
    words: str
    kind: Kind
    value: Fraction | None
    places: int = 0
    hedge: str = ""

    @property
    def as_hedged(self) -> str:
        """The number with the hedge before it, if there is one."""
        return f"{self.hedge} {self.words}".strip()


def numerals(text: str) -> Iterator[Numeral]:
    """
    Find the numbers in a text, in order and without overlap; every digit belongs to one.

    >>> [(each.words, str(each.value)) for each in numerals("Up 5 per cent, the second rise since 2009-10")]
    [('5', '5'), ('second', '2'), ('2009-10', '2009')]
    """
    for match in PATTERN.finditer(lowered(text if text.isascii() else text.translate(PLAIN))):
        start, end = match.span()
        worth = READERS[match.lastgroup or ""](match)
        yield Numeral(
            start=start,
            end=end,
            words=text[start:end],
            kind=worth.kind,
            value=worth.value,
            places=worth.places,
            hedge=hedge_before(text, start, end),
        )
