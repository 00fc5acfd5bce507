"""Holes: what is left in copy only as long as somebody has still to do something about it."""

import re
from collections.abc import Iterator

from storygen.model.manuscript import Hole

NAME = re.compile(r"\[EDITOR['\u2019]S NAME\]")
_CRITIC = re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}")
_QUOTE = re.compile(r"\[QUOTE NEEDED")
_READ_MORE = re.compile(r"^\s*(?:\[READ MORE|READ MORE\b)")
_OTHER = re.compile(r"\[(?!QUOTE NEEDED|READ MORE)[A-Z][A-Z '\u2019-]{2,}[A-Z][^\]]*\]")
_COMMENT = re.compile(r"<!--")


def signed(text: str, by: str) -> str:
    """
    A text with who approves it where the disclosure keeps a place for the name.

    >>> signed("Checked by [EDITOR'S NAME].", "Test Editor")
    'Checked by Test Editor.'
    """
    return NAME.sub(lambda _: by, text)


def is_signed(text: str, other: str) -> bool:
    """
    Whether a text is another with somebody's name where that keeps a place for one.

    >>> is_signed("Checked by Test Editor.", "Checked by [EDITOR'S NAME]."), is_signed("Test.", "Test. More.")
    (True, False)
    """
    parts = [re.escape(part) for part in NAME.split(other)]
    return bool(re.fullmatch(".+".join(parts), text))


def is_link(text: str) -> bool:
    """Whether a paragraph is a place for a link, which is for a page and not for the wire."""
    return bool(_READ_MORE.match(text))


def holes(text: str, first: int) -> Iterator[Hole]:
    """What is unfinished in the copy of a file, whose first line has the number given; who approves it is no hole."""
    for number, line in enumerate(text.split("\n"), start=first):
        if found := _CRITIC.search(line):
            yield Hole(
                line=number, what=f"the change marked {found[0]} is not settled: take it or leave it", is_change=True
            )
        if _QUOTE.search(line):
            yield Hole(
                line=number,
                what="a quote is still needed here: storygen quotes add keeps one, storygen quotes note says why none",
            )
        if _COMMENT.search(line):
            yield Hole(line=number, what="a comment stands here: settle it and take it out")
        for other in _OTHER.finditer(NAME.sub("", line)):
            yield Hole(line=number, what=f"{other[0]} is still to be filled in")
