"""
The project's own tables of what each format requires, drawn from the standards: they hold without any schema at hand.

Each `*_faults` gives everything wrong with a file, in words; nothing for a sound one. Here those of JSON;
those of XML, pages and text are in `structures_xml`.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from formats.structures_xml import (
    ADDRESS,
    STAMP,
    atom_faults,
    html_faults,
    listed,
    newsml_faults,
    rss_faults,
    text_faults,
)

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


LD_ALWAYS = listed(
    "headline description articleBody wordCount inLanguage articleSection identifier version dateCreated datePublished "
    "dateModified creativeWorkStatus author publisher creditText about keywords genre contentLocation isBasedOn "
    "backstory digitalSourceType copyrightHolder copyrightYear copyrightNotice"
)
THING = listed("name url identifier")
LD_KNOWN = {
    "NewsArticle": [
        *LD_ALWAYS,
        *listed("alternativeHeadline expires correction mentions temporalCoverage usageInfo conditionsOfAccess"),
    ],
    "PropertyValue": listed("propertyID value"),
    "CorrectionComment": listed("text datePublished"),
    "Organization": THING,
    "Person": THING,
    "GovernmentOrganization": THING,
    "NewsMediaOrganization": [*THING, *listed("publishingPrinciples correctionsPolicy")],
    "DefinedTerm": [*THING, "termCode"],
    "AdministrativeArea": THING,
    "Dataset": [*THING, *listed("creator license")],
}
"""The properties we use of each class of schema.org; it has none for an embargo, an urgency or a slugline."""


def json_ld_faults(data: bytes) -> Iterator[str]:
    """What search engines and archives look for in a NewsArticle, and nothing schema.org has no word for."""
    found = json.loads(data)
    if (found["@context"], found["@type"]) != ("https://schema.org", "NewsArticle"):
        yield "a NewsArticle of schema.org"
    if b"<" in data:
        yield "a mark that could end the script element of the page it is set in"
    yield from (f"{name} is missing" for name in LD_ALWAYS if name not in found)
    yield from _unknown(found)
    if len(found["headline"]) > 110:
        yield "the headline is longer than search engines show"
    dates = ("dateCreated", "datePublished", "dateModified", "expires")
    yield from (f"{name} is {found[name]}" for name in dates if name in found and not STAMP.fullmatch(found[name]))


def _unknown(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Every property, however deep, that its class does not have."""
    if isinstance(value, list):
        for each in value:
            yield from _unknown(each)
    elif isinstance(value, dict) and "@type" in value:
        known = LD_KNOWN.get(value["@type"], [])
        yield from (f"{value['@type']} has no {name}" for name in value if name[0] != "@" and name not in known)
        for each in value.values():
            yield from _unknown(each)


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
