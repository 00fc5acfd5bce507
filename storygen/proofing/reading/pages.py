"""A text laid out for reading: its sentences with line and column; front matter, tables, notes and slots set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storygen.proofing.sentences import spans


class Sentence(NamedTuple):
    """
    A sentence, where it stands, the paragraph it belongs to, and what part of the page that is.

    `role` is headline, standfirst, crosshead or body. `places` says which line and column of the file the characters
    from an offset of `text` on come from; `quoted` are the stretches in quotation marks.
    """

    text: str
    places: tuple[tuple[int, int, int], ...]
    paragraph: int
    role: str
    quoted: tuple[tuple[int, int], ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column, from 1, of a character of the sentence."""
        places = self.places
        start, line, column = places[0]
        if len(places) > 1:
            start, line, column = next(each for each in reversed(places) if each[0] <= offset)
        return line, column + offset - start


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What there is to read, and what the front matter says of it."""

    sentences: tuple[Sentence, ...]
    about: dict[str, str]


Places = tuple[tuple[int, int, int], ...]
"""Offset, line and column, in order."""

NARROW, WIDE = 50, 130
"""Characters of a line that may have been wrapped: a shorter one was ended on purpose, a longer one never was."""


class Block(NamedTuple):
    """A paragraph: its words, where they come from, and what part of the page it is."""

    text: str
    places: Places
    role: str


_FIELD = re.compile(r'^(?P<key>\w+):\s*"?(?P<value>.*?)"?\s*$')
_APART = re.compile(r"^\s*(?:>|\||\[[^\]]*\]\s*$|<!--|```|\[QUOTE NEEDED|(?:READ MORE|MORE)\b)")
_HEADING = re.compile(r"^\s*#+\s+")
_BOLD = re.compile(r"^\s*\*\*(?P<text>.+)\*\*\s*$")
_SLANT = re.compile(r"^\s*\*(?P<text>[^*].*)\*\s*$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_SOURCE = re.compile(r"^\s*(?:Source|Sources|This report was (?:drafted|written|produced))\b")
_END = re.compile(r"^\s*(?:-{3,}|\*{3,}|#+\s+For the editor)\s*$")
_OPENS, _CLOSES = '"\u201c', '"\u201d'


def lay_out(text: str) -> Page:
    """Lay a text out; the words of a table, an editor's note, a slot or a source line are not copy and are left out."""
    lines = text.splitlines()
    start, about = _front_matter(lines)
    found: list[Sentence] = []
    is_open = False  # a running quote: a paragraph that opens with marks and closes in a later one
    for paragraph, block in enumerate(_blocks(lines, start, is_draft=bool(about)), start=1):
        quoted, is_open = _quoted(block.text, is_open=is_open)
        found.extend(_sentences(block, paragraph, quoted))
    return Page(sentences=tuple(found), about=about)


def _sentences(block: Block, paragraph: int, quoted: list[tuple[int, int]]) -> Iterator[Sentence]:
    for begins, ends in spans(block.text):
        yield Sentence(
            text=block.text[begins:ends],
            places=_places(block.places, begins, ends),
            paragraph=paragraph,
            role=block.role,
            quoted=tuple(
                (max(0, one - begins), min(ends, two) - begins) for one, two in quoted if one < ends and two > begins
            ),
        )


def _places(places: Places, begins: int, ends: int) -> Places:
    """The same places, counted from where a sentence begins."""
    inside = [each for each in places if begins < each[0] < ends]
    start, line, column = next(each for each in reversed(places) if each[0] <= begins)
    return ((0, line, column + begins - start), *((at - begins, line, column) for at, line, column in inside))


def _blocks(lines: list[str], start: int, *, is_draft: bool) -> Iterator[Block]:
    """The paragraphs of the copy, lines of one that was wrapped joined again; a draft's copy ends at its first rule."""
    has_headline = False
    block: Block | None = None
    for number in range(start, len(lines)):
        line = lines[number]
        if is_draft and has_headline and _END.match(line):
            break
        if not line.strip() or _is_apart(line) or (role_of := _part(line, has_headline=has_headline)) is None:
            if block:
                yield block
            block = None
            continue
        role, words, indent = role_of
        has_headline |= role == "headline"
        if block and role == block.role == "body" and _runs_on(lines[number - 1]):
            at = len(block.text) + 1
            block = Block(f"{block.text} {words}", (*block.places, (at, number + 1, indent + 1)), role)
            continue
        if block:
            yield block
        block = Block(words, ((0, number + 1, indent + 1),), role)
    if block:
        yield block


def _runs_on(line: str) -> bool:
    """Whether a line was broken in the middle of a sentence, as programs that wrap text do."""
    return NARROW <= len(line) <= WIDE and not line.rstrip().endswith((".", "!", "?", ":", '"', "\u201d", "\u2019"))


def _front_matter(lines: list[str]) -> tuple[int, dict[str, str]]:
    """Where the copy starts, and the fields in front of it."""
    if not lines or lines[0].strip() != "---":
        return 0, {}
    for number, line in enumerate(lines[1:60], start=1):
        if line.strip() == "---":
            fields = filter(None, (_FIELD.match(each) for each in lines[1:number]))
            return number + 1, {found["key"]: found["value"] for found in fields}
    return 0, {}


def _is_apart(line: str) -> bool:
    return bool(_APART.match(line) or _SOURCE.match(line))


def _part(line: str, *, has_headline: bool) -> tuple[str, str, int] | None:
    """What part of the page a line is, its words without marks of layout, and how many characters came before them."""
    if found := _HEADING.match(line):
        return ("crosshead" if has_headline else "headline"), line[found.end() :].rstrip(), found.end()
    if found := _BOLD.match(line):
        return "standfirst", found["text"], found.start("text")
    if _SLANT.match(line):
        return None
    found = _LIST.match(line)
    indent = found.end() if found else len(line) - len(line.lstrip())
    return "body", line[indent:].rstrip(), indent


def _quoted(words: str, *, is_open: bool) -> tuple[list[tuple[int, int]], bool]:
    """The stretches in quotation marks, and whether the last of them is still open at the end of the paragraph."""
    found: list[tuple[int, int]] = []
    begins = 0 if is_open and not words.lstrip().startswith(('"', "\u201c")) else None
    for place, letter in enumerate(words):
        if begins is None and letter in _OPENS:
            begins = place
        elif begins is not None and letter in _CLOSES and place > begins:
            found.append((begins, place + 1))
            begins = None
    if begins is not None:
        found.append((begins, len(words)))
    return found, begins is not None
