"""The tables of requirements: each finds what it is there to find, or it would prove nothing of a sound file."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from wire_stories import a_head, a_story

from formats.structures import FAULTS
from storygen.publishing import feeds, formats

Change = Callable[[dict[str, Any]], object]
JSON: dict[str, list[Change]] = {
    "ninjs31": [
        lambda item: item.pop("uri"),
        lambda item: item.pop("digitalSourceType"),
        lambda item: item.update(byline="Test"),
        lambda item: item.update(urgency="5"),
        lambda item: item.update(urgency=10),
        lambda item: item.update(version=1),
        lambda item: item.update(pubStatus="cancelled"),
        lambda item: item.update(representationType="complete"),
        lambda item: item.update(versionCreated="2026-03-05T09:30:00+00:00"),
        lambda item: item.update(embargoedUntil="2026-03-05"),
        lambda item: item["subjects"][0].update(code="20000096"),
        lambda item: item["infoSources"][0].update(uri="home office"),
        lambda item: item["bodies"][0].update(wordCount="15"),
        lambda item: item["bodies"].pop(),
        lambda item: item["headlines"][0].update(value=""),
    ],
    "ninjs16": [
        lambda item: item.pop("body_html"),
        lambda item: item.update(keywords=["test"]),
        lambda item: item.update(representationtype="full"),
        lambda item: item.update(versioncreated="2026-03-05T09:30:00.000Z"),
        lambda item: item["subject"][0].pop("scheme"),
        lambda item: item.update(associations={}),
    ],
    "json_ld": [
        lambda item: item.update(headline="x" * 111),
        lambda item: item.pop("digitalSourceType"),
        lambda item: item.update(slugline="POLICE"),
        lambda item: item.update(dateModified="5 March 2026"),
        lambda item: item.update({"@type": "Article"}),
        lambda item: item["isBasedOn"][0].update(licence="test"),
    ],
    "json_feed": [
        lambda feed: feed.update(version="1.1"),
        lambda feed: feed["items"][0].update(id=1),
        lambda feed: feed["items"][0].update(byline="Test"),
        lambda feed: [feed["items"][0].pop(name) for name in ("content_html", "content_text")],
    ],
}
MARKUP = {
    "newsml_g2": [
        (' version="1" standard=', " standard="),
        (' conformance="power"', ""),
        ('standardversion="2.35"', 'standardversion="2.34"'),
        ("<pubStatus", "<pubStatuses"),
        ("<edNote>", "<edNote>Test</edNote><edNote>"),
        ('alias="gss"', 'alias="ons"'),
        ("medtop:20000096", "topic:20000096"),
        ("09:30:00Z</firstCreated>", "09:30:00.0Z</firstCreated>"),
        ("<p>Test lead", "<p><em>Test</em> lead"),
        (' wordcount="15"', ""),
        ("<urgency>5</urgency>", "<slugline>Test</slugline><urgency>5</urgency>"),
        ("<sender>example.org</sender>", "<priority>5</priority><sender>example.org</sender>"),
    ],
    "newsml_g2_nitf": [("<block>", "<block><ol/>"), (' guid="', ' id="')],
    "html": [
        ("<!doctype html>", ""),
        ("<p>Test lead", "<p><em>Test</em> lead"),
        ("<h1>", '<h1 class="big">'),
        ("<p>Test lead, with 232 things.</p>", "<h1>Test</h1>"),
    ],
    "text": [("ENDS", "Ends"), ("Notes to editors", "Notes")],
    "atom": [
        ("<id>tag:example.org,2026:drug-seizures-2018-19-dorset</id>", ""),
        ("<name>Test data desk</name>", "<name/>"),
        ("09:30:00Z</published>", "09:30:00</published>"),
    ],
    "rss": [
        ('isPermaLink="false"', ""),
        ("<description>Test stories</description>", ""),
        ("<dc:creator>", "<author>Test</author><dc:creator>"),
        (" GMT</pubDate>", "</pubDate>"),
    ],
}


def file_of(name: str) -> str:
    """A sound file."""
    if name in formats():
        return formats()[name].render(a_story()).decode()
    return feeds()[name].render(a_head(), [a_story()]).decode()


@pytest.mark.parametrize(("name", "number"), [(name, number) for name in JSON for number in range(len(JSON[name]))])
def test_a_spoilt_record_is_found(name: str, number: int) -> None:
    """One thing wrong at a time."""
    record = json.loads(file_of(name))
    JSON[name][number](record)

    with pytest.raises((AssertionError, KeyError)):
        assert [] == list(FAULTS[name](json.dumps(record).encode()))


@pytest.mark.parametrize(("name", "before", "after"), [(name, *pair) for name in MARKUP for pair in MARKUP[name]])
def test_spoilt_markup_is_found(name: str, before: str, after: str) -> None:
    """One thing wrong at a time."""
    whole = file_of(name)
    assert before in whole

    with pytest.raises((AssertionError, AttributeError)):
        assert [] == list(FAULTS[name](whole.replace(before, after, 1).encode()))
