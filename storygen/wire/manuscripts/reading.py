"""Reading: an editor's Markdown file into plain copy; anything that is not copy is said with its line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from storygen.errors import SettingsError
from storygen.model.manuscript import Hole, Manuscript
from storygen.model.story import Block, BlockKind
from storygen.wire.manuscripts.front import front_matter
from storygen.wire.manuscripts.holes import as_seen, holes, unfinished
from storygen.wire.manuscripts.spoken import CLOSES, OPENS, Spoken

BANNER = "DRAFT, NOT FOR PUBLICATION"
END = "for the editor"
NO_COPY = {
    "blockquote_open": "what is set apart with > is no copy",
    "html_block": "HTML is not sent",
    "html_inline": "HTML is not sent",
    "image": "a picture is not sent with the copy",
    "fence": "a block of code is no copy",
    "code_block": "a line that begins with four spaces is taken for code",
    "table_open": "a table is not sent; say it in sentences",
    "s_open": "words are struck out, and whether they go is not settled",
}
"""What the wire does not carry, by markdown-it's name for it."""
NOT_SEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and other signs without a width go, as they would tear words and figures apart."""


@dataclass
class _Page:
    """What has been read of a page so far."""

    headline: str = ""
    standfirst: str = ""
    body: list[Block] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    lost: list[Hole] = field(default_factory=list)
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A file as it is being read: its copy from line `first` on, with what was said hidden in it."""

    about: dict[str, str]
    first: int
    copy: str
    hidden: Spoken

    def up_to(self, line: int) -> str:
        """The copy before a line."""
        return "\n".join(self.copy.split("\n")[: line - self.first])

    def in_file(self, line: int) -> int:
        """The same line, counted with those that are hidden."""
        return line + self.hidden.lines_in(self.up_to(line))


def read_manuscript(text: str, *, name: str, spoken: Collection[str]) -> Manuscript:
    """
    The copy of a file; the place the disclosure keeps for who approves it is still open.

    `spoken` is every paragraph in the bank of quotes: it comes out as it stands. Raises SettingsError, with the line,
    for a file that is no draft.
    """
    about, first = front_matter(text, name)
    hidden = Spoken(spoken)
    copy = hidden.hidden(_copy_of(text, first)).translate(NOT_SEEN)
    page = _Page()
    for token, line in _blocks(copy, page, first):
        _lay(page, token, line)
    if not page.headline or not page.body:
        raise SettingsError(
            name, first, 1, "there is no story here: expected a headline after #, and paragraphs under it"
        )
    return _settled(page, _Source(about=about, first=first, copy=copy, hidden=hidden))


def _copy_of(text: str, first: int) -> str:
    """The copy; the signs that hide somebody's words are nobody's to write."""
    lines = (line.removesuffix("\r") for line in text.split("\n")[first - 1 :])
    return "\n".join(lines).translate(dict.fromkeys(map(ord, OPENS + CLOSES), "\ufffd"))


def _settled(page: _Page, source: _Source) -> Manuscript:
    """The manuscript of a page, words back in their places, lines as in the file."""
    by_line = (*page.holes, *holes(source.up_to(page.end), source.first))
    known = {hole.what for hole in by_line}
    texts = [page.headline, *filter(None, [page.standfirst]), *(block.text for block in page.body)]
    by_text = (hole for text, line in zip(texts, page.lines, strict=True) for hole in unfinished(as_seen(text), line))
    found = sorted((*by_line, *(hole for hole in by_text if hole.what not in known)), key=lambda hole: hole.line)
    return Manuscript(
        about=source.about,
        headline=source.hidden.shown(page.headline),
        standfirst=source.hidden.shown(page.standfirst),
        body=tuple(Block(kind=block.kind, text=source.hidden.shown(block.text)) for block in page.body),
        lines=tuple(map(source.in_file, page.lines)),
        holes=tuple(replace(each, line=source.in_file(each.line)) for each in found),
        lost=tuple(replace(each, line=source.in_file(each.line)) for each in page.lost),
    )


def _blocks(copy: str, page: _Page, first: int) -> Iterator[tuple[Token, int]]:
    """The paragraphs and headings of the copy, each with its line; the story ends at its first rule."""
    opened: list[Token] = []
    tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(copy)
    for place, token in enumerate(tokens):
        line = first + token.map[0] if token.map else page.end
        page.end = first + token.map[1] if token.map else page.end
        if token.type == "hr" and page.headline:
            return
        if token.type in NO_COPY and not (token.type == "blockquote_open" and BANNER in tokens[place + 2].content):
            page.holes.append(Hole(line=line, what=f"{NO_COPY[token.type]}: take it out"))
        if token.type.endswith("_open"):
            opened.append(token)
        elif token.type.endswith("_close"):
            opened.pop()
        elif token.type == "inline" and not any(each.type == "blockquote_open" for each in opened):
            if opened[-1].type == "heading_open" and token.content.strip().casefold() == END:
                return
            token.meta = {"in": opened[-1], "number": _number(opened)}
            yield token, line
            if opened[-1].markup == "-":  # a rule without an empty line before it
                return


def _lay(page: _Page, token: Token, line: int) -> None:
    """Put a paragraph or heading in its place on the page."""
    opener, text = token.meta["in"], "".join(_plain(token, page, line))
    text = " ".join(f"{token.meta['number']}{text}".split())
    if not text:
        return
    is_heading = opener.type == "heading_open" and opener.markup.startswith("#")
    if is_heading and opener.tag == "h1":
        if page.headline:
            page.holes.append(Hole(line=line, what="this is a second headline: a crosshead begins with ###"))
            return
        page.headline = text
    elif not page.headline:
        page.holes.append(Hole(line=line, what="words stand before the headline"))
        return
    elif not page.body and not page.standfirst and _is_bold(token):
        page.standfirst = text
    else:
        kind = BlockKind.CROSSHEAD if is_heading else BlockKind.PARAGRAPH
        page.body.append(Block(kind=kind, text=text))
    page.lines.append(line)


def _plain(token: Token, page: _Page, line: int) -> Iterator[str]:
    """The words of a paragraph, its markup left out."""
    for each in token.children or []:
        if each.type in NO_COPY:
            page.holes.append(Hole(line=line, what=f"{NO_COPY[each.type]}: take it out"))
        elif each.type in {"text", "text_special", "code_inline"}:
            yield each.content
        elif each.type in {"softbreak", "hardbreak"}:
            yield " "
        elif each.type == "link_open" and each.markup != "autolink":
            page.lost.append(Hole(line=line, what=f"the link to {each.attrs['href']} is not sent, only its words"))


def _is_bold(token: Token) -> bool:
    """Whether all of a paragraph is between two pairs of asterisks."""
    parts = [each for each in token.children or [] if each.type != "text" or each.content]
    return len(parts) > 1 and parts[0].type == "strong_open" and parts[-1].type == "strong_close"


def _number(opened: list[Token]) -> str:
    """The number in front of a paragraph that Markdown takes for one of a list; a reader gets to see it."""
    item = next((each for each in reversed(opened) if each.type == "list_item_open"), None)
    return f"{item.info}{item.markup} " if item is not None and item.info else ""
