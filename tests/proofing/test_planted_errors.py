"""Errors planted in correct copy: none gets past the desk."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from builders import (
    a_count,
    a_dataset,
    a_paragraph,
    a_year,
    findings,
    pool,
    series,
    worked,
)
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.draft import Note, Paragraph
from storygen.model.figure import Formula

CORRECT = a_paragraph(
    "Testshire Police made {} seizures in {}, up {} per cent from {} and the {} rise in a row, a rate of {} "
    "for every million residents, the {}-highest of {} forces; there were {} of heroin, the most since {}, "
    "up {}.",
    ("2,097", a_count(2097)),
    ("2018-19", a_year()),
    ("5", worked(Formula.CHANGE, *series(2097, 1988))),
    ("1,988", a_count(1988, year="2017-18")),
    ("12th", worked(Formula.RISES, *series(*range(2012, 1999, -1), 3000, newest=2015, row="Runshire"))),
    ("2,715", worked(Formula.RATE, a_count(2097), a_count(772_268, column="mid-2018"))),
    (
        "10th",
        worked(Formula.PLACE_FROM_TOP, a_count(11, row="Testshire 0"), worked(Formula.SIZE, *pool(*range(1, 21)))),
    ),
    ("20", worked(Formula.SIZE, *pool(*range(1, 21)))),
    ("232", a_count(232, column="Heroin")),
    ("2009-10", worked(Formula.HIGHEST_SINCE, *series(232, *range(8), 240, row="Heroinshire"))),
    ("0.4 per cent", worked(Formula.CHANGE, *series(1004, 1000, row="Changeshire"))),
)


def retyped(paragraph: Paragraph, at: int, digit: str) -> Paragraph:
    """Give the paragraph with one character changed, in its text and in what its notes say was shown."""
    text = paragraph.text[:at] + digit + paragraph.text[at + 1 :]
    notes = tuple(replace(note, shown=text[note.start : note.end]) for note in paragraph.notes)
    return replace(paragraph, text=text, notes=notes)


def mutants() -> Iterator[tuple[int, str]]:
    """Try every digit of the correct paragraph, with every other digit in its place."""
    for at, letter in enumerate(CORRECT.text):
        if letter.isdigit():
            yield from ((at, digit) for digit in "0123456789" if digit != letter)


def test_the_correct_paragraph_passes() -> None:
    """Or the rest of this file would prove nothing."""
    assert () == findings(CORRECT)


@pytest.mark.parametrize(("at", "digit"), list(mutants()))
def test_no_changed_digit_survives(at: int, digit: str) -> None:
    """Even where the notebook was changed with the copy, the cells tell."""
    assert findings(retyped(CORRECT, at, digit))


@pytest.mark.parametrize("dropped", CORRECT.notes, ids=lambda note: str(note.shown))
def test_no_dropped_note_survives(dropped: Note) -> None:
    """A figure taken out of the notebook is untraced."""
    notes = tuple(note for note in CORRECT.notes if note is not dropped)

    assert findings(replace(CORRECT, notes=notes))


def test_no_changed_cell_survives() -> None:
    """If a count printed in full changes in the table, the copy no longer agrees with it."""
    tables = a_dataset(*(note.figure for note in CORRECT.notes))
    for note in CORRECT.notes:
        if (cell := note.figure.cell) is not None:
            typed = dict(tables.printed) | {cell: str(note.figure.value + 1)}

            assert findings(CORRECT, dataset=a_dataset(typed=typed))


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_count_passes_only_as_itself(shown: int, typed: int) -> None:
    """Shown as one number and typed as another, it is found."""
    found = findings(a_paragraph("It made {} of them.", (f"{shown:,}", a_count(typed))))

    assert (shown == typed) == (found == ())


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(0, 300))
def test_a_change_passes_only_as_rounded_half_up(now: int, before: int, shown: int) -> None:
    """A whole per cent holds the exact change within half a point, the lower half in, the upper out."""
    change = worked(Formula.CHANGE, *pool(now, before))
    twice_off = 2 * abs(now - before) * 100 - 2 * shown * before
    is_right = -before <= twice_off < before and (shown == 0) == (now == before)

    found = findings(a_paragraph("A change of {}.", (f"{shown:,} per cent", change)))

    assert is_right == (found == ())
