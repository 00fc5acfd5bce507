"""
Time the wire: stories entered in the ledger, and delivered to a folder in every format.

    python benchmarks/wire.py [STORIES]

Prints stories a second and peak memory, the same files written without ledger or promise for comparison, what a second
run delivers, and what is left of ten runs killed at chance moments and carried on.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from storygen.errands.wire.books import Books
from storygen.errands.wire.sending import deliver, rendered
from storygen.model.issued import Approval, Making
from storygen.model.story import Block, BlockKind, Change, Content, Place, PubStatus, Service, Story
from storygen.publishing import beat_of, formats, slugline
from storygen.wire import enter, faults, newest_versions, open_ledger, receipts_of

STORIES, KILLS = 10_000, 10
AT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
BEAT = beat_of("drug_seizures")
SERVICE = Service(
    name="Benchmark", authority="example.org", since="2026", url="https://example.org/", contact="desk@example.org",
    copyright_holder="Benchmark", usage_terms="For a benchmark only.",
)  # fmt: skip
MAKING = Making(edition="2018-19", seed=1, house="regional", figures={})
SENTENCE = "Invented words for a benchmark say that {number} things were counted & none of them was real. "


def a_story(number: int) -> Story:
    """One invented story of some 350 words."""
    place = Place(
        slug=f"place-{number}", name=f"Place {number}", code=f"X{number:08}", region="the Region", nation="England"
    )
    texts = [SENTENCE.format(number=number + each) * 2 for each in range(10)]
    body = tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts)
    content = Content(headline=f"Headline of place {number}", standfirst="A line.", byline="Desk", body=body)
    return Story(
        uri="", key="", version=1, first_created=AT, version_created=AT, status=PubStatus.USABLE, change=Change.FIRST,
        note="", content=content,
        topic="drug_seizures", title="Invented", edition="2018-19", place=place, slugline=slugline(BEAT, place),
        urgency=5, angle="highest-rate:heroin", template="angles/highest-rate#lead", wrote="storygen", service=SERVICE,
        beat=BEAT,
    )  # fmt: skip


def fill(ledger_at: Path, stories: int) -> None:
    """Enter so many stories."""
    ledger = open_ledger(str(ledger_at), is_new=True)
    for number in range(stories):
        enter(ledger, Approval(story=a_story(number), by="Editor", at=AT, making=MAKING))
    ledger.close()


def delivering(ledger_at: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Start a delivery in a process of its own."""
    return subprocess.Popen([sys.executable, __file__, "deliver", str(ledger_at), str(folder)])


def held(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, half-written ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plainly(ledger_at: Path, folder: Path) -> float:
    """How long the same files take without ledger, rename or promise that they are on the disk."""
    folder.mkdir()
    ledger = open_ledger(str(ledger_at))
    started = time.perf_counter()
    for version in newest_versions(ledger):
        for each in rendered(version, tuple(formats()), AT):
            (folder / each.name).write_bytes(each.data)
    took = time.perf_counter() - started
    ledger.close()
    return took


def killed(ledger_at: Path, folder: Path, seconds: float) -> int:
    """Kill a delivery at chance moments of the time it takes, carry it on, and say how often it was really killed."""
    chance, kills = random.Random(1), 0  # noqa: S311 - no secret
    for _ in range(KILLS):
        running = delivering(ledger_at, folder)
        time.sleep(chance.uniform(0.2, 1) * seconds / KILLS)
        running.send_signal(signal.SIGKILL)
        kills += running.wait() == -signal.SIGKILL
    delivering(ledger_at, folder).wait()
    return kills


def main(stories: int) -> None:
    """Fill a ledger, deliver, deliver again, and be killed."""
    with TemporaryDirectory() as scratch:
        base = Path(scratch)
        ledger_at, copy_at, folder, other = (base / name for name in ("l.sqlite", "copy.sqlite", "out", "killed"))
        started = time.perf_counter()
        fill(ledger_at, stories)
        entered = time.perf_counter() - started
        shutil.copy(ledger_at, copy_at)
        print(f"{stories:,} stories entered: {stories / entered:,.0f} a second")
        times = [_timed(ledger_at, folder) for _ in range(2)]
        files = len(held(folder)) - 1
        bare = plainly(ledger_at, base / "plain")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"delivered: {stories / times[0]:,.0f} stories a second, {files:,} files, {memory:,.0f} MiB at most")
        print(f"that is {times[0] / bare:.1f} times what rendering and writing the same files takes")
        print(f"a second run: {times[1]:.1f} s, {len(held(folder)) - 1 - files} files more")
        kills = killed(copy_at, other, times[0])
        is_same = held(folder) == held(other)
        print(f"killed {kills} times and carried on: the folder is {'identical' if is_same else 'DIFFERENT'}")
        ledger = open_ledger(str(copy_at))
        receipts = sum(1 for _ in receipts_of(ledger, str(other)))
        print(f"its ledger: {len(list(faults(ledger)))} faults, {receipts:,} receipts for {files:,} files")
        ledger.close()


def _timed(ledger_at: Path, folder: Path) -> float:
    started = time.perf_counter()
    delivering(ledger_at, folder).wait()
    return time.perf_counter() - started


if __name__ == "__main__":
    if sys.argv[1:2] == ["deliver"]:
        deliver(sys.argv[3], (), Books(ledger=sys.argv[2], now=AT))
        os._exit(0)
    main(int(sys.argv[1]) if sys.argv[1:] else STORIES)
