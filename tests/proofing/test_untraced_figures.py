"""R01: every number in the copy is in the notebook, where the notebook says it is."""

from dataclasses import replace

import pytest
from builders import a_count, a_dataset, a_paragraph, findings, rules, series, worked
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.figure import Formula

TRACED = a_paragraph("Testshire Police made {} seizures.", ("1,188", a_count(1188)))


def test_a_traced_figure_passes() -> None:
    """It lies in the span of a note that stands for it."""
    assert [] == rules(TRACED)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "1,188",
            "0.3",
            "2018-19",
            "2018/19",
            "2018\u201319",
            "seven",
            "ninety-nine",
            "hundred",
            "thousand",
        ),
        *("first", "10th", "21st", "twenty-first", "once", "twice", "thrice", "half", "third"),
        *("two-thirds", "quarter", "doubled", "halved", "trebled", "tripled", "quadrupled", "one in five"),
    ],
)
def test_a_number_in_no_note_is_found(words: str) -> None:
    """In figures or in words, it must say where it comes from."""
    (finding,) = findings(a_paragraph(f"Seizures, it says here, are {words} of something."))

    assert ("R01", 1, words) == (finding.rule, finding.paragraph, finding.words)


def test_a_number_asked_for_in_a_quote_slot_is_read_like_any_other() -> None:
    """An editor reads the slot, so what it says must be traced too."""
    assert ["R01"] == rules(a_paragraph("[QUOTE NEEDED: Testshire Police \u2013 response to 88 seizures]"))


def test_a_finding_names_its_paragraph() -> None:
    """Paragraphs are counted from 1, the headline being the first."""
    found = findings(a_paragraph("A headline"), TRACED, a_paragraph("There were 9 of them."))

    assert [3] == [finding.paragraph for finding in found]


def test_a_number_half_in_a_note_is_found() -> None:
    """A note on the first digits of a number traces none of it."""
    (note,) = TRACED.notes
    cut = replace(TRACED, notes=(replace(note, end=note.end - 1, shown="1,18"),))

    assert "R01" in rules(cut)


@given(st.integers(-5, 60), st.integers(-5, 60))
def test_a_note_out_of_place_is_found(start: int, end: int) -> None:
    """Moved by as little as a character, its span no longer holds what was shown."""
    (note,) = TRACED.notes
    moved = replace(TRACED, notes=(replace(note, start=start, end=end),))

    assert ((start, end) == (note.start, note.end)) == ([] == rules(moved, dataset=a_dataset(note.figure)))


def test_a_note_of_words_that_were_changed_since_is_found() -> None:
    """The copy now shows another number than the notebook."""
    changed = replace(TRACED, text=TRACED.text.replace("1,188", "1,189"))

    (first, second) = findings(changed)

    assert ["R01", "R02"] == [first.rule, second.rule]
    assert '"1,188"' in first.message
    assert '"1,189"' in first.message


FIRST_RISE = worked(Formula.FIRST_RISE_IN, *series(2, 1, 2, 3, 4, 5, 6, 7, 6))


@pytest.mark.parametrize("words", ["rise for", "rise in", "annual rise in seizures for"])
def test_the_first_rise_for_seven_years_is_one_figure(words: str) -> None:
    """The years bear out the "first" before them: they are counted from the last rise."""
    assert [] == rules(a_paragraph(f"It was the first {words} {{}} years.", ("seven", FIRST_RISE)))


@pytest.mark.parametrize("words", ["fall for", "place for", "rise, the second for", "rise after"])
def test_no_other_first_is_borne_out_by_a_first_rise(words: str) -> None:
    """A fall, a place or a number in between is another claim."""
    assert "R01" in rules(a_paragraph(f"It was the first {words} {{}} years.", ("seven", FIRST_RISE)))
