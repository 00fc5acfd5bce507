"""Format: a NewsML-G2 2.35 message with its body in NITF 3.6, for systems that read no other."""

from lxml.builder import ElementMaker

from storygen.model.story import BlockKind, Story
from storygen.publishing.outgoing import Node, to_xml
from storygen.publishing.outgoing.news_message import news_message
from storygen.publishing.registry import sends

NITF = "http://iptc.org/std/NITF/2006-10-18/"
T = ElementMaker(namespace=NITF, nsmap={None: NITF})
TAGS = {BlockKind.PARAGRAPH: "p", BlockKind.CROSSHEAD: "hl2"}


@sends("newsml_g2_nitf", suffix=".g2-nitf.xml", media_type="application/vnd.iptc.g2.newsmessage+xml")
def newsml_g2_nitf(story: Story) -> bytes:
    """The story as a news item whose body is a NITF document, its paragraphs in one block."""
    content = story.content
    blocks = (T(TAGS[block.kind], block.text) for block in content.body)
    page = T.nitf(
        T.head(T.title(content.headline)),
        T.body(
            T("body.head", *_top(story)),
            T("body.content", T.block(*blocks)),
        ),
    )
    return to_xml(news_message(story, page, "application/nitf+xml"))


def _top(story: Story) -> list[Node]:
    content = story.content
    top = [T.hedline(T.hl1(content.headline))]
    if content.byline:
        top.append(T.byline(content.byline))
    if content.standfirst:
        top.append(T.abstract(T.p(content.standfirst)))
    return top
