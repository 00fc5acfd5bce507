"""Check: every figure in the copy is what the tables give when it is worked out again (manual R02)."""

from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.model.draft import Note
from storygen.model.figure import Figure, Formula, Unit
from storygen.proofing.agreement import agrees, agrees_silently
from storygen.proofing.entries import CannotRecountError, Exact
from storygen.proofing.galley import Galley, ReadParagraph
from storygen.proofing.rounding import half_up
from storygen.proofing.totals import is_rounded_total


def check(galley: Galley) -> Iterator[Finding]:
    """Find notes that show their figure wrongly, and figures that cannot be worked out again."""
    for paragraph in galley.paragraphs:
        for note in paragraph.notes:
            if fault := _fault(note, paragraph, galley):
                yield paragraph.finding("R02", note.shown, f"{note.figure.means}: {fault}.")


def _fault(note: Note, paragraph: ReadParagraph, galley: Galley) -> str:
    """Say what is wrong with a note, as a clause; empty if nothing is."""
    try:
        truth = galley.recount.value(note.figure)
    except CannotRecountError as error:
        return f'"{note.shown}" cannot be worked out again, because {error}'
    numerals = paragraph.within(note)
    if len(numerals) > 1:
        return f'"{note.shown}" holds more than one number; give each a note of its own'
    shown = paragraph.text[note.start : note.end]
    if not numerals:
        return "" if agrees_silently(shown, note.figure, truth) else _mismatch(shown, note.figure, truth)
    (numeral,) = numerals
    if agrees(numeral, note.figure, truth) or is_rounded_total(numeral, note, truth, galley.dataset):
        return ""
    return _mismatch(numeral.as_hedged, note.figure, truth)


def _mismatch(shown: str, figure: Figure, truth: Exact) -> str:
    return f'the copy shows "{shown}", but {_route(figure)} gives {_plain(truth, figure)}'


def _route(figure: Figure) -> str:
    """Name the cell a figure was read from, or the formula it was worked out by."""
    if figure.formula in {Formula.CELL, Formula.AS_GIVEN} and figure.cell is not None:
        return f"the table ({figure.cell.file}, {figure.cell.row}, {figure.cell.column})"
    return f"working it out again ({figure.formula})"


def _plain(truth: Exact, figure: Figure) -> str:
    """Write a value for an editor: a year as a year, whole numbers with commas, others to two decimals."""
    sign = "-" if truth < 0 else ""
    if figure.unit is Unit.YEAR:
        return f"{truth}-{(int(truth) + 1) % 100:02}"
    if truth == int(truth):
        return f"{sign}{abs(int(truth)):,}"
    return f"{sign}{float(half_up(truth, 2)):,.2f}"
