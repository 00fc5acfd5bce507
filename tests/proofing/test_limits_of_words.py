"""Words that stand for numbers hold between limits, and not a hair beyond (EDITORIAL A12, A13 and C.3)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from storygen.proofing.bands import in_band, near_part
from storygen.proofing.hedges import holds

HAIR = Fraction(1, 10**9)


def exact(value: str) -> Fraction:
    """Read a decimal exactly."""
    return Fraction(Decimal(value))


@pytest.mark.parametrize(
    ("multiple", "hedge", "low", "high"),
    [
        ("2", "", "1.995", "2.055"),
        ("2", "nearly", "1.895", "2"),
        ("2", "just under", "1.895", "2"),
        ("3", "", "2.995", "3.055"),
        ("0.5", "", "0.475", "0.525"),
    ],
)
def test_a_multiple_holds_from_its_lowest_ratio_up_to_its_highest(
    multiple: str, hedge: str, low: str, high: str
) -> None:
    """The lowest is the first that reaches the band at two places, the highest the first past it."""
    of, bottom, top = exact(multiple), exact(low), exact(high)

    assert in_band(of, hedge, bottom)
    assert not in_band(of, hedge, bottom - HAIR)
    assert in_band(of, hedge, top - HAIR)
    assert not in_band(of, hedge, top)


def test_more_than_a_multiple_is_strictly_beyond_it() -> None:
    """Over 2.05 for doubled; under 0.48 for halved, where more is less."""
    assert not in_band(Fraction(2), "more than", exact("2.05"))
    assert in_band(Fraction(2), "more than", exact("2.05") + HAIR)
    assert not in_band(Fraction(1, 2), "more than", exact("0.48"))
    assert in_band(Fraction(1, 2), "more than", exact("0.48") - HAIR)


def test_nearly_halved_lies_just_above_halved() -> None:
    """Over 0.52, to 0.55 at two places."""
    assert not in_band(Fraction(1, 2), "nearly", exact("0.52"))
    assert in_band(Fraction(1, 2), "nearly", exact("0.52") + HAIR)
    assert in_band(Fraction(1, 2), "almost", exact("0.555") - HAIR)
    assert not in_band(Fraction(1, 2), "almost", exact("0.555"))


@pytest.mark.parametrize(
    ("hedge", "lowest", "highest"),
    [
        ("", "0.49", "0.51"),
        ("about", "0.48", "0.52"),
        ("more than", None, "0.53"),
        ("nearly", "0.47", None),
    ],
)
def test_a_part_in_words_is_near_on_the_side_it_says(hedge: str, lowest: str | None, highest: str | None) -> None:
    """One point plain, two with about, three above or below; never the part itself if a side is named."""
    half = Fraction(1, 2)

    assert (lowest is not None and highest is not None) == near_part(half, hedge, half)
    for limit, outward in ((lowest, -HAIR), (highest, HAIR)):
        if limit is not None:
            assert near_part(half, hedge, exact(limit))
            assert not near_part(half, hedge, exact(limit) + outward)


@pytest.mark.parametrize(
    ("hedge", "lowest", "highest"),
    [
        ("more than", None, "105"),
        ("just over", None, "101"),
        ("nearly", "95", None),
        ("almost", "95", None),
        ("just under", "99", None),
        ("about", "97.5", "102.5"),
        ("around", "97.5", "102.5"),
    ],
)
def test_a_hedged_number_is_near_on_the_side_it_says(hedge: str, lowest: str | None, highest: str | None) -> None:
    """Five per cent, one with just, two and a half either way with about; never exact if a side is named."""
    shown = Fraction(100)

    assert (lowest is not None and highest is not None) == holds(hedge, shown, shown)
    for limit, outward in ((lowest, -HAIR), (highest, HAIR)):
        if limit is not None:
            assert holds(hedge, shown, exact(limit))
            assert not holds(hedge, shown, exact(limit) + outward)


def test_nothing_is_more_than_nothing() -> None:
    """A hedge on 0 never holds on a side."""
    assert not holds("more than", Fraction(0), Fraction(1))


def test_a_trace_is_less_than_the_least_that_is_shown() -> None:
    """Of a weight that prints as nothing, however small, "less than 0.1kg" is fair; of one that prints, it is not."""
    least = Fraction(1, 10)

    assert holds("less than", least, Fraction(0))
    assert holds("less than", least, least - HAIR)
    assert not holds("less than", least, least)
    assert not holds("less than", 1 + HAIR, Fraction(0))
