"""Feed: RSS 2.0, with the words other vocabularies lend it."""

from html import escape

from lxml.builder import ElementMaker

from storygen.model.feed import FeedHead
from storygen.model.story import Story
from storygen.publishing.formats.html import html
from storygen.publishing.outgoing import (
    Items,
    Nodes,
    changed,
    codes,
    copyright_notice,
    dated,
    html_body,
    named,
    released,
    stamp,
    terms,
    to_xml,
)
from storygen.publishing.outgoing.heads import links, renewed
from storygen.publishing.registry import file_name, lists

SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
R = ElementMaker(nsmap=SPACES)
ATOM, CONTENT, DC, TERMS = (ElementMaker(namespace=space, nsmap=SPACES) for space in SPACES.values())
SUFFIX, MEDIA_TYPE = ".rss", "application/rss+xml"


@lists("rss", suffix=SUFFIX, media_type=MEDIA_TYPE)
def rss(head: FeedHead, items: Items) -> bytes:
    """
    The stories as items with their whole body. RSS cannot take a story back: one that was killed is no longer there.

    An author must be an e-mail address there, so the byline is Dublin Core's; so is the date of a newer version.
    """
    channel = R.channel(*_head(head, items), *(R.item(*_item(head, story)) for story in items.live))
    return to_xml(R.rss(channel, version="2.0"))


def _head(head: FeedHead, items: Items) -> Nodes:
    yield R.title(head.title)
    yield R.link(head.service.url)
    yield R.description(head.description)
    yield R.language(head.service.language)
    yield R.copyright(head.service.usage_terms)
    yield R.lastBuildDate(dated(renewed(head, items)))
    yield from links(ATOM.link, head, SUFFIX, MEDIA_TYPE)


def _item(head: FeedHead, story: Story) -> Nodes:
    content = story.content
    yield R.title(content.headline)
    if head.files:
        yield R.link(f"{head.files.rstrip('/')}/{file_name(story, html)}")
    yield R.guid(story.uri, isPermaLink="false")
    yield R.pubDate(dated(released(story)))
    yield R.description(escape(content.standfirst, quote=False))  # a description is HTML, a title is not
    for each in story.beat.subjects:
        yield R.category(each.name, domain=codes.TOPICS + each.code)
    for spot in codes.spots(story):
        yield R.category(spot.name, domain=codes.GSS + spot.code)
    for word in codes.keywords(story):
        yield R.category(word)
    yield CONTENT.encoded(html_body(content))
    yield DC.creator(content.byline or story.service.name)
    yield DC.language(story.service.language)
    yield DC.rights(f"{copyright_notice(story)}. {terms(story)}")
    for source in story.rests_on:
        yield DC.source(source.url or named(source))
    yield TERMS.modified(stamp(changed(story)))
