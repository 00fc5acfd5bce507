"""Spoken: somebody's words, set into a paragraph last of all, so that nothing that dresses copy touches them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from storygen.errors import UsageError
from storygen.model.draft import Note
from storygen.model.plan import Passage
from storygen.model.quote import Spoken
from storygen.style.stylebook import Stylebook

WORDS = "\ue002"  # stands for the words, marks and all, while their introduction is written


def voiced(passage: Passage) -> Mapping[str, Any]:
    """What the wording of a voice may name: its slot, the speaker, and a mark where the words will stand."""
    if passage.spoken:
        return {"slot": passage.slot, "speaker": passage.spoken.speaker, "words": WORDS}
    return {"slot": passage.slot} if passage.slot else {}


def with_words(
    text: str, notes: tuple[Note, ...], stylebook: Stylebook, spoken: Spoken, story: str
) -> tuple[str, tuple[Note, ...]]:
    """A paragraph with the words in their place. Raises UsageError for a wording that leaves them out."""
    if text.count(WORDS) != 1:
        raise UsageError(f"template story/attribution.md, in {story}: a wording must hold {{{{ words }}}} exactly once")
    opening, closing = stylebook.marks_round(nests_double=spoken.nests_double, nests_single=spoken.nests_single)
    said = f"{opening}{spoken.words}{closing if spoken.closes else ''}"
    place, longer = text.index(WORDS), len(said) - len(WORDS)
    later = tuple(
        replace(note, start=note.start + longer, end=note.end + longer) if note.start > place else note
        for note in notes
    )
    return text.replace(WORDS, said), later
