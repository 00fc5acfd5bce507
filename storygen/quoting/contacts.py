"""Contacts: the newsroom's contacts book for a topic – directory, bank and log – read together."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from storygen.errors import UsageError, nearest
from storygen.model.quote import Contacts, Quote, Voice
from storygen.quoting.bank import read_bank
from storygen.quoting.catalogue import DIRECTORY, directory_of, read_directory, voices_for
from storygen.quoting.log import read_log


def open_contacts(shipped: Path, own: Path) -> Contacts:
    """
    What is held in a topic's folder of quotes and in a newsroom's own, which may not be there yet.

    Only quotes that the log says were added, and not withdrawn, are given. Raises SettingsError, with file and line.
    """
    log = read_log(own)
    added = {entry.quote for entry in log if entry.event == "added"}
    withdrawn = {entry.quote for entry in log if entry.event == "withdrawn"}
    held = (*read_bank(shipped), *read_bank(own))
    directory = directory_of(shipped)
    if (own / DIRECTORY).exists():
        directory |= {each.id: each for each in read_directory(own / DIRECTORY, str(own / DIRECTORY))}
    voices = voices_for(shipped)
    _check(held, voices)
    return Contacts(
        voices=voices,
        directory=directory,
        quotes=tuple(quote for quote in held if quote.id in added - withdrawn),
        log=log,
        uncounted=tuple(quote.id for quote in held if quote.id not in added - withdrawn),
    )


def _check(quotes: Iterable[Quote], voices: Sequence[Voice]) -> None:
    """Refuse a quote in a voice the catalogue does not know: it would never be heard."""
    known = [voice.id for voice in voices]
    for quote in quotes:
        if quote.voice not in known:
            raise UsageError(f"{quote.id} is in the voice {quote.voice!r}; {nearest(quote.voice, known)}")
