"""Contacts: the newsroom's contacts book for a topic – directory, bank and log – read together."""

from collections.abc import Iterable
from pathlib import Path

from storygen.errors import SettingsError, nearest
from storygen.model.contacts import Contacts
from storygen.model.quote import Quote
from storygen.quoting.bank import path_of, read_bank
from storygen.quoting.catalogue import directory_of, voices_for
from storygen.quoting.log import read_log
from storygen.settings import line_of


def open_contacts(shipped: Path, own: Path) -> Contacts:
    """
    What is held in a topic's folder of quotes and in a newsroom's own, which may not be there yet.

    Only quotes that the log says were added, and not withdrawn, are given. Raises SettingsError, with file and line.
    """
    log = read_log(own)
    added = {entry.quote for entry in log if entry.event == "added"}
    withdrawn = {entry.quote for entry in log if entry.event == "withdrawn"}
    held = [(folder, quote) for folder in (shipped, own) for quote in read_bank(folder)]
    quotes = {quote.id: quote for _, quote in held}
    contacts = Contacts(
        voices=voices_for(shipped, own),
        directory=directory_of(shipped, own),
        quotes=tuple(quote for quote in quotes.values() if quote.id in added - withdrawn),
        log=log,
        uncounted=tuple(name for name in quotes if name not in added - withdrawn),
    )
    _check(held, contacts)
    return contacts


def _check(held: Iterable[tuple[Path, Quote]], contacts: Contacts) -> None:
    """Refuse a quote in a voice the catalogue does not know, or of a force's own body about anything but its area."""
    known = [voice.id for voice in contacts.voices]
    for folder, quote in held:
        path = path_of(folder, quote.id)
        if quote.voice not in known:
            message = f"there is no voice '{quote.voice}'; {nearest(quote.voice, known)}"
            raise SettingsError(str(path), *line_of(path, ("voice",)), message.rstrip("?"))
        if contacts.is_local(contacts.voice(quote.voice)) and len(quote.scope.forces) != 1:
            message = f"{quote.voice} speaks about one area: name it, and no other, under forces"
            raise SettingsError(str(path), *line_of(path, ("scope",)), message)
