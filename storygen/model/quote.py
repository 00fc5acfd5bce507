"""Paper: who may be asked what, what was really said and with which provenance, and how it stands in a story."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, Le

from storygen.model.strict import STRICT


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
    TOTAL = "total"  # it leads on all drugs
    DRUG = "drug"  # it leads on one drug, or one class
    HIGHEST = "highest"  # it leads on a first place, or on a high
    COUNTRY = "country"  # the force went one way and the country the other
    BORDER = "border"  # it tells how much of a drug was stopped at the border
    RECORDING = "recording"  # how seizures are recorded bears on what it can say
    LOWEST = "lowest"
    LARGE_FALL = "large-fall"  # over 30 per cent
    GAP = "gap"  # a year is missing
    OUTLIER = "outlier"  # the figures are unlike other forces', or jumped
    CRITICISM = "criticism"  # a critic is quoted


REPLY = frozenset({Reason.LOWEST, Reason.LARGE_FALL, Reason.GAP, Reason.OUTLIER, Reason.CRITICISM})
"""What gives the force a right of reply (manual Q5)."""


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


CLOSED = {Status.DECLINED, Status.APPROACHED, Status.NO_REPLY}
"""What may be said in place of a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """
    A public body or a role that may be asked: never a private person.

    `level` says whether there is one for the country or one for each force; `chosen` ones are for the newsroom to pick.
    `name` is as in the middle of a sentence, with `{force}` and `{place}` for a force's own; `names` are exceptions, by
    the slug of the area. `press` and `addresses` (the same by area) are for the newsroom to fill, `verified_on` the day
    it last made sure.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    name: str
    level: Literal["national", "force", "chosen"]
    names: dict[str, str] = field(default_factory=dict)
    press: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    One entry of the catalogue: a voice, when a story wants it, what it is asked and where it is heard.

    `who` says whom to ring. Of the voices for one `seat` a story has the first whose `when` holds, and whose `groups`,
    if any are named, hold the lead's drug. `ask` is the section of the slots' wording, `ask_first` the one where there
    is no year before, `ask_reply` the one for a right of reply, its reason added, `ask_local` the one for a story
    from local facts alone (None: such a story does not ask it). `hours` are the working hours given for an answer,
    `reply_hours` those for a right of reply.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """
    Who said it: `rank` is a rank or title in full, `role` what stands behind the name.

    Without a name a spokesperson of the organisation speaks. ValueError for a name without a role (manual D.5).
    """

    __pydantic_config__: ClassVar = STRICT

    organisation: str
    name: str = ""
    rank: str = ""
    role: str = ""

    def __post_init__(self) -> None:
        """Refuse who cannot be introduced."""
        if not self.organisation.strip():
            raise ValueError("a speaker needs an organisation")
        if self.name and not self.role:
            raise ValueError("a speaker with a name needs a role: say what makes the words worth hearing")

    @property
    def introduction(self) -> tuple[str, ...]:
        """Whatever may be said of who speaks."""
        return tuple(each for each in (self.name, self.rank, self.role, self.organisation) if each)

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1] if self.name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the words were said about: which forces or regions, drugs and angles (empty: any), going which way."""

    __pydantic_config__: ClassVar = STRICT

    level: Literal["national", "region", "force"]
    forces: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    angles: tuple[str, ...] = ()
    direction: Literal["any", "rise", "fall"] = "any"

    def __post_init__(self) -> None:
        """Refuse a scope that says where and names nothing."""
        if (self.level == "force" and not self.forces) or (self.level == "region" and not self.regions):
            raise ValueError(f"a scope of level {self.level} needs to name at least one {self.level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Obtained:
    """How the words reached the newsroom: by which way, when (with its time zone), by whom, and what shows it."""

    __pydantic_config__: ClassVar = STRICT

    method: Literal["email", "phone", "interview", "statement", "website", "report"]
    at: datetime
    by: str
    evidence: str

    def __post_init__(self) -> None:
        """Refuse a time that could be any of several, and words nobody vouches for."""
        if self.at.tzinfo is None:
            raise ValueError("the time needs its zone, as in 2026-02-13T16:00+00:00")
        if not self.by.strip() or not self.evidence.strip():
            raise ValueError("say who obtained the words and what shows that they were said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who may print it: one house alone, and whether it may be used again (`ask`: once it is approved)."""

    __pydantic_config__: ClassVar = STRICT

    exclusive_to: str | None = None
    agency: str | None = None
    reuse: Literal["ok", "ask", "no"] = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """
    What was really said, a paragraph an item, with no quotation marks round it, and all that is known of it.

    The `id` follows from the words, the speaker's name and the time: one that does not fit says that they were changed.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    text: tuple[str, ...]
    voice: str
    speaker: Speaker
    scope: Scope
    data_year: str
    obtained: Obtained
    rights: Rights = field(default_factory=Rights)
    embargo_until: datetime | None = None
    expires_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse words that are not those that were added."""
        if not self.text or not all(paragraph.strip() for paragraph in self.text):
            raise ValueError("a quote needs words, and no paragraph of it may be empty")
        if self.embargo_until is not None and self.embargo_until.tzinfo is None:
            raise ValueError("the embargo needs its time zone, as in 2026-02-13T16:00+00:00")
        if self.id != quote_id(self.text, self.speaker.name, self.obtained.at):
            raise ValueError(
                f"the words, the speaker or the time of {self.id} are not those that were added; "
                "put them back, or withdraw it and add it anew"
            )


def quote_id(text: tuple[str, ...], name: str, at: datetime) -> str:
    """
    The name of a quote in the bank, which follows from what was said, by whom and when.

    >>> quote_id(("Test words.",), "", datetime(2026, 1, 2))
    'qb-84c2170fa7'
    """
    whole = "\x00".join((*text, name, at.isoformat()))
    return f"qb-{sha256(whole.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One line of the log: what was done, when, by whom, about what; what does not apply is empty.

    `area` is a slug, empty for a request that goes to a body of the whole country; `file` and `sha256` are of a request
    as written; `after` is a quote's approval or withdrawal in words.
    """

    __pydantic_config__: ClassVar = STRICT

    at: datetime
    by: str
    event: Literal["prepared", "sent", "chased", "declined", "added", "approved", "withdrawn"]
    edition: str = ""
    organisation: str = ""
    area: str = ""
    to: str = ""
    deadline: datetime | None = None
    quote: str = ""
    file: str = ""
    sha256: str = ""
    reason: str = ""


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

    def seat_of(self, quote: Quote) -> str:
        """The seat of the voice that a quote was given in."""
        return next(voice.seat for voice in self.voices if voice.id == quote.voice)

    def is_approved(self, quote: Quote) -> bool:
        """Whether somebody has put their name to the quote's use."""
        return any(entry.event == "approved" and entry.quote == quote.id for entry in self.log)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """
    One paragraph of somebody's words as it is to be set.

    `opens` the quote, `closes` it: a running quote has a mark before every paragraph and one after the last.
    `nests_double` and `nests_single` say which marks stand inside the whole quote.
    """

    words: str
    speaker: Speaker
    closes: bool
    nests_double: bool
    nests_single: bool
