"""Characters: the one rule of what a text may carry on any wire."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

T = TypeVar("T")

BREAKS = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
"""Whatever ends a line or moves the carriage: a text is one paragraph, so all of it is one space."""

NONCHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
LOST = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{NONCHARACTERS}]")
"""Control characters, halves of characters, the byte order mark, and what Unicode says is no character."""


def carried(text: str) -> str:
    r"""
    A text as every format can carry it: no control character, single spaces, nothing at its ends.

    XML 1.0 cannot hold most of what is dropped, and readers of the other formats choke on the rest. Everything else
    goes as it is: accents, emoji and marks of direction are somebody's words.

    >>> carried("  Test\x00 words,\r\nand\tmore\u2028\ufeff words  ")
    'Test words, and more words'
    """
    return BREAKS.sub(" ", LOST.sub("", text)).strip()


def in_every_text(change: Callable[[str], str], paper: T) -> T:
    """The same paper with `change` made to every text in it, however deep."""
    return cast("T", _changed(change, paper))


def _changed(change: Callable[[str], str], value: Any) -> Any:  # noqa: ANN401 - any field of any paper
    if type(value) is str:  # not an enumeration's member
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(change, each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _changed(change, getattr(value, each.name)) for each in fields(value)})
    return value
