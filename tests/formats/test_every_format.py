"""Contracts over every format that joins: pure, sound, read again, and closed to what may not be sent."""

import ast
import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from wire_stories import BEAT, DAY, MADE, SERVICE, a_body, a_content, a_head, a_story, next_version

from formats.readers import OF_MANY, OF_ONE
from formats.structures import FAULTS
from storygen.errors import UsageError
from storygen.model import story as paper
from storygen.model.story import Change, PubStatus, Story
from storygen.publishing import feeds, file_name, formats

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "wire-formats.md"
WRITERS = [*(ROOT / "storygen/publishing/formats").glob("*.py"), *(ROOT / "storygen/publishing/outgoing").glob("*.py")]
CHANCE = {"random", "secrets", "time", "uuid", "os", "locale"}
CLOCK = {"now", "today", "utcnow"}
STATES = {
    "first": a_story(),
    "embargoed": a_story(embargo=MADE + DAY, expires=MADE + 9 * DAY),
    "substitute": a_story(replaces="tag:example.org,2026:killed"),
    "bare": a_story(
        service=replace(SERVICE, feeds="", policy="", corrections="", terms_url="", data_mining="", contact="")
    ),
    **{change.value: next_version(a_story(), change) for change in Change if change is not Change.FIRST},
}
"""A story in every state it can be sent in, with everything that may be left out and without it."""

REFUSED = {
    "its uri is 'dorset'": a_story(uri="dorset"),
    "its key is 'Dorset 1'": a_story(key="Dorset 1"),
    "its key is '../dorset'": a_story(key="../dorset"),
    "versions count from 1, and this is 0": a_story(version=0),
    "since is '26'; expected a year": a_story(service=replace(SERVICE, since="26")),
    "authority is 'Test'; expected a domain": a_story(service=replace(SERVICE, authority="Test")),
    "url is ''; expected an address": a_story(service=replace(SERVICE, url="")),
    "its urgency is 10": a_story(urgency=10),
    "its status is usable, which does not go with its change, kill": a_story(change=Change.KILL, note="Test."),
    "its status is withheld, which does not go with its change, update": a_story(
        change=Change.UPDATE, status=PubStatus.WITHHELD, note="Test."
    ),
    "its change is correction, and no note": next_version(a_story(), Change.CORRECTION, note=" "),
    "its change is kill, and no note": next_version(a_story(), Change.KILL, note=""),
    "it names no subject or no source": a_story(beat=replace(BEAT, subjects=())),
    "expected UTC in whole seconds": a_story(embargo=MADE.replace(tzinfo=None)),
    "was first made 2026-03-05T09:30:00.000001": a_story(first_created=MADE + timedelta(microseconds=1)),
    "is embargoed until 2026-03-05T09:30:00\\+01:00": a_story(
        embargo=MADE.replace(tzinfo=timezone(timedelta(hours=1)))
    ),
    "and every other later": a_story(version=2, change=Change.UPDATE, note="Test."),
    "the first version is made when the story is": a_story(version_created=MADE + DAY),
    "it has no headline": a_story(content=a_content(headline="")),
    "it has no body": a_story(content=a_content(body=())),
    "'\\[QUOTE NEEDED: Test.*\\]' still stands in it": a_story(content=a_content(body=a_body("[QUOTE NEEDED: Test]"))),
    "EDITOR'S NAME": a_story(content=a_content(body=a_body("Checked by [EDITOR'S NAME] before publication."))),
    "READ MORE": a_story(content=a_content(body=a_body("[READ MORE: Test]"))),
    "DRAFT, NOT FOR": a_story(content=a_content(notes=("DRAFT, NOT FOR PUBLICATION.",))),
    "'{\\+\\+' still stands": a_story(content=a_content(headline="Test {++added++} words")),
    "'>>' still stands|'{>>' still stands": a_story(content=a_content(body=a_body("Test.{>>check this<<}"))),
}


def test_every_format_has_a_reader_tables_and_a_line_in_the_page() -> None:
    """One nobody reads again, or nobody can look up, is half a format."""
    page = PAGE.read_text(encoding="utf-8")
    names = {*formats(), *feeds()}

    assert set(formats()) == set(OF_ONE)
    assert set(feeds()) == set(OF_MANY)
    assert names == set(FAULTS)
    assert [] == [name for name in names if f"`{name}`" not in page]
    assert len(names) == len(
        {*(each.suffix for each in formats().values()), *(each.suffix for each in feeds().values())}
    )


@pytest.mark.parametrize("name", OF_ONE)
@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_story_is_sound_in_every_format(name: str, state: str) -> None:
    """Embargoed, corrected, held, killed, or of a service that has no pages of its own."""
    form, story = formats()[name], STATES[state]
    if form.is_public and story.status is PubStatus.WITHHELD:
        with pytest.raises(UsageError, match="withheld, and json_ld is for readers"):
            form.render(story)
        return

    faults = list(FAULTS[name](form.render(story)))

    expected = {"trustIndicators is missing", "trustindicator is missing"} if state == "bare" else set()
    assert set(faults) <= expected


@pytest.mark.parametrize("name", [*OF_ONE, *OF_MANY])
@pytest.mark.parametrize("reason", REFUSED)
def test_what_may_not_be_sent_is_refused_in_a_sentence(name: str, reason: str) -> None:
    """Whatever the format, and before a byte is written."""
    with pytest.raises(UsageError, match=f"cannot be (?:sent|made): .*(?:{reason})"):
        _render(name, REFUSED[reason])


@pytest.mark.parametrize("name", [*OF_ONE, *OF_MANY])
def test_the_same_story_gives_the_same_bytes(name: str) -> None:
    """In UTF-8, ended by one line's end, however often and wherever it is made."""
    first = _render(name, a_story())

    assert first == _render(name, a_story())
    assert first.decode().endswith("\n")
    assert not first.startswith(b"\xef\xbb\xbf")


def test_another_process_gives_the_same_bytes() -> None:
    """Nothing hangs on the order of a set, the time or the zone."""
    code = "from formats.test_every_format import all_digests; print(all_digests())"
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])

    found = subprocess.run(
        [sys.executable, "-c", code],
        env={**surroundings, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )

    assert all_digests() == found.stdout.strip()


@pytest.mark.parametrize("path", WRITERS, ids=lambda path: path.stem)
def test_no_format_looks_at_a_clock_or_throws_dice(path: Path) -> None:
    """A story in, bytes out: nothing else is asked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        each.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names
    }
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    opened = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & {"open", "print"}

    assert set() == imported & CHANCE
    assert called & CLOCK <= ({"now"} if path.stem == "registry" else set())
    assert set() == opened


def test_a_story_holds_no_approver() -> None:
    """Who approved it is on the record: no field of what is sent holds it, and only the disclosure may name them."""
    papers = [each for each in vars(paper).values() if is_dataclass(each)]
    names = {field.name for each in papers for field in fields(each)}

    assert "headline" in names
    assert [] == [name for name in names if "approv" in name or "editor" in name]


def test_a_file_s_name_sorts_by_time_and_says_which_version() -> None:
    """One name for a version for ever, and safe on any file system."""
    story = next_version(a_story(), Change.UPDATE)
    name = file_name(story, formats()["ninjs31"])

    assert "20260306T093000Z_drug-seizures-2018-19-dorset_v2.ninjs31.json" == name
    assert file_name(a_story(), formats()["ninjs31"]) < name


def test_a_story_is_left_as_it_was() -> None:
    """Rendering changes nothing."""
    story = next_version(a_story(), Change.KILL)
    before = repr(story)

    for name in (*OF_ONE, *OF_MANY):
        _render(name, story)

    assert before == repr(story)


def test_a_time_read_back_from_a_ledger_is_as_good() -> None:
    """UTC by another name gives the same bytes."""
    other = timezone(timedelta(0), "other")
    story = a_story(first_created=MADE.replace(tzinfo=other), version_created=datetime(2026, 3, 5, 9, 30, tzinfo=other))

    for name in (*OF_ONE, *OF_MANY):
        assert _render(name, a_story()) == _render(name, story)
    assert UTC == MADE.tzinfo


def all_digests() -> str:
    """The digest of a story in every state and format."""
    shown = {name: [_digest(name, story) for story in STATES.values()] for name in (*OF_ONE, *OF_MANY)}
    return json.dumps(shown)


def _digest(name: str, story: Story) -> str:
    if story.status is PubStatus.WITHHELD and name == "json_ld":
        return ""
    return sha256(_render(name, story)).hexdigest()


def _render(name: str, story: Story) -> bytes:
    if name in formats():
        return formats()[name].render(story)
    return feeds()[name].render(a_head(), [story])
