"""What was really said, as it stands in the copy, and the figures somebody gave in it."""

from collections.abc import Collection, Iterator
from fractions import Fraction

from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.proofing.numerals import numerals

MARKS = "\"'\u201c\u201d\u2018\u2019"
COVER = "\ufffc"  # stands for a character of somebody's own words; no letter, number or mark
SMALL = 2  # "one of two", "first": numbers up to it are mostly words


def covered(text: str, spoken: Collection[str]) -> str:
    """
    A paragraph with what was really said covered, marks and all, and nothing else moved.

    >>> covered('He said: "Test words."', ["Test words."]).count(COVER)
    13
    """
    for start, end in _stands(text, spoken):
        text = f"{text[:start]}{COVER * (end - start)}{text[end:]}"
    return text


def without_names(text: str, names: Collection[str]) -> str:
    """
    An introduction with who is introduced covered: a number in a name or a role counts nothing.

    >>> without_names("Test One, head of unit 2, said:", ["Test One", "head of unit 2"]).count(COVER)
    22
    """
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, COVER * len(name))
    return text


def doubtful_figures(draft: Draft, dataset: Dataset, spoken: Collection[str]) -> Iterator[str]:
    """
    A note to the editor for every number in a quote that is neither a figure of the story nor a cell of its area.

    Nothing is changed, and nothing held: a speaker may count otherwise, or speak of something else.
    """
    if not spoken:
        return
    known = _shown(draft) | _cells(draft, dataset)
    for paragraph in draft.paragraphs:
        for start, end in _stands(paragraph.text, spoken):
            for numeral in numerals(paragraph.text[start:end]):
                if numeral.value is None or (numeral.value > SMALL and numeral.value not in known):
                    yield f"A quote says {numeral.words}: no figure of this story, nor in its tables; ask about it."


def _stands(text: str, spoken: Collection[str]) -> list[tuple[int, int]]:
    """Where words stand behind a quotation mark, from it to the mark behind them, or to the paragraph's end."""
    for words in sorted(spoken, key=len, reverse=True):
        for place in _places(words, text):
            end = place + len(words)
            if text[place - 1] in MARKS and (end == len(text) or text[end] in MARKS):
                return [(place - 1, min(end + 1, len(text)))]
    return []


def _places(words: str, text: str) -> Iterator[int]:
    """Everywhere that words stand in a text, but at its start, where no mark can open them."""
    place = text.find(words, 1)
    while place > 0:
        yield place
        place = text.find(words, place + 1)


def _shown(draft: Draft) -> set[Fraction | None]:
    """The figures of the story, as printed."""
    notes = (note for paragraph in draft.paragraphs for note in paragraph.notes)
    return {numeral.value for note in notes for numeral in numerals(note.shown)}


def _cells(draft: Draft, dataset: Dataset) -> set[Fraction | None]:
    """Every whole number the tables of the edition's year hold for the area."""
    row, year = draft.plan.area.label, draft.plan.edition.year
    cells = ((cell, text) for cell, text in dataset.printed.items() if cell.row == row and year in cell.file)
    return {Fraction(text) for _, text in cells if text.isdigit()}
