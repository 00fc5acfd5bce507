"""Numbers in words and figures, rounded once, half up."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.figure import Figure, Formula, Unit
from storygen.model.house import House
from storygen.style import Stylebook
from storygen.style.rounding import rounded
from storygen.style.words import cardinal, ordinal

HOUSE = House(name="plain", title="Plain", disclosure="")


def a_figure(value: Fraction | int, unit: Unit = Unit.COUNT) -> Figure:
    """A figure of some unit."""
    return Figure(value=Fraction(value), unit=unit, means="things", period="2018-19", formula=Formula.CELL)


@given(st.fractions(), st.integers(0, 4))
def test_rounding_is_never_more_than_half_a_place_off(value: Fraction, places: int) -> None:
    """And exact halves go away from nought."""
    shown = Fraction(rounded(value, places))

    assert abs(shown - value) <= Fraction(1, 2 * 10**places)
    assert Decimal(3) == rounded(Fraction(5, 2))
    assert Decimal(-3) == rounded(Fraction(-5, 2))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (2097, Unit.COUNT, "2,097"),
        (9, Unit.COUNT, "nine"),
        (10, Unit.COUNT, "10"),
        (-9, Unit.COUNT, "nine"),
        (Fraction(548, 100), Unit.PER_CENT, "5 per cent"),
        (Fraction(-55, 10), Unit.PER_CENT, "6 per cent"),
        (Fraction(34, 100), Unit.PER_CENT, "0.3 per cent"),
        (Fraction(30041, 100), Unit.RATE, "300"),
        (3, Unit.PLACE, "third"),
        (12, Unit.PLACE, "12th"),
        (2009, Unit.YEAR, "2009-10"),
        (1999, Unit.YEAR, "1999-00"),
        (Fraction(14, 10), Unit.POINTS, "one percentage point"),
        (12, Unit.POINTS, "12 percentage points"),
        (Fraction(-46, 10), Unit.KG, "4.6kg"),
        (11_141, Unit.KG, "11,141kg"),
        (1, Unit.DOSES, "1 dose"),
        (2_500, Unit.DOSES, "2,500 doses"),
        (1, Unit.PLANTS, "1 plant"),
        (1_250, Unit.PER_CENT, "1,250 per cent"),
        (Fraction(4, 100), Unit.PER_CENT, "less than 0.1 per cent"),
        (Fraction(-4, 100), Unit.KG, "less than 0.1kg"),
        (Fraction(2, 10), Unit.RATE, "less than one"),
        (0, Unit.PER_CENT, "none"),
        (0, Unit.KG, "none"),
        (0, Unit.COUNT, "zero"),
    ],
)
def test_a_figure_is_set_by_its_unit(value: Fraction | int, unit: Unit, words: str) -> None:
    """The sign is left to the words round it."""
    assert words == Stylebook(HOUSE).figure(a_figure(value, unit))


def test_a_house_may_set_per_cent_its_own_way() -> None:
    """The sign, or the number spelled out."""
    sign, spelled = replace(HOUSE, percent="sign"), replace(HOUSE, percent_words_up_to=9)

    assert "5%" == Stylebook(sign).figure(a_figure(5, Unit.PER_CENT))
    assert "five per cent" == Stylebook(spelled).figure(a_figure(5, Unit.PER_CENT))


def test_a_house_may_dress_the_copy() -> None:
    """Capitals for classes, commas for dashes, capitals for the first word."""
    book = Stylebook(replace(HOUSE, class_caps=True, dash="comma", caps_first_word=True))

    assert "Class A drugs, all of them" == book.dress("class A drugs – all of them")
    assert "DORSET Police made" == book.open_story("Dorset Police made")


@pytest.mark.parametrize(
    ("ratio", "word"),
    [("2.05", "doubled"), ("2.06", "more than doubled"), ("1.95", "nearly doubled"), ("3.00", "trebled"),
     ("0.50", "halved"), ("0.47", "more than halved"), ("0.48", "halved")],
)  # fmt: skip
def test_a_multiple_has_its_word(ratio: str, word: str) -> None:
    """At the edges as the manual has them."""
    assert word == Stylebook(HOUSE).multiple(a_figure(Fraction(ratio), Unit.TIMES))


def test_a_ratio_without_a_word_is_refused() -> None:
    """Half as much again is neither doubled nor halved."""
    with pytest.raises(ValueError, match=r"a ratio of 1\.50"):
        Stylebook(HOUSE).multiple(a_figure(Fraction(3, 2), Unit.TIMES))


@pytest.mark.parametrize("kilos", ["0", "0.001", "0.049"])
def test_a_weight_that_prints_as_nothing_is_a_trace(kilos: str) -> None:
    """It says the least that is printed, and that it was less."""
    assert "less than 0.1kg" == Stylebook(HOUSE).trace(a_figure(Fraction(kilos), Unit.KG))


@pytest.mark.parametrize(("amount", "unit"), [("0.05", Unit.KG), ("2", Unit.KG), ("0", Unit.DOSES)])
def test_what_prints_as_something_is_no_trace(amount: str, unit: Unit) -> None:
    """Nor is anything that is not weighed."""
    with pytest.raises(ValueError, match="is no trace"):
        Stylebook(HOUSE).trace(a_figure(Fraction(amount), unit))


@given(st.integers(0, 1_000_000))
def test_words_hold_no_figures(number: int) -> None:
    """A cardinal is words alone; an ordinal past the ninth is a figure with its ending."""
    assert not any(letter.isdigit() for letter in cardinal(number))
    assert ordinal(number, 9)[-2:] in {"st", "nd", "rd", "th"}
