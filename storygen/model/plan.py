"""Paper: what a story will say, in what order, and which voices it waits for."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from storygen.model.angle import NOTHING, Angle, Angles, Shown, Veto
from storygen.model.area import Area
from storygen.model.cleared import NO_FACTS, Cleared, LocalFacts, Refusal, Told
from storygen.model.edition import Edition
from storygen.model.fact import Fact
from storygen.model.house import House
from storygen.model.local_fact import Position
from storygen.model.topic import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The lead an editor asks for: an angle by its name or its code, about a category (its slug); None for any."""

    angle: str
    category: str | None = None

    def fits(self, *, slug: str, code: str, category: str) -> bool:
        """Whether an angle on a category is the one asked for."""
        is_named = self.angle.casefold() in {slug, code.casefold()}
        return is_named and self.category in {None, category}

    def __str__(self) -> str:
        """As it is typed: `highest-in-region:cocaine`."""
        return f"{self.angle}:{self.category}" if self.category else self.angle


class Form(StrEnum):
    """What comes out for an area: an article, one from local facts alone, or questions to the force instead."""

    ARTICLE = "article"
    LOCAL = "local"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """
    A place kept for a real voice, which only a person can fill.

    `who` says whom to ring; `ask` is the section of the slots' wording that says what to ask, `ask_first` the one
    to use where there is no year before to compare with, and `ask_local` the one for a story from local facts alone.
    """

    __pydantic_config__: ClassVar = STRICT

    id: str
    who: str
    ask: str
    ask_first: str
    ask_local: str
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a story is planned with besides its angles: voices, house, the lead an editor wishes for, local facts."""

    slots: tuple[Slot, ...]
    house: House
    wish: Wish | None = None
    local: LocalFacts = NO_FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    One paragraph to be written: which wording (`angles/record-high`), which section of it, and about what fact.

    `its` is what an angle shows of its own; `local` is the local fact the paragraph tells, None for any other. `role`
    says what the paragraph does in the story: headline, standfirst, lead, evidence and so on.
    """

    role: str
    wording: str
    section: str
    fact: Fact | None
    its: Shown = field(default_factory=lambda: NOTHING)
    local: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlan:
    """
    A story as planned: passages in order, the angle that leads, those that follow it and those passed over.

    A routine story is one whose lead is no news in itself: a quiet day. `is_chosen` says that an editor asked for the
    lead. `local` are the local facts it tells and `left_out` those it does not, with the reason; `angles` is None for a
    story from local facts alone, of whose area the tables hold nothing.
    """

    area: Area
    edition: Edition
    form: Form
    angles: Angles | None
    lead: Angle | None
    is_routine: bool
    is_chosen: bool
    seconds: tuple[Angle, ...]
    passed_over: tuple[Angle, ...]
    passages: tuple[Passage, ...]
    slots: tuple[Slot, ...]
    local: tuple[Cleared, ...] = ()
    left_out: tuple[Refusal, ...] = ()

    @property
    def vetoes(self) -> tuple[Veto, ...]:
        """What forbids an article, empty if nothing does."""
        return self.angles.vetoes if self.angles else ()

    @property
    def links(self) -> tuple[Cleared, ...]:
        """The local facts that lead to other stories."""
        return tuple(each for each in self.local if each.fact.use.position is Position.READ_MORE)

    @property
    def local_sources(self) -> tuple[Cleared, ...]:
        """One of the local facts told from each source, in the order of the sources' first; a link is no source."""
        first: dict[str, Cleared] = {}
        for each in (fact for fact in self.local if fact not in self.links):
            first.setdefault(each.fact.source.said_by, each)
        return tuple(first.values())

    @property
    def estimate(self) -> str | None:
        """Why the number the story leads on, or else the total, is an estimate; None where neither is (manual R17)."""
        return self.angles.estimate(self.lead.fact.category.slug) if self.angles and self.lead else None
