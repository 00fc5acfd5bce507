"""Paper: a story as it goes out on the wire: who it is for ever, which version this is, and what readers may have."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar

from storygen.model.strict import STRICT


class PubStatus(StrEnum):
    """What a receiver may do with a version, in the words of the wire formats (canceled has one l)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Change(StrEnum):
    """Why a version was made."""

    FIRST = "first"
    UPDATE = "update"  # new words, nothing was wrong
    CORRECTION = "correction"  # something was: the note gives the wrong and the right value
    HOLD = "hold"
    RELEASE = "release"  # after a hold
    KILL = "kill"  # nothing follows it


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or crosshead of the body: plain words, no markup of any kind."""

    __pydantic_config__: ClassVar = STRICT

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """
    What a person approved: the words, all of them plain text.

    `body` ends with what readers must be told of source and making; `notes` are to editors and stand after the end.
    """

    __pydantic_config__: ClassVar = STRICT

    headline: str
    standfirst: str
    byline: str
    body: tuple[Block, ...]
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words the body has, crossheads not counted."""
        return sum(len(block.text.split()) for block in self.body if block.kind is BlockKind.PARAGRAPH)

    @property
    def texts(self) -> tuple[str, ...]:
        """Headline, standfirst if there is one, and the blocks of the body."""
        return (self.headline, *filter(None, [self.standfirst]), *(block.text for block in self.body))

    @property
    def digest(self) -> str:
        """The SHA-256 of the words: the same words, the same digest."""
        parts = [self.headline, self.standfirst, self.byline]
        parts += [f"{block.kind.value}\x1f{block.text}" for block in self.body]
        parts += [f"note\x1f{note}" for note in self.notes]
        return sha256("\x1e".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    Where a story is: `name` as in a sentence, the official `code` (GSS), the region and nation it lies in.

    `headline` is its name as short as in a headline, `organisation` the public body the story is about there ("Dorset
    Police"); each empty where there is none.
    """

    __pydantic_config__: ClassVar = STRICT

    slug: str
    name: str
    code: str
    region: str
    nation: str
    headline: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A Media Topic by its eight figures and exact name; `subject_code` is the older code for it, if there was one."""

    __pydantic_config__: ClassVar = STRICT

    code: str
    name: str
    subject_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoSource:
    """What a story rests on: who made it, its title, on what licence it may be used and where it is published."""

    __pydantic_config__: ClassVar = STRICT

    producer: str
    title: str
    licence: str = ""
    licence_url: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """
    What all stories on a topic share on the wire, from the topic's `wire.yaml`.

    `catchline` is the first part of every slugline; `genre` and `genre_name` are of the IPTC's genre codes.
    `year_begins` is the day an edition's year begins, as 04-01; empty where editions are not years.
    """

    __pydantic_config__: ClassVar = STRICT

    catchline: str
    section: str
    subjects: tuple[Subject, ...]
    genre: str
    genre_name: str
    keywords: tuple[str, ...]
    sources: tuple[InfoSource, ...]
    year_begins: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """
    The newsroom or agency that sends: who it is, on what terms, and where its rules stand.

    `authority` and `since` begin every identity (`tag:example.org,2026:…`, RFC 4151) and must never change; `url` is
    the service's own page, under which `feeds` are read; `policy`, `corrections` and `terms_url` are pages, empty
    where there is none. `data_mining` is what machines may do with the copy, as an address of the PLUS vocabulary.
    `stale_after` is how many days after readers may have a version it is no longer news; 0 where that never is.
    """

    __pydantic_config__: ClassVar = STRICT

    name: str
    authority: str
    since: str
    url: str
    contact: str
    copyright_holder: str
    usage_terms: str
    language: str = "en-GB"
    byline: str = "Data desk"
    feeds: str = ""
    policy: str = ""
    corrections: str = ""
    terms_url: str = ""
    data_mining: str = ""
    stale_after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """
    One version of one story, complete: every wire format is a function of it and of nothing else.

    `uri` is the identity, the same for ever for a topic, edition and place; `key` its readable end
    (`drug-seizures-2018-19-dorset`). `version` counts from 1 and only goes up. Times are UTC in whole seconds:
    `first_created` never changes, `version_created` strictly increases. `note` is for editors: what changed and why.
    `urgency` runs from 1 to 9, 1 being the most urgent (IPTC). `replaces` is the uri of a killed story this one stands
    in for. `angle` and `template` say what it was made from; `wrote` names the program and its version. `keywords` are
    the story's own, besides its beat's: the drug it leads on. `sources` is what it rests on, None where that is all its
    beat's.
    """

    __pydantic_config__: ClassVar = STRICT

    uri: str
    key: str
    version: int
    first_created: datetime
    version_created: datetime
    status: PubStatus
    change: Change
    note: str
    content: Content
    topic: str
    title: str
    edition: str
    place: Place
    slugline: str
    urgency: int
    angle: str
    template: str
    wrote: str
    service: Service
    beat: Beat
    embargo: datetime | None = None
    expires: datetime | None = None
    replaces: str | None = None
    keywords: tuple[str, ...] = ()
    sources: tuple[InfoSource, ...] | None = None

    @property
    def rests_on(self) -> tuple[InfoSource, ...]:
        """What the story rests on."""
        return self.beat.sources if self.sources is None else self.sources
