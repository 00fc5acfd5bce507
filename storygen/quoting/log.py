"""The log: who asked, added, approved and withdrew what, and when; only ever added to."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from storygen.errors import OutputError, SettingsError
from storygen.model.contacts import Entry

NAME = "log.jsonl"
ENDING = b'"}'  # of every entry, since every field of one is text


def record(folder: Path, *entries: Entry) -> None:
    """
    Add entries to the log in `folder`, on the disk before this returns.

    They are written in one piece. A run killed in the middle leaves at most the beginning of a line, which readers pass
    over and the next entry starts after. Raises OutputError if they cannot be written, or only in part.
    """
    path = folder / NAME
    lines = "".join(f"{_line(entry)}\n" for entry in entries).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("ab+", buffering=0) as log:
            whole = lines if _ends_whole(log) else b"\n" + lines
            written = log.write(whole)
            os.fsync(log.fileno())
    except OSError as fault:
        raise OutputError(f"{path} could not be written: {fault.strerror or fault}") from fault
    if written != len(whole):
        raise OutputError(f"{path} could be written only in part: make room on the disk and do it again")


def read_log(folder: Path) -> tuple[Entry, ...]:
    """
    The entries of the log in `folder`, oldest first; none where there is no log.

    A line cut short by a kill is passed over. Raises SettingsError, with the line, for one that says something else.
    """
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - not loaded for --help

    path, reader, found = folder / NAME, TypeAdapter(Entry), list[Entry]()
    for number, line in enumerate(_lines(path), start=1):
        if _is_cut_short(line):
            continue
        try:
            found.append(reader.validate_json(line))
        except ValidationError as fault:
            first = fault.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            message = f"{where} is not as storygen writes it ({first['msg']}); take the line out, or put it back"
            raise SettingsError(str(path), number, 1, message) from None
    return tuple(found)


def _line(entry: Entry) -> str:
    """An entry as JSON, what does not apply left out."""
    fields: dict[str, Any] = {key: value for key, value in asdict(entry).items() if value not in {"", None}}
    return json.dumps(fields, ensure_ascii=False, default=lambda moment: moment.isoformat())


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as fault:
        raise OutputError(f"{path} could not be read: {fault.strerror or fault}") from fault


def _ends_whole(log: BinaryIO) -> bool:
    """Whether the log ends where an entry ends."""
    if log.seek(0, os.SEEK_END) == 0:
        return True
    log.seek(-1, os.SEEK_END)
    return log.read(1) == b"\n"


def _is_cut_short(line: bytes) -> bool:
    """Whether a line is no whole entry but the beginning of one, or nothing: what is whole and wrong is refused."""
    bare = line.strip()
    return not bare or (bare.startswith(b"{") and (not bare.endswith(ENDING) or bare.endswith(b"\\" + ENDING)))
