"""Files written whole or not at all."""

from contextlib import suppress
from pathlib import Path

from storygen.errors import OutputError

PART = ".storygen-"  # before the name of a file in the making; one left by a run cut short is written over


def write_whole(path: Path, text: str) -> None:
    """
    Write a file so that it is either the old one or the new, never part of either.

    Raises OutputError, naming the file, where it cannot be written.
    """
    part = path.with_name(f"{PART}{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except (OSError, UnicodeError) as fault:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(f"{path} could not be written: {getattr(fault, 'strerror', None) or fault}") from fault
