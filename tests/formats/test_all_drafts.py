"""All drafts: each article of the edition, its voices answered in artificial words, is sound in every format."""

import json
import re

import pytest
from wire_stories import a_head

from formats.official import needs_official, ninjs_faults, xml_schema
from formats.readers import OF_MANY, OF_ONE, news_item, parsed
from formats.structures import FAULTS
from storygen.errors import UsageError
from storygen.model.copy import Copy
from storygen.model.plan import Form
from storygen.model.story import Story
from storygen.publishing import feeds, formats, readers_draft

Stories = dict[str, Story]
ARTICLES, SHEETS = 35, 4
MARKS = re.compile(r"QUOTE NEEDED|READ MORE|EDITOR'S NAME|NOT FOR PUBLICATION|\[|\]|\{[+~=>-]|None\b|Test Reporter")
"""What the draft has for its editor alone, an emptiness that was printed, and the name of who took down a quote."""


def test_there_is_a_story_for_every_article_and_none_for_a_question_sheet(
    all_stories: Stories, copies: dict[str, Copy]
) -> None:
    """What a guard forbids goes to no reader, however many voices have answered."""
    sheets = [copy for copy in copies.values() if copy.draft.plan.form is Form.QUESTIONS]

    assert (ARTICLES, SHEETS) == (len(all_stories), len(sheets))
    for copy in sheets:
        with pytest.raises(UsageError, match="not ready, and readers may not have it"):
            readers_draft(copy)


@pytest.mark.parametrize("name", OF_ONE)
def test_every_story_is_sound_and_is_read_again_as_it_was(name: str, all_stories: Stories) -> None:
    """By the project's own tables and by a reader that is not the project's."""
    for story in all_stories.values():
        data = formats()[name].render(story)
        seen = OF_ONE[name](data)

        assert [] == list(FAULTS[name](data))
        assert story.content.headline == seen.headline
        assert tuple(block.text for block in story.content.body) == seen.body
        assert not MARKS.search(_told(name, data)), MARKS.search(_told(name, data))


@pytest.mark.parametrize("name", OF_MANY)
def test_a_feed_of_them_all_is_sound_and_is_read_again(name: str, all_stories: Stories) -> None:
    """Thirty-five entries, each the story's own words."""
    data = feeds()[name].render(a_head(), all_stories.values())
    seen = {each.uri: each for each in OF_MANY[name](data)}

    assert [] == list(FAULTS[name](data))
    assert {story.uri for story in all_stories.values()} == set(seen)
    assert all(story.content.headline == seen[story.uri].headline for story in all_stories.values())


def test_the_iptc_s_own_package_reads_every_news_item(all_stories: Stories) -> None:
    """The item, its version and the words of its metadata, as they were meant."""
    for story in all_stories.values():
        item = news_item(formats()["newsml_g2"].render(story))

        assert (story.uri, "1") == (item.guid, item.version)
        assert story.content.headline == str(item.contentmeta.headline)
        assert story.slugline == str(item.contentmeta.slugline) == str(item.itemmeta.title[0])


def test_every_story_is_about_the_place_it_is_filed_under(all_stories: Stories) -> None:
    """The slugline, the place and the identity agree, and no two stories share one."""
    assert len(all_stories) == len({story.slugline for story in all_stories.values()})
    for area, story in all_stories.items():
        found = json.loads(formats()["ninjs31"].render(story))

        assert found["uri"].endswith(area)
        assert story.place.code == found["places"][0]["literal"]
        assert found["slugline"].startswith("POLICE Drugs ")
        assert 4 <= found["urgency"] <= 8


def test_every_body_says_that_it_was_made_with_automation(all_stories: Stories) -> None:
    """So does the note, and so does the code: three places, none of which can be lost alone."""
    for story in all_stories.values():
        found = json.loads(formats()["ninjs31"].render(story))

        assert "drafted with automation" in found["bodies"][0]["value"]
        assert "Drafted with automation" in found["edNote"]
        assert found["digitalSourceType"]["uri"].endswith("/dataDrivenMedia")


def test_feedparser_finds_topics_and_places(all_stories: Stories) -> None:
    """A category has its code and its vocabulary in Atom."""
    (entry,) = parsed(feeds()["atom"].render(a_head(), [all_stories["dorset"]])).entries

    tags = {(tag.scheme, tag.term) for tag in entry.tags}
    assert ("http://cv.iptc.org/newscodes/mediatopic/", "20000096") in tags
    assert ("http://statistics.data.gov.uk/id/statistical-geography/", "E23000039") in tags
    assert (None, "heroin") in tags


@needs_official
@pytest.mark.parametrize(("name", "version"), [("ninjs31", "3.1"), ("ninjs16", "1.6")])
def test_every_story_is_valid_ninjs(name: str, version: str, all_stories: Stories) -> None:
    """By the IPTC's schema."""
    assert [] == [
        each for story in all_stories.values() for each in ninjs_faults(formats()[name].render(story), version)
    ]


@needs_official
@pytest.mark.parametrize("name", ["newsml_g2", "newsml_g2_nitf"])
def test_every_story_is_valid_newsml(name: str, all_stories: Stories) -> None:
    """By the IPTC's schemas, of the message and of a body in NITF."""
    from lxml import etree  # noqa: PLC0415 - only here

    message = xml_schema("newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd")
    nitf = xml_schema("nitf/nitf-3-6.xsd")
    for story in all_stories.values():
        root = etree.fromstring(formats()[name].render(story))
        message.assertValid(root)
        for body in root.iter("{http://iptc.org/std/NITF/2006-10-18/}nitf"):
            nitf.assertValid(body)


def _told(name: str, data: bytes) -> str:
    """What a file says, without the brackets of JSON itself."""
    if "json" in name or "ninjs" in name:
        return " ".join(_texts(json.loads(data)))
    return data.decode()


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]
