"""
The project's own tables of what each format requires, drawn from the standards: they hold without any schema at hand.

Each `*_faults` gives everything wrong with a file, in words; nothing for a sound one.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree, html


def listed(names: str) -> list[str]:
    """Names written one after the other, as the standards' own tables do."""
    return names.split()


STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ADDRESS = re.compile(r"(?:https?|tag|urn):\S+")

ALWAYS_31 = listed(
    "standard uri type representationType profile version firstCreated versionCreated contentCreated pubStatus urgency "
    "language title slugline by located headlines descriptions bodies subjects places organisations infoSources genres "
    "digitalSourceType copyrightHolder copyrightNotice usageTerms edNote altIds trustIndicators associations"
)
WHEN_SET_31 = listed("embargoedUntil expires rightsInfo")
DATES_31 = listed("firstCreated versionCreated contentCreated embargoedUntil expires")
OBJECTS_31 = {
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "subjects": {"name", "rel", "uri", "literal", "creator", "relevance", "confidence"},
    "places": {"name", "rel", "uri", "literal", "contactInfo", "geoJSON"},
    "organisations": {"name", "rel", "uri", "literal"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "genres": {"name", "uri", "literal"},
    "altIds": {"role", "value"},
    "trustIndicators": {"role", "title", "href"},
    "associations": {"uri", "name", "rel", "copyrightHolder", "usageTerms"},
}
ALWAYS_16 = listed(
    "$standard uri type mimetype representationtype profile version firstcreated versioncreated contentcreated "
    "pubstatus urgency language title slugline byline located headline description_text body_text body_html "
    "charcount wordcount subject place organisation infosource genre digitalsourcetype copyrightholder copyrightnotice "
    "usageterms ednote altids trustindicator"
)
WHEN_SET_16 = listed("embargoed expires rightsinfo")
DATES_16 = listed("firstcreated versioncreated contentcreated embargoed expires")
UNSIGNED = {"by", "byline", "descriptions", "description_text"}
"""What a kill notice may go without."""

STATUSES = {"usable", "withheld", "canceled"}


def ninjs31_faults(data: bytes) -> Iterator[str]:
    """Names, types and enumerations of ninjs 3.1."""
    item = json.loads(data)
    yield from _names(item, ALWAYS_31, WHEN_SET_31)
    yield from _common(item, DATES_31, status="pubStatus", kind="representationType", kinds={"full", "partial"})
    for name, allowed in OBJECTS_31.items():
        for each in item.get(name, ()):
            yield from (f"{name} has no {key}" for key in each.keys() - allowed)
            yield from (f"{name}: {each[key]} is no address" for key in ("uri", "href") if not _is_address(each, key))
    for name in ("headlines", "descriptions", "bodies"):
        yield from (f"{name} without a value" for each in item.get(name, ()) if not each["value"])
    if not all(isinstance(body[key], int) for body in item["bodies"] for key in ("charCount", "wordCount")):
        yield "counts are whole numbers"
    if ["text/plain", "text/html"] != [body["contentType"] for body in item["bodies"]]:
        yield "a body as text and one as HTML"
    if item["standard"]["schema"] != "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#":
        yield "the schema is named by its address"


def ninjs16_faults(data: bytes) -> Iterator[str]:
    """Names, types and enumerations of ninjs 1.6, and what Superdesk's parser needs of them."""
    item = json.loads(data)
    yield from _names(item, ALWAYS_16, WHEN_SET_16)
    kinds = {"complete", "incomplete"}
    yield from _common(item, DATES_16, status="pubstatus", kind="representationtype", kinds=kinds)
    for name in ("subject", "genre", "place"):
        yield from (
            f"{name} without code, name and scheme" for each in item[name] if not _has(each, "code name scheme")
        )
    if "associations" in item:
        yield "Superdesk files an association as an item of its own"


def _has(record: Mapping[str, Any], names: str) -> bool:
    return all(record.get(name) for name in names.split())


def _names(item: Mapping[str, Any], always: Sequence[str], when_set: Sequence[str]) -> Iterator[str]:
    unsigned = UNSIGNED if "canceled" in item.values() else set()
    yield from (f"{name} is missing" for name in always if name not in item and name not in unsigned)
    yield from (f"{name} is no name of the standard" for name in item if name not in {*always, *when_set})


def _common(item: Mapping[str, Any], dates: Sequence[str], *, status: str, kind: str, kinds: set[str]) -> Iterator[str]:
    yield from (f"{name} is {item[name]}" for name in dates if name in item and not STAMP.fullmatch(item[name]))
    if item["type"] != "text" or item[kind] not in kinds or item[status] not in STATUSES:
        yield "a value outside its enumeration"
    if not isinstance(item["urgency"], int) or not 1 <= item["urgency"] <= 9:
        yield f"urgency is {item['urgency']!r}"
    if not isinstance(item["version"], str) or not item["version"].isdigit():
        yield f"version is {item['version']!r}"
    if not _is_address(item, "uri"):
        yield f"uri is {item['uri']}"


def _is_address(record: Mapping[str, Any], key: str) -> bool:
    return key not in record or bool(ADDRESS.fullmatch(record[key]))


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


LD_ALWAYS = listed(
    "headline description articleBody wordCount inLanguage articleSection identifier version dateCreated datePublished "
    "dateModified creativeWorkStatus author publisher creditText about keywords genre contentLocation isBasedOn "
    "backstory digitalSourceType copyrightHolder copyrightYear copyrightNotice"
)
LD_NOT = {"embargo", "urgency", "slug", "slugline", "dateline"}


def json_ld_faults(data: bytes) -> Iterator[str]:
    """What search engines and archives look for in a NewsArticle, and nothing schema.org has no word for."""
    found = json.loads(data)
    if (found["@context"], found["@type"]) != ("https://schema.org", "NewsArticle"):
        yield "a NewsArticle of schema.org"
    yield from (f"{name} is missing" for name in LD_ALWAYS if name not in found)
    yield from (f"schema.org has no {name}" for name in found if name in LD_NOT)
    if len(found["headline"]) > 110:
        yield "the headline is longer than search engines show"
    dates = ("dateCreated", "datePublished", "dateModified", "expires")
    yield from (f"{name} is {found[name]}" for name in dates if name in found and not STAMP.fullmatch(found[name]))


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


def json_feed_faults(data: bytes) -> Iterator[str]:
    """What JSON Feed 1.1 asks."""
    found = json.loads(data)
    if found["version"] != "https://jsonfeed.org/version/1.1" or not found["title"] or "items" not in found:
        yield "a version, a title and items"
    known = set(
        listed("id url title summary content_html content_text date_published date_modified authors tags language")
    )
    for item in found["items"]:
        if not isinstance(item.get("id"), str) or not (item.get("content_html") or item.get("content_text")):
            yield "an item has an id, which is text, and content"
        yield from (f"an item has a {name}" for name in item if name not in known and not name.startswith("_"))


FAULTS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "atom": atom_faults,
    "html": html_faults,
    "json_feed": json_feed_faults,
    "json_ld": json_ld_faults,
    "newsml_g2": newsml_faults,
    "newsml_g2_nitf": newsml_faults,
    "ninjs16": ninjs16_faults,
    "ninjs31": ninjs31_faults,
    "rss": rss_faults,
    "text": text_faults,
}
