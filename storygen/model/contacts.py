"""Paper: the newsroom's contacts book – whom it may ask, what they said, and the log of all that was done."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal

from storygen.model.edition import Edition
from storygen.model.quote import Quote
from storygen.model.strict import STRICT
from storygen.model.voice import Organisation, Voice

Event = Literal["prepared", "sent", "chased", "declined", "set-aside", "restored", "added", "approved", "withdrawn"]
"""What the log tells of: letters, places set aside and kept open again, and quotes."""


class Status(StrEnum):
    """How far a slot has come, as far as the log bears it out."""

    EMPTY = "empty"
    PREPARED = "prepared"  # a request is written and, as far as is known, lies there
    REQUESTED = "requested"
    CHASED = "chased"
    RECEIVED = "received"
    APPROVED = "approved"
    DECLINED = "declined"
    APPROACHED = "approached"  # asked, and the deadline has passed; too little for a harder word
    NO_REPLY = "no_reply"  # asked in good time, chased, and the deadline has passed
    NOT_NEEDED = "not_needed"  # an editor has set it aside, with a reason


CLOSED = frozenset({Status.DECLINED, Status.APPROACHED, Status.NO_REPLY})
"""What may be said in place of a quote."""

SETTLED = CLOSED | {Status.NOT_NEEDED}
"""What leaves no place open though nobody is quoted in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One line of the log: what was done, when, by whom, about what; what does not apply is empty.

    `area` is a slug, empty for a request that goes to a body of the whole country, and for a `voice` that is set aside
    in every story; `file` and `sha256` are of a request as written; `release` is the one a quote was approved for;
    `reason` says why a quote was withdrawn, or a voice set aside.
    """

    __pydantic_config__: ClassVar = STRICT

    at: datetime
    by: str
    event: Event
    edition: str = ""
    release: str = ""
    organisation: str = ""
    voice: str = ""
    area: str = ""
    to: str = ""
    deadline: datetime | None = None
    quote: str = ""
    file: str = ""
    sha256: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse what nobody did, and a time that could be any of several."""
        if not self.by.strip():
            raise ValueError("the log needs to know who did it")
        if self.at.tzinfo is None or (self.deadline and self.deadline.tzinfo is None):
            raise ValueError("a time needs its zone, as in 2026-02-13T16:00+00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """
    The newsroom's contacts book: voices, the directory by id, quotes that were added and not withdrawn, and the log.

    `uncounted` are the other quotes in the bank, by their ids.
    """

    voices: tuple[Voice, ...] = ()
    directory: dict[str, Organisation] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    log: tuple[Entry, ...] = ()
    uncounted: tuple[str, ...] = ()

    def voice(self, name: str) -> Voice:
        """The voice of that id."""
        return next(voice for voice in self.voices if voice.id == name)

    def seat(self, name: str) -> str:
        """The seat of the voice of that id; empty where the catalogue has it no more."""
        return next((voice.seat for voice in self.voices if voice.id == name), "")

    def seat_of(self, quote: Quote) -> str:
        """The seat of the voice that a quote was given in."""
        return self.seat(quote.voice)

    def bodies_of(self, voice: Voice) -> tuple[Organisation, ...]:
        """Who may speak in a voice, as far as the directory knows them."""
        return tuple(self.directory[each] for each in voice.organisations if each in self.directory)

    def is_local(self, voice: Voice) -> bool:
        """Whether only a body of one area may speak in a voice, and so about that alone."""
        bodies = self.bodies_of(voice)
        return bool(bodies) and all(body.is_local for body in bodies)

    def is_approved(self, quote: Quote, edition: Edition) -> bool:
        """Whether somebody has put their name to a quote's use in an edition, as that was last released."""
        wanted = ("approved", quote.id, edition.year, edition.release)
        return any((entry.event, entry.quote, entry.edition, entry.release) == wanted for entry in self.log)

    def is_withdrawn(self, quote: str) -> bool:
        """Whether the quote of that id was taken back."""
        return any((entry.event, entry.quote) == ("withdrawn", quote) for entry in self.log)
