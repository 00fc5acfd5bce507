"""Correction notes in the trade's form: which paragraph, the wrong words and the right ones."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from storygen.model.issued import Edit, Touch
from storygen.model.story import BlockKind, Content
from storygen.wire.manuscripts.compare import compared

LABEL = "CORRECTION"
REVISED = "The publisher has revised its figures."
HEADS = {"the headline", "the standfirst"}
LONGEST = 8  # words of a piece that is quoted by itself; a longer one is given with its whole paragraph
_WORDS = re.compile(r"\w(?:.*[\w%])?", re.DOTALL)
_FIGURE = r"[\d,.]*\d(?:st|nd|rd|th)?(?: per cent|%)?"
_PIECES = re.compile(rf"{_FIGURE}|[\w'\u2019-]+|[^\w\s]")


def correction_note(before: Content, after: Content) -> str:
    """
    What was wrong and what is right, paragraph by paragraph as first issued; empty where nothing differs.

    Paragraphs are counted from 1, crossheads left out.
    """
    said = [sentence for edit in edits_between(before, after) for sentence in _said(edit)]
    return f"{LABEL}: {before.headline}. {' '.join(said)}" if said else ""


def update_note(before: Content, after: Content) -> str:
    """Where a version says something else than the one before it, though nothing was wrong."""
    edits = list(edits_between(before, after))
    changed = [edit.wording for edit in edits if edit.touch in {Touch.CHANGED, Touch.CUT}]
    parts = [f"changes {_and(changed)}"] if changed else []
    parts += ["adds to the text"] if any(edit.touch is Touch.ADDED for edit in edits) else []
    said = _and(parts) or "changes no word"
    return f"{said[:1].upper()}{said[1:]}."


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """
    The pieces in which two wordings differ: the wrong one and the right one, either empty where there is none.

    >>> list(differences("There were 232 seizures, up 33 per cent.", "There were 231 seizures, up 32 per cent."))
    [('232', '231'), ('33 per cent', '32 per cent')]
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _joined(old[start:end]), _joined(new[first:last])


def places(content: Content) -> Iterator[tuple[str, str]]:
    """Every text of a story with what the trade calls its place; crossheads are not counted."""
    yield "the headline", content.headline
    if content.standfirst:
        yield "the standfirst", content.standfirst
    paragraphs = [block.text for block in content.body if block.kind is BlockKind.PARAGRAPH]
    yield from ((f"paragraph {number}", text) for number, text in enumerate(paragraphs, start=1))


def edits_between(before: Content, after: Content) -> Iterator[Edit]:
    """What became of every text of a version, by its place: a headline is always a headline, whatever it says."""
    for place in ("headline", "standfirst"):
        old, new = getattr(before, place), getattr(after, place)
        if old != new:
            touch = Touch.CHANGED if old and new else Touch.ADDED if new else Touch.CUT
            yield Edit(wording=f"the {place}", touch=touch, before=old, after=new)
    paragraphs, others = ([each for each in places(content) if each[0] not in HEADS] for content in (before, after))
    yield from compared(paragraphs, [text for _, text in others])


def _said(edit: Edit) -> Iterator[str]:
    """What a note says of one paragraph."""
    if edit.touch is Touch.CUT:
        yield f"{edit.wording[:1].upper()}{edit.wording[1:]} is withdrawn: {edit.before}"
    elif edit.touch is Touch.ADDED:
        yield f"New{edit.wording.removeprefix('the')}: {edit.after}"
    elif edit.touch is Touch.CHANGED:
        pieces = list(differences(edit.before, edit.after))
        if pieces and all(_can_be_told(wrong, right, edit) for wrong, right in pieces):
            told = _listed([f"{_marked(wrong)} should read {_marked(right)}" for wrong, right in pieces])
            yield f"In {edit.wording}, {told}."
        else:
            yield f"{edit.wording[:1].upper()}{edit.wording[1:]} should read: {edit.after}"


def _marked(piece: str) -> str:
    """A piece as a note gives it: words between quotation marks, so that it is seen where they end; a figure bare."""
    return piece if re.fullmatch(_FIGURE, piece) else f"“{piece}”"


def _can_be_told(wrong: str, right: str, edit: Edit) -> bool:
    """Whether two pieces make sense by themselves: short, and whole words as they stand in their paragraphs."""
    is_short = len(f"{wrong} {right}".split()) <= LONGEST
    return is_short and _is_whole(wrong, edit.before) and _is_whole(right, edit.after)


def _is_whole(piece: str, text: str) -> bool:
    """Whether a piece begins and ends with a word or a figure, and is not cut out of a longer one."""
    whole = rf"(?<![\w'\u2019\u00a3-]){re.escape(piece)}(?![\w'\u2019%-])"
    return bool(_WORDS.fullmatch(piece) and re.search(whole, text))


def _listed(parts: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(parts))


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _joined(pieces: Sequence[str]) -> str:
    return re.sub(r" (?=[,.;:!?])", "", " ".join(pieces))
