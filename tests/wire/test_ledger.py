"""The ledger: identities for ever, versions that only go up, and nothing after a kill."""

import os
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from approvals import HOUR, a_turn, an_approval, embargoed
from wire_stories import MADE, SERVICE, a_story

from storygen.errors import LedgerError, UsageError
from storygen.model.issued import State
from storygen.model.story import Change, PubStatus
from storygen.wire import Ledger, enter, faults, history, newest_versions, open_ledger, turn, uri_called

SECOND = timedelta(seconds=1)


def test_the_same_topic_edition_and_place_are_the_same_story_for_ever(ledger: Ledger) -> None:
    """Whatever the words, the run or the year it is approved in."""
    first = enter(ledger, an_approval(MADE))
    later = enter(ledger, an_approval(MADE + 400 * 24 * HOUR, headline="Other test words"))
    elsewhere = enter(ledger, an_approval(MADE, place="essex"))

    assert "tag:example.org,2026:drug-seizures:2018-19:dorset" == first.story.uri == later.story.uri
    assert "drug-seizures-2018-19-dorset" == first.story.key
    assert "tag:example.org,2026:drug-seizures:2018-19:essex" == elsewhere.story.uri
    assert [MADE, MADE] == [first.story.first_created, later.story.first_created]
    assert [Change.FIRST, Change.UPDATE] == [first.story.change, later.story.change]


def test_what_has_not_changed_gets_no_new_version(ledger: Ledger) -> None:
    """Approving the same words again is the version there is, with its time and its editor."""
    first = enter(ledger, an_approval(MADE))
    again = enter(ledger, an_approval(MADE + HOUR, by="Test Other"))

    assert not again.is_new
    assert replace(first, is_new=False) == again
    assert 1 == len(history(ledger, first.story.uri))


def test_versions_and_their_times_only_go_up(ledger: Ledger) -> None:
    """Even for two approvals in one second, and one by a clock that is slow."""
    made = [enter(ledger, an_approval(at, headline=f"Test {at}")) for at in (MADE, MADE + HOUR, MADE)]
    more = enter(ledger, an_approval(MADE, headline="Test again"))

    assert [1, 2, 3, 4] == [version.story.version for version in (*made, more)]
    times = [version.story.version_created for version in (*made, more)]
    assert [MADE, MADE + HOUR, MADE + HOUR + SECOND, MADE + HOUR + 2 * SECOND] == times
    assert [] == list(faults(ledger))


def test_what_somebody_else_entered_meanwhile_is_not_overtaken_unseen(ledger: Ledger) -> None:
    """An approval is of a file beside the version its editor could see."""
    enter(ledger, an_approval(MADE, follows=0))
    enter(ledger, an_approval(MADE + HOUR, headline="Test two", by="Test Other", follows=1))

    for seen in (0, 1):
        with pytest.raises(UsageError, match="was given version 2 by Test Other meanwhile: look at it"):
            enter(ledger, an_approval(MADE + 2 * HOUR, headline="Test three", follows=seen))
    assert enter(ledger, an_approval(MADE + 2 * HOUR, headline="Test three", follows=2)).is_new


def test_nothing_follows_a_kill(ledger: Ledger) -> None:
    """Neither new words nor another turn; a substitute has a new identity and names the old one."""
    first = enter(ledger, an_approval(MADE))
    killed = turn(ledger, first.story.uri, a_turn(Change.KILL))

    with pytest.raises(UsageError, match="killed by Test Chief, and nothing follows"):
        enter(ledger, an_approval(MADE + 2 * HOUR, headline="Test after"))
    for change in (Change.HOLD, Change.RELEASE, Change.KILL):
        with pytest.raises(UsageError, match="nothing follows a kill"):
            turn(ledger, first.story.uri, a_turn(change))
    substitute = enter(ledger, an_approval(MADE + 2 * HOUR, is_substitute=True))

    assert PubStatus.CANCELED is killed.story.status
    assert "tag:example.org,2026:drug-seizures:2018-19:dorset:2" == substitute.story.uri
    assert "drug-seizures-2018-19-dorset-2" == substitute.story.key
    assert (first.story.uri, 1, Change.FIRST) == (
        substitute.story.replaces,
        substitute.story.version,
        substitute.story.change,
    )
    assert "KILL: Test reason" == killed.story.note


def test_only_a_killed_story_has_a_substitute(ledger: Ledger) -> None:
    """Else there would be two of it."""
    enter(ledger, an_approval(MADE))

    with pytest.raises(UsageError, match="was not killed"):
        enter(ledger, an_approval(MADE + HOUR, headline="Test two", is_substitute=True))


def test_a_hold_keeps_the_words_and_a_release_gives_them_back(ledger: Ledger) -> None:
    """Each is a version; nobody's approval slips past a hold."""
    first = enter(ledger, an_approval(MADE))
    held = turn(ledger, first.story.uri, a_turn(Change.HOLD))
    with pytest.raises(UsageError, match="is withheld already"):
        turn(ledger, first.story.uri, a_turn(Change.HOLD))
    for headline in ("Test headline", "Test other words"):
        with pytest.raises(UsageError, match="is withheld by Test Chief: storygen wire correct mends it"):
            enter(ledger, an_approval(MADE + HOUR, headline=headline))
    released = turn(ledger, first.story.uri, a_turn(Change.RELEASE))
    with pytest.raises(UsageError, match="nothing to release"):
        turn(ledger, first.story.uri, a_turn(Change.RELEASE, MADE + 3 * HOUR))

    assert [State.USABLE, State.WITHHELD, State.USABLE] == [
        each.state(MADE + 2 * HOUR) for each in (first, held, released)
    ]
    assert first.story.content == held.story.content == released.story.content
    assert [1, 2, 3] == [each.story.version for each in history(ledger, first.story.uri)]


def test_a_correction_ends_a_hold(ledger: Ledger) -> None:
    """What was wrong has been mended, and goes out in one version."""
    first = enter(ledger, an_approval(MADE))
    turn(ledger, first.story.uri, a_turn(Change.HOLD))
    other = an_approval(MADE + 2 * HOUR, headline="Test other words")

    mended = enter(ledger, replace(other, story=replace(other.story, change=Change.CORRECTION)))

    assert (3, PubStatus.USABLE, Change.CORRECTION) == (mended.story.version, mended.story.status, mended.story.change)


def test_a_release_tells_of_a_correction_that_was_held(ledger: Ledger) -> None:
    """Receivers who had the wrong words may have had the hold alone; told once, it is not told again."""
    first = enter(ledger, an_approval(MADE))
    other = an_approval(MADE + SECOND, headline="Test other words")
    mended = replace(other.story, change=Change.CORRECTION, note="CORRECTION: Test note.")
    enter(ledger, replace(other, story=mended))
    turn(ledger, first.story.uri, a_turn(Change.HOLD))

    released = turn(ledger, first.story.uri, a_turn(Change.RELEASE))
    turn(ledger, first.story.uri, a_turn(Change.HOLD, MADE + 3 * HOUR))
    again = turn(ledger, first.story.uri, a_turn(Change.RELEASE, MADE + 4 * HOUR))

    assert released.story.note.endswith(". CORRECTION: Test note.")
    assert "CORRECTION" not in again.story.note


def test_a_release_tells_of_no_correction_whose_words_wait(ledger: Ledger) -> None:
    """One under an embargo was not held, and its words are not let go."""
    first = enter(ledger, an_approval(MADE))
    asked = embargoed(MADE + 5 * HOUR, headline="Test other words")
    story = replace(asked.story, change=Change.CORRECTION, note="CORRECTION: Test note.")
    enter(ledger, replace(asked, story=story, at=MADE + SECOND))
    turn(ledger, first.story.uri, a_turn(Change.HOLD))

    released = turn(ledger, first.story.uri, a_turn(Change.RELEASE))

    assert first.story.content == released.story.content
    assert "CORRECTION" not in released.story.note


def test_an_embargoed_story_is_approved_until_its_time_and_usable_from_then_on(ledger: Ledger) -> None:
    """Nothing has to be run at that time; a release ends the embargo earlier, with a version of its own."""
    version = enter(ledger, embargoed(MADE + 5 * HOUR))

    assert State.APPROVED is version.state(MADE + 5 * HOUR - SECOND)
    assert State.USABLE is version.state(MADE + 5 * HOUR)
    assert [] == list(newest_versions(ledger, MADE + 4 * HOUR))

    released = turn(ledger, version.story.uri, a_turn(Change.RELEASE))

    assert (None, State.USABLE) == (released.story.embargo, released.state(MADE + HOUR))


def test_a_correction_let_go_before_its_embargo_is_over_is_still_one(ledger: Ledger) -> None:
    """Receivers have the wrong words and have been told nothing yet; a first version let go early needs no label."""
    first = enter(ledger, an_approval(MADE))
    asked = embargoed(MADE + 5 * HOUR, headline="Test other words")
    story = replace(asked.story, change=Change.CORRECTION, note="CORRECTION: Test note.")
    enter(ledger, replace(asked, story=story, at=MADE + SECOND))

    released = turn(ledger, first.story.uri, a_turn(Change.RELEASE))

    assert (3, None, Change.CORRECTION) == (released.story.version, released.story.embargo, released.story.change)
    assert released.story.note.startswith("CORRECTION: Test note. RELEASE: ")

    new = enter(ledger, embargoed(MADE + 5 * HOUR, place="essex"))

    assert Change.FIRST is turn(ledger, new.story.uri, a_turn(Change.RELEASE)).story.change


def test_a_version_is_news_for_the_days_its_service_says(on_disk: Ledger) -> None:
    """From when readers may have it; an order to hold or kill a story never goes stale."""
    service, day = replace(SERVICE, stale_after=30), 24 * HOUR
    asked = [
        an_approval(place="dorset"),
        embargoed(MADE + 2 * day, place="essex"),
        an_approval(MADE + day, headline="Two"),
    ]
    entered = [enter(on_disk, replace(each, story=replace(each.story, service=service))) for each in asked]
    held = turn(on_disk, entered[1].story.uri, a_turn(Change.HOLD))
    released = turn(on_disk, entered[1].story.uri, a_turn(Change.RELEASE))
    killed = turn(on_disk, entered[2].story.uri, a_turn(Change.KILL, MADE + 2 * day))

    assert [MADE + days * day for days in (30, 32, 31)] == [each.story.expires for each in entered]
    assert (None, MADE + 32 * day, None) == tuple(each.story.expires for each in (held, released, killed))
    assert enter(on_disk, an_approval(place="kent")).story.expires is None


def test_a_ledger_keeps_the_authority_its_identities_began_with(ledger: Ledger) -> None:
    """A service that is renamed keeps its tags, or begins another ledger."""
    enter(ledger, an_approval(MADE))
    other = replace(a_story().service, authority="other.example.org")

    with pytest.raises(UsageError, match="they must never change"):
        enter(ledger, an_approval(MADE, story=replace(an_approval().story, service=other)))

    assert "example.org" == SERVICE.authority


def test_stories_are_called_by_key_identity_or_place(ledger: Ledger) -> None:
    """And a wrong name suggests the nearest."""
    version = enter(ledger, an_approval(MADE))

    names = ("dorset", "Dorset", version.story.key, version.story.key.upper(), version.story.uri)
    assert {version.story.uri} == {uri_called(ledger, name) for name in names}
    for wrong, right in (("drug-seizures-2018-19-dorest", "drug-seizures-2018-19-dorset"), ("Dorest", "dorset")):
        with pytest.raises(UsageError, match=f"did you mean {right}"):
            uri_called(ledger, wrong)


def test_an_unknown_name_among_many_stories_is_met_with_a_few(ledger: Ledger) -> None:
    """The nearest first: whoever mistyped is not to read through every story there is."""
    for number in range(20):
        enter(ledger, an_approval(MADE, place=f"place-{number}"))

    with pytest.raises(UsageError, match=r"; the nearest of those held are (?:place-\d+(?:, | and )?){5}$"):
        uri_called(ledger, "p9")


def test_a_place_with_several_stories_names_none(ledger: Ledger) -> None:
    """The wrong story must not be killed; what stands in for a killed one is no second story."""
    first = enter(ledger, an_approval(MADE))
    turn(ledger, first.story.uri, a_turn(Change.KILL))
    substitute = enter(ledger, an_approval(MADE + 2 * HOUR, is_substitute=True))
    assert substitute.story.uri == uri_called(ledger, "dorset")

    enter(ledger, an_approval(MADE, story=replace(an_approval().story, edition="2017-18")))

    with pytest.raises(UsageError, match="There are 2 stories on dorset; name one: drug-"):
        uri_called(ledger, "dorset")


def test_what_somebody_did_to_the_file_is_found(on_disk: Ledger) -> None:
    """A changed word and a missing version are faults, each in a sentence."""
    version = enter(on_disk, an_approval(MADE))
    for number in (2, 3):
        enter(on_disk, an_approval(MADE + number * HOUR, headline=f"Test {number}"))
    with sqlite3.connect(on_disk.name) as base:
        base.execute("UPDATE versions SET story = replace(story, 'Test headline', 'Other headline') WHERE version = 1")
        base.execute("DELETE FROM versions WHERE version = 2")
    base.close()

    found = list(faults(on_disk))

    assert 2 == len(found)
    assert f"{version.story.uri} has 2 versions, numbered 1 to 3: one is missing" == found[0]
    assert "are not those that were approved" in found[1]


def test_a_ledger_that_is_not_there_is_begun_only_by_an_approval(tmp_path: Path) -> None:
    """To look at one makes none."""
    path = tmp_path / "none.sqlite"

    with pytest.raises(LedgerError, match=r"There is no ledger .*none\.sqlite; storygen wire approve begins one"):
        open_ledger(str(path))

    assert not path.exists()


def _another_program(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE about (name TEXT, value TEXT)")
    base.close()


def _text(path: Path) -> None:
    path.write_text("Test words. " * 500, encoding="utf-8")


def _damaged(path: Path) -> None:
    opened = open_ledger(str(path), is_new=True)
    for number in range(40):
        enter(opened, an_approval(MADE, place=f"place-{number}"))
    opened.close()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    data = bytearray(path.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)


def _newer(path: Path) -> None:
    open_ledger(str(path), is_new=True).close()
    with sqlite3.connect(path) as base:
        base.execute("UPDATE about SET value = '99' WHERE name = 'schema'")
    base.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_another_program, "another program's tables"),
        (_text, "is no ledger: the file holds something else"),
        (_damaged, "is damaged"),
        (_newer, "a ledger of form 99"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path, spoil: object, said: str) -> None:
    """And is left as it was."""
    path = tmp_path / "ledger.sqlite"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()

    with pytest.raises(LedgerError, match=said):
        _use(str(path))

    assert before == path.read_bytes()


def _use(where: str) -> None:
    opened = open_ledger(where, is_new=True)
    try:
        list(newest_versions(opened))
    finally:
        opened.close()


def test_a_ledger_locked_by_another_program_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not hang, and nothing is half written."""
    monkeypatch.setattr("storygen.wire.ledger.PATIENCE", 0.2)
    path = tmp_path / "ledger.sqlite"
    opened = open_ledger(str(path), is_new=True)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(LedgerError, match="is in use by another program"):
        enter(opened, an_approval(MADE))

    other.execute("ROLLBACK")
    other.close()
    assert enter(opened, an_approval(MADE)).is_new
    opened.close()


@pytest.mark.parametrize("is_in_use", [False, True])
def test_a_ledger_may_be_read_by_who_may_not_write_to_it(
    on_disk: Ledger, *, is_in_use: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another has it open and while nobody has; nothing is left beside it, and a change is refused."""
    version = enter(on_disk, an_approval(MADE))
    if not is_in_use:
        on_disk.close()
    folder = Path(on_disk.name).parent
    before = sorted(folder.iterdir())
    monkeypatch.setattr("storygen.wire.ledger.os.access", lambda *_: False)

    looked = open_ledger(on_disk.name)

    assert [version.story.uri] == [each.story.uri for each in newest_versions(looked)]
    assert [] == list(faults(looked))
    with pytest.raises(LedgerError, match="cannot be written to: ask for the right to"):
        turn(looked, version.story.uri, a_turn(Change.KILL))
    looked.close()
    assert before == sorted(folder.iterdir())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_ledger_is_read_in_a_folder_nobody_may_write_to(on_disk: Ledger) -> None:
    """As an archive, or another desk's."""
    enter(on_disk, an_approval(MADE))
    on_disk.close()
    path = Path(on_disk.name)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        looked = open_ledger(on_disk.name)
        assert 1 == len(list(newest_versions(looked)))
        looked.close()
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://test@test.example/base", "cannot be kept in mysql"),
        ("postgresql://", "could not be used|cannot be opened"),
        ("://", "is no address of a ledger"),
        ("postgresql://test:secret@/base?host=/no/such/folder", "could not be used"),
    ],
)
def test_an_address_nothing_answers_at_is_refused_without_its_password(address: str, said: str) -> None:
    """A password is nothing for a log."""
    with pytest.raises(LedgerError, match=said) as refused:
        open_ledger(address, is_new=True)

    assert "secret" not in str(refused.value)
