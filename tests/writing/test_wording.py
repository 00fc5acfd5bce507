"""Wordings and the notebook: sections, choices, and figures that can be found again in the words."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storygen.errors import UsageError
from storygen.model.figure import Figure, Formula, Unit
from storygen.writing.notebook import CLOSE, OPEN, Notebook
from storygen.writing.wordings import Wordings, cut

TEXT = st.text(st.characters(exclude_categories=("Cs", "Co")))


def a_figure(value: int) -> Figure:
    """A count of something."""
    return Figure(value=Fraction(value), unit=Unit.COUNT, means="things", period="2018-19", formula=Formula.YEAR)


@given(st.lists(st.tuples(TEXT, TEXT.filter(bool))), TEXT)
def test_every_figure_is_found_where_it_stands(pairs: list[tuple[str, str]], tail: str) -> None:
    """Whatever stands round it, a note's span holds exactly the words that were shown, and no mark is left."""
    notebook = Notebook()
    marked = "".join(before + notebook.show(a_figure(number), words) for number, (before, words) in enumerate(pairs))

    text, notes = notebook.lift(marked + tail)

    assert "".join(before + words for before, words in pairs) + tail == text
    assert [words for _, words in pairs] == [text[note.start : note.end] for note in notes]
    assert list(range(len(pairs))) == [note.figure.value for note in notes]
    assert not {OPEN, CLOSE} & set(text)


def test_sections_and_ways_are_told_apart() -> None:
    """Sections start at headings; a line that says only "or" parts two ways; comments belong to none."""
    sections = cut("{# why #}\n## lead\n\nOne.\nor\nTwo,\non two lines.\n\n## second\nThree or four.\n", "x.md")

    assert {"lead": ["One.", "Two,\non two lines."], "second": ["Three or four."]} == {
        name: [way.source for way in ways] for name, ways in sections.items()
    }
    assert [4, 6] == [way.line for way in sections["lead"]]


def test_the_same_seed_gives_the_same_wording(tmp_path: Path) -> None:
    """Nothing but the seed text decides, and different seeds reach every way."""
    (tmp_path / "x.md").write_text("## lead\nOne.\nor\nTwo.\nor\nThree.\n", encoding="utf-8")
    wordings = Wordings([tmp_path])

    chosen = [wordings.ways("x", "lead", f"seed {number}") for number in range(60)]

    assert chosen == [wordings.ways("x", "lead", f"seed {number}") for number in range(60)]
    assert 3 == len({first for first, *_ in chosen})
    assert {3} == {len(set(ways)) for ways in chosen}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The name looked for, and where."""
    with pytest.raises(UsageError, match=r"no template angles/unheard-of\.md"):
        Wordings([tmp_path]).ways("angles/unheard-of", "lead", "seed")
