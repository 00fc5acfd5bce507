"""Whether a number in the text is a fair showing of a figure, by the figure's unit."""

from collections.abc import Callable
from fractions import Fraction

from storygen.model.figure import Figure, Formula, Unit
from storygen.proofing.bands import in_band, near_part
from storygen.proofing.entries import Exact
from storygen.proofing.hedges import ABOUT, NEARLY, OVER, holds
from storygen.proofing.numerals import Numeral
from storygen.proofing.rounding import half_up
from storygen.proofing.shapes import Kind

SILENT = {
    Unit.PLACE: {"highest": 1, "lowest": 1, "top": 1, "bottom": 1, "most": 1, "fewest": 1},
    Unit.COUNT: {"no": 0, "none": 0, "unchanged": 0},
    Unit.PER_CENT: {"unchanged": 0, "none": 0},
    **{unit: {"none": 0} for unit in (Unit.POINTS, Unit.KG, Unit.DOSES, Unit.PLANTS)},
}
"""Words that show a figure without a number, and the number they stand for."""


def agrees(numeral: Numeral, figure: Figure, truth: Exact) -> bool:
    """
    Say whether what is shown is a fair showing of `truth`, the figure as worked out again.

    Signs are left to words: sizes are compared. A number that cannot be read agrees with nothing.
    """
    if numeral.value is None:
        return False
    if figure.formula is Formula.AS_GIVEN:
        return _as_given(numeral, truth)
    if figure.formula is Formula.CHANGE and numeral.kind is Kind.MULTIPLE:
        return in_band(numeral.value, numeral.hedge, 1 + Fraction(truth) / 100)
    return is_fair(numeral, figure.unit, truth)


def is_fair(numeral: Numeral, unit: Unit, truth: Exact) -> bool:
    """Say whether a number is a fair showing of a value of a unit, sizes compared; an unreadable one never is."""
    return numeral.value is not None and _BY_UNIT[unit](numeral, numeral.value, _size(truth))


def is_loose(numeral: Numeral, unit: Unit, truth: Exact) -> bool:
    """
    Say whether a hedged number is true as far as it goes, though further from the figure than is fair.

    "More than half" of 55 per cent, "more than 50,000" of 56,075, "almost doubled" of 1.84 times: nobody can call that
    wrong, and nobody should print it.
    """
    if numeral.value is None:
        return False
    shown = numeral.value
    if unit is Unit.PER_CENT and numeral.kind is not Kind.CARDINAL:
        shown = 100 * (1 / shown if numeral.kind is Kind.ORDINAL else shown)
    beyond = _size(truth) / shown - 1 if shown else Fraction(0)
    if not numeral.hedge:
        return numeral.kind in {Kind.PART, Kind.ODDS, Kind.ORDINAL} and abs(beyond) <= _BY_WORD
    if numeral.hedge in OVER:
        return 0 < beyond <= _FAR
    return -_NEAR <= beyond < 0 if numeral.hedge in NEARLY else abs(beyond) <= _NEAR / 2


_FAR, _NEAR = Fraction(1, 3), Fraction(15, 100)
"""How far beyond "more than", and how far short of "nearly" or off "about", a figure may be and be no error."""

_BY_WORD = Fraction(8, 100)  # likewise a part in words without a hedge: "two in five" of 42 per cent


def _size(truth: Exact) -> Fraction:
    """A value without its sign, as a fraction."""
    return truth if isinstance(truth, Fraction) and truth.numerator >= 0 else abs(Fraction(truth))


def agrees_silently(words: str, figure: Figure, truth: Exact) -> bool:
    """Say whether words without a number, such as "highest" or "no", are a fair showing of `truth`."""
    known = SILENT.get(figure.unit, {})
    stands_for = {known[word] for word in words.lower().replace("-", " ").split() if word in known}
    return stands_for == {truth}


def _as_given(numeral: Numeral, truth: Exact) -> bool:
    """Take a source's own number to the last digit; after a month, a year is the calendar's."""
    is_year = numeral.kind is Kind.YEAR and numeral.words.isdecimal()
    return (Fraction(numeral.words) if is_year else numeral.value) == truth


def _counted(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    """Take counts exactly, save with a hedge or in millions."""
    if numeral.kind not in {Kind.CARDINAL, Kind.ORDINAL, Kind.TALLY}:
        return False
    if numeral.hedge:
        return holds(numeral.hedge, shown, truth)
    return shown == (truth if numeral.places >= 0 else half_up(truth, numeral.places))


def _rounded(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    """Round what is worked out to the places shown; what is not nothing may not be shown as 0."""
    if numeral.kind is not Kind.CARDINAL:
        return False
    is_rounded = shown == half_up(truth, numeral.places) and bool(shown) == bool(truth)
    if numeral.hedge:
        return holds(numeral.hedge, shown, truth) or (numeral.hedge in ABOUT and is_rounded)
    return is_rounded


def _per_cent(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    if numeral.kind is Kind.ODDS and not numeral.hedge:
        return abs(truth / 100 - shown) <= shown / 20  # one in n: within 5 per cent (manual C.3)
    if numeral.kind in {Kind.PART, Kind.ODDS}:
        return near_part(shown, numeral.hedge, truth / 100)
    if numeral.kind is Kind.ORDINAL:  # "a third"
        return near_part(1 / shown, numeral.hedge, truth / 100)
    return _rounded(numeral, shown, truth)


def _times(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    if numeral.kind in {Kind.MULTIPLE, Kind.TALLY}:
        return in_band(shown, numeral.hedge, truth)
    if numeral.kind is Kind.CARDINAL:
        return _rounded(numeral, shown, truth)
    return _per_cent(numeral, shown, 100 * truth)


def _place(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    return numeral.kind is Kind.ORDINAL and shown == truth


def _years(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    return numeral.kind in {Kind.CARDINAL, Kind.ORDINAL} and not numeral.hedge and shown == truth


def _year(numeral: Numeral, shown: Fraction, truth: Fraction) -> bool:
    return numeral.kind is Kind.YEAR and shown == truth


_BY_UNIT: dict[Unit, Callable[[Numeral, Fraction, Fraction], bool]] = {
    Unit.COUNT: _counted,
    Unit.PER_CENT: _per_cent,
    Unit.RATE: _rounded,
    Unit.POINTS: _rounded,
    Unit.KG: _rounded,
    Unit.DOSES: _rounded,
    Unit.PLANTS: _rounded,
    Unit.TIMES: _times,
    Unit.PLACE: _place,
    Unit.YEARS: _years,
    Unit.YEAR: _year,
}
