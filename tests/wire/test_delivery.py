"""Delivery: an outbox filled as stories are approved, files whole or not at all, and receipts of all that went."""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

import fsspec
import pytest
from approvals import HOUR, PRINTING, a_turn, an_approval, embargoed
from sqlalchemy import Connection
from wire_stories import MADE

from storygen.errors import OutputError, UsageError
from storygen.model.issued import Approval
from storygen.model.story import Change
from storygen.wire import (
    Delivered,
    Ledger,
    deliver,
    enter,
    entering,
    newest_versions,
    receipts_of,
    send_again,
    strays,
    turn,
    waiting_at,
)
from storygen.wire.deliver import MANIFEST
from storygen.wire.ledger import written_by
from storygen.wire.outbox import open_target
from storygen.wire.transport import PART, Depot

LATER = MADE + 24 * HOUR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a receiver picks files up; not there yet."""
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    """The files a receiver sees, in the order their names give."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def sent(ledger: Ledger, folder: Path, now: datetime = LATER) -> Delivered:
    """Deliver to a folder."""
    return deliver(ledger, str(folder), PRINTING, now)


def test_a_version_is_delivered_once_in_every_format(ledger: Ledger, folder: Path) -> None:
    """Under names that sort by time and never change; a second run has nothing to do and touches no file."""
    enter(ledger, an_approval())

    first = sent(ledger, folder)
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    again = sent(ledger, folder)

    expected = [
        "20260305T093000Z_drug-seizures-2018-19-dorset_v1.one",
        "20260305T093000Z_drug-seizures-2018-19-dorset_v1.two",
    ]
    assert expected == names(folder) == list(first.files)
    assert (1, 0, ()) == (first.versions, again.versions, again.files)
    assert stamps == {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_manifest_holds_the_hash_of_every_file(ledger: Ledger, folder: Path) -> None:
    """It lies in a folder of its own, since a watched folder takes every file for a story."""
    enter(ledger, an_approval())
    enter(ledger, an_approval(place="essex"))
    sent(ledger, folder)

    listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))

    assert names(folder) == [each["name"] for each in listed]
    for each in listed:
        assert each["sha256"] == sha256((folder / each["name"]).read_bytes()).hexdigest()


def test_only_the_newest_version_of_a_story_is_sent(ledger: Ledger, folder: Path) -> None:
    """What was overtaken before it was sent is passed over: every version is whole."""
    enter(ledger, an_approval())
    enter(ledger, an_approval(MADE + HOUR, headline="Test two"))
    sent(ledger, folder)
    enter(ledger, an_approval(MADE + 2 * HOUR, headline="Test three"))
    enter(ledger, an_approval(MADE + 3 * HOUR, headline="Test four"))
    sent(ledger, folder)

    assert ["2", "2", "4", "4"] == [name.partition("_v")[2][0] for name in names(folder)]


def corrected(approval: Approval) -> Approval:
    """The approval, as one of a correction."""
    return replace(approval, story=replace(approval.story, change=Change.CORRECTION))


def test_a_correction_reaches_whoever_had_what_was_wrong_though_it_was_overtaken(
    ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    """An update right after it says nothing of the wrong words; who never had them gets the newest alone."""
    enter(ledger, an_approval())
    sent(ledger, folder)
    enter(ledger, corrected(an_approval(MADE + HOUR, headline="Test two")))
    enter(ledger, an_approval(MADE + 2 * HOUR, headline='Test "change":"correction" three'))
    enter(ledger, an_approval(MADE + 3 * HOUR, headline="Test four"))

    assert {str(folder): 2} == waiting_at(ledger, LATER)
    assert (2, 1) == (sent(ledger, folder).versions, sent(ledger, tmp_path / "new").versions)
    assert ["1", "1", "2", "2", "4", "4"] == [name.partition("_v")[2][0] for name in names(folder)]
    assert 0 == sent(ledger, folder).versions


@pytest.mark.parametrize("change", [Change.HOLD, Change.KILL])
def test_a_correction_is_not_sent_of_a_story_that_was_taken_back(ledger: Ledger, folder: Path, change: Change) -> None:
    """Its words would be there to use for a moment."""
    first = enter(ledger, an_approval())
    sent(ledger, folder)
    enter(ledger, corrected(an_approval(MADE + HOUR, headline="Test two")))
    turn(ledger, first.story.uri, a_turn(change, MADE + 2 * HOUR))

    assert 1 == sent(ledger, folder).versions
    assert ["1", "1", "3", "3"] == [name.partition("_v")[2][0] for name in names(folder)]


def test_a_correction_let_go_early_is_sent_once(ledger: Ledger, folder: Path) -> None:
    """When its embargo would have been over, what took its place has long been there."""
    first = enter(ledger, an_approval())
    sent(ledger, folder)
    enter(ledger, corrected(embargoed(MADE + 5 * HOUR, MADE + HOUR, headline="Test two")))
    turn(ledger, first.story.uri, a_turn(Change.RELEASE, MADE + 2 * HOUR))

    assert [1, 0] == [sent(ledger, folder, MADE + hours * HOUR).versions for hours in (3, 6)]
    assert ["1", "1", "3", "3"] == [name.partition("_v")[2][0] for name in names(folder)]


@pytest.mark.parametrize("change", [Change.HOLD, Change.KILL])
def test_a_story_is_taken_back_from_those_who_had_it_and_from_nobody_else(
    ledger: Ledger, folder: Path, change: Change, tmp_path: Path
) -> None:
    """Who never had it is not told that there was one."""
    first = enter(ledger, an_approval())
    sent(ledger, folder)
    turn(ledger, first.story.uri, a_turn(change))

    assert 1 == sent(ledger, folder).versions
    assert (0, ()) == (sent(ledger, tmp_path / "new").versions, sent(ledger, tmp_path / "new").files)


def test_nothing_of_an_embargoed_story_is_seen_before_its_time(ledger: Ledger, folder: Path) -> None:
    """No file, name, manifest or count; at its time the next run sends it."""
    sent(ledger, folder)
    enter(ledger, embargoed(MADE + 5 * HOUR))

    before = sent(ledger, folder, MADE + 5 * HOUR - HOUR / 3600)
    seen = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    at = sent(ledger, folder, MADE + 5 * HOUR)

    assert (0, ()) == (before.versions, before.files)
    assert not any(b"dorset" in each for each in seen)
    assert (1, 2) == (at.versions, len(at.files))


def test_a_story_killed_under_its_embargo_is_never_heard_of(ledger: Ledger, folder: Path) -> None:
    """Neither before its time nor after."""
    sent(ledger, folder)
    version = enter(ledger, embargoed(MADE + 5 * HOUR))
    turn(ledger, version.story.uri, a_turn(Change.KILL))

    assert 0 == sent(ledger, folder, MADE + 2 * HOUR).versions
    assert 0 == sent(ledger, folder, MADE + 6 * HOUR).versions
    assert [] == names(folder)


def test_a_kill_overtakes_an_embargoed_update(ledger: Ledger, folder: Path) -> None:
    """It goes at once to those who have the version before it, whatever time the update was to wait for."""
    version = enter(ledger, an_approval())
    sent(ledger, folder, MADE)
    enter(ledger, embargoed(MADE + 50 * HOUR, MADE + HOUR / 2, headline="Test update"))
    turn(ledger, version.story.uri, a_turn(Change.KILL))

    assert 1 == sent(ledger, folder, MADE + 2 * HOUR).versions
    assert names(folder)[-1].endswith("_v3.two")
    assert 0 == sent(ledger, folder, MADE + 60 * HOUR).versions


@pytest.mark.parametrize("change", [Change.HOLD, Change.KILL])
def test_what_takes_a_story_back_carries_no_word_still_embargoed(ledger: Ledger, folder: Path, change: Change) -> None:
    """It withholds the words receivers have, and a release gives those back; the embargoed ones go with it."""
    version = enter(ledger, an_approval())
    sent(ledger, folder, MADE)
    enter(ledger, embargoed(MADE + 50 * HOUR, MADE + HOUR / 2, headline="Test secret"))
    turned = turn(ledger, version.story.uri, a_turn(change))
    sent(ledger, folder, MADE + 2 * HOUR)
    if change is Change.HOLD:
        turn(ledger, version.story.uri, a_turn(Change.RELEASE, MADE + 3 * HOUR))
        sent(ledger, folder, MADE + 60 * HOUR)

    assert (3, version.story.content, None) == (turned.story.version, turned.story.content, turned.story.embargo)
    assert {"Test headline"} == {
        path.read_text(encoding="utf-8").strip().rpartition(": ")[2] for path in folder.iterdir() if path.is_file()
    }
    assert len(names(folder)) == (6 if change is Change.HOLD else 4)


@pytest.mark.parametrize("change", [Change.HOLD, Change.KILL])
def test_a_story_taken_back_under_its_embargo_is_never_to_be_seen(ledger: Ledger, change: Change) -> None:
    """Nobody ever had it, so nobody is told that it is withheld; what comes after a hold is seen."""
    version = enter(ledger, embargoed(MADE + 5 * HOUR))
    turn(ledger, version.story.uri, a_turn(change))

    for hours in (4, 5, 50):
        assert [] == list(newest_versions(ledger, MADE + hours * HOUR))
    if change is Change.HOLD:
        turn(ledger, version.story.uri, a_turn(Change.RELEASE, MADE + 2 * HOUR))
        assert [3] == [each.story.version for each in newest_versions(ledger, MADE + 5 * HOUR)]


@pytest.mark.parametrize("hours", [1, 6])
def test_a_story_taken_back_after_its_embargo_is_to_be_seen(ledger: Ledger, hours: int) -> None:
    """Readers could have had it, whether or not a delivery was run meanwhile."""
    version = enter(ledger, embargoed(MADE + HOUR))
    turn(ledger, version.story.uri, a_turn(Change.KILL, MADE + hours * HOUR))

    assert [2] == [each.story.version for each in newest_versions(ledger, MADE + hours * HOUR)]


@pytest.mark.parametrize(("hours", "is_named"), [(5, False), (None, True)])
def test_what_stands_in_for_a_killed_story_names_it_only_to_those_who_knew_it(
    ledger: Ledger, hours: int | None, *, is_named: bool
) -> None:
    """One killed under its embargo was never there."""
    version = enter(ledger, embargoed(MADE + hours * HOUR) if hours else an_approval())
    turn(ledger, version.story.uri, a_turn(Change.KILL))

    substitute = enter(ledger, an_approval(MADE + 2 * HOUR, is_substitute=True))

    assert (version.story.uri if is_named else None) == substitute.story.replaces


def test_what_is_counted_as_waiting_is_what_will_be_sent(ledger: Ledger, folder: Path) -> None:
    """Neither what was overtaken, nor a kill of what a target never had, nor what is embargoed."""
    sent(ledger, folder)
    enter(ledger, an_approval())
    enter(ledger, an_approval(MADE + HOUR, headline="Test two"))
    killed = enter(ledger, an_approval(place="essex"))
    turn(ledger, killed.story.uri, a_turn(Change.KILL))
    enter(ledger, embargoed(LATER + HOUR, place="kent"))

    waits = waiting_at(ledger, LATER)
    versions = sent(ledger, folder).versions

    assert {str(folder): 1} == waits == {str(folder): versions}
    assert {str(folder): 0} == waiting_at(ledger, LATER)
    assert {str(folder): 1} == waiting_at(ledger, LATER + HOUR)


def test_the_first_version_goes_out_while_an_embargoed_update_waits(ledger: Ledger, folder: Path) -> None:
    """An update under embargo holds nothing up."""
    enter(ledger, an_approval())
    enter(ledger, embargoed(MADE + 50 * HOUR, MADE + HOUR, headline="Test update"))

    assert 1 == sent(ledger, folder, MADE + 2 * HOUR).versions
    assert 1 == sent(ledger, folder, MADE + 50 * HOUR).versions


def test_a_target_keeps_the_formats_it_began_with(ledger: Ledger, folder: Path) -> None:
    """A receiver reads what it was set up for, and its outbox is filled from then on."""
    one = replace(PRINTING, wanted=("one",))
    enter(ledger, an_approval())
    deliver(ledger, str(folder), one, LATER)
    enter(ledger, an_approval(place="essex"))

    assert {str(folder): 1} == waiting_at(ledger, LATER)
    assert 1 == len(sent(ledger, folder).files)
    with pytest.raises(UsageError, match="takes one since its first delivery"):
        deliver(ledger, str(folder), replace(PRINTING, wanted=("two",)), LATER)


def test_a_target_that_could_never_be_told_of_a_kill_is_refused(ledger: Ledger, folder: Path) -> None:
    """Formats for readers print nothing of a story taken back, so one that carries orders has to go with them."""
    enter(ledger, an_approval())
    printing = replace(PRINTING, for_readers=("two",))

    with pytest.raises(UsageError, match=r"would take two alone, .* held or killed: .* takes one of one with it"):
        deliver(ledger, str(folder), replace(printing, wanted=("two",)), LATER)

    assert ({}, []) == (waiting_at(ledger, LATER), names(folder))
    assert 1 == deliver(ledger, str(folder), replace(printing, wanted=("two", "one")), LATER).versions


def test_a_target_begun_with_formats_for_readers_alone_is_sent_nothing_more(ledger: Ledger, folder: Path) -> None:
    """A kill it can carry no word of is not counted as sent; it stays in the outbox."""
    version = enter(ledger, an_approval())
    deliver(ledger, str(folder), replace(PRINTING, wanted=("two",)), LATER)
    turn(ledger, version.story.uri, a_turn(Change.KILL))

    with pytest.raises(UsageError, match="held or killed"):
        deliver(ledger, str(folder), replace(PRINTING, for_readers=("two",)), LATER)

    assert {str(folder): 1} == waiting_at(ledger, LATER)


def test_what_a_receiver_takes_away_is_not_sent_again(ledger: Ledger, folder: Path) -> None:
    """Watched folders are emptied by who watches them; what is changed or gone can be asked for."""
    enter(ledger, an_approval())
    first, second = sent(ledger, folder).files
    (folder / first).unlink()
    (folder / second).write_bytes(b"Test")

    assert 0 == sent(ledger, folder).versions
    assert [(first, "missing"), (second, "changed")] == list(strays(ledger, str(folder)))


def test_a_manifest_that_was_changed_or_taken_away_is_named(ledger: Ledger, folder: Path) -> None:
    """A receiver who goes by it would trust another's list; the next delivery puts it right."""
    enter(ledger, an_approval())
    sent(ledger, folder)
    (folder / MANIFEST).write_text("[]", encoding="utf-8")

    assert [(MANIFEST, "changed")] == list(strays(ledger, str(folder)))

    (folder / MANIFEST).unlink()

    assert [(MANIFEST, "missing")] == list(strays(ledger, str(folder)))

    sent(ledger, folder)

    assert [] == list(strays(ledger, str(folder)))


def test_a_story_can_be_sent_again_the_same_to_the_byte(ledger: Ledger, folder: Path) -> None:
    """For a receiver who has lost it; what was never sent there is not."""
    version = enter(ledger, an_approval())
    first = sent(ledger, folder).files
    before = _held(folder)
    for name in first:
        (folder / name).unlink()

    send_again(ledger, str(folder), version.story.uri)
    send_again(ledger, str(folder), "tag:example.org,2026:nothing")

    assert first == sent(ledger, folder).files
    assert before == _held(folder)
    assert () == sent(ledger, folder).files


def test_what_is_approved_while_a_target_is_begun_is_in_its_outbox(ledger: Ledger, folder: Path) -> None:
    """Whichever of the two is written first."""
    entered = Event()

    def approve_slowly() -> None:
        def slowly(connection: Connection) -> None:
            entering._enter(connection, an_approval())  # noqa: SLF001 - a transaction caught in the middle
            entered.set()
            time.sleep(0.3)

        written_by(ledger, slowly)

    approving = Thread(target=approve_slowly)
    approving.start()
    assert entered.wait(10)
    open_target(ledger, str(folder), wanted=(), every=("one",))
    approving.join()

    assert {str(folder): 1} == waiting_at(ledger, LATER)


def test_files_half_written_by_a_run_cut_short_are_cleared_away(ledger: Ledger, folder: Path) -> None:
    """Nobody takes them for stories meanwhile: their names begin with a full stop."""
    folder.mkdir()
    (folder / f"{PART}half.one").write_bytes(b"Test")
    sent(ledger, folder)

    assert [] == names(folder)


def test_delivery_to_a_store_that_is_no_folder(ledger: Ledger) -> None:
    """By a driver of fsspec's: here the one that keeps files in memory."""
    where = f"memory://test-{uuid4().hex}"
    enter(ledger, an_approval())

    first = deliver(ledger, where, PRINTING, LATER)
    again = deliver(ledger, where, PRINTING, LATER)

    files, root = fsspec.core.url_to_fs(where)
    held = sorted(path.rpartition("/")[2] for path in files.ls(root, detail=False) if files.isfile(path))
    assert list(first.files) == held == [each.name for each in receipts_of(ledger, where)]
    assert () == again.files
    assert [] == list(strays(ledger, where))


@pytest.mark.parametrize("where", ["nothing://test.example/x", "sftp2://test:secret@test.example/x"])
def test_a_place_nothing_can_reach_is_refused_without_its_password(ledger: Ledger, where: str) -> None:
    """Before anything is entered in the outbox."""
    with pytest.raises(OutputError, match="Nothing can be delivered to") as refused:
        deliver(ledger, where, PRINTING, LATER)

    assert "secret" not in str(refused.value)
    assert {} == waiting_at(ledger, LATER)


def test_a_place_that_cannot_be_made_is_not_remembered(ledger: Ledger, tmp_path: Path) -> None:
    """A mistyped target would have an outbox for ever."""
    (tmp_path / "file").touch()
    for where in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="could not be delivered to"):
            sent(ledger, where)
    with pytest.raises(OutputError, match="Say where to deliver to"):
        deliver(ledger, " ", PRINTING, LATER)

    assert {} == waiting_at(ledger, LATER)


class Full:
    """A folder whose disk is full from the n-th file on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
        """Let so many files be written."""
        self._put, self._left = Depot.put, most

        def take(depot: Depot, name: str, data: bytes) -> None:
            if not self._left:
                raise OutputError(f"{name} could not be delivered to: No space left on device")
            self._left -= 1
            self._put(depot, name, data)

        monkeypatch.setattr(Depot, "put", take)


@pytest.mark.parametrize("most", range(5))
def test_a_delivery_that_fails_is_carried_on_by_the_next(
    ledger: Ledger, folder: Path, most: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Wherever it failed, the folder ends as if nothing had."""
    for place in ("dorset", "essex"):
        enter(ledger, an_approval(place=place))
    with monkeypatch.context() as patch:
        Full(patch, most)
        with pytest.raises(OutputError, match="No space left"):
            sent(ledger, folder)

    sent(ledger, folder)
    sent(ledger, tmp_path / "whole")

    assert _held(folder) == _held(tmp_path / "whole")


def _held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """A folder nobody may write to; the tests may be run by one who may."""
    folder.mkdir()
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_said(ledger: Ledger, read_only: Path) -> None:
    """And what was to go there still waits."""
    enter(ledger, an_approval())

    with pytest.raises(OutputError, match="Permission denied"):
        sent(ledger, read_only)

    assert {str(read_only): 1} == waiting_at(ledger, LATER)
