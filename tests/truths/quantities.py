"""The angles on quantities: what was seized, in kg, doses or plants."""

from collections.abc import Callable
from fractions import Fraction

import oracle

from storygen.model.fact import Fact
from truths.mix import year_before

LEAST = {"kg": Fraction(1), "thousand doses": Fraction(1, 10), "plants": Fraction(50)}
TELLING = {"kg": Fraction(5), "thousand doses": Fraction(1, 2), "plants": Fraction(100)}
LEAST_YEARS = 8


def _amounts(fact: Fact, year: str, label: str = "") -> tuple[str, Fraction | None]:
    """The unit of a drug's quantity and the quantity as typed; None for a blank, or a year not held."""
    row = oracle.table(f"quantities/{year}.csv").get(fact.area.label, {}) if year in oracle.years() else {}
    for column, typed in row.items():
        name, _, unit = column.partition(" (")
        if name == (label or fact.category.label):
            return unit.rstrip(")"), Fraction(typed) if typed else None
    return "", None


def _now(fact: Fact, year: str, label: str = "") -> Fraction:
    _, amount = _amounts(fact, year, label)
    assert amount is not None
    return amount


def _is_enough(fact: Fact, year: str) -> bool:
    unit, amount = _amounts(fact, year)
    return amount is not None and amount >= LEAST[unit]


def _ratio(fact: Fact, year: str) -> Fraction:
    now, before = _now(fact, year), _now(fact, year_before(year))
    unit, _ = _amounts(fact, year)
    return now / before if min(now, before) >= TELLING[unit] else Fraction(1)


def _is_swing(fact: Fact, year: str) -> bool:
    return not Fraction(2, 5) < _ratio(fact, year) < Fraction(5, 2)


def _is_record(fact: Fact, year: str) -> bool:
    """Above every year back to the first comparable one, eight years at least."""
    amounts, each = [_now(fact, year)], year
    while each > fact.comparable_from:
        each = year_before(each)
        amounts.append(_now(fact, each))
    newest, *earlier = amounts
    return len(amounts) >= LEAST_YEARS and all(newest > amount for amount in earlier)


def _is_against(fact: Fact, year: str) -> bool:
    change = oracle.change(fact.area.label, fact.category.label, year)
    return _is_swing(fact, year) and change is not None and change * (_ratio(fact, year) - 1) < 0


def _has_plants(fact: Fact, year: str) -> bool:
    both = (_now(fact, each, "Cannabis plants") for each in (year, year_before(year)))
    return fact.category.label == "All cannabis" and min(both) >= LEAST["plants"]


TRUTHS: dict[str, Callable[[Fact, str], bool]] = {
    "quantity": _is_enough,
    "quantity-swing": _is_swing,
    "quantity-record": _is_record,
    "number-against-quantity": _is_against,
    "plants": _has_plants,
}
