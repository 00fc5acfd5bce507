"""The project's own tables of what the formats in XML, HTML and plain text require."""

import re
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree, html


def listed(names: str) -> list[str]:
    """Names written one after the other, as the standards' own tables do."""
    return names.split()


STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ADDRESS = re.compile(r"(?:https?|tag|urn):\S+")

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
MESSAGE = listed("header itemSet")
HEADER = listed("sent sender transmitId priority")
ITEM = listed("catalogRef catalog rightsInfo itemMeta contentMeta contentSet")
ITEM_META = listed(
    "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName generator profile service title "
    "edNote memberOf instanceOf signal altRep deliverableOf hash expires origRep incomingFeedId metadataCreator link"
)
CONTENT_FIRST = listed("icon urgency contentCreated contentModified digitalSourceType")
CONTENT_META = {
    *CONTENT_FIRST,
    *listed("located infoSource creator contributor audience altId language genre keyword subject slugline headline"),
    *listed("dateline by creditline description"),
}
ALIASES = {
    "ninat",
    "stat",
    "sig",
    "irel",
    "isrol",
    "digsrctype",
    "genre",
    "medtop",
    "subj",
    "cpnat",
    "iso3166-2",
    "drol",
}
"""Aliases of the IPTC's catalog that we use; any other must be declared in the item."""

QCODES = ("qcode", "type", "role", "rel")


def newsml_faults(data: bytes) -> Iterator[str]:
    """Required attributes, the order of elements and the codes of NewsML-G2 2.35, and the language of the body."""
    root: Any = etree.fromstring(data)
    (item,) = root.iter(f"{NAR}newsItem")
    meta, content = item.find(f"{NAR}itemMeta"), item.find(f"{NAR}contentMeta")
    yield from _order(root, MESSAGE)
    yield from _order(root.find(f"{NAR}header"), HEADER)
    yield from _order(item, ITEM)
    yield from _order(meta, ITEM_META)
    yield from _order(content, CONTENT_FIRST, others=CONTENT_META)
    wanted = {"standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power"}
    yield from (f"{name} is {item.get(name)}" for name, value in wanted.items() if item.get(name) != value)
    yield from (f"no {name}" for name in ("guid", "version") if not item.get(name))
    for name in ("itemClass", "provider", "versionCreated", "pubStatus", "edNote"):
        if len(meta.findall(f"{NAR}{name}")) != 1:
            yield f"one {name} is wanted"
    yield from _codes(item)
    for each in item.iter(f"{NAR}versionCreated", f"{NAR}firstCreated", f"{NAR}embargoed", f"{NAR}expires"):
        if not STAMP.fullmatch(each.text or ""):
            yield f"{each.tag} is {each.text}"
    yield from _body_faults(item)


def _order(parent: Any, order: Sequence[str], others: set[str] | None = None) -> Iterator[str]:  # noqa: ANN401 - an element
    names = [etree.QName(each).localname for each in parent]
    places = [order.index(name) if name in order else len(order) for name in names]
    if places != sorted(places):
        yield f"{parent.tag} has its parts in the order {names}"
    yield from (f"{parent.tag} has a {name}" for name in names if name not in {*order, *(others or ())})


def _codes(item: Any) -> Iterator[str]:  # noqa: ANN401 - an element
    declared = {each.get("alias") for each in item.iter(f"{NAR}scheme")}
    for each in item.iter(f"{NAR}*"):
        for name in QCODES:
            code = each.get(name)
            if code and code.partition(":")[0] not in ALIASES | declared:
                yield f"nobody declares the alias of {code}"


def _body_faults(item: Any) -> Iterator[str]:  # noqa: ANN401 - an element
    bodies = list(item.find(f"{NAR}contentSet"))
    if [etree.QName(each).localname for each in bodies] != ["inlineXML"] or not bodies[0].get("wordcount"):
        yield "one inlineXML, with its word count"
    kind = bodies[0].get("contenttype")
    names = [etree.QName(each).localname for each in bodies[0].iter() if each is not bodies[0]]
    allowed = {"application/xhtml+xml": XHTML_BODY, "application/nitf+xml": NITF_BODY}[kind]
    yield from (f"{kind} has a {name}" for name in names if name not in allowed)


XHTML_BODY = set(listed("html head title body p h2"))
NITF_BODY = set(listed("nitf head title body body.head hedline hl1 byline abstract p body.content block hl2"))


def html_faults(data: bytes) -> Iterator[str]:
    """A whole page with one article, in which nothing is styled, scripted or marked."""
    page = html.document_fromstring(data.decode())
    if not data.startswith(b"<!doctype html>") or page.get("lang") != "en-GB":
        yield "a doctype and a language"
    (article,) = page.iter("article")
    names = [each.tag for each in article.iter()][1:]
    yield from (f"an article with a {name}" for name in names if name not in {"h1", "h2", "p", "strong"})
    if names.count("h1") != 1:
        yield "one headline"
    yield from (f"a {each.tag} with a style" for each in page.iter() if each.get("style") or each.get("class"))


def text_faults(data: bytes) -> Iterator[str]:
    """ENDS once, on its own; then the notes."""
    parts = data.decode().split("\n\n")
    if parts.count("ENDS") != 1 or parts[parts.index("ENDS") + 1] != "Notes to editors":
        yield "ENDS, then the notes"


ATOM = "{http://www.w3.org/2005/Atom}"


def atom_faults(data: bytes) -> Iterator[str]:
    """What RFC 4287 asks of a feed and of an entry, and RFC 6721 of a tombstone."""
    root = etree.fromstring(data)
    for parent in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(parent.findall(f"{ATOM}{name}")) != 1:
                yield f"{parent.tag} wants one {name}"
        if not parent.findtext(f"{ATOM}author/{ATOM}name"):
            yield f"{parent.tag} wants an author with a name"
    for each in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not STAMP.fullmatch(each.text or ""):
            yield f"{each.tag} is {each.text}"
    for stone in root.iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry"):
        if not ADDRESS.fullmatch(stone.get("ref", "")) or not STAMP.fullmatch(stone.get("when", "")):
            yield "a tombstone says which and when"


def rss_faults(data: bytes) -> Iterator[str]:
    """What RSS 2.0 asks of a channel and of an item."""
    (channel,) = etree.fromstring(data)
    yield from (f"the channel has no {name}" for name in ("title", "link", "description") if not channel.findtext(name))
    for item in channel.iter("item"):
        guid = item.find("guid")
        if guid is None or guid.get("isPermaLink") != "false" or not item.findtext("title"):
            yield "an item has a title, and a guid that is no link"
        if item.find("author") is not None:
            yield "an author would have to be an address"
        if parsedate_to_datetime(item.findtext("pubDate") or "").utcoffset() is None:
            yield "a date says its zone"
