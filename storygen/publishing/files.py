"""Files: written whole or not at all, and never over an editor's own words."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from storygen.errors import OutputError


def digest(text: str) -> str:
    """The SHA-256 of a text, as the manifest records it."""
    return sha256(text.encode()).hexdigest()


def write_whole(path: Path, text: str) -> None:
    """
    Write a file so that it is either the old one or the new, never part of either.

    Raises OutputError, naming the file, where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as part:
            part.write(text)
        os.chmod(part.name, 0o644)  # noqa: PTH101 - a temporary file is private, a draft is not
        os.replace(part.name, path)  # noqa: PTH105 - the same call on every system
    except OSError as fault:
        raise OutputError(f"{path} could not be written: {fault.strerror or fault}") from fault


def place_for(path: Path, text: str, known: Mapping[str, str]) -> Path:
    """
    Where a text may be written without touching words that are not ours.

    `known` maps file names to the digest of what was last written there. A file that is absent, unchanged since, or
    already the same text may be written; otherwise the next free name beside it: dorset.new.md, dorset.new-2.md.
    """
    stem = path.name.removesuffix(path.suffix)
    names = (path.name, f"{stem}.new{path.suffix}")
    numbered = (f"{stem}.new-{count}{path.suffix}" for count in range(2, 1000))
    for name in (*names, *numbered):
        candidate = path.with_name(name)
        if is_ours(candidate, known) or _read(candidate) == text:
            return candidate
    raise OutputError(f"{path} has been changed by hand, and so have all the copies made beside it")


def is_ours(path: Path, known: Mapping[str, str]) -> bool:
    """Whether a file is absent, or holds what was last written to it and nothing else."""
    text = _read(path)
    return text is None or known.get(path.name) == digest(text)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode() if path.exists() else None
    except UnicodeDecodeError:
        return ""  # not ours: nothing we write is anything but UTF-8
    except OSError as fault:
        raise OutputError(f"{path} could not be read: {fault.strerror or fault}") from fault
