"""Readers of every format, none of them the project's: what is found there again of a story's words."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import feedparser
import NewsMLG2
from lxml import etree, html
from pyld import jsonld

SCHEMA_ORG = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA_ORG}}
"""What a processor is handed for schema.org's own context, which it cannot fetch: every name is one of schema.org's."""

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XHTML, NITF = "{http://www.w3.org/1999/xhtml}", "{http://iptc.org/std/NITF/2006-10-18/}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The words of a story as a receiver finds them: the paragraphs and crossheads in `body`."""

    uri: str
    headline: str
    standfirst: str
    byline: str
    body: tuple[str, ...]


def ninjs31(data: bytes) -> Seen:
    """JSON; both bodies must say the same."""
    found = json.loads(data)
    plain, marked = (body["value"] for body in found["bodies"])
    assert tuple(plain.split("\n\n")) == _blocks(marked)
    return Seen(
        uri=found["uri"],
        headline=found["headlines"][0]["value"],
        standfirst=found["descriptions"][0]["value"],
        byline=found["by"],
        body=_blocks(marked),
    )


def ninjs16(data: bytes) -> Seen:
    """JSON; both bodies must say the same."""
    found = json.loads(data)
    assert tuple(found["body_text"].split("\n\n")) == _blocks(found["body_html"])
    return Seen(
        uri=found["uri"],
        headline=found["headline"],
        standfirst=found["description_text"],
        byline=found["byline"],
        body=_blocks(found["body_html"]),
    )


def news_item(data: bytes) -> Any:  # noqa: ANN401 - the package has no types
    """The item of a NewsML-G2 message as the IPTC's own package reads it; it does not look into an item set itself."""
    (item,) = etree.fromstring(data).iter(f"{NAR}newsItem")
    return NewsMLG2.NewsMLG2Document(etree.tostring(item)).get_item()


def newsml(data: bytes) -> Seen:
    """The words of a NewsML-G2 message, by lxml, whichever language the body is in."""
    root: Any = etree.fromstring(data)
    meta = root.find(f".//{NAR}contentMeta")
    (body,) = root.iter(f"{XHTML}body", f"{NITF}block")
    return Seen(
        uri=root.find(f".//{NAR}newsItem").get("guid"),
        headline=meta.findtext(f"{NAR}headline"),
        standfirst=meta.findtext(f"{NAR}description"),
        byline=meta.findtext(f"{NAR}by"),
        body=tuple(block.text for block in body),
    )


def page(data: bytes) -> Seen:
    """The article of an HTML page."""
    (article,) = html.document_fromstring(data.decode()).iter("article")
    headline, standfirst, byline, *body = map(_content, article)
    return Seen(uri="", headline=headline, standfirst=standfirst, byline=byline.removeprefix("By "), body=_unlaid(body))


def text(data: bytes) -> Seen:
    """Plain text: what stands between the catchline and ENDS."""
    parts = data.decode().split("\n\n")
    _, headline, standfirst, byline, *body = parts[: parts.index("ENDS")]
    return Seen(uri="", headline=headline, standfirst=standfirst, byline=byline.removeprefix("By "), body=tuple(body))


@cache
def _load(url: str, _options: object = None) -> dict[str, Any]:
    assert url in {SCHEMA_ORG, SCHEMA_ORG.rstrip("/")}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(data: bytes) -> dict[str, Any]:
    """A JSON-LD document with every name written out, by a JSON-LD processor."""
    (node,) = jsonld.expand(json.loads(data), {"documentLoader": lambda url, _options: _load(url)})
    assert isinstance(node, dict)
    return node


def json_ld(data: bytes) -> Seen:
    """JSON-LD, expanded."""
    node = expanded(data)

    def value(name: str, inside: dict[str, Any] = node) -> str:
        return str(inside[f"{SCHEMA_ORG}{name}"][0]["@value"])

    headline = "alternativeHeadline" if f"{SCHEMA_ORG}alternativeHeadline" in node else "headline"
    return Seen(
        uri=node["@id"],
        headline=value(headline),
        standfirst=value("description"),
        byline=value("name", node[f"{SCHEMA_ORG}author"][0]),
        body=tuple(value("articleBody").split("\n\n")),
    )


def parsed(data: bytes) -> Any:  # noqa: ANN401 - the package has no types
    """A feed as feedparser has it, which must find nothing wrong with it."""
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def feed(data: bytes) -> Iterator[Seen]:
    """RSS and Atom; feedparser says of each text whether it is HTML."""
    for entry in parsed(data).entries:
        yield Seen(
            uri=entry.id,
            headline=_plain(entry.title_detail),
            standfirst=_plain(entry.summary_detail),
            byline=entry.author,
            body=_blocks(entry.content[0].value),
        )


def json_feed(data: bytes) -> Iterator[Seen]:
    """JSON Feed; both bodies must say the same."""
    for item in json.loads(data)["items"]:
        assert tuple(item["content_text"].split("\n\n")) == _blocks(item["content_html"])
        yield Seen(
            uri=item["id"],
            headline=item["title"],
            standfirst=item["summary"],
            byline=item["authors"][0]["name"],
            body=_blocks(item["content_html"]),
        )


def _blocks(marked: str) -> tuple[str, ...]:
    """The blocks of a piece of HTML: nothing but paragraphs and crossheads, and nothing inside them."""
    elements = html.fragments_fromstring(marked)
    assert all(isinstance(each, html.HtmlElement) and each.tag in {"p", "h2"} and not len(each) for each in elements)
    return tuple(map(_content, elements))


def _plain(text: Any) -> str:  # noqa: ANN401 - the package has no types
    return _content(html.fromstring(f"<p>{text.value}</p>")) if text.type == "text/html" else str(text.value)


def _content(element: Any) -> str:  # noqa: ANN401 - what lxml makes of HTML
    return str(element.text_content())


def _unlaid(body: list[str]) -> tuple[str, ...]:
    return tuple(re.sub(r"\n\s*$", "", each) for each in body)


OF_ONE: Mapping[str, Callable[[bytes], Seen]] = {
    "html": page,
    "json_ld": json_ld,
    "newsml_g2": newsml,
    "newsml_g2_nitf": newsml,
    "ninjs16": ninjs16,
    "ninjs31": ninjs31,
    "text": text,
}
OF_MANY: Mapping[str, Callable[[bytes], Iterator[Seen]]] = {"atom": feed, "json_feed": json_feed, "rss": feed}
