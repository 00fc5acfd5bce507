"""Holes: what is left in copy only as long as somebody has still to do something about it."""

import re
from collections.abc import Iterator

from storygen.model.copy import EDITOR
from storygen.model.copy import holes as places_to_fill
from storygen.model.manuscript import Hole

_CRITIC = re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}")
_COMMENT = re.compile(r"<!--")
_SAID = {
    "[QUOTE NEEDED": "a quote is still needed here: storygen quotes add keeps one, storygen quotes note says why none",
    "[READ MORE": "a link to an earlier story belongs here: fill the place, or take it out",
}
"""What to do about a place only a person can fill, by how it begins."""


def signed(text: str, by: str) -> str:
    """
    A text with who approves it where the disclosure keeps a place for the name.

    >>> signed("Checked by [EDITOR'S NAME].", "Test Editor")
    'Checked by Test Editor.'
    """
    return EDITOR.sub(lambda _: by, text)


def is_signed(text: str, other: str) -> bool:
    """
    Whether a text is another with somebody's name where that keeps a place for one.

    >>> is_signed("Checked by Test Editor.", "Checked by [EDITOR'S NAME]."), is_signed("Test.", "Test. More.")
    (True, False)
    """
    parts = [re.escape(part) for part in EDITOR.split(other)]
    return bool(re.fullmatch(".+".join(parts), text))


def holes(text: str, first: int) -> Iterator[Hole]:
    """What is unfinished in the copy of a file, whose first line has the number given; who approves it is no hole."""
    for number, line in enumerate(text.split("\n"), start=first):
        if line.startswith(">"):  # the banner, which names them too
            continue
        if found := _CRITIC.search(line):
            what = f"the change marked {found[0]} is not settled: take it or leave it"
            yield Hole(line=number, what=what, is_change=True)
        if _COMMENT.search(line):
            yield Hole(line=number, what="a comment stands here: settle it and take it out")
        for place in places_to_fill(line):
            said = next((said for begins, said in _SAID.items() if place.startswith(begins)), None)
            yield Hole(line=number, what=said or f"{place} is still to be filled in")
