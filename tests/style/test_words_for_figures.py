"""Whatever a house makes of a figure in words, the proof desk, which shares no code with it, reads it back as true."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storygen.model.figure import Figure, Formula, Unit
from storygen.model.house import House
from storygen.proofing.agreement import agrees, agrees_silently
from storygen.proofing.numerals import numerals
from storygen.proofing.shapes import Kind
from storygen.style import Stylebook

PLAIN = House(name="plain", title="Plain", disclosure="")
HOUSES = st.builds(
    House,
    name=st.just("any"),
    title=st.just("Any"),
    disclosure=st.just(""),
    percent=st.sampled_from(["word", "sign"]),
    percent_words_up_to=st.sampled_from([0, 9, 10]),
    words_up_to=st.sampled_from([0, 9, 10, 20]),
    million=st.sampled_from(["1.2 million", "1.2m", "1,200,000"]),
    weights=st.sampled_from(["5kg", "5 kg", "5 kilograms"]),
    years=st.sampled_from(["2018-19", "2018/19", "year to March 2019", "year to 31 March 2019"]),
    dates=st.sampled_from(["31 March", "March 31"]),
)
MEASURED = (Unit.PER_CENT, Unit.POINTS, Unit.KG, Unit.DOSES, Unit.PLANTS, Unit.RATE)
SIZES = st.fractions(0, 3_000_000, max_denominator=1_000)
OPEN, CLOSE = "\ue000\ue100", "\ue001"
SHARES = st.fractions(0, 100, max_denominator=1_000)
WHOLES = st.integers(0, 9_999_999)


def a_figure(value: Fraction | int, unit: Unit = Unit.COUNT) -> Figure:
    """A figure of some unit."""
    return Figure(value=Fraction(value), unit=unit, means="things", period="2018-19", formula=Formula.CELL)


def is_true(shown: str, figure: Figure) -> bool:
    """Whether the proof desk takes the words for the figure, in the middle of a sentence."""
    found = list(numerals(f"it was {shown} in all"))
    if not found:
        return agrees_silently(shown, figure, figure.value)
    return len(found) == 1 and agrees(found[0], figure, figure.value)


@given(HOUSES, st.sampled_from(MEASURED), SIZES)
def test_a_measured_figure_is_true_in_every_house(house: House, unit: Unit, size: Fraction) -> None:
    """Rounded half up once, never to nought, and without its sign."""
    figure = a_figure(size, unit)
    shown = Stylebook(house).figure(figure)

    assert is_true(shown, figure), shown
    assert shown == Stylebook(house).figure(replace(figure, value=-size))
    assert not shown.startswith(("-", "−", "minus", "0 ", "0%", "0.0"))


@given(HOUSES, WHOLES)
def test_a_count_is_true_in_every_house(house: House, size: int) -> None:
    """To the last one under a million."""
    assert is_true(Stylebook(house).figure(a_figure(size)), a_figure(size))
    assert is_true(Stylebook(house).spelled(a_figure(size)), a_figure(size))


@given(HOUSES, st.integers(1, 99))
def test_a_place_is_true_in_every_house(house: House, place: int) -> None:
    """In words as far as the house spells numbers."""
    figure = a_figure(place, Unit.PLACE)
    shown = Stylebook(house).ordinal(figure)

    assert is_true(shown, figure)
    assert (place <= house.words_up_to) == shown.replace("-", "").isalpha()


@given(HOUSES, st.integers(1950, 2050))
def test_a_year_is_the_same_year_in_every_house(house: House, start: int) -> None:
    """Whatever form it takes, it is read as the year it starts in."""
    assert is_true(Stylebook(house).figure(a_figure(start, Unit.YEAR)), a_figure(start, Unit.YEAR))


@given(HOUSES, st.sampled_from((Unit.COUNT, *MEASURED)), SIZES)
def test_a_round_number_is_hedged_to_be_true(house: House, unit: Unit, size: Fraction) -> None:
    """Three per cent off at most, on the side the word says; the figure itself where no round number is near."""
    figure = a_figure(int(size) if unit is Unit.COUNT else size, unit)

    assert is_true(Stylebook(house).roughly(figure), figure)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (11_141, "more than 11,000"), (18_767, "nearly 19,000"), (2_097, "just under 2,100"), (2_000, "2,000"),
        (100_900, "just over 100,000"), (153_135, "more than 150,000"), (7, "seven"), (1_000_000, "1 million"),
    ],
)  # fmt: skip
def test_a_round_number_is_the_roundest_that_is_near(size: int, words: str) -> None:
    """A round one needs no hedge, and a small one gets none."""
    assert words == Stylebook(PLAIN).roughly(a_figure(size))


@given(SHARES)
def test_a_part_in_words_is_true(share: Fraction) -> None:
    """Within half a point plain, within three with a hedge, and a percentage further off."""
    figure = a_figure(share, Unit.PER_CENT)

    assert is_true(Stylebook(PLAIN).part(figure), figure)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("33.3", "a third"), ("34.1", "just over a third"), ("35.5", "more than a third"), ("50", "half"),
        ("32.7", "just under a third"), ("48.2", "almost half"), ("66.5", "two-thirds"), ("40", "40 per cent"),
        ("25.5", "a quarter"), ("25.51", "just over a quarter"), ("75.6", "just over three-quarters"),
        ("0.04", "less than 0.1 per cent"),
    ],
)  # fmt: skip
def test_a_part_has_its_word_and_its_side(share: str, words: str) -> None:
    """At the edges as the manual has them."""
    assert words == Stylebook(PLAIN).part(a_figure(Fraction(share), Unit.PER_CENT))


@given(SHARES)
def test_odds_are_true(share: Fraction) -> None:
    """Less than 5 per cent off, or a percentage."""
    figure = a_figure(share, Unit.PER_CENT)

    assert is_true(Stylebook(PLAIN).odds(figure), figure)


def test_odds_go_from_one_in_two_to_one_in_ten() -> None:
    """Beyond that a percentage says more."""
    book = Stylebook(PLAIN)

    assert "one in five" == book.odds(a_figure(Fraction(198, 10), Unit.PER_CENT))
    assert "one in ten" == book.odds(a_figure(10, Unit.PER_CENT))
    assert "9 per cent" == book.odds(a_figure(9, Unit.PER_CENT))


@given(st.fractions(Fraction(1, 20), 100, max_denominator=1_000))
def test_so_many_times_is_true(ratio: Fraction) -> None:
    """A whole number of times if near one, else to one decimal; under one, a part."""
    figure = a_figure(ratio, Unit.TIMES)

    assert is_true(Stylebook(PLAIN).times(figure), figure)


@given(st.fractions(Fraction(1, 100), 100, max_denominator=1_000))
def test_the_verb_of_a_ratio_is_true(ratio: Fraction) -> None:
    """Doubled, halved, with the hedges that go with them."""
    assume(not Fraction(515, 1000) <= ratio < Fraction(1895, 1000))  # between 0.52 and 1.90 as rounded
    figure = a_figure(ratio, Unit.TIMES)

    assert is_true(Stylebook(PLAIN).multiple(figure), figure)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [("1.5", "1.5 times"), ("1.9", "nearly twice"), ("2.05", "twice"), ("2.3", "2.3 times"), ("0.5", "half"),
     ("2.9", "nearly three times"), ("0.9", "0.9 times")],
)  # fmt: skip
def test_so_many_times_is_said_as_people_say_it(ratio: str, words: str) -> None:
    """Twice and not two times."""
    assert words == Stylebook(PLAIN).times(a_figure(Fraction(ratio), Unit.TIMES))


def test_next_to_nothing_is_not_so_many_times() -> None:
    """Rather than nought times, a refusal."""
    with pytest.raises(ValueError, match=r"a ratio of 0\.0100 is too small"):
        Stylebook(PLAIN).times(a_figure(Fraction(1, 100), Unit.TIMES))


@given(HOUSES, st.integers(0, 999_999), st.sampled_from([Unit.COUNT, Unit.PER_CENT, Unit.KG, Unit.PLACE]))
def test_no_sentence_starts_with_a_numeral(house: House, size: int, unit: Unit) -> None:
    """A number in front is spelled out, is worth the same, and what stands after it is left alone."""
    assume(unit is not Unit.KG or size >= 10)
    assume(unit is not Unit.PLACE or 1 <= size <= 99)
    book = Stylebook(house)
    shown = book.figure(a_figure(size, unit))

    for before in ("", "It rose. "):
        dressed = book.dress(f"{before}{OPEN}{shown}{CLOSE} of 38 forces").replace(OPEN, "").replace(CLOSE, "")
        first, *others = numerals(dressed) if size else (None,)
        assert dressed[len(before)].isupper()
        assert dressed.endswith(" of 38 forces")
        assert first is None or first.value == size
        assert first is None or first.kind in {Kind.CARDINAL, Kind.ORDINAL}
        assert size == 0 or ["38"] == [each.words for each in others]
