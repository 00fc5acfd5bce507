"""Writes tables and their catalogue as a topic keeps them: a CSV file each, with a checksum."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from storygen.sources.catalogue import CATALOGUE, Entry, checksum


@dataclass(frozen=True, slots=True)
class Filed:
    """A table as it will be kept: its text, and its entry in the catalogue, checksum apart."""

    entry: Entry
    text: str


def write_tables(tables: Iterable[Filed], folder: Path, *, head: str) -> None:
    """Write every table and the catalogue, which opens with the comment `head`; the same tables give the same bytes."""
    entries: list[Entry] = []
    for table in tables:
        path = folder / table.entry.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(table.text, encoding="utf-8", newline="\n")
        entries.append(replace(table.entry, sha256=checksum(path)))
    (folder / CATALOGUE).write_text(head + "".join(map(_catalogued, entries)), encoding="utf-8", newline="\n")


def _catalogued(entry: Entry) -> str:
    """An entry of the catalogue as YAML, what it leaves out left out; JSON's quotes are YAML's."""
    lines = [f"{key}: {json.dumps(value)}" for key, value in asdict(entry).items() if value not in (None, False)]
    return "- " + "\n  ".join(lines) + "\n"


def table_text(corner: str, rows: list[str], columns: list[str], grid: Mapping[tuple[str, str], str]) -> str:
    """The CSV text of a table; a cell the source does not have stays blank."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([corner, *columns])
    writer.writerows([row, *(grid.get((row, column), "") for column in columns)] for row in rows)
    return out.getvalue()
