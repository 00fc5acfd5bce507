"""Paper: what is news in an area, and what forbids a story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from storygen.model.area import Area
from storygen.model.fact import Fact
from storygen.model.figure import Figure
from storygen.model.topic import Category

Shown = Mapping[str, Figure | Area | Category]
"""What an angle's wording may name besides its fact: figures, areas and categories, as the wording calls them."""

NOTHING: Shown = MappingProxyType({})
NO_REASONS: Mapping[str, str] = MappingProxyType({})


class Tells(StrEnum):
    """What an angle's wording says, as far as the plan of a story must know."""

    NUMBERS = "numbers"  # a lead on it gives this year's number and the last
    HIGH = "high"  # an extreme, beside which a rate below the country's is a contrast
    LOW = "low"  # the reverse
    RATE = "rate"  # seizures per head: the rate stands beside it
    PLACE = "place"  # a rank: the number and its change stand beside it
    POOL = "pool"  # how many forces a change is compared with: the number and the change stand beside it
    FIRST = "first"  # first of all the forces compared: who came next stands beside it
    FIRST_OF_REGION = "first of region"  # the same within a region
    RUN = "run"  # how many years it has gone one way
    SHARE = "share"  # a class's part of all seizures, which has a paragraph of its own
    SPREAD = "spread"  # how many forces went which way
    ROUTINE = "routine"  # what every story says of its total anyway


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """
    One way into the story: `slug` names it and its wording, `code` its place in the catalogue.

    `score` runs from 0 to 100; `because` says, in words an editor reads, why it was found, and
    `why_not` what speaks against it (empty if nothing does); `can_lead` whether it
    is strong and safe enough to open a story; `its` holds what only its own wording shows, and `tells` what that
    wording says.
    """

    slug: str
    code: str
    fact: Fact
    score: Decimal
    because: str
    why_not: str
    can_lead: bool
    its: Shown = field(default_factory=lambda: NOTHING)
    tells: frozenset[Tells] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    An angle as the desk weighed it, before anything is worked out for print.

    `category` is a slug and `about` the words for it; `robustness`, 0 to 1, is the share of fair ways of looking at the
    claim under which it holds; one that is not kept is dropped, and `why_not` says what speaks against any.
    """

    slug: str
    code: str
    category: str
    about: str
    score: Decimal
    robustness: Decimal
    because: str
    why_not: str
    can_lead: bool
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A guard's refusal: no story, a question sheet instead. `because` is for the editor."""

    slug: str
    code: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How many forces' totals rose and how many fell on the year before, of `size` that can be compared."""

    risen: Figure
    fallen: Figure
    size: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """
    The level shift of a part, or of several, that the change of an area's total rests on.

    `reason` is what is known of it, in words readers are given; `is_whole` says that without it the total would not
    have moved that way at all, `is_single` that it is one part's.
    """

    reason: str
    is_whole: bool
    is_single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """
    The part of a drug's national seizures that the border authority made, in per cent, and of the quantity seized.

    The two are told together, because they part company: a few border seizures can hold most of a drug.
    """

    of_number: Figure
    of_quantity: Figure
    quantity: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The greatest sentences for having a drug and for supplying it, in years; `supply` None stands for life."""

    possession: Figure
    supply: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalDrug:
    """
    A drug's own national story, told where a local one is about that drug.

    `fact` counts all authorities' seizures; `place` is the drug's place among those of its class by that number, and
    `group` the class; `split` is None where the border's number or quantity is not held, `law` where the topic has
    none.
    """

    fact: Fact
    group: Category | None
    place: Figure | None
    split: Split | None
    law: Law | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """
    A drug of which the country's authorities seized far more, or far less, than the year before, by quantity.

    `change` is in per cent; `border_part` the border's part of the quantity, in per cent, None where it is not held.
    """

    category: Category
    amount: Figure
    before: Figure
    change: Figure
    border_part: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPart:
    """The part of all authorities' seizures, in per cent, that the forces of a region made."""

    name: str
    part: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Seized:
    """What an area seized of a drug: the fact about its number, and its quantity."""

    fact: Fact
    amount: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class National:
    """
    The country's own story, told in every local one.

    `total` is of all authorities in the national table, police and border force together; `driver` is the category
    with the largest share of its change, None unless that is over half. `drugs` are the single drugs by slug.
    `held` names the nation or nations whose forces the tables hold one by one, and `spread` says which way their totals
    went; None where no two years can be compared. `forces` is how many forces the total adds up, None where it is a
    table's own; `is_in_doubt` says that a number among those, this year's or the last, is not
    to be relied on, so that the sums of the two years are not like for like.
    `swings` are the drugs whose quantity moved most, and `regions` the
    parts their forces have in the total, the largest first. `group` is the class of drugs the topic reports in every
    story, None where it has none; `turned_after` how many years in a row the total had gone the other way before its
    present run, None if under three; `police` the police's part of the total beside the border's part of a drug's
    quantity, empty where one is not held.
    """

    total: Fact
    driver: Fact | None
    drugs: Mapping[str, NationalDrug]
    held: str
    spread: Spread | None
    forces: Figure | None = None
    is_in_doubt: bool = False
    swings: tuple[Swing, ...] = ()
    regions: tuple[RegionPart, ...] = ()
    group: Fact | None = None
    turned_after: Figure | None = None
    police: Shown = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Angles:
    """
    All that the analysis desk has to say about one area.

    `angles` come strongest first; `mix` is the most seized drugs in order; `group` the class reported in every story,
    `unidentified` the seizures in which no drug was named, `unidentified_before` their number the year before;
    `total` and `group` are None where the year is missing.
    `history` is the total in every year held, None where a year is not; `median_rate` the middle per-head rate of all
    ranked forces; `is_growth_unnamed` says that the total grew for a third or more by seizures with no drug named.
    `estimates` says by category (its slug) why a number of the year is the publisher's estimate, where one is, and
    `provisional` the same of one that is not final; `unusual` by year what sets it apart from others. `shift` is the
    level shift that the total's change rests on.
    `seized` is, where no article may be written, what the area seized of the drugs whose national quantity moved most.
    `cautions` are for the editor. With anything in `vetoes` no article may be written.
    """

    area: Area
    angles: tuple[Angle, ...]
    total: Fact | None
    group: Fact | None
    unidentified: Fact | None
    unidentified_before: Figure | None
    mix: tuple[Fact, ...]
    history: tuple[tuple[str, Figure | None], ...]
    median_rate: Figure | None
    is_growth_unnamed: bool
    national: National
    vetoes: tuple[Veto, ...]
    cautions: tuple[str, ...]
    estimates: Mapping[str, str]
    seized: tuple[Seized, ...]
    provisional: Mapping[str, str] = field(default_factory=lambda: NO_REASONS)
    unusual: Mapping[str, str] = field(default_factory=lambda: NO_REASONS)
    shift: Shift | None = None

    def estimate(self, category: str) -> str | None:
        """Why the number of a category, or else the total, is an estimate; None where neither is."""
        return self._reason(self.estimates, category)

    def provision(self, category: str) -> str | None:
        """Why the number of a category, or else the total, is provisional; None where neither is."""
        return self._reason(self.provisional, category)

    def _reason(self, reasons: Mapping[str, str], category: str) -> str | None:
        return reasons.get(category) or (reasons.get(self.total.category.slug) if self.total else None)

    @property
    def is_named_fewer(self) -> bool:
        """
        Whether a total grew by less than the seizures with no drug named in it did: those with one named fell.

        Such growth, and a run of it, may be no more than a change in recording.
        """
        total, unnamed, before = self.total, self.unidentified, self.unidentified_before
        if not self.is_growth_unnamed or total is None or total.difference is None or not unnamed or not before:
            return False
        return unnamed.count.value - before.value > total.difference.value

    @property
    def goes_against_country(self) -> bool:
        """Whether the area's total and the country's moved opposite ways, neither being flat."""
        country = self.national.total
        if self.total is None or self.total.is_flat or country.is_flat:
            return False
        return (self.total.rose and country.fell) or (self.total.fell and country.rose)
