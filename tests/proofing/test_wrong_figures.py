"""R02: what the copy shows is what the tables give."""

from dataclasses import replace
from fractions import Fraction

import pytest
from builders import (
    a_count,
    a_dataset,
    a_paragraph,
    a_year,
    findings,
    placed,
    pool,
    rules,
    series,
    worked,
)

from storygen.model.figure import Figure, Formula, Unit

CHANGE, RATIO, SHARE, RATE = Formula.CHANGE, Formula.RATIO, Formula.SHARE, Formula.RATE


def verdict(text: str, words: str, figure: Figure) -> list[str]:
    """Name the rules broken by words shown for a figure in a sentence of their own."""
    return rules(a_paragraph(text, (words, figure)), dataset=a_dataset(figure))


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("1,188", a_count(1188)),
        ("seven", a_count(7)),
        ("no", a_count(0)),
        ("51", worked(Formula.LESS, *pool(100, 151))),
        ("5 per cent", worked(CHANGE, *pool(2097, 1988))),
        ("five per cent", worked(CHANGE, *pool(2097, 1988))),
        ("5%", worked(CHANGE, *pool(1988, 2097))),
        ("5.5", worked(CHANGE, *pool(2097, 1988))),
        ("13 per cent", worked(CHANGE, *pool(225, 200))),
        ("0.3 per cent", worked(CHANGE, *pool(1003, 1000))),
        ("unchanged", worked(CHANGE, *pool(5, 5))),
        ("third", worked(SHARE, *pool(1, 3))),
        ("two-thirds", worked(SHARE, *pool(2, 3))),
        ("half", worked(SHARE, *pool(49, 98))),
        ("one in five", worked(SHARE, *pool(21, 100))),
        ("300", worked(RATE, *pool(232, 772_268))),
        ("3.2", worked(RATIO, *pool(321, 100))),
        ("three times", worked(RATIO, *pool(321, 100))),
        ("half", worked(RATIO, *pool(51, 100))),
        ("highest", placed(Formula.PLACE_FROM_TOP, 9, 9, 8)),
        ("second-highest", placed(Formula.PLACE_FROM_TOP, 8, 9, 8)),
        ("second lowest", placed(Formula.PLACE_FROM_BOTTOM, 8, 7, 8)),
        ("third", worked(Formula.RISES, *series(4, 3, 2, 1))),
        ("three", worked(Formula.RISES, *series(4, 3, 2, 1), unit=Unit.YEARS)),
        ("seven", worked(Formula.FIRST_RISE_IN, *series(2, 1, 2, 3, 4, 5, 6, 7, 6))),
        ("2009-10", a_year("2009-10")),
        ("2016/17", worked(Formula.HIGHEST_SINCE, *series(5, 4, 5))),
        ("year to March 2019", a_year("2018-19")),
        ("1.2 million", a_count(1_184_365)),
    ],
)
def test_a_fair_showing_passes(words: str, figure: Figure) -> None:
    """In words or in figures, rounded half up to the places shown, the sign left to the verb."""
    assert [] == verdict("It was {} then.", words, figure)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("1,189", a_count(1188)),
        ("1,188.5", a_count(1188)),
        ("1,000", a_count(1188)),
        ("no", a_count(1)),
        ("6 per cent", worked(CHANGE, *pool(2097, 1988))),
        ("5.4", worked(CHANGE, *pool(2097, 1988))),
        ("12 per cent", worked(CHANGE, *pool(225, 200))),
        ("0 per cent", worked(CHANGE, *pool(1001, 1000))),
        ("0.0 per cent", worked(CHANGE, *pool(10_001, 10_000))),
        ("unchanged", worked(CHANGE, *pool(6, 5))),
        ("third", worked(SHARE, *pool(36, 100))),
        ("half", worked(SHARE, *pool(52, 100))),
        ("one in five", worked(SHARE, *pool(23, 100))),
        ("twice", worked(SHARE, *pool(2, 1))),
        ("301", worked(RATE, *pool(232, 772_268))),
        ("3.3", worked(RATIO, *pool(321, 100))),
        ("first", placed(Formula.PLACE_FROM_TOP, 8, 9, 8)),
        ("2", placed(Formula.PLACE_FROM_TOP, 8, 9, 8)),
        ("highest", placed(Formula.PLACE_FROM_TOP, 8, 9, 8)),
        ("fourth", worked(Formula.RISES, *series(4, 3, 2, 1))),
        ("thrice", worked(Formula.RISES, *series(4, 3, 2, 1), unit=Unit.YEARS)),
        ("2010-11", a_year("2009-10")),
        ("2009", a_year("2009-10")),
        ("2,009", a_year("2009-10")),
        ("year to March 2018", a_year("2018-19")),
        ("1.1 million", a_count(1_184_365)),
        ("several", a_count(7)),
    ],
)
def test_an_unfair_showing_is_found(words: str, figure: Figure) -> None:
    """One off in the last place is as wrong as any other."""
    assert ["R02"] == verdict("It was {} then.", words, figure)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("doubled", 200, 205),
        ("nearly doubled", 190, 199),
        ("almost doubled", 190, 199),
        ("more than doubled", 206, 999),
        ("trebled", 300, 305),
        ("more than trebled", 306, 999),
        ("quadrupled", 400, 405),
        ("halved", 48, 52),
        ("more than halved", 1, 47),
    ],
)
@pytest.mark.parametrize("formula", [RATIO, CHANGE])
def test_a_multiple_has_its_band(words: str, low: int, high: int, formula: Formula) -> None:
    """From its lowest ratio, in hundredths, to its highest; one hundredth out of it is found."""
    inside = {ratio: verdict("It {}.", words, worked(formula, *pool(ratio, 100))) for ratio in (low, high)}
    outside = {
        ratio: verdict("It {}.", words, worked(formula, *pool(ratio, 100)))
        for ratio in (low - 1, high + 1)
        if 0 < ratio < 1000
    }

    assert {low: [], high: []} == inside
    assert all(broken == ["R02"] for broken in outside.values())


def test_twice_has_the_band_of_doubled() -> None:
    """But only of a ratio: no change is twice anything."""
    assert [] == verdict("It was {} that.", "twice", worked(RATIO, *pool(205, 100)))
    assert ["R02"] == verdict("It was {} that.", "twice", worked(RATIO, *pool(206, 100)))
    assert ["R02"] == verdict("It was {} that.", "twice", worked(CHANGE, *pool(200, 100)))


def test_a_hedge_counts_even_where_the_note_leaves_it_out() -> None:
    """The note covers "doubled" alone, but the copy says more."""
    figure = worked(RATIO, *pool(202, 100))

    assert ["R02"] == verdict("It more than {}.", "doubled", figure)


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("There were more than {}.", 152_000, []),
        ("There were more than {}.", 150_000, ["R02"]),
        ("There were nearly {}.", 149_000, []),
        ("There were almost {}.", 151_000, ["R02"]),
        ("There were about {}.", 147_000, []),
        ("There were around {}.", 158_000, ["R02"]),
        ("There were just over {}.", 150_100, []),
        ("There were just under {}.", 148_000, ["R02"]),
    ],
)
def test_a_hedge_says_which_side_and_how_near(text: str, count: int, expected: list[str]) -> None:
    """More than is above, by a twentieth at most; about is a fortieth either way (EDITORIAL C.3)."""
    assert expected == verdict(text, "150,000", a_count(count))


def rounded(words: str, figure: Figure, text: str = "There were {} in all.") -> list[str]:
    """Name the rules broken by words whose note says that they are rounded to a thousand."""
    written = a_paragraph(text, (words, figure))
    notes = tuple(replace(note, nearest=1000) for note in written.notes)
    return rules(replace(written, notes=notes))


def test_a_total_of_the_country_may_be_rounded_to_a_thousand() -> None:
    """It rests on no area's row, and its note says so."""
    total = a_count(153_135, row="All drugs", column="2018-19")

    assert [] == rounded("153,000", total)
    assert [] == rounded("153,135", total)
    assert ["R02"] == rounded("154,000", total)
    assert ["R02"] == rounded("153,100", total)
    assert ["R02"] == verdict("There were {} in all.", "153,000", total)
    assert ["R02"] == rounded("154,000", a_count(153_900, row="All drugs"), "There were more than {} in all.")


def test_an_area_s_count_is_never_rounded() -> None:
    """Whatever its note says. Nor is a small one of the country, which a thousand would distort."""
    assert ["R02"] == rounded("33,000", a_count(33_135))
    assert ["R02"] == rounded("5,000", a_count(5_282, row="All Class C"))


def test_a_blank_cell_is_a_finding_that_names_it() -> None:
    """The notebook's number cannot be worked out again."""
    now, before = pool(5, 4)
    assert before.cell is not None
    change = worked(CHANGE, now, before)
    tables = a_dataset(change, typed={before.cell: ""})

    (finding,) = findings(a_paragraph("Up {}.", ("25 per cent", change)), dataset=tables)

    assert "R02" == finding.rule
    assert "row Testshire 2, column All drugs is blank" in finding.message


def test_a_wrong_figure_says_what_was_shown_what_is_right_and_how() -> None:
    """An editor can act on the sentence."""
    change = worked(CHANGE, *pool(2097, 1988))

    (finding,) = findings(a_paragraph("Up {}.", ("6 per cent", change)))

    assert 'the change: the copy shows "6", but working it out again (change) gives 5.48.' == finding.message


def test_a_wrong_fall_is_corrected_with_its_sign() -> None:
    """The copy may have lost the direction too."""
    (finding,) = findings(a_paragraph("By {}.", ("1,000", worked(Formula.LESS, *pool(5, 1234)))))

    assert "gives -1,229." in finding.message


def test_a_wrong_count_says_which_cell_to_look_at() -> None:
    """File, row and column."""
    (finding,) = findings(a_paragraph("There were {}.", ("2,098", a_count(2097))))

    assert "the table (seizures/2018-19.csv, Testshire, All drugs) gives 2,097." in finding.message


def test_a_wrong_year_is_corrected_in_full() -> None:
    """As copy writes it."""
    since = worked(Formula.HIGHEST_SINCE, *series(5, 4, 5))

    (finding,) = findings(a_paragraph("The highest since {}.", ("2015-16", since)))

    assert "gives 2016-17." in finding.message


def test_two_numbers_in_a_note_are_found() -> None:
    """Nobody can tell which of them the figure is."""
    assert ["R02"] == verdict("It was {}.", "five of 38", a_count(5))


def test_the_value_in_the_notebook_is_never_believed() -> None:
    """Copy that repeats it is wrong if the cells say otherwise."""
    change = worked(CHANGE, *pool(2097, 1988))
    assert Fraction(-999) == change.value

    assert ["R02"] == verdict("Down {}.", "999 per cent", change)
