"""Paper: what a newer release makes of a story that was sent."""

from dataclasses import dataclass
from enum import StrEnum

from storygen.model.issued import Version


class Grade(StrEnum):
    """What a newer release asks of a story."""

    CORRECTION = "correction"  # something in it is now false
    UPDATE = "update"  # nothing is, but it would be told otherwise today
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """
    A sentence of a story that newer figures contradict, and where it stands.

    `place` is what the trade calls it: the headline, paragraph 2. `true` is the sentence as it would be drafted now,
    empty where nothing can be put in its place; `says` is what the figures say.
    """

    place: str
    false: str
    true: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """
    A story beside a newer release: its grade, what is false in it, the note drafted on that, the new version's file.

    `file` is empty where no new version can be drafted; `because` then says why.
    """

    version: Version
    grade: Grade
    amendments: tuple[Amendment, ...] = ()
    note: str = ""
    file: str = ""
    because: str = ""
