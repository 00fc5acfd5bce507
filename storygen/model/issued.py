"""Paper: what the ledger holds of stories – versions with who approved them, what editors changed, what was sent."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from storygen.model.story import Change, PubStatus, Story
from storygen.model.strict import STRICT


class State(StrEnum):
    """How a story stands at a time."""

    DRAFT = "draft"  # a new version is drafted and waits for a person
    APPROVED = "approved"  # a person has; its embargo is not over
    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Touch(StrEnum):
    """What an editor did to a paragraph of the draft."""

    KEPT = "kept"
    CHANGED = "changed"
    CUT = "cut"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """
    A paragraph as drafted and as approved, and the wording it was made from.

    `before` is empty for one the editor added, `after` for one taken out, both for one that was kept; a paragraph
    added has no `wording`.
    """

    wording: str
    touch: Touch
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How the draft behind a version was made: with it, and the same figures, the draft can be made again."""

    __pydantic_config__: ClassVar = STRICT

    edition: str
    seed: int
    house: str
    figures: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """
    What a person puts their name to.

    `story` is the version as it is to be, but for its identity, number, times and status, which the ledger gives. It
    is a substitute where it is to stand in for one that was killed. `follows` is the version it was judged beside, 0
    where there was none yet; None asks for no such care.
    """

    story: Story
    by: str
    at: datetime
    making: Making
    edits: tuple[Edit, ...] = ()
    is_substitute: bool = False
    follows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version as the ledger holds it; `due` is when readers may have it, and `is_new` whether it was just entered."""

    story: Story
    by: str
    at: datetime
    due: datetime
    is_new: bool = False

    def state(self, now: datetime) -> State:
        """How it stands at a time: what is usable is only approved as long as it is embargoed."""
        if self.story.status is PubStatus.CANCELED:
            return State.CANCELED
        if self.story.status is PubStatus.WITHHELD:
            return State.WITHHELD
        return State.USABLE if self.due <= now else State.APPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """
    A change of a story's status that leaves its words alone, by whom, when and why.

    `urgency` is that of the version it makes, None for the same as before.
    """

    change: Change
    by: str
    at: datetime
    reason: str
    urgency: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One file as it was delivered: its name, of which version, in which format, its SHA-256, its bytes, and when."""

    name: str
    uri: str
    version: int
    format: str
    sha256: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A new version drafted on revision day, which waits for a person: why, and the file it lies in."""

    uri: str
    release: str
    grade: str
    note: str
    file: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A version in one format, as a file ready to go."""

    name: str
    format: str
    data: bytes
