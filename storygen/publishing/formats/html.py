"""Format: a clean HTML page, to be read, or its article lifted into a content management system."""

from lxml.html import builder as E  # noqa: N812 - the name its own manual gives it
from lxml.html import tostring

from storygen.model.story import Story
from storygen.publishing.outgoing import TAGS, Node, Nodes, alerts, copyright_notice, editors_notes, imprint, terms
from storygen.publishing.registry import sends

DOCTYPE = "<!doctype html>"


@sends("html", suffix=".html", media_type="text/html; charset=utf-8")
def html(story: Story) -> bytes:
    """
    The story as one `article` without a style, class or script in it.

    What a desk must see first stands above the article and the notes to editors below it, so that the article can be
    lifted as it is.
    """
    page = E.HTML(_head(story), E.BODY(*_body(story)), lang=story.service.language)
    whole: bytes = tostring(page, doctype=DOCTYPE, encoding="utf-8", pretty_print=True)
    return whole


def _head(story: Story) -> Node:
    content = story.content
    named = {"description": content.standfirst, "author": content.byline, "generator": story.wrote}
    head: Node = E.HEAD(
        E.META(charset="utf-8"),
        E.TITLE(content.headline),
        *(E.META(name=name, content=text) for name, text in named.items() if text),
    )
    return head


def _body(story: Story) -> Nodes:
    told = list(alerts(story))
    if told:
        yield E.ASIDE(*(E.P(E.STRONG(alert)) for alert in told), id="alerts")
    yield E.ARTICLE(*_article(story), id=story.key)
    notes = [note for note in editors_notes(story) if note not in told]
    yield E.ASIDE(E.H2("Notes to editors"), E.OL(*map(E.LI, notes)), id="notes")
    yield E.FOOTER(E.P(imprint(story)), E.P(f"{copyright_notice(story)}. {terms(story)}"))


def _article(story: Story) -> Nodes:
    content = story.content
    yield E.H1(content.headline)
    if content.standfirst:
        yield E.P(E.STRONG(content.standfirst))
    if content.byline:
        yield E.P(f"By {content.byline}")
    for block in content.body:
        yield getattr(E, TAGS[block.kind].upper())(block.text)
