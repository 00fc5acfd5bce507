"""Paper: what is held on a topic, and how two states of it differ."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from storygen.model.release import Original
from storygen.model.topic import KnownIssue


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One measure in one year: the areas with figures and those without any, the categories, and where from."""

    measure: str
    year: str
    areas: tuple[str, ...]
    without: tuple[str, ...]
    categories: tuple[str, ...]
    figures: int
    blanks: int
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A release held: its name, its edition, the day it was imported and its files; none of these of what ships."""

    name: str
    edition: str
    imported: str
    originals: tuple[Original, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything held on a topic, with the issues that limit what may be said of it."""

    topic: str
    stocks: tuple[Stock, ...]
    holdings: tuple[Holding, ...]
    issues: tuple[KnownIssue, ...]


class Turn(StrEnum):
    """What became of a figure from one release to the next."""

    REVISED = "revised"
    ADDED = "added"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A figure two releases print differently; None where one has none. `matters` by the manual's vintage rule."""

    measure: str
    area: str
    category: str
    year: str
    old: Decimal | None
    new: Decimal | None
    matters: bool

    @property
    def turn(self) -> Turn:
        """Whether it was revised, added or withdrawn."""
        if self.old is None:
            return Turn.ADDED
        return Turn.WITHDRAWN if self.new is None else Turn.REVISED


@dataclass(frozen=True, slots=True, kw_only=True)
class Falsified:
    """
    A sentence of a draft that newer figures contradict, with what they say: a message for each fault.

    `stands` says whether the file still has the sentence word for word: an editor may have changed it.
    """

    area: str
    file: str
    sentence: str
    messages: tuple[str, ...]
    stands: bool
