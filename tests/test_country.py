"""What stories and question sheets say of the country, worked out again from the CSV files in plain loops."""

import itertools
from collections.abc import Iterator
from fractions import Fraction

import country
import oracle
import pytest
from papers import Editions, told_by_tables

from storygen.model.angle import Angles
from storygen.model.copy import Copy
from storygen.model.figure import Figure
from storygen.model.plan import Form, Passage

YEARS = oracle.years()


def _passages(copies: dict[str, Copy], *sections: str) -> Iterator[Passage]:
    for copy in copies.values():
        yield from (each for each in copy.draft.plan.passages if f"{each.wording}#{each.section}" in sections)


def _angles(copies: dict[str, Copy]) -> Angles:
    return told_by_tables(next(iter(copies.values())).draft.plan)


def _value(passage: Passage, name: str) -> Fraction:
    figure = passage.its[name]
    assert isinstance(figure, Figure)
    return figure.value


def _earlier(year: str) -> list[int]:
    """The national total of a year and of all before it that the areas' tables cover, newest first."""
    held = [oracle.national_count("All drugs", each) for each in YEARS if each <= year]
    return [number for number in held if number is not None][::-1]


def _run(numbers: list[int]) -> int:
    """How many steps in a row, from the newest back, go the way of the newest; falls are negative."""
    signs = [(newer > older) - (newer < older) for newer, older in itertools.pairwise(numbers)]
    length = next((place for place, sign in enumerate(signs) if sign != signs[0]), len(signs))
    return length * signs[0] if signs else 0


@pytest.mark.parametrize("year", YEARS)
def test_the_turn_of_the_country_is_counted_by_hand(year: str, editions: Editions) -> None:
    """A run of two or more, and before it three or more the other way; otherwise nothing is said."""
    numbers = _earlier(year)
    run = _run(numbers)
    before = _run(numbers[abs(run) :])
    turned = _angles(editions(year)).national.turned_after

    is_turn = abs(run) >= 2 and abs(before) >= 3 and run * before < 0
    assert (abs(before) if is_turn else None) == (turned and turned.value)


@pytest.mark.parametrize("year", YEARS)
def test_police_and_border_have_the_parts_they_are_given(year: str, editions: Editions) -> None:
    """All but Border Force's seizures, and Border Force's part of a drug by quantity."""
    whole, border = oracle.national_count("All drugs", year), oracle.count("Border Force", "All drugs", year)

    for passage in _passages(editions(year), "story/national#police"):
        assert whole is not None
        assert border is not None
        assert Fraction((whole - border) * 100, whole) == _value(passage, "part")
        assert country.border_parts("Cocaine", year)[1] == _value(passage, "border_part")


def test_a_class_told_beside_the_driver_is_another(editions: Editions) -> None:
    """The class behind most of the change, and class A with its own change."""
    (passage, *_) = _passages(editions("2018-19"), "story/national#driver-group")

    assert passage.fact is not None
    assert ("class-a", "class-b") == (passage.fact.category.slug, getattr(passage.its["driver"], "slug", None))
    assert passage.fact.change is not None
    assert oracle.national_change("All Class A", "2018-19") == passage.fact.change.value


@pytest.mark.parametrize("year", YEARS)
def test_the_quantities_of_a_sheet_are_those_of_the_tables(year: str, editions: Editions) -> None:
    """Half as much again or two thirds of the year before's, on drugs readers care for, and the border's part."""
    table, before = oracle.table("national/quantities.csv"), f"{int(year[:4]) - 1}-{year[2:4]}"

    for swing in _angles(editions(year)).national.swings:
        (column,) = (each for each in table if each.partition(" (")[0] == swing.category.label)
        scale = 1000 if "thousand" in column else 1
        now, then = (Fraction(table[column][each]) * scale for each in (year, before))
        assert (now, then) == (swing.amount.value, swing.before.value)
        assert now / then >= Fraction(3, 2) or now / then <= Fraction(2, 3)
        if swing.border_part:
            border = oracle.table(f"quantities/{year}.csv")["Border Force"][column]
            assert Fraction(border) * scale * 100 / now == swing.border_part.value


@pytest.mark.parametrize("year", YEARS)
def test_a_region_has_the_part_of_all_its_forces(year: str, editions: Editions) -> None:
    """Every force of it counted, largest part first; a region with a force missing has none."""
    whole = oracle.national_count("All drugs", year)
    regions = _angles(editions(year)).national.regions

    assert whole
    assert [each.part.value for each in regions] == sorted((each.part.value for each in regions), reverse=True)
    for each in regions:
        forces = [row["label"] for row in oracle.areas() if row["region"] == each.name and row["has_rows"] == "true"]
        numbers = [oracle.count(force, "All drugs", year) for force in forces]
        assert None not in numbers
        assert Fraction(sum(number or 0 for number in numbers) * 100, whole) == each.part.value


def test_a_sheet_says_what_the_tables_bear_out_all_the_same(editions: Editions) -> None:
    """Four forces have a sheet in 2018-19: each tells of the country and asks for no "0kg"."""
    sheets = [copy for copy in editions("2018-19").values() if copy.draft.plan.form is Form.QUESTIONS]

    assert 4 == len(sheets)
    for copy in sheets:
        told = [each.text for each in copy.draft.of_role("context")]
        assert any("of the seizures counted across England and Wales" in each for each in told)
        assert any("A few very large finds can change such a figure." in each for each in told)
        assert not [
            each.text
            for each in copy.draft.of_role("question")
            if "confirm 0 " in each.text or "confirm 0kg" in each.text
        ]
