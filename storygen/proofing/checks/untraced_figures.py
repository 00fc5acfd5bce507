"""Check: every number in the copy is in the notebook (manual R01)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.model.draft import Note
from storygen.model.figure import Formula
from storygen.proofing.galley import Galley, ReadParagraph
from storygen.proofing.numerals import Numeral

_BETWEEN = {
    Formula.FIRST_RISE_IN: re.compile(r" (?:[a-z]+ )*(?:rise|increase)(?: [a-z]+)* (?:in|for) ", re.IGNORECASE),
    Formula.FIRST_FALL_IN: re.compile(r" (?:[a-z]+ )*(?:fall|drop|decrease)(?: [a-z]+)* (?:in|for) ", re.IGNORECASE),
}
"""What may stand between "first" and the years a figure of the formula gives."""


def check(galley: Galley) -> Iterator[Finding]:
    """Find numbers, in figures or in words, that lie in no note's span."""
    for paragraph in galley.paragraphs:
        for numeral in paragraph.numerals:
            if not any(_traces(note, numeral, paragraph) for note in paragraph.notes):
                yield paragraph.finding("R01", numeral.words, _message(numeral))


def _traces(note: Note, numeral: Numeral, paragraph: ReadParagraph) -> bool:
    """Say whether a note covers a number, or follows a "first" that its own figure bears out."""
    if note.start <= numeral.start and numeral.end <= note.end:
        return True
    between = _BETWEEN.get(note.figure.formula)
    if between is None or numeral.words.lower() != "first":
        return False
    return between.fullmatch(paragraph.text, numeral.end, note.start) is not None


def _message(numeral: Numeral) -> str:
    return f'"{numeral.words}" is in no note: say which cells it comes from, or take it out.'
