"""Feeds in files: what was taken out of one is taken out of the file that readers go on reading."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from approvals import HOUR, a_turn, an_approval
from newsroom_desk import SERVICE
from wire_stories import MADE

from storygen.errands.wire.books import Books
from storygen.errands.wire.sending import INDEX, write_feeds
from storygen.errors import OutputError
from storygen.model.issued import Version
from storygen.model.story import Change
from storygen.wire import enter, open_ledger, turn

KEY = b"tag:example.org,2026:drug-seizures:2018-19:dorset"


def books(folder: Path, now: datetime) -> Books:
    """Make the books of a desk that keeps them in a folder."""
    (folder / "service.yaml").write_text(SERVICE, encoding="utf-8")
    return Books(ledger=str(folder / "ledger.sqlite"), now=now)


def led_on(folder: Path, drug: str, at: datetime, place: str = "dorset") -> Version:
    """Enter a version that leads on a drug."""
    approval = an_approval(at, place=place, headline=f"Test of {drug}")
    ledger = open_ledger(str(folder / "ledger.sqlite"), is_new=True)
    try:
        return enter(ledger, replace(approval, story=replace(approval.story, angle=f"test:{drug}", keywords=(drug,))))
    finally:
        ledger.close()


def killed(folder: Path, version: Version, at: datetime) -> None:
    """Kill a story."""
    ledger = open_ledger(str(folder / "ledger.sqlite"))
    turn(ledger, version.story.uri, a_turn(Change.KILL, at))
    ledger.close()


def written(folder: Path, now: datetime) -> tuple[str, ...]:
    """Write the feeds; the names of those that changed."""
    return write_feeds(str(folder / "feeds"), books(folder, now))


def test_a_feed_no_story_belongs_in_any_more_is_emptied_and_kept(tmp_path: Path) -> None:
    """The story leads on another drug now: its old words are in no file, and who reads the old feed finds a feed."""
    led_on(tmp_path, "heroin", MADE)
    written(tmp_path, MADE)
    led_on(tmp_path, "crack", MADE + HOUR)

    changed = written(tmp_path, MADE + HOUR)

    files = {path.name: path.read_bytes() for path in (tmp_path / "feeds").iterdir()}
    assert {"drug-heroin.atom", "drug-heroin.rss", "drug-heroin.feed.json"} < set(changed)
    assert [] == [name for name, data in files.items() if b"Test of heroin" in data]
    assert KEY not in files["drug-heroin.atom"]
    assert set(files) == {INDEX, *(each["name"] for each in json.loads(files[INDEX]))}
    assert () == written(tmp_path, MADE + 2 * HOUR)


def test_a_killed_story_is_taken_back_in_every_drugs_feed_it_was_ever_in(tmp_path: Path) -> None:
    """Whether another story is still in that feed or none."""
    version = led_on(tmp_path, "heroin", MADE)
    led_on(tmp_path, "cannabis", MADE, place="essex")
    written(tmp_path, MADE)
    for number, drug in enumerate(("cannabis", "crack"), start=1):
        led_on(tmp_path, drug, MADE + number * HOUR)
        written(tmp_path, MADE + number * HOUR)
    killed(tmp_path, version, MADE + 3 * HOUR)

    written(tmp_path, MADE + 3 * HOUR)

    for drug in ("heroin", "cannabis", "crack"):
        assert b'deleted-entry ref="' + KEY in (tmp_path / "feeds" / f"drug-{drug}.atom").read_bytes()
    assert b"Test of cannabis" in (tmp_path / "feeds" / "drug-cannabis.atom").read_bytes()


def test_a_story_that_comes_back_to_a_feed_is_in_it_again(tmp_path: Path) -> None:
    """An emptied feed is a feed like any other."""
    for number, drug in enumerate(("heroin", "crack", "heroin")):
        led_on(tmp_path, drug, MADE + number * HOUR)
        written(tmp_path, MADE + number * HOUR)

    assert KEY in (tmp_path / "feeds" / "drug-heroin.atom").read_bytes()
    assert KEY not in (tmp_path / "feeds" / "drug-crack.atom").read_bytes()


@pytest.mark.parametrize("held", ["Test", "{}x", '[{"name": 1}]', '["Test"]', "7"])
def test_an_index_somebody_spoiled_is_said_before_any_feed_is_written(tmp_path: Path, held: str) -> None:
    """What was to be emptied could not be known."""
    led_on(tmp_path, "heroin", MADE)
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / INDEX).write_text(held, encoding="utf-8")

    with pytest.raises(OutputError, match="is no index of feeds"):
        written(tmp_path, MADE)

    assert [INDEX] == [path.name for path in (tmp_path / "feeds").iterdir()]


def test_a_feed_is_titled_by_the_topics_of_its_stories(tmp_path: Path) -> None:
    """One of two topics names both, whichever story came first; that of a drug only what it holds."""
    led_on(tmp_path, "heroin", MADE)
    asked = an_approval(MADE)
    story = replace(asked.story, topic="test_offences", title="Test offences", angle="test:crack", keywords=("crack",))
    ledger = open_ledger(str(tmp_path / "ledger.sqlite"))
    enter(ledger, replace(asked, story=story))
    ledger.close()

    written(tmp_path, MADE)

    told = {each["name"]: each["title"] for each in json.loads((tmp_path / "feeds" / INDEX).read_bytes())}
    both = f"Test News Service: {asked.story.title}; Test offences"
    assert (both, f"{both}, Dorset") == (told["all.atom"], told["place-dorset.atom"])
    assert f"Test News Service: {asked.story.title}, heroin" == told["drug-heroin.atom"]
    assert "Test News Service: Test offences, crack" == told["drug-crack.atom"]
