"""Check: the notebook says what the copy says, at the place it says (manual R01)."""

from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.model.draft import Note
from storygen.proofing.galley import Galley


def check(galley: Galley) -> Iterator[Finding]:
    """Find notes whose span does not hold what they say was shown."""
    for paragraph in galley.paragraphs:
        for note in paragraph.notes:
            held = paragraph.text[note.start : note.end] if 0 <= note.start < note.end else ""
            if not held or held != note.shown:
                yield paragraph.finding("R01", note.shown, _message(note, held))


def _message(note: Note, held: str) -> str:
    there = f'"{held}"' if held else "nothing"
    return (
        f'The notebook has "{note.shown}" for {note.figure.means}, but the copy has {there} at that place: '
        "write the paragraph again."
    )
