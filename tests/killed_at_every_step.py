"""
A program: puts a release in a store again and again, killed at its first step, then at its second, and so on.

    python killed_at_every_step.py STORE

A step is anything done to a file or folder. Prints, for each run, how many releases the store then holds.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from storygen.model.release import Original
from storygen.sources.catalogue import Entry, read_catalogue, verify
from storygen.sources.filing import Filed, write_tables
from storygen.sources.store import Record, incoming, shelve, vintages, write_record, write_statuses

TOPIC = "drug_seizures"
STEPS = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.scandir", "shutil.rmtree"}
ENTRY = Entry(
    file="seizures/2018-19.csv", title="Invented for a test", measure="seizures", edition="none", producer="nobody",
    sha256="", rows="area", columns="category", values="whole", may_be_blank=True, year="2018-19", release="2018-19",
)  # fmt: skip
RECORD = Record(
    topic=TOPIC, edition="2018-19", imported="2026-01-01", originals=(Original(file="none", sha256="none"),)
)


def put_in(store: Path) -> None:
    """Put one release in the store, as an import does."""
    with incoming(store, TOPIC) as folder:
        made = folder / TOPIC / "new"
        made.mkdir(parents=True)
        write_tables([Filed(ENTRY, "Force,Heroin\nDorset,1\n")], made, head="# A test.\n")
        write_statuses([], made)
        write_record(RECORD, made)
        shelve(made, RECORD, store)


def die_at(step: int) -> None:
    """Kill this process when it is about to take a step for the so-manieth time."""
    taken = count(1)

    def watch(event: str, _: object) -> None:
        if event in STEPS and next(taken) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def whole_releases(store: Path) -> int:
    """How many releases the store holds; an error if one is not whole."""
    held = vintages((store,), TOPIC)
    for vintage in held:
        verify(vintage.folder, read_catalogue(vintage.folder))
    return len(held)


def main(store: Path) -> None:
    """Kill a child at each step in turn, until one lives to the end."""
    put_in(store / "warm")  # whatever is loaded late is loaded now
    for step in count(1):
        child = os.fork()
        if not child:
            die_at(step)
            put_in(store)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(whole_releases(store), flush=True)  # noqa: T201 - its report
        if os.WIFEXITED(status):
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
