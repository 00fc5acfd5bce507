"""Bodies: a story's paragraphs and crossheads as plain text and as HTML, without a mark inside any of them."""

from html import escape

from storygen.model.story import Block, BlockKind, Content

TAGS = {BlockKind.PARAGRAPH: "p", BlockKind.CROSSHEAD: "h2"}


def plain_body(content: Content) -> str:
    """The body as text, an empty line between its blocks."""
    return "\n\n".join(block.text for block in content.body)


def html_body(content: Content) -> str:
    """The body as a piece of HTML: paragraphs and crossheads and nothing else, which no reader's program trips over."""
    return "\n".join(map(_tagged, content.body))


def _tagged(block: Block) -> str:
    tag = TAGS[block.kind]
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>"
