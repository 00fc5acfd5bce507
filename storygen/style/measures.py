"""A size with what it measures: a plain number, a percentage, a weight, doses, plants."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from storygen.model.figure import Unit
from storygen.model.house import House
from storygen.style.rounding import rounded
from storygen.style.words import cardinal

MILLION = 1_000_000
WEIGHTS = {"5kg": "kg", "5 kg": " kg", "5 kilograms": " kilograms"}


def number(size: Decimal, house: House) -> str:
    """A number of things: spelled out if small, in millions if large, with commas between."""
    if size == int(size) and size <= house.words_up_to:
        return cardinal(int(size))
    return in_figures(size, house)


def in_figures(size: Decimal, house: House) -> str:
    """
    A number in figures, in millions to one decimal place if the house wants it so.

    A million is only reached by what is a million before it is rounded, so that none is rounded twice.
    """
    if size < MILLION or house.million == "1,200,000":
        return f"{size:,}"
    millions = rounded(Fraction(size) / MILLION, 1).normalize()
    return f"{millions:,f}{'m' if house.million == '1.2m' else ' million'}"


def percentage(size: Decimal, house: House) -> str:
    """A percentage, with the sign in figures always, with the word as the house spells small ones."""
    if house.percent == "sign":
        return f"{size:,}%"
    is_spelled = size == int(size) and 0 < size <= house.percent_words_up_to
    return f"{cardinal(int(size)) if is_spelled else f'{size:,}'} per cent"


def points(size: Decimal, house: House) -> str:
    """A difference of shares (manual R09)."""
    return f"{number(size, house)} percentage point{'' if size == 1 else 's'}"


def weight(size: Decimal, house: House) -> str:
    """A weight in kilograms, never in millions of them."""
    unit = WEIGHTS[house.weights]
    return f"{size:,}{unit.removesuffix('s') if size == 1 else unit}"


def doses(size: Decimal, house: House) -> str:
    """A quantity of what is counted in doses."""
    return f"{in_figures(size, house)} dose{'' if size == 1 else 's'}"


def plants(size: Decimal, house: House) -> str:
    """A quantity of what is counted in plants."""
    return f"{in_figures(size, house)} plant{'' if size == 1 else 's'}"


MEASURES: Mapping[Unit, Callable[[Decimal, House], str]] = MappingProxyType(
    {Unit.PER_CENT: percentage, Unit.POINTS: points, Unit.KG: weight, Unit.DOSES: doses, Unit.PLANTS: plants}
)
"""How each unit is set; one that is not here is a plain number."""


def measure(size: Decimal, unit: Unit, house: House) -> str:
    """
    A size with its unit, as a house sets it. The sign is left to the words round it: `size` is never below nought.

    >>> measure(Decimal(5), Unit.KG, House(name="x", title="X", disclosure="", weights="5 kilograms"))
    '5 kilograms'
    """
    return MEASURES.get(unit, number)(size, house)
