"""Editors' Markdown: read into plain copy, written from it, and compared with the draft it came from."""

from storygen.wire.manuscripts.compare import compared
from storygen.wire.manuscripts.holes import holes, is_signed, signed
from storygen.wire.manuscripts.notes import REVISED, correction_note, differences, places, update_note
from storygen.wire.manuscripts.reading import read_manuscript
from storygen.wire.manuscripts.writing import marked, written

__all__ = [
    "REVISED",
    "compared",
    "correction_note",
    "differences",
    "holes",
    "is_signed",
    "marked",
    "places",
    "read_manuscript",
    "signed",
    "update_note",
    "written",
]
