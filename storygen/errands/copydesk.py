"""The copy desk: files anybody wrote are opened, read against the figures, and handed back with what was found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storygen.errors import UsageError
from storygen.lookups import area_called, stores_of, topic_of, year_called
from storygen.model.reading import Reading
from storygen.office import open_reader
from storygen.sources import read

LARGEST = 200_000  # bytes: forty times an article, and read in seconds whatever it holds
NOT_COPY = {"newslist.md"}
"""Pages of an edition that list stories and are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """
    What is to be read: files or folders of drafts, and whose story of which year, if the text does not say so.

    `data` are folders of imported releases to read it against besides the figures that ship.
    """

    files: tuple[Path, ...]
    data: tuple[Path, ...] = ()
    topic: str = "drug_seizures"
    area: str | None = None
    year: str | None = None


def check(errand: Errand) -> Iterator[Reading]:
    """
    Read every file of an errand, in order. A folder stands for the drafts in it.

    Raises a StorygenError, before anything is read, for an area or a year not held and for a file that is not text.
    """
    for path in errand.files:
        _check_topic(path, errand.topic)
    dataset = read(topic_of(errand.topic), stores=stores_of(errand.data))
    area = area_called(errand.area, dataset).slug if errand.area else ""
    year = year_called(errand.year, dataset) if errand.year else ""
    texts = [(path, text_of(path)) for path in _files(errand.files)]
    reader = open_reader(dataset)
    for path, text in texts:
        yield reader.read(text, name=str(path), area=area, year=year)


def _check_topic(path: Path, topic: str) -> None:
    """Raise UsageError for drafts that lie in an edition on another topic, as the manifest beside them says."""
    try:
        manifest = (path if path.is_dir() else path.parent) / "manifest.json"
        other = json.loads(manifest.read_text(encoding="utf-8"))["run"]["topic"]
    except (OSError, ValueError, LookupError, TypeError):
        return  # no edition of ours: any copy may lie anywhere
    if other != topic:
        raise UsageError(f"{path} is of an edition on {other}, not on {topic}: say --topic {other}")


def _files(named: tuple[Path, ...]) -> Iterator[Path]:
    for path in named:
        if not path.is_dir():
            yield path
            continue
        drafts = sorted(each for each in path.glob("*.md") if each.name not in NOT_COPY)
        if not drafts:
            raise UsageError(f"The folder {str(path)!r} holds no draft (no file ends in .md)")
        yield from drafts


def text_of(path: Path) -> str:
    """The words of a file; UsageError if it is missing, too large, cannot be read or is no text."""
    if not path.exists():
        raise UsageError(f"There is no file {str(path)!r}")
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name the files in it")
    if not path.is_file():
        raise UsageError(f"{path} is no file that holds a text (a device or a pipe): give a file")
    if path.stat().st_size > LARGEST:
        size = path.stat().st_size
        raise UsageError(f"{path} has {size:,} bytes and an article at most {LARGEST:,}: give one article a file")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise UsageError(f"{path} cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path} is not a text in UTF-8 (byte {fault.start + 1:,}): save it as plain text") from fault
    if "\0" in text:
        raise UsageError(f"{path} is not a text (it holds a zero byte): save it as plain text")
    return text
