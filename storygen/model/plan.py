"""Paper: what a story will say, in what order, and which voices it waits for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from storygen.model.angle import NOTHING, Angle, Angles, Shown, Veto
from storygen.model.area import Area
from storygen.model.cleared import NO_FACTS, Cleared, LocalFacts, Refusal, Told
from storygen.model.contacts import SETTLED, Status
from storygen.model.edition import Edition
from storygen.model.fact import Fact
from storygen.model.house import House
from storygen.model.local_fact import Position
from storygen.model.quote import Quote, Spoken
from storygen.model.voice import REPLY, Heard, Need, Reason, Voice


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
    A place kept for a real voice in one story, which only a person can fill.

    `reasons` say why the story wants it, and `fact` what it is asked about, in the words of `section`; `beside` what
    the story leads on, where a reply is owed to something else it says. `status` is how far it has come; `party` who
    was asked, once that is known; `deadline` the latest that was given. `quote` is what was said, None where nobody has
    yet; `set_aside` says who did without it, and why. A slot `is_further` where somebody is quoted who still has to
    answer what the story says of them.
    """

    voice: Voice
    need: Need
    reasons: tuple[Reason, ...]
    fact: Fact | None
    section: str
    status: Status = Status.EMPTY
    party: str = ""
    deadline: datetime | None = None
    quote: Quote | None = None
    set_aside: str = ""
    is_further: bool = False
    beside: Fact | None = None

    @property
    def is_open(self) -> bool:
        """Whether a person has still to fill it: there is no quote, nor anything in the log that settles it."""
        return self.quote is None and self.status not in SETTLED and self.need is not Need.OPTIONAL

    @property
    def may_be_set_aside(self) -> bool:
        """Whether an editor may do without it: whoever must be heard, and so is owed a reply, stays."""
        return self.need is Need.WANTED

    @property
    def is_reply(self) -> bool:
        """Whether it is the force's right of reply."""
        return self.need is Need.REQUIRED and not REPLY.isdisjoint(self.reasons)

    @property
    def hours(self) -> int:
        """How many working hours are given for an answer."""
        return self.voice.reply_hours if self.is_reply else self.voice.hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a story is planned with besides its angles: voices, house, the lead an editor wishes for, local facts."""

    voices: tuple[Voice, ...]
    house: House
    wish: Wish | None = None
    local: LocalFacts = NO_FACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    One paragraph to be written: which wording (`angles/record-high`), which section of it, and about what fact.

    `its` is what an angle shows of its own; `local` is the local fact the paragraph tells, None for any other. `role`
    says what the paragraph does in the story: headline, standfirst, lead, evidence and so on. `slot` is the voice it is
    for, `spoken` the words that are set in it.
    """

    role: str
    wording: str
    section: str
    fact: Fact | None
    its: Shown = field(default_factory=lambda: NOTHING)
    local: Told | None = None
    slot: Slot | None = None
    spoken: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlan:
    """
    A story as planned: passages in order, the angle that leads, those that follow it and those passed over.

    A routine story is one whose lead is no news in itself: a quiet day. `is_chosen` says that an editor asked for the
    lead. `local` are the local facts it tells and `left_out` those it does not, with the reason; `angles` is None for a
    story from local facts alone, of whose area the tables hold nothing. `slots` are the voices
    it waits for or has, those included that are only heard if they have spoken.
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

    @property
    def provision(self) -> str | None:
        """Why the number the story leads on, or else the total, is provisional; None where neither is."""
        return self.angles.provision(self.lead.fact.category.slug) if self.angles and self.lead else None

    @property
    def open_slots(self) -> tuple[Slot, ...]:
        """The slots a person has still to fill."""
        return tuple(slot for slot in self.slots if slot.is_open)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that stand in the story."""
        return tuple(slot.quote for slot in self.slots if slot.quote)

    @property
    def objections(self) -> Iterator[str]:
        """Why readers may not have the story yet, as far as its voices go; nothing once all are settled."""
        if self.form is Form.QUESTIONS:
            yield "these are questions for the force, not an article"
        if not any(slot.need is Need.REQUIRED for slot in self.slots):
            yield "no voice is required in it, and somebody must be heard"
        for slot in self.slots:
            if slot.is_open:
                yield f"no answer from {slot.voice.who}{', who is owed a reply' if slot.is_reply else ''}"
            elif slot.quote and slot.status is not Status.APPROVED:
                yield f"no editor has approved {slot.quote.id}"


def asking(slots: Iterable[Slot]) -> Iterator[Passage]:
    """The passages of slots that are open: whom to ring, and what to ask."""
    for slot in slots:
        if slot.is_open:
            yield Passage(role="quote", wording="story/slots", section=slot.section, fact=slot.fact, slot=slot)


def in_place(passages: Iterable[Passage], voices: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of an article with those of its voices set where each is heard, in the order given."""
    story, waiting = list(passages), list(voices)
    for position in (Heard.AFTER_EVIDENCE, Heard.AFTER_NATIONAL, Heard.END):
        here = [voice for voice in waiting if voice.slot and voice.slot.voice.position is position]
        place = _place(story, position)
        story[place:place] = here
    return tuple(story)


def _place(story: Sequence[Passage], position: Heard) -> int:
    """Where a voice goes: behind the last passage of its roles that is there, else before the tail and the source."""
    roles = {Heard.AFTER_EVIDENCE: {"caveat"}, Heard.AFTER_NATIONAL: {"national", "local"}}.get(position, set())
    ends = [number for number, each in enumerate(story) if each.role == "source" or _is_tail(each)]
    end = min(ends, default=len(story))
    return max((number + 1 for number, each in enumerate(story[:end]) if each.role in roles), default=end)


def _is_tail(passage: Passage) -> bool:
    return passage.local is not None and passage.local.fact.use.position is Position.TAIL
