"""Totals of a whole country, which copy may round to thousands (manual R07)."""

from fractions import Fraction

from storygen.model.dataset import Dataset
from storygen.model.draft import Note
from storygen.model.figure import Unit
from storygen.proofing.entries import Exact
from storygen.proofing.numerals import Numeral
from storygen.proofing.rounding import half_up
from storygen.proofing.shapes import Kind

FINE = 10  # times what it is rounded to; a smaller count would be distorted, and is printed in full


def is_rounded_total(numeral: Numeral, note: Note, truth: Exact, dataset: Dataset) -> bool:
    """
    Say whether a number is a country's count, rounded to what its note says.

    That the note says so is not enough: the count may rest on no row of an area that gets a story, or on those of them
    all, where the nation is the areas added up.
    """
    if note.figure.unit is not Unit.COUNT or numeral.kind is not Kind.CARDINAL or numeral.hedge:
        return False
    if note.nearest < 1 or abs(Fraction(truth)) < FINE * note.nearest:
        return False
    rows = {cell.row for cell in note.figure.cells()}
    areas = {area.label for area in dataset.stories}
    is_national = rows.isdisjoint(areas) or (len(areas) > 1 and rows >= areas)
    return is_national and numeral.value == half_up(Fraction(truth, note.nearest)) * note.nearest
