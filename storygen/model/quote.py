"""Paper: what was really said, who said it, and all that is known of how it came and what may be done with it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import ClassVar, Literal

from storygen.model.speaker import Speaker, is_plain
from storygen.model.strict import STRICT

LEAST = 3
"""Words of a partial quote, at least (manual D.5)."""


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
        """Refuse a scope that says where and names nothing, or names what it does not mean."""
        named = {"force": self.forces, "region": self.regions}
        if self.level in named and not named[self.level]:
            raise ValueError(f"a scope of level {self.level} needs to name at least one {self.level}")
        if others := [level for level, names in named.items() if names and level != self.level]:
            raise ValueError(f"a scope of level {self.level} names no {others[0]}: one or the other is meant")


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
        if not is_plain(self.by + self.evidence):
            raise ValueError("who obtained the words, and what shows that they were said, go on one line each")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """
    Who may print it: one house alone, and whether it may be used.

    `reuse` is ok; ask (once somebody has approved it); or no (kept on the record, and never set).
    """

    __pydantic_config__: ClassVar = STRICT

    exclusive_to: str | None = None
    agency: str | None = None
    reuse: Literal["ok", "ask", "no"] = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """
    What was really said, a paragraph an item, with no quotation marks round it, and all that is known of it.

    `partial`, if a person chose one, is the part of the words that is set instead of all of them. `release` is the
    release of the figures of `data_year` that it was said about. The `id` follows from the words, the part, the speaker
    and the time: one that does not fit says that they were changed.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    text: tuple[str, ...]
    partial: str = ""
    voice: str
    speaker: Speaker
    scope: Scope
    data_year: str
    release: str = ""
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
        if self.partial:
            _check_partial(self.partial, self.text)
        if self.id != quote_id(self.text, self.speaker, self.obtained.at, self.partial):
            raise ValueError(
                f"the words, the speaker or the time of {self.id} are not those that were added; "
                "put them back, or withdraw it and add it anew"
            )

    @property
    def printed(self) -> tuple[str, ...]:
        """The words that are set, a paragraph an item: the part a person chose, else all of them."""
        return (self.partial,) if self.partial else self.text

    @property
    def hides(self) -> bool:
        """Whether the words that are set hold characters that cannot be seen: marks of direction and the like."""
        return not all(is_plain(re.sub(r"[\n\t]", "", paragraph)) for paragraph in self.printed)

    @property
    def length(self) -> int:
        """How many words are set."""
        return sum(len(paragraph.split()) for paragraph in self.printed)


def quote_id(text: tuple[str, ...], speaker: Speaker, at: datetime, partial: str = "") -> str:
    """
    The name of a quote in the bank, which follows from what was said, by whom and when, and what is set of it.

    >>> quote_id(("Test words.",), Speaker(organisation="Test"), datetime(2026, 1, 2))
    'qb-a024fcdcb4'
    """
    who = (speaker.organisation, speaker.name, speaker.rank, speaker.role, speaker.known_as)
    whole = "\x00".join((*text, partial, *who, at.isoformat()))
    return f"qb-{sha256(whole.encode()).hexdigest()[:10]}"


def _check_partial(partial: str, text: tuple[str, ...]) -> None:
    """Refuse a part that is not, whole words and to the byte, in one paragraph of what was said."""
    if len(partial.split()) < LEAST or partial != partial.strip():
        raise ValueError(f"a partial quote has at least {LEAST} words, with no space round them")
    whole = re.compile(rf"(?<!\w){re.escape(partial)}(?!\w)")
    if not any(whole.search(paragraph) for paragraph in text):
        raise ValueError("the partial quote does not stand, word for word, in one paragraph of what was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """
    One paragraph of somebody's words as it is to be set.

    A running quote has a mark before every paragraph, and one after that which `closes` it.
    `nests_double` and `nests_single` say which marks stand inside the whole quote.
    """

    words: str
    speaker: Speaker
    closes: bool
    nests_double: bool
    nests_single: bool
