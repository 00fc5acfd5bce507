"""Writing: plain copy as Markdown that is read back as the same copy."""

import re

from storygen.model.story import Block, BlockKind, Content

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=])|(\d{1,9})([.)])(?=\s|$))")


def written(content: Content, extra: str = "") -> str:
    """A story's headline, standfirst and body as Markdown; `extra` is put in as it is, behind the headline."""
    parts = [f"# {escaped(content.headline)}", *filter(None, [extra])]
    parts += [f"**{escaped(content.standfirst)}**"] if content.standfirst else []
    parts += [_block(block) for block in content.body]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""
    A paragraph whose every character stands for itself in Markdown.

    >>> escaped("2. *Test* <b>")
    '2\\. \\*Test\\* \\<b\\>'
    """
    whole = _SPECIAL.sub(r"\\\1", text)
    found = _START.match(whole)
    if not found:
        return whole
    if found[3]:
        return f"{found[3]}\\{whole[len(found[3]) :]}"
    return f"\\{whole}"


def _block(block: Block) -> str:
    return f"### {escaped(block.text)}" if block.kind is BlockKind.CROSSHEAD else escaped(block.text)
