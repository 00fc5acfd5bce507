"""The stylebook: one house's way of setting figures and words."""

from dataclasses import dataclass
from decimal import Decimal

from storygen.model.figure import Figure, Unit
from storygen.model.house import House
from storygen.style.agreement import agreeing
from storygen.style.dress import MARKS, OTHER, dress
from storygen.style.headlines import headline_case, in_headlines
from storygen.style.hedges import round_near
from storygen.style.measures import MEASURES, measure
from storygen.style.multiples import multiplied, times
from storygen.style.parts import odds, part
from storygen.style.rounding import as_shown, places, to_nearest
from storygen.style.words import ordinal
from storygen.style.years import year

THOUSAND = 1000
FINE = 10  # thousands, from which a count may be told to the nearest
PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Stylebook:
    """Sets figures as a house wants them. Each method gives words and decides nothing else."""

    house: House

    def figure(self, figure: Figure) -> str:
        """
        A figure by its unit: a percentage with its word or sign, a place, a year, a weight, else the number.

        The sign is left to the words round it. What is something is never shown as 0, and nothing of what is measured
        is "none".
        """
        if figure.unit is Unit.YEAR:
            return self.year(int(figure.value))
        if figure.unit is Unit.PLACE:
            return self.ordinal(figure)
        size = abs(as_shown(figure))
        if not size and figure.value:
            return f"less than {measure(smallest(figure), figure.unit, self.house)}"
        return measure(size, figure.unit, self.house) if size or figure.unit not in MEASURES else "none"

    def ordinal(self, figure: Figure) -> str:
        """A whole figure as a place: "second", "21st"."""
        return ordinal(int(figure.value), self.house.words_up_to)

    def spelled(self, figure: Figure) -> str:
        """A whole figure without its unit, as the house spells small numbers: "seven", "12"."""
        return measure(abs(as_shown(figure)), Unit.COUNT, self.house)

    def thousands(self, figure: Figure) -> str:
        """A large figure to the nearest thousand: "153,000"; one under 10,000, which that would distort, in full."""
        return measure(Decimal(to_nearest(figure.value, nearest(figure))), Unit.COUNT, self.house)

    def roughly(self, figure: Figure) -> str:
        """A figure as a round number with the hedge that makes it true: "more than 2,000" (manual C.3)."""
        hedge, size = round_near(abs(figure.value))
        return f"{hedge} {measure(Decimal(size), figure.unit, self.house)}" if hedge else self.figure(figure)

    def part(self, figure: Figure) -> str:
        """A percentage as a part in words, "just over a third"; as a percentage where no part is near."""
        return part(figure.value / PER_CENT) or self.figure(figure)

    def odds(self, figure: Figure) -> str:
        """A percentage as "one in five"; as a percentage where that is too far off."""
        return odds(figure.value / PER_CENT) or self.figure(figure)

    def times(self, figure: Figure) -> str:
        """A ratio as so many times: "twice", "1.5 times"; under one, "a third". ValueError for next to nothing."""
        return times(figure.value)

    def trace(self, figure: Figure) -> str:
        """A weight the table rounds to nothing though something was seized: "less than 0.1kg" (manual A75)."""
        if figure.unit is not Unit.KG or as_shown(figure):
            raise ValueError(f"{figure.means} is no trace: it can be printed as it is")
        return f"less than {measure(smallest(figure), figure.unit, self.house)}"

    def multiple(self, figure: Figure) -> str:
        """The verb for a ratio: "more than doubled", "halved". ValueError where there is no such word."""
        return multiplied(figure.value)

    def multiple_now(self, figure: Figure) -> str:
        """The same verb in the present, as headlines have it: "more than double"."""
        return self.multiple(figure).removesuffix("d")

    def year(self, start: int) -> str:
        """A financial year by the calendar year it starts in: "2018-19"."""
        return year(start, self.house)

    def agree(self, word: str) -> str:
        """A word that agrees with the force: "its", or "their". ValueError for one whose plural is not known."""
        return agreeing(word, self.house.force)

    def dress(self, text: str) -> str:
        """The house's capitals, dashes and quotation marks, on running copy."""
        return dress(text, self.house)

    def marks_round(self, *, nests_double: bool, nests_single: bool) -> tuple[str, str]:
        """
        The opening and closing mark for somebody's words, which may hold marks of their own.

        The words stay as they are, so it is the outer marks that give way: they are of the other kind where the words
        hold the house's own, unless they hold both.
        """
        own, holds = self.house.quote_marks, {"double": nests_double, "single": nests_single}
        kind = OTHER[own] if holds[own] and not holds[OTHER[own]] else own
        return MARKS[self.house.quotes][kind]

    def open_story(self, text: str) -> str:
        """The first words of a story, as the house opens one."""
        first, space, rest = text.partition(" ")
        return f"{first.upper()}{space}{rest}" if self.house.caps_first_word else text

    def headline(self, text: str) -> str:
        """A headline in the house's letters."""
        return headline_case(text, self.house)

    def in_headlines(self) -> "Stylebook":
        """The stylebook the house writes headlines by."""
        return Stylebook(in_headlines(self.house))


def smallest(figure: Figure) -> Decimal:
    """
    The smallest size a figure's unit can show, other than nought.

    >>> from fractions import Fraction
    >>> from storygen.model.figure import Formula
    >>> smallest(Figure(value=Fraction(1, 99), unit=Unit.KG, means="", period="", formula=Formula.CELL))
    Decimal('0.1')
    """
    return Decimal(1).scaleb(-places(figure))


def nearest(figure: Figure) -> int:
    """What a large figure is rounded to: a thousand, or nothing if it is not large."""
    return THOUSAND if abs(figure.value) >= FINE * THOUSAND else 1
