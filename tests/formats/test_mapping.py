"""The mapping: every field of a story stands where each format's readers look for it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from wire_stories import BEAT, SERVICE, a_content, a_head, a_story, next_version

from formats.fields import EMBARGOED, GSS, JSON_LD, NEWSML, NINJS16, NINJS31, OGL, OLDER, STORY, TOPIC
from formats.official import needs_official, schema_org
from formats.readers import SCHEMA_ORG, expanded, news_item, parsed
from storygen.model.story import Change
from storygen.publishing import feeds, formats


@pytest.mark.parametrize(("name", "table"), [("ninjs31", NINJS31), ("ninjs16", NINJS16)])
def test_ninjs_has_every_field_in_its_place(name: str, table: Mapping[str, Any]) -> None:
    """By the names of the standard, in both its lines."""
    found = json.loads(formats()[name].render(STORY))

    assert table == {path: _at(found, path) for path in table}


@pytest.mark.parametrize("name", ["newsml_g2", "newsml_g2_nitf"])
def test_newsml_has_every_field_in_its_place(name: str) -> None:
    """By XPath, whichever language the body is in."""
    root = etree.fromstring(formats()[name].render(STORY))

    assert {path: [value] for path, value in NEWSML.items()} == {path: _found(root, path) for path in NEWSML}


def test_the_codes_of_newsml_lead_somewhere() -> None:
    """Each is resolved by the IPTC's own package from the catalogue it carries, or from ours in the item."""
    import NewsMLG2  # noqa: PLC0415 - it keeps the catalogues of the item read last

    data = formats()["newsml_g2"].render(STORY)
    news_item(data)
    root: Any = etree.fromstring(data)
    codes = {str(code) for code in root.xpath("//@qcode | //@type | //@role | //@rel")}
    resolved = {code: NewsMLG2.qcode_to_uri(code) for code in codes}

    assert f"{TOPIC}20000096" == resolved["medtop:20000096"]
    assert f"{OLDER}02001004" == resolved["subj:02001004"]
    assert f"{GSS}E23000039" == resolved["gss:E23000039"]
    assert "http://cv.iptc.org/newscodes/pubstatusg2/usable" == resolved["stat:usable"]
    assert "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia" == resolved["digsrctype:dataDrivenMedia"]
    assert "tag:example.org,2026:id:template" == resolved["storyid:template"]
    assert all(uri.startswith(("http", "tag:")) for uri in resolved.values())


def test_json_ld_has_every_field_in_its_place() -> None:
    """Expanded by a JSON-LD processor, every name is one of schema.org's."""
    node = expanded(formats()["json_ld"].render(STORY))

    assert [f"{SCHEMA_ORG}NewsArticle"] == node["@type"]
    assert JSON_LD == {path: _expanded_at(node, path) for path in JSON_LD}


@needs_official
def test_schema_org_has_every_property_where_it_is_used() -> None:
    """Each property is one of the class it stands on, or of one above; every class is known."""
    known = schema_org()

    def above(name: str) -> set[str]:
        parents = _listed(known[name].get("rdfs:subClassOf", []))
        return {name}.union(
            *(above(each["@id"].removeprefix("schema:")) for each in parents if "schema" in each["@id"])
        )

    wrong = []
    for node in _nodes(expanded(formats()["json_ld"].render(STORY))):
        kind = node["@type"][0].removeprefix(SCHEMA_ORG)
        for name in (key.removeprefix(SCHEMA_ORG) for key in node if not key.startswith("@")):
            domain = {each["@id"].removeprefix("schema:") for each in _listed(known[name]["schema:domainIncludes"])}
            if not domain & above(kind):
                wrong.append(f"{kind}.{name}")

    assert [] == wrong
    assert "DataDrivenMediaDigitalSource" in known


def test_feeds_have_every_field_in_its_place() -> None:
    """As feedparser finds them, in RSS and in Atom."""
    for name in ("rss", "atom"):
        found = parsed(feeds()[name].render(a_head(), [STORY]))
        (entry,) = found.entries

        assert (STORY.uri, "Test headline for Dorset") == (entry.id, entry.title)
        assert entry.summary.startswith("Test standfirst")
        assert "Test data desk" == entry.author
        assert (2026, 3, 5, 9, 30, 0) == tuple(entry.published_parsed[:6])
        assert (2026, 3, 6, 9, 30, 0) == tuple(entry.updated_parsed[:6])
        assert entry.rights.startswith("© 2026 Test News Service Ltd")
        assert OGL in entry.rights
        assert "drug trafficking" in {tag.label or tag.term for tag in entry.tags}
        assert "en-GB" == found.feed.language


def test_the_source_s_page_is_linked_where_it_is_known() -> None:
    """And where it is not, nothing is made up: the source is named, or has a name of the service's own."""
    url = "https://example.org/test-table"
    known = a_story(beat=replace(BEAT, sources=(replace(BEAT.sources[0], url=url),)))

    for name in ("ninjs31", "ninjs16", "newsml_g2", "json_ld"):
        assert url in formats()[name].render(known).decode()
        assert "tag:example.org,2026:source:" not in formats()[name].render(known).decode()
    assert f'rel="via" href="{url}"' in feeds()["atom"].render(a_head(), [known]).decode()
    assert 'rel="via"' not in feeds()["atom"].render(a_head(), [STORY]).decode()


@pytest.mark.parametrize("name", ["ninjs31", "ninjs16", "newsml_g2", "newsml_g2_nitf", "html", "text", "json_ld"])
def test_the_licence_of_the_figures_is_named_beside_our_own_terms(name: str) -> None:
    """Two rights apply: the service's, and the Open Government Licence."""
    data = formats()[name].render(STORY).decode()

    assert SERVICE.usage_terms in data
    assert f"licensed under the {OGL}" in data
    assert "Office for National Statistics" in data


def test_an_embargo_is_a_field_for_machines_and_words_for_people() -> None:
    """With date, time and zone, first in the note and first on the page."""
    words = "EMBARGOED until 09:30 GMT on Friday 6 March 2026."
    found = {name: form.render(EMBARGOED).decode() for name, form in formats().items()}

    assert "2026-03-06T09:30:00Z" == json.loads(found["ninjs31"])["embargoedUntil"]
    assert "2026-03-06T09:30:00Z" == json.loads(found["ninjs16"])["embargoed"]
    assert "<embargoed>2026-03-06T09:30:00Z</embargoed>" in found["newsml_g2"]
    assert json.loads(found["ninjs31"])["edNote"].startswith(words)
    assert f"<edNote>{words}" in found["newsml_g2"]
    assert found["text"].startswith(words)
    assert found["html"].index(words) < found["html"].index("<article")


@pytest.mark.parametrize("change", [Change.UPDATE, Change.CORRECTION, Change.RELEASE])
def test_a_version_made_after_its_embargo_does_not_order_anybody_to_wait(change: Change) -> None:
    """The field keeps the time for machines; a person would take the words for an embargo that holds."""
    late = next_version(next_version(EMBARGOED, Change.UPDATE), change)
    found = {name: form.render(late).decode() for name, form in formats().items()}

    assert "2026-03-06T09:30:00Z" == json.loads(found["ninjs31"])["embargoedUntil"]
    assert [] == [name for name, data in found.items() if "EMBARGOED" in data]


def test_a_headline_too_long_for_a_search_engine_is_given_twice() -> None:
    """Cut at a word, and whole."""
    headline = " ".join(["Test"] * 30)
    found = json.loads(formats()["json_ld"].render(a_story(content=a_content(headline=headline))))

    assert headline == found["alternativeHeadline"]
    assert len(found["headline"]) <= 110
    assert found["headline"].endswith("Test…")


def _at(found: Any, path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    for step in path.split("."):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found


def _found(root: Any, path: str) -> list[str]:  # noqa: ANN401 - an element
    nodes = root.xpath(path, namespaces={"n": "http://iptc.org/std/nar/2006-10-01/"})
    return [node if isinstance(node, str) else node.text for node in nodes]


def _expanded_at(node: dict[str, Any], path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The first value along a path of an expanded document."""
    for step in path.split("."):
        if step.startswith("@"):
            return node[step]
        node = node[f"{SCHEMA_ORG}{step}"][0]
    return node["@value"]


def _nodes(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every node of an expanded document that says of what class it is."""
    if isinstance(value, list):
        return [node for each in value for node in _nodes(each)]
    if not isinstance(value, dict):
        return []
    return [*([value] if "@type" in value and isinstance(value["@type"], list) else []), *_nodes(list(value.values()))]


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    return value if isinstance(value, list) else [value]
