"""Compare: what an editor did to each paragraph of the draft, for those who write the templates."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from storygen.model.issued import Edit, Touch

ALIKE = 0.5  # of the words of two paragraphs, for one to be a change of the other

Drafted = tuple[str, str]
"""A paragraph of the draft: the wording it was made from, and its text."""


def compared(draft: Sequence[Drafted], texts: Sequence[str]) -> Iterator[Edit]:
    """Every paragraph of the draft in order, kept, changed or cut, and those added where they stand."""
    before = [text for _, text in draft]
    for tag, start, end, first, last in SequenceMatcher(None, before, list(texts), autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Edit(wording=wording, touch=Touch.KEPT) for wording, _ in draft[start:end])
        else:
            yield from _paired(draft[start:end], list(texts[first:last]))


def _paired(draft: Sequence[Drafted], texts: list[str]) -> Iterator[Edit]:
    """Where paragraphs differ: each of the draft with the first that is still much like it."""
    for wording, text in draft:
        place = next((number for number, other in enumerate(texts) if _are_alike(text, other)), None)
        if place is None:
            yield Edit(wording=wording, touch=Touch.CUT, before=text)
            continue
        yield from (Edit(wording="", touch=Touch.ADDED, after=other) for other in texts[:place])
        yield Edit(wording=wording, touch=Touch.CHANGED, before=text, after=texts[place])
        del texts[: place + 1]
    yield from (Edit(wording="", touch=Touch.ADDED, after=other) for other in texts)


def _are_alike(text: str, other: str) -> bool:
    return SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio() >= ALIKE
