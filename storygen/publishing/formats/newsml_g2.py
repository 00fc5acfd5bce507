"""Format: a NewsML-G2 2.35 message (power conformance) with its body in XHTML."""

from lxml.builder import ElementMaker

from storygen.model.story import Story
from storygen.publishing.outgoing import TAGS, to_xml
from storygen.publishing.outgoing.news_message import LANG, news_message
from storygen.publishing.registry import sends

XHTML = "http://www.w3.org/1999/xhtml"
H = ElementMaker(namespace=XHTML, nsmap={None: XHTML})


@sends("newsml_g2", suffix=".g2.xml", media_type="application/vnd.iptc.g2.newsmessage+xml")
def newsml_g2(story: Story) -> bytes:
    """
    The story as a news item whose body is XHTML 1.0: a paragraph or crosshead an element, with nothing inside it.

    Superdesk reads the text straight inside each child of the body: what follows an inline element is lost to it.
    """
    blocks = (H(TAGS[block.kind], block.text) for block in story.content.body)
    page = H.html(H.head(H.title(story.content.headline)), H.body(*blocks), {LANG: story.service.language})
    return to_xml(news_message(story, page, "application/xhtml+xml"))
