"""The store: every release imported, a folder each beside the tables that ship, none of them ever changed."""

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from time import time
from typing import ClassVar

from storygen.errors import OutputError, SourceError, UsageError, nearest
from storygen.model.release import Original, Status
from storygen.model.strict import STRICT
from storygen.settings import load

SHIPPED = "shipped"  # what the figures that came with storygen are called among the releases
RECORD, STATUSES = "release.yaml", "statuses.csv"
STATUS_COLUMNS = ("measure", "area", "category", "year", "status")
INCOMING = ".incoming-"
A_DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a stored release says of itself: its edition, the day it was imported, and the files it came in."""

    __pydantic_config__: ClassVar = STRICT

    topic: str
    edition: str
    imported: str
    originals: tuple[Original, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """A release in a store: its name, its folder and its record."""

    name: str
    folder: Path
    record: Record


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure its publisher has marked."""

    measure: str
    area: str
    category: str
    year: str
    status: Status


def vintages(stores: tuple[Path, ...], topic: str) -> tuple[Vintage, ...]:
    """
    Every release of a topic in some stores, the oldest first; a store that is not there holds none.

    Raises SettingsError for a record that cannot be used, UsageError for two releases of one name.
    """
    found = [
        Vintage(
            name=path.parent.name,
            folder=path.parent,
            record=load(path, Record, shown_as=f"{path.parent.name}/{RECORD}"),
        )
        for store in stores
        for path in sorted((store / topic).glob(f"*/{RECORD}"))
        if not path.parent.name.startswith(INCOMING)
    ]
    names = [vintage.name for vintage in found]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"Two of the folders given with --data hold a release called {name!r}; give one of them")
    return tuple(sorted(found, key=lambda vintage: (vintage.record.edition, vintage.name)))


def up_to(name: str | None, held: tuple[Vintage, ...]) -> tuple[Vintage, ...]:
    """The releases up to the one called `name`; all for None, none for "shipped". UsageError for a name not held."""
    if name is None or name == SHIPPED:
        return held if name is None else ()
    names = [vintage.name for vintage in held]
    if name not in names:
        raise UsageError(f"No release is called {name!r}; {nearest(name, [SHIPPED, *names])}")
    return held[: names.index(name) + 1]


@contextmanager
def incoming(store: Path, topic: str) -> Iterator[Path]:
    """
    A folder to make a release ready in; whatever is left in it afterwards is thrown away.

    What an import that was cut short left a day ago or more is cleared away first. The folder is a store in itself.
    Raises OutputError if the store cannot be written.
    """
    home = store / topic
    try:
        home.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        folder = Path(tempfile.mkdtemp(prefix=INCOMING, dir=home))
    except OSError as fault:
        raise OutputError(f"The store {store} cannot be written: {fault.strerror or fault}") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shelve(made: Path, record: Record, store: Path) -> str:
    """
    Put a release made ready in the folder `made` on its shelf in one step, and return its name there.

    Until the step is taken the store is as it was; after it the release is there whole.
    """
    _reach_the_disk(made)
    for number in count(1):
        name = f"{record.edition}-{number:03d}"
        place = store / record.topic / name
        if not place.exists():
            try:
                made.rename(place)
            except OSError as fault:
                if not place.exists():  # else another import has just taken the name
                    raise OutputError(f"The release cannot be put at {place}: {fault.strerror or fault}") from None
            else:
                return name
    raise AssertionError("the numbers have run out")


def _sweep(home: Path) -> None:
    """Clear away what imports that were cut short have left; one of today may still be at work."""
    for left in home.glob(f"{INCOMING}*"):
        if time() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left, ignore_errors=True)


def write_statuses(marked: list[Marked], folder: Path) -> None:
    """Keep what the publisher has marked."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(
        [STATUS_COLUMNS, *((each.measure, each.area, each.category, each.year, each.status) for each in marked)]
    )
    (folder / STATUSES).write_text(out.getvalue(), encoding="utf-8", newline="\n")


def read_statuses(vintage: Vintage) -> list[Marked]:
    """What the publisher has marked in a release; SourceError for a file changed beyond use."""
    file = f"{vintage.name}/{STATUSES}"
    try:
        with (vintage.folder / STATUSES).open(encoding="utf-8", newline="") as opened:
            lines = list(csv.reader(opened))[1:]
            return [
                Marked(measure, area, category, year, Status(mark)) for measure, area, category, year, mark in lines
            ]
    except (OSError, UnicodeError, csv.Error, ValueError):
        raise SourceError(dataset=file, found="a file that cannot be used", expected="it as it was imported") from None


def write_record(record: Record, folder: Path) -> None:
    """Keep what a release says of itself."""
    import yaml  # noqa: PLC0415 - only who writes settings pays for it

    text = yaml.safe_dump({**asdict(record), "originals": [asdict(each) for each in record.originals]}, sort_keys=False)
    (folder / RECORD).write_text(text, encoding="utf-8", newline="\n")


def _reach_the_disk(folder: Path) -> None:
    """Wait until every file is written out, so that the step that follows cannot overtake them."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as opened:
                os.fsync(opened.fileno())
