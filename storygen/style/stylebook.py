"""The stylebook: one house's way of setting figures and words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from storygen.model.figure import Figure, Unit
from storygen.model.house import House
from storygen.style.rounding import as_shown, rounded, to_nearest
from storygen.style.words import cardinal, ordinal

THOUSAND = 1000
MULTIPLES = (
    (Decimal("0.48"), "more than halved"),
    (Decimal("0.52"), "halved"),
    (Decimal("1.90"), ""),
    (Decimal("2.00"), "nearly doubled"),
    (Decimal("2.06"), "doubled"),
    (Decimal("3.00"), "more than doubled"),
    (Decimal("3.06"), "trebled"),
    (Decimal("Infinity"), "more than trebled"),
)
"""The word for a ratio below each bound, to two decimal places (manual B.1, A12 and A13)."""


@dataclass(frozen=True, slots=True)
class Stylebook:
    """Sets figures as a house wants them. Each method gives words and decides nothing else."""

    house: House

    def figure(self, figure: Figure) -> str:
        """A figure by its unit: a percentage with its word or sign, a place, a year, a weight, else the number."""
        if figure.unit is Unit.YEAR:
            return year_label(int(figure.value))
        if figure.unit is Unit.PLACE:
            return self.ordinal(figure)
        size = abs(as_shown(figure))
        return f"{size:,}kg" if figure.unit is Unit.KG else self._sized(size, figure.unit)

    def _sized(self, size: Decimal, unit: Unit) -> str:
        if unit is Unit.PER_CENT:
            return self._percentage(size)
        if unit in {Unit.DOSES, Unit.PLANTS}:
            return f"{size:,} {unit}"
        return f"{self._number(size)} percentage points" if unit is Unit.POINTS else self._number(size)

    def ordinal(self, figure: Figure) -> str:
        """A whole figure as a place: "second", "21st"."""
        return ordinal(int(figure.value))

    def spelled(self, figure: Figure) -> str:
        """A whole figure as the house spells small numbers: "seven", "12"."""
        return self._number(as_shown(figure))

    def thousands(self, figure: Figure) -> str:
        """A large figure to the nearest thousand: "153,000"."""
        return f"{to_nearest(figure.value, THOUSAND):,}"

    def multiple(self, figure: Figure) -> str:
        """
        The verb for a ratio: "more than doubled", "halved".

        ValueError for a ratio between 0.52 and 1.90, for which there is no such word.
        """
        shown = rounded(figure.value, 2)
        word = next(word for bound, word in MULTIPLES if shown < bound)
        if not word:
            raise ValueError(f"a ratio of {shown} is neither a multiple nor a fraction worth a word")
        return word

    def multiple_now(self, figure: Figure) -> str:
        """The same verb in the present, as headlines have it: "more than double"."""
        return self.multiple(figure).removesuffix("d")

    def dress(self, text: str) -> str:
        """The house's capitals and dashes, on running copy."""
        if self.house.dash == "comma":
            text = text.replace(" – ", ", ")
        return re.sub(r"\bclass (?=[ABC]\b)", "Class ", text) if self.house.class_caps else text

    def open_story(self, text: str) -> str:
        """The first words of a story, as the house opens one."""
        first, space, rest = text.partition(" ")
        return f"{first.upper()}{space}{rest}" if self.house.caps_first_word else text

    def _number(self, value: Decimal) -> str:
        if value == int(value) and 0 <= value <= self.house.words_up_to:
            return cardinal(int(value))
        return f"{value:,}"

    def _percentage(self, value: Decimal) -> str:
        if self.house.percent == "sign":
            return f"{value}%"
        is_spelled = value == int(value) and 0 < value <= self.house.percent_words_up_to
        return f"{cardinal(int(value)) if is_spelled else value} per cent"


def year_label(start: int) -> str:
    """
    A financial year by the calendar year it starts in.

    >>> year_label(2018), year_label(1999)
    ('2018-19', '1999-00')
    """
    return f"{start}-{(start + 1) % 100:02d}"
