"""The log: only ever added to, and whole up to the last entry whenever a run is killed."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from bank import an_entry

from storygen.errors import OutputError, SettingsError
from storygen.quoting import record
from storygen.quoting.log import NAME, read_log

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from storygen.model.contacts import Entry
from storygen.quoting import record
number = 0
while True:
    number += 1
    record(Path(sys.argv[1]), Entry(at=datetime(2026, 1, 1, tzinfo=UTC), by="Test", event="sent", reason=str(number)))
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_a_kill_loses_nothing_that_was_said_to_be_written(tmp_path: Path, lines: int) -> None:
    """Every entry the writer reported is there, in order, and the next one can be added."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [int(writer.stdout.readline()) for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout.read().splitlines()]
    record(tmp_path, an_entry("chased"))

    numbers = [int(entry.reason) for entry in read_log(tmp_path)[:-1]]

    assert list(range(1, len(numbers) + 1)) == numbers
    assert set(said) <= set(numbers)


def test_an_entry_cut_short_anywhere_is_passed_over(tmp_path: Path) -> None:
    """At every byte a kill may leave: earlier entries stand, and so does the next."""
    record(tmp_path, an_entry("sent"), an_entry("chased"))
    whole = (tmp_path / NAME).read_bytes()
    first = whole.index(b"\n") + 1

    for end in range(first, len(whole)):
        (tmp_path / NAME).write_bytes(whole[:end])
        record(tmp_path, an_entry("declined"))
        events = [entry.event for entry in read_log(tmp_path)]
        assert ["sent", *(["chased"] if end == len(whole) - 1 else []), "declined"] == events


def test_nothing_that_was_written_is_written_again(tmp_path: Path) -> None:
    """The log of today begins with the log of yesterday."""
    record(tmp_path, an_entry("sent"))
    before = (tmp_path / NAME).read_bytes()

    record(tmp_path, an_entry("chased", reason="Té\nst"))

    assert (tmp_path / NAME).read_bytes().startswith(before)
    assert ["", "Té\nst"] == [entry.reason for entry in read_log(tmp_path)]


def test_two_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Every entry either said it had written is there, whole."""
    with (
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as one,
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as two,
    ):
        for writer in (one, two):
            assert writer.stdout
            said = [writer.stdout.readline() for _ in range(50)]
            assert "50\n" == said[-1]
        one.kill()
        two.kill()

    numbers = [entry.reason for entry in read_log(tmp_path)]
    assert all(numbers.count(str(number)) == 2 for number in range(1, 51))


def test_a_line_that_a_hand_has_spoilt_is_not_passed_over(tmp_path: Path) -> None:
    """What is whole and wrong is no kill's work: a withdrawal must not go unread because of a stray letter."""
    record(tmp_path, an_entry("sent"), an_entry("withdrawn", quote="qb-test", reason="Test."))
    text = (tmp_path / NAME).read_text()
    (tmp_path / NAME).write_text(text.replace('"withdrawn"', 'withdrawn"'))

    with pytest.raises(SettingsError, match="line 2, column 1: the line is not as storygen writes it"):
        read_log(tmp_path)


def test_a_log_saved_elsewhere_is_read_all_the_same(tmp_path: Path) -> None:
    """With the line ends of another system."""
    record(tmp_path, an_entry("sent"), an_entry("chased"))
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    record(tmp_path, an_entry("declined"))

    assert ["sent", "chased", "declined"] == [entry.event for entry in read_log(tmp_path)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_said_to_be_full(tmp_path: Path) -> None:
    """What was written in part was not written."""
    (tmp_path / NAME).symlink_to("/dev/full")

    with pytest.raises(OutputError, match="could not be written: No space left"):
        record(tmp_path, an_entry("sent"))


def test_a_line_that_says_something_else_is_refused(tmp_path: Path) -> None:
    """With its number: somebody has been at the record."""
    record(tmp_path, an_entry("sent"))
    text = (tmp_path / NAME).read_text()
    (tmp_path / NAME).write_text(text + text.replace('"sent"', '"lost"'))

    with pytest.raises(SettingsError, match="line 2, column 1: event is not as storygen writes it"):
        read_log(tmp_path)
