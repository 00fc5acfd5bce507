"""Numbers are read from prose as a person reads them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from storygen.proofing.numerals import Numeral, numerals
from storygen.proofing.shapes import Kind


def the_only(text: str) -> Numeral:
    """Read the one number in a text."""
    (found,) = numerals(text)
    return found


@given(st.integers(0, 10**9))
def test_a_number_in_figures_reads_back_as_itself(number: int) -> None:
    """Commas between thousands change nothing."""
    assert number == the_only(f"made {number:,} seizures").value


@given(st.decimals(0, 10**6, places=2))
def test_decimals_keep_their_places(number: object) -> None:
    """What is shown to two places is worth what it shows, and is known to be shown so."""
    found = the_only(f"up {number:,} per cent")

    assert (Fraction(str(number)), 2) == (found.value, found.places)


@given(st.integers(0, 999_999))
def test_a_number_in_words_reads_back_as_itself(number: int) -> None:
    """Hyphens, hundreds and thousands are put together again."""
    assert number == the_only(f"made {num2words(number)} seizures").value


@given(st.integers(1, 99))
def test_a_place_in_words_reads_back_as_itself(number: int) -> None:
    """From first to ninety-ninth."""
    found = the_only(f"the {num2words(number, to='ordinal')} rise in a row")

    assert (Fraction(number), Kind.ORDINAL) == (found.value, found.kind)


@given(st.integers(1, 999))
def test_a_place_in_figures_reads_back_as_itself(number: int) -> None:
    """10th, 21st, 42nd."""
    found = the_only(f"in {num2words(number, to='ordinal_num')} place")

    assert (Fraction(number), Kind.ORDINAL) == (found.value, found.kind)


@given(st.integers(1000, 9998), st.sampled_from("-/\u2013"))
def test_a_financial_year_is_worth_the_year_it_starts_in(start: int, dash: str) -> None:
    """Whatever stands between its halves."""
    found = the_only(f"in {start}{dash}{(start + 1) % 100:02}")

    assert (Fraction(start), Kind.YEAR) == (found.value, found.kind)


@given(st.text())
def test_no_digit_goes_unread(text: str) -> None:
    """Every digit, wherever it stands, belongs to exactly one number."""
    read = [position for each in numerals(text) for position in range(each.start, each.end)]

    assert len(read) == len(set(read))
    assert {position for position, letter in enumerate(text) if letter in "0123456789"} <= set(read)


@given(st.text())
def test_a_number_says_where_it_stands(text: str) -> None:
    """Its words are those of the text at its place."""
    assert all(text[each.start : each.end] == each.words for each in numerals(text))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("half of all seizures", Kind.PART, Fraction(1, 2)),
        ("two-thirds of them", Kind.PART, Fraction(2, 3)),
        ("a quarter", Kind.PART, Fraction(1, 4)),
        ("three quarters", Kind.PART, Fraction(3, 4)),
        ("one-third", Kind.PART, Fraction(1, 3)),
        ("one in five", Kind.ODDS, Fraction(1, 5)),
        ("one in 10 seizures", Kind.ODDS, Fraction(1, 10)),
        ("seizures doubled", Kind.MULTIPLE, Fraction(2)),
        ("halving in a year", Kind.MULTIPLE, Fraction(1, 2)),
        ("they trebled", Kind.MULTIPLE, Fraction(3)),
        ("tripled", Kind.MULTIPLE, Fraction(3)),
        ("quadrupled", Kind.MULTIPLE, Fraction(4)),
        ("a tenfold rise", Kind.MULTIPLE, Fraction(10)),
        ("made once", Kind.TALLY, Fraction(1)),
        ("TWICE the rate", Kind.TALLY, Fraction(2)),
        ("thrice", Kind.TALLY, Fraction(3)),
        ("1.2 million people", Kind.CARDINAL, Fraction(1_200_000)),
        ("two million people", Kind.CARDINAL, Fraction(2_000_000)),
        ("a dozen forces", Kind.CARDINAL, Fraction(12)),
        ("second-highest", Kind.ORDINAL, Fraction(2)),
        ("five-year run", Kind.CARDINAL, Fraction(5)),
        ("twenty\u2011one", Kind.CARDINAL, Fraction(21)),
        ("the year to March 2019", Kind.YEAR, Fraction(2018)),
        ("since April 2018", Kind.YEAR, Fraction(2018)),
        ("at mid-2018", Kind.YEAR, Fraction(2018)),
        ("in 2018", Kind.CARDINAL, Fraction(2018)),
    ],
)
def test_prose_has_many_ways_to_put_a_number(text: str, kind: Kind, value: Fraction) -> None:
    """Each is told apart by what it may stand for."""
    found = the_only(text)

    assert (kind, value) == (found.kind, found.value)


@pytest.mark.parametrize(
    "text",
    [
        "someone told anyone",
        "class A drugs",
        "second-hand cars",
        "first-class post",
        "a one-off",
        "headquarters",
        "for every million residents",
        "wonderful tenants often attend",
        "once the others are left out",
        "secondary, thirdly, oneself",
    ],
)
def test_words_that_only_sound_like_numbers_are_left_alone(text: str) -> None:
    """Numbers inside other words, idioms and units count nothing."""
    assert [] == list(numerals(text))


@pytest.mark.parametrize("text", ["1,88", "12,3456", "2018-20", "hundreds", "½", "2009\u20132011"])
def test_what_cannot_be_read_exactly_is_worth_nothing(text: str) -> None:
    """It is found all the same, so that it cannot pass."""
    assert the_only(text).value is None


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("more than doubled", "more than"),
        ("Nearly a third", "nearly"),
        ("just under 300", "just under"),
        ("higher than the 300", ""),
        ("more than the 300", ""),
    ],
)
def test_a_hedge_counts_only_right_before_its_number(text: str, hedge: str) -> None:
    """Anything in between makes it a comparison."""
    assert hedge == the_only(text).hedge
