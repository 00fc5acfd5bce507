"""Paper: the catalogue of voices – who may be asked what, why a story wants them, and where they are heard."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, Le

from storygen.model.strict import STRICT

VERIFIED = 90
"""Days for which a name, a title or an address that was made sure of is trusted (manual Q7)."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+")


class Need(StrEnum):
    """How badly a story needs a voice."""

    REQUIRED = "required"  # no story is ready without it, or without a word on why it is missing
    WANTED = "wanted"
    OPTIONAL = "optional"  # no place is kept open; if somebody did speak, there is one


class Heard(StrEnum):
    """Where in a story a voice is heard."""

    AFTER_EVIDENCE = "after_evidence"  # after the lead's figures and the caveat they must not go without
    AFTER_NATIONAL = "after_national"
    END = "end"


class Reason(StrEnum):
    """Why a story wants a voice: what it says, or what its figures are like."""

    NEWS = "news"  # more than a routine story
    TOTAL = "total"  # it leads on everything counted
    DRUG = "drug"  # it leads on one drug, or whatever else the topic counts
    HIGHEST = "highest"  # it leads on a first place, or on a high
    COUNTRY = "country"  # the force went one way and the country the other
    BORDER = "border"  # it tells what part was counted at the border
    RECORDING = "recording"  # how they are recorded bears on what it can say
    LOWEST = "lowest"  # it tells a number as a low
    LOWEST_RATE = "lowest-rate"  # it tells a rate as a low, whatever the number did
    LARGE_FALL = "large-fall"  # over 30 per cent
    GAP = "gap"  # a year is missing
    OUTLIER = "outlier"  # the figures are unlike other forces', or jumped
    CRITICISM = "criticism"  # a critic is quoted


REPLY = frozenset({Reason.LOWEST, Reason.LOWEST_RATE, Reason.LARGE_FALL, Reason.GAP, Reason.OUTLIER, Reason.CRITICISM})
"""What gives the force a right of reply (manual Q5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """
    A public body or a role that may be asked: never a private person.

    `level` says whether there is one for the country or one for each force; `chosen` and `local` ones are for the
    newsroom to pick, the latter in the area of a story.
    `name` is as in the middle of a sentence, with `{force}` and `{place}` for a force's own; `names` are exceptions, by
    the slug of the area. `press` and `addresses` (the same by area) are for the newsroom to fill, `verified_on` the day
    it last made sure.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    name: str
    level: Literal["national", "force", "chosen", "local"]
    names: dict[str, str] = field(default_factory=dict)
    press: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    verified_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a name that no file could have, and an address that no letter could go to."""
        if not _SLUG.fullmatch(self.id):
            raise ValueError(f"the id {self.id!r} names files: write it in small letters, figures and hyphens")
        for address in filter(None, (self.press, *self.addresses.values())):
            if not _ADDRESS.fullmatch(address):
                raise ValueError(f"{address!r} is no e-mail address; write it bare, as in press@force.example")

    @property
    def is_local(self) -> bool:
        """Whether it speaks about one area, and no other."""
        return self.level in {"force", "local"}

    @property
    def is_role(self) -> bool:
        """Whether it stands for whoever the newsroom picks: nobody can write to a role."""
        return self.level in {"chosen", "local"}

    def address(self, area: str) -> str:
        """Where a letter goes, for a force's own body in an area of that slug; empty where it is not known."""
        return self.addresses.get(area, "") if area else self.press

    def is_verified(self, day: date) -> bool:
        """Whether somebody made sure of the entry within the 90 days before (manual Q7)."""
        return self.verified_on is not None and (day - self.verified_on).days <= VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    One entry of the catalogue: a voice, when a story wants it, what it is asked and where it is heard.

    `who` says whom to ring; `{organisation}` in it stands for what the first of them is called in an area. Of the
    voices for one `seat` a story has the first whose `when` holds, and whose `groups`, if any are named, hold the
    lead's category. `ask` is the section of the slots' wording, `ask_first` the one where there is no year before,
    `ask_reply` the one for a right of reply, its reason added, `ask_local` the one for a story from local facts alone
    (None: such a story does not ask it). `hours` are the working hours given for an answer, `reply_hours` those for a
    right of reply.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    who: str
    seat: str
    organisations: tuple[str, ...]
    need: Need
    position: Heard
    ask: str
    ask_first: str
    ask_reply: str | None = None
    ask_local: str | None = None
    when: tuple[Reason, ...] = ()
    groups: tuple[str, ...] = ()
    is_critic: bool = False
    max_words: Annotated[int, Ge(10), Le(500)] = 120
    hours: Annotated[int, Ge(1), Le(240)] = 24
    reply_hours: Annotated[int, Ge(1), Le(240)] = 48
