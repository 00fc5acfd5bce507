"""Writing: plain copy as Markdown that is read back as the same copy."""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from storygen.model.story import BlockKind, Content
from storygen.wire.manuscripts.spoken import Spoken

NOTHING: Mapping[str, str] = MappingProxyType({})
_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=])|(\d{1,9})([.)])(?=\s|$))")


def written(content: Content, instead: Mapping[str, str] = NOTHING, spoken: Collection[str] = ()) -> str:
    """
    A story's headline, standfirst and body as Markdown.

    What `instead` holds for a text is set as it is, and so are `spoken`, the paragraphs somebody really said.
    """
    said = Spoken(spoken)

    def typed(text: str, around: str = "{}") -> str:
        return instead.get(text) or around.format(said.shown(escaped(said.hidden(text))))

    parts = [f"# {typed(content.headline)}"]
    parts += [typed(content.standfirst, "**{}**")] if content.standfirst else []
    parts += [typed(block.text, "### {}" if block.kind is BlockKind.CROSSHEAD else "{}") for block in content.body]
    return "\n\n".join(parts) + "\n"


def marked(text: str, doubts: Mapping[str, str]) -> str:
    """
    A text with the words that are in doubt marked, and why, as CriticMarkup has it: nobody can approve it as it is.

    >>> marked("Test one. Test two.", {"Test two.": "It is 3."})
    'Test one. {==Test two.==}{>>It is 3.<<}'
    """
    for words in sorted(doubts, key=text.find):
        before, found, after = text.partition(words)
        if found:
            mark = f"{{=={escaped(words)}==}}{{>>{escaped(doubts[words])}<<}}"
            rest = {each: why for each, why in doubts.items() if each != words}
            return f"{escaped(before)}{mark}{marked(after, rest)}"
    return escaped(text)


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
