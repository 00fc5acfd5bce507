"""Changes: what a receiver is told of an update, a correction, a hold or a kill, and what is left of a killed story."""

import json
from dataclasses import replace

import pytest
from lxml import etree
from wire_stories import BEAT, DAY, MADE, a_body, a_content, a_story, next_version

from formats.official import needs_official, ninjs_faults, xml_schema
from formats.readers import OF_ONE
from storygen.model.story import Change, Content, InfoSource, Story
from storygen.publishing import formats

SECRET = ("heroin", "232", "highest", "Test standfirst", "Test paragraph", "Test data desk")
KILLED_WORDS = a_content(
    headline="Test headline",
    body=a_body("232 heroin seizures, the highest.", "Test paragraph."),
    notes=("Test of heroin.",),
)
NAR = "{http://iptc.org/std/nar/2006-10-01/}"


def notes(story: Story) -> str:
    """The note to editors, which must be the same in ninjs and NewsML-G2."""
    found = json.loads(formats()["ninjs31"].render(story))["edNote"]
    assert found == json.loads(formats()["ninjs16"].render(story))["ednote"]
    assert found == etree.fromstring(formats()["newsml_g2"].render(story)).findtext(f".//{NAR}edNote")
    return str(found)


def signals(story: Story) -> tuple[str, list[str]]:
    """The status and the signals of a news item."""
    root = etree.fromstring(formats()["newsml_g2"].render(story))
    (status,) = root.iter(f"{NAR}pubStatus")
    return status.get("qcode", ""), [each.get("qcode", "") for each in root.iter(f"{NAR}signal")]


@pytest.mark.parametrize(
    ("change", "label", "status", "signal"),
    [
        (Change.UPDATE, "UPDATE: Test reason.", "stat:usable", ["sig:update"]),
        (Change.CORRECTION, "CORRECTION: Test reason.", "stat:usable", ["sig:correction"]),
        (Change.HOLD, "HOLD: Test reason.", "stat:withheld", []),
        (Change.RELEASE, "RELEASE: Test reason.", "stat:usable", []),
        (Change.KILL, "KILL: Test reason.", "stat:canceled", []),
    ],
)
def test_a_change_is_labelled_in_the_note_and_by_code(
    change: Change, label: str, status: str, signal: list[str]
) -> None:
    """A correction is never called an update, nor the other way."""
    story = next_version(a_story(), change)

    assert label in notes(story)
    assert (status, signal) == signals(story)


def test_a_first_version_says_nothing_of_a_change() -> None:
    """No label, no signal."""
    assert "Test note for editors." == notes(a_story()).split("\n")[0]
    assert ("stat:usable", []) == signals(a_story())


def test_a_label_is_not_said_twice() -> None:
    """A note written in the trade's form stays as it was written."""
    story = next_version(a_story(), Change.CORRECTION, "CORRECTION: paragraph 1 said 223; it is 232.")

    assert "CORRECTION: paragraph 1 said 223; it is 232." == notes(story).split("\n")[0]
    assert 1 == notes(story).count("CORRECTION")


@pytest.mark.parametrize("change", [Change.UPDATE, Change.CORRECTION, Change.HOLD, Change.RELEASE])
def test_every_version_is_the_whole_story(change: Change) -> None:
    """A full replacement under the same identity and slugline, first made when it was; never a difference."""
    first, second = a_story(), next_version(a_story(), change)
    found = [json.loads(formats()["ninjs31"].render(each)) for each in (first, second)]

    for name in ("uri", "slugline", "firstCreated", "bodies", "headlines"):
        assert found[0][name] == found[1][name]
    assert ["1", "2"] == [each["version"] for each in found]
    assert found[0]["versionCreated"] < found[1]["versionCreated"]


@pytest.mark.parametrize("name", OF_ONE)
def test_nothing_of_a_killed_story_is_left_but_its_headline(name: str) -> None:
    """No standfirst, note, keyword or local source of its own: a program that looks at no status prints an order."""
    told = (*BEAT.sources, InfoSource(producer="Test Court", title="Test of heroin"))
    story = next_version(a_story(content=KILLED_WORDS, sources=told), Change.KILL, keywords=("heroin",))
    data = formats()[name].render(story).decode()

    assert [] == [each for each in SECRET if each in data]
    assert "KILL: Test headline" in data
    assert "Killed: POLICE Drugs Dorset, in every version up to 2." in data
    assert story.uri in data or name in {"html", "text"}


def test_a_kill_goes_wherever_the_story_went_and_at_once() -> None:
    """The same topics and place and slugline; no embargo keeps it back."""
    embargoed = a_story(embargo=MADE + 9 * DAY)
    before, after = (
        json.loads(formats()["ninjs31"].render(each)) for each in (embargoed, next_version(embargoed, Change.KILL))
    )

    assert "canceled" == after["pubStatus"]
    assert "embargoedUntil" not in after
    assert all(before[name] == after[name] for name in ("uri", "slugline", "places", "genres", "firstCreated"))
    assert {each["uri"] for each in before["subjects"] if "uri" in each} == {
        each["uri"] for each in after["subjects"] if "uri" in each
    }


def test_a_kill_of_a_kill_notice_is_the_same_notice() -> None:
    """Whoever already wrote the label into the headline does not get it twice."""
    words = replace(KILLED_WORDS, headline="KILL: Test headline")
    once, twice = (next_version(a_story(content=each), Change.KILL) for each in (KILLED_WORDS, words))

    assert formats()["text"].render(once) == formats()["text"].render(twice)


def test_a_hold_stands_above_everything_a_desk_reads() -> None:
    """In text and on the page; the words are there for the desk that is asked to wait."""
    story = next_version(a_story(), Change.HOLD)

    assert formats()["text"].render(story).decode().startswith("HOLD HOLD HOLD")
    assert "HOLD HOLD HOLD" in formats()["html"].render(story).decode().partition("<article")[0]


def test_a_substitute_names_the_story_it_stands_in_for() -> None:
    """In the note and, in NewsML-G2, as a link."""
    story = a_story(replaces="tag:example.org,2026:killed")

    assert "This story stands in for tag:example.org,2026:killed, which was killed." in notes(story)


@needs_official
@pytest.mark.parametrize("change", [change for change in Change if change is not Change.FIRST])
def test_every_change_is_valid_by_the_official_schemas(change: Change) -> None:
    """A kill notice included, without byline."""
    story = next_version(a_story(content=_bare(a_content())), change)

    assert [] == ninjs_faults(formats()["ninjs31"].render(story), "3.1")
    assert [] == ninjs_faults(formats()["ninjs16"].render(story), "1.6")
    xml_schema("newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd").assertValid(
        etree.fromstring(formats()["newsml_g2"].render(story))
    )


def _bare(content: Content) -> Content:
    return replace(content, standfirst="", byline="", notes=())
