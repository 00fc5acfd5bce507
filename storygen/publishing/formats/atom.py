"""Feed: Atom (RFC 4287), killed stories taken back by tombstones (RFC 6721)."""

from lxml.builder import ElementMaker

from storygen.model.feed import FeedHead
from storygen.model.story import Change, Story
from storygen.publishing.formats.html import html
from storygen.publishing.formats.newsml_g2 import newsml_g2
from storygen.publishing.formats.ninjs31 import ninjs31
from storygen.publishing.outgoing import (
    Items,
    Node,
    Nodes,
    change_note,
    changed,
    codes,
    copyright_notice,
    html_body,
    named,
    released,
    stamp,
    terms,
    to_xml,
)
from storygen.publishing.outgoing.heads import links, renewed
from storygen.publishing.registry import file_name, lists

ATOM = "http://www.w3.org/2005/Atom"
TOMBS = "http://purl.org/atompub/tombstones/1.0"
A = ElementMaker(namespace=ATOM, nsmap={None: ATOM, "at": TOMBS})
AT = ElementMaker(namespace=TOMBS, nsmap={"at": TOMBS})
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SUFFIX, MEDIA_TYPE = ".atom", "application/atom+xml"


@lists("atom", suffix=SUFFIX, media_type=MEDIA_TYPE)
def atom(head: FeedHead, items: Items) -> bytes:
    """
    The stories as entries with their whole body.

    It was last changed when readers could first have the newest of it, a kill included, and not when the file was made.
    """
    return to_xml(
        A.feed(
            *_head(head, items),
            *(A.entry(*_entry(head, story)) for story in items.live),
            *(_tombstone(story) for story in items.killed),
            {LANG: head.service.language},
        )
    )


def _head(head: FeedHead, items: Items) -> Nodes:
    yield A.id(head.uri)
    yield A.title(head.title)
    yield A.subtitle(head.description)
    yield A.updated(stamp(renewed(head, items)))
    yield A.author(A.name(head.service.name), A.uri(head.service.url))
    yield A.rights(head.service.usage_terms)
    yield A.link(rel="alternate", href=head.service.url, type="text/html")
    yield from links(A.link, head, SUFFIX, MEDIA_TYPE)


def _entry(head: FeedHead, story: Story) -> Nodes:
    content = story.content
    yield A.id(story.uri)
    yield A.title(content.headline, type="text")
    yield A.updated(stamp(changed(story)))
    yield A.published(stamp(released(story)))
    yield A.author(A.name(content.byline or story.service.name))
    yield A.summary(_summary(story), type="text")
    yield A.content(html_body(content), type="html")
    yield from _categories(story)
    yield A.rights(f"{copyright_notice(story)}. {terms(story)}")
    for form in (html, ninjs31, newsml_g2) if head.files else ():
        where = f"{head.files.rstrip('/')}/{file_name(story, form)}"
        yield A.link(rel="alternate", href=where, type=form.media_type.partition(";")[0])
    for source in story.rests_on:
        if source.url:
            yield A.link(rel="via", href=source.url, title=named(source))


def _summary(story: Story) -> str:
    """The standfirst, and of a correction what was corrected."""
    corrected = change_note(story) if story.change is Change.CORRECTION else ""
    return " ".join(filter(None, (story.content.standfirst, corrected)))


def _categories(story: Story) -> Nodes:
    for each in story.beat.subjects:
        yield A.category(term=each.code, scheme=codes.TOPICS, label=each.name)
    for spot in codes.spots(story):
        yield A.category(term=spot.code, scheme=codes.GSS, label=spot.name)
    for word in codes.keywords(story):
        yield A.category(term=word)


def _tombstone(story: Story) -> Node:
    stone: Node = AT("deleted-entry", ref=story.uri, when=stamp(story.version_created))
    return stone
