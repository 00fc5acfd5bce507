"""Files: never written over an editor's own words."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from storygen.errors import OutputError

Known = Mapping[str, Collection[str]]
"""File names to the digests of what storygen wrote there: of the last run and, while one is on, of this one."""


def digest(text: str) -> str:
    """The SHA-256 of a text, as the manifest records it."""
    return sha256(text.encode()).hexdigest()


def place_for(path: Path, text: str, known: Known) -> Path:
    """
    Where a text may be written without touching words that are not ours.

    A file that is absent, unchanged since, or
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


def is_ours(path: Path, known: Known) -> bool:
    """Whether a file is absent, or holds what was last written to it and nothing else."""
    text = _read(path)
    return text is None or digest(text) in known.get(path.name, ())


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode() if path.exists() else None
    except UnicodeDecodeError:
        return ""  # not ours: nothing we write is anything but UTF-8
    except OSError as fault:
        raise OutputError(f"{path} could not be read: {fault.strerror or fault}") from fault
