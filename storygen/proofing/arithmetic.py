"""Formulas that put values together: sums, changes, shares, rates, places (see `Formula`)."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from storygen.model.figure import Formula
from storygen.proofing.entries import CannotRecountError, Entry, Exact

PER = 1_000_000  # rates are per million people


def _quotient(top: Exact, bottom: Exact) -> Fraction:
    if not bottom:
        raise CannotRecountError("it divides by zero")
    return Fraction(top, bottom)


def _add(inputs: Sequence[Entry]) -> Exact:
    return sum((each.value for each in inputs), start=0)


def _less(inputs: Sequence[Entry]) -> Exact:
    first, *others = inputs
    return first.value - _add(others)


def _change(inputs: Sequence[Entry]) -> Exact:
    now, before = inputs
    return _quotient(100 * (now.value - before.value), before.value)


def _ratio(inputs: Sequence[Entry]) -> Exact:
    now, before = inputs
    return _quotient(now.value, before.value)


def _share(inputs: Sequence[Entry]) -> Exact:
    part, whole = inputs
    return _quotient(100 * part.value, whole.value)


def _rate(inputs: Sequence[Entry]) -> Exact:
    count, people = inputs
    return _quotient(PER * count.value, people.value)


def _size(inputs: Sequence[Entry]) -> Exact:
    return len(inputs)


def _median(inputs: Sequence[Entry]) -> Exact:
    values = sorted(each.value for each in inputs)
    if not values:
        raise CannotRecountError("it is the middle of nothing")
    low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
    return low if low == high else Fraction(low + high, 2)


def _how_many_up(inputs: Sequence[Entry]) -> Exact:
    return sum(each.value > 0 for each in inputs)


def _how_many_down(inputs: Sequence[Entry]) -> Exact:
    return sum(each.value < 0 for each in inputs)


def _thousands(inputs: Sequence[Entry]) -> Exact:
    (thousands,) = inputs
    return 1000 * thousands.value


ARITHMETIC: dict[Formula, Callable[[Sequence[Entry]], Exact]] = {
    Formula.SUM: _add,
    Formula.LESS: _less,
    Formula.CHANGE: _change,
    Formula.RATIO: _ratio,
    Formula.SHARE: _share,
    Formula.RATE: _rate,
    Formula.SIZE: _size,
    Formula.MEDIAN: _median,
    Formula.HOW_MANY_UP: _how_many_up,
    Formula.HOW_MANY_DOWN: _how_many_down,
    Formula.THOUSANDS: _thousands,
}
"""How to apply each formula to its inputs, in their order."""
