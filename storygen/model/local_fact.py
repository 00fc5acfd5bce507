"""Paper: a fact no table holds, as an editor files it."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from storygen.model.strict import STRICT


class FactKind(StrEnum):
    """What sort of fact it is."""

    ARRESTS = "arrests"
    OPERATION = "operation"
    COURT = "court"
    PCC_REPORT = "pcc_report"  # of a police and crime commissioner
    CAMPAIGN = "campaign"
    OFFENCE_DATA = "offence_data"
    EXPLAINER = "explainer"
    ARCHIVE_LINK = "archive_link"


class Position(StrEnum):
    """Where in a story a fact stands."""

    CONTEXT = "context"  # after the country's paragraphs, before the voices
    TAIL = "tail"  # after the voices
    READ_MORE = "read_more"  # a link to another story, where the house has a place for it


class SourceType(StrEnum):
    """What sort of source a fact has."""

    OFFICIAL = "official"
    COURT = "court"
    PRESS_OFFICE = "press_office"
    OWN_REPORTING = "own_reporting"


class Proceedings(StrEnum):
    """How far the law has gone: proceedings are active from an arrest, a warrant, a summons or a charge."""

    NONE = "none"
    ACTIVE = "active"
    CONCLUDED = "concluded"


class AddressLevel(StrEnum):
    """How closely a fact says where somebody lives."""

    NONE = "none"
    TOWN = "town"
    STREET = "street"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFigure:
    """
    A number in a fact: its `value`, the `unit` it is in, `what` it is, and the words that show it, as `£20 million`.

    A hedge before those words is the source's own; the unit `year` makes it a date and no figure to be counted.
    """

    __pydantic_config__: ClassVar = STRICT

    value: Decimal
    unit: str
    what: str
    shown: str

    @property
    def is_date(self) -> bool:
        """Whether it says when, not how many."""
        return self.unit == "year"


def words_for(shown: Iterable[str]) -> re.Pattern[str]:
    """
    What finds these words for numbers in a text: the longest first, and none as a part of a longer number.

    >>> [words_for(["3", "20"]).findall(text) for text in ("3 of 20", "2,000", "3.5 tonnes")]
    [['3', '20'], [], []]
    """
    ways = "|".join(map(re.escape, sorted(shown, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.,])(?:{ways})(?!\w|[.,]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The first and the last day a fact's numbers speak of; None where the source does not say."""

    __pydantic_config__: ClassVar = STRICT

    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSource:
    """
    Where a fact is from.

    `said_by` names the source in a sentence, after "according to" and before "said"; `again` is what it is called once
    it has been named, as "the review"; None repeats the name.
    """

    __pydantic_config__: ClassVar = STRICT

    title: str
    said_by: str
    type: SourceType
    date: dt.date | None
    url: str | None = None
    again: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal:
    """What has been made sure of before print; None is a question nobody has answered (manual C.5)."""

    __pydantic_config__: ClassVar = STRICT

    proceedings: Proceedings | None = None
    outcome_checked_on: dt.date | None = None
    restrictions_checked: bool | None = None
    under_18: bool | None = None
    address_level: AddressLevel | None = None
    previous_convictions: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """Which stories a fact belongs in: categories by slug, angles by slug or code, years; empty is any."""

    __pydantic_config__: ClassVar = STRICT

    drugs: tuple[str, ...] = ()
    angles: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where a fact is to stand, and for how many days after its source's date it may."""

    __pydantic_config__: ClassVar = STRICT

    position: Position
    max_age_days: int = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFact:
    """
    One fact as filed, in the newsroom's own words (manual A.7).

    `text` is one sentence as it reads after "according to them,": no full stop, a small first letter unless it is a
    name. `area` is where it holds; `headline` is wanted of a fact that is to lead a story of its own. It may be used
    until `expires`, once `approved_by` names whoever answers for it.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    force: str
    kind: FactKind
    text: str
    area: str
    source: FactSource
    use: Use
    headline: str | None = None
    figures: tuple[LocalFigure, ...] = ()
    period: Period = Period()
    people: tuple[str, ...] = ()
    legal: Legal = Legal()
    relevance: Relevance = Relevance()
    approved_by: str | None = None
    expires: dt.date | None = None
