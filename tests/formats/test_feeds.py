"""Feeds: who is in them when, in what order, and how a story is taken back."""

from dataclasses import replace

import pytest
from lxml import etree
from wire_stories import DAY, MADE, SERVICE, a_head, a_story, next_version

from formats.readers import OF_MANY, parsed
from formats.structures import FAULTS
from storygen.model.story import Change, Story
from storygen.publishing import feeds, is_public

TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def story(name: str, **told: object) -> Story:
    """Make a story of its own identity."""
    return a_story(uri=f"tag:example.org,2026:{name}", key=name, **told)


def shown(name: str, *stories: Story, **head: object) -> list[str]:
    """The ends of the identities a feed shows, in its order."""
    return [each.uri.rpartition(":")[2] for each in OF_MANY[name](feeds()[name].render(a_head(**head), stories))]


def stones(*stories: Story, **head: object) -> list[tuple[str | None, str | None]]:
    """What an Atom feed takes back, and since when."""
    root = etree.fromstring(feeds()["atom"].render(a_head(**head), stories))
    return [(stone.get("ref"), stone.get("when")) for stone in root.iter(TOMBSTONE)]


@pytest.mark.parametrize("name", OF_MANY)
def test_newest_first_and_by_name_where_the_time_is_the_same(name: str) -> None:
    """Whatever order they come in."""
    old, new, same = story("b-old"), story("new", first_created=MADE + DAY, version_created=MADE + DAY), story("a-old")

    assert ["new", "a-old", "b-old"] == shown(name, old, new, same) == shown(name, same, old, new)


@pytest.mark.parametrize("name", OF_MANY)
def test_only_the_newest_version_is_shown(name: str) -> None:
    """In its own words and with the time it was first had."""
    first = story("one")
    second = next_version(first, Change.UPDATE, content=replace(first.content, headline="Second test"))

    (entry,) = OF_MANY[name](feeds()[name].render(a_head(), [second, first]))
    assert "Second test" == entry.headline


@pytest.mark.parametrize("name", OF_MANY)
def test_an_embargoed_story_is_in_no_feed_before_its_time(name: str) -> None:
    """Not its key, not its headline; at its time it is, as of then, and nothing else has changed."""
    embargoed = story("secret", embargo=MADE + DAY)
    before = feeds()[name].render(a_head(now=MADE + DAY / 2), [story("open"), embargoed])

    assert b"secret" not in before
    assert before == feeds()[name].render(a_head(now=MADE + DAY / 2), [story("open")])
    assert ["secret", "open"] == shown(name, story("open"), embargoed, now=MADE + DAY)


@pytest.mark.parametrize("name", OF_MANY)
def test_a_held_story_is_in_no_feed_until_it_is_released(name: str) -> None:
    """Its earlier versions are not shown in its place."""
    held = next_version(story("held"), Change.HOLD)

    assert [] == shown(name, story("held"), held)
    assert ["held"] == shown(name, story("held"), held, next_version(held, Change.RELEASE))


@pytest.mark.parametrize("name", OF_MANY)
def test_a_killed_story_is_gone(name: str) -> None:
    """No entry, no headline, no reason."""
    data = feeds()[name].render(a_head(), [story("open"), next_version(story("bad"), Change.KILL, "Test of a reason.")])

    assert ["open"] == [each.uri.rpartition(":")[2] for each in OF_MANY[name](data)]
    assert b"KILL" not in data
    assert b"Test of a reason" not in data


def test_atom_takes_a_killed_story_back() -> None:
    """By a tombstone that says which and when; feedparser reads on past it."""
    killed = next_version(story("bad"), Change.KILL)

    assert [("tag:example.org,2026:bad", "2026-03-06T09:30:00Z")] == stones(story("open"), killed)
    assert [] == stones(story("open"), next_version(story("held"), Change.HOLD))
    assert "2026-03-06T09:30:00Z" == parsed(feeds()["atom"].render(a_head(), [story("open"), killed])).feed.updated


def test_a_story_killed_under_its_embargo_is_not_even_taken_back() -> None:
    """Nobody knew of it, and a tombstone would tell."""
    killed = next_version(story("secret", embargo=MADE + 9 * DAY), Change.KILL)

    assert [] == stones(killed, now=MADE + 2 * DAY)
    assert [("tag:example.org,2026:secret", "2026-03-06T09:30:00Z")] == stones(killed, now=MADE + 9 * DAY)


def test_a_story_that_was_public_is_taken_back_though_an_update_was_embargoed() -> None:
    """Readers have the version before it, and the time the update was to wait for is nothing to them."""
    first = story("bad")
    update = next_version(first, Change.UPDATE, embargo=MADE + 9 * DAY)
    killed = next_version(update, Change.KILL)

    assert [("tag:example.org,2026:bad", "2026-03-07T09:30:00Z")] == stones(killed, first, update, now=MADE + 3 * DAY)
    assert [] == stones(update, killed, now=MADE + 3 * DAY)


@pytest.mark.parametrize("name", OF_MANY)
def test_the_time_a_feed_is_made_is_not_in_it(name: str) -> None:
    """The same stories give the same bytes, so that a server's check of its digest means something."""
    stories = [story("one"), story("two")]

    assert feeds()[name].render(a_head(), stories) == feeds()[name].render(a_head(now=MADE + 99 * DAY), stories)


@pytest.mark.parametrize("name", OF_MANY)
def test_an_empty_feed_is_a_feed(name: str) -> None:
    """With everything the standard asks for."""
    assert [] == list(FAULTS[name](feeds()[name].render(a_head(), [])))
    assert [] == shown(name)


@pytest.mark.parametrize(("name", "suffix"), [("atom", ".atom"), ("rss", ".rss")])
def test_a_feed_says_where_it_is_read_and_which_hub_tells_of_it(name: str, suffix: str) -> None:
    """As WebSub wants; a service that reads out no feeds says neither."""
    links = {each.rel: each.href for each in parsed(feeds()[name].render(a_head(), [])).feed.links}
    bare = a_head(service=replace(SERVICE, feeds=""), hub="", files="")
    less = {each.rel for each in parsed(feeds()[name].render(bare, [])).feed.links}

    assert f"https://example.org/feeds/all{suffix}" == links["self"]
    assert "https://hub.example.org/" == links["hub"]
    assert {"self", "hub"}.isdisjoint(less)


def test_an_entry_of_atom_leads_to_the_other_formats() -> None:
    """By the names the files have, where the files can be read."""
    (entry,) = parsed(feeds()["atom"].render(a_head(), [story("one")])).entries
    links = {each.type: each.href for each in entry.links}

    assert "https://example.org/files/20260305T093000Z_one_v1.ninjs31.json" == links["application/json"]
    assert links["application/vnd.iptc.g2.newsmessage+xml"].endswith("_one_v1.g2.xml")


def test_a_correction_is_told_to_readers_of_the_feed() -> None:
    """In the summary, behind the standfirst."""
    corrected = next_version(story("one"), Change.CORRECTION, "Paragraph 1 said 223; it is 232.")
    (entry,) = parsed(feeds()["atom"].render(a_head(), [corrected])).entries

    assert "Test standfirst CORRECTION: Paragraph 1 said 223; it is 232." == entry.summary


def test_who_may_see_a_story_when() -> None:
    """Usable and out of its embargo."""
    embargoed = story("one", embargo=MADE + DAY)

    assert [False, True] == [is_public(embargoed, now) for now in (MADE, MADE + DAY)]
    assert not is_public(next_version(embargoed, Change.HOLD), MADE + 9 * DAY)
    assert not is_public(next_version(embargoed, Change.KILL), MADE + 9 * DAY)
