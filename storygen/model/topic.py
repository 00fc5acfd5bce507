"""Paper: what a topic's folder says of itself – its categories, its sources, its guards, its known defects."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from storygen.model.strict import STRICT
from storygen.model.terms import Terms


class Kind(StrEnum):
    """What a category is, which decides what may be said of it."""

    TOTAL = "total"  # everything in the table
    GROUP = "group"  # a class of drugs: its members overlap
    ITEM = "item"  # one drug, or one drug in all its forms
    REST = "rest"  # what is left over in a class: never the subject of a story
    UNKNOWN = "unknown"  # not identified: never the subject of a story, always a caution


class Effect(StrEnum):
    """What a known defect does to the cells it covers."""

    MISSING = "missing"  # the source left the cell blank
    PARTIAL = "partial"  # part of a year only: not comparable with any other
    SUSPECT = "suspect"  # the value contradicts others: not compared, not printed
    BREAK = "break"  # figures before `year` are not comparable with those from it on
    REVISED = "revised"  # a later edition prints another value: compared, but with less trust
    ESTIMATED = "estimated"  # the publisher's estimate, in part or whole: compared, with less trust; readers are told
    PROVISIONAL = "provisional"  # not final: compared, with less trust, and no change within `within`; readers are told
    SHIFT = "shift"  # a part at a new level from this year on: no news that its total moved with it; readers are told
    UNUSUAL = "unusual"  # a year unlike the others: readers are told where a number is set against it
    NOTE = "note"  # an editor should know; nothing is blocked


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPeriod:
    """The group a category belongs to from one year to another, both included; no year means no end."""

    __pydantic_config__: ClassVar = STRICT

    group: str
    from_year: str | None = None
    to_year: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """
    One column of the tables, with the words it is called by and how much readers care about it (0 to 1).

    `unit` is what its quantity is measured in, None where none is tabulated; `is_counted` whether the areas'
    tables count it (the forms of cannabis are only weighed there); `first_year` the first year it was
    tabulated, None if from the start; `classes` the groups it has belonged to.

    `counted` is what is counted of it, as it stands beside the verb that says who did so: "made 12 heroin seizures",
    "recorded 12 drug offences". `alone` is the same where no such verb stands beside it, if that needs a word more:
    "there were 12 recorded drug offences".
    """

    __pydantic_config__: ClassVar = STRICT

    slug: str
    label: str
    kind: Kind
    noun: str
    counted: str
    weight: Decimal
    alone: str | None = None
    unit: str | None = None
    is_counted: bool = True
    first_year: str | None = None
    classes: tuple[ClassPeriod, ...] = ()

    @property
    def named(self) -> str:
        """What is counted of it, where nothing beside it says by whom."""
        return self.alone or self.counted

    def is_tabulated_in(self, year: str) -> bool:
        """Whether the areas' tables of counts have a column for it in `year` ("2018-19")."""
        return self.is_counted and (self.first_year or year) <= year

    def group_in(self, year: str) -> str | None:
        """The slug of the group it belongs to in `year`; None if it belongs to none."""
        return next(
            (period.group for period in self.classes if (period.from_year or year) <= year <= (period.to_year or year)),
            None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who published a table, under what name and licence, and how a report refers to it."""

    __pydantic_config__: ClassVar = STRICT

    producer: str
    title: str
    attribution: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIssue:
    """
    A defect of the published tables: what it covers, what it does, and how it was found.

    `area` is a slug, "*" for every force or "national" for the nation, `categories` slugs or "*"; `measure` is what the
    topic counts, quantity, rates or all. Two marks tell when the entry is out of date: `value`, what the cell of the
    first category in `from_year` holds, and `bound`, the name of a check that fails because of it. `within` is by how
    many per cent a later edition is known to move a provisional number: a change of no more than that is told neither
    way.
    """

    __pydantic_config__: ClassVar = STRICT

    area: str
    from_year: str
    to_year: str
    categories: tuple[str, ...]
    measure: str
    effect: Effect
    issue: str
    evidence: str
    value: Decimal | None = None
    bound: str | None = None
    within: Decimal | None = None

    def covers(self, *, area: str, category: str, measure: str, year: str) -> bool:
        """Whether the defect touches the cell of an area (its slug) and category in a measure and year."""
        return (
            self.area in (area, "*")
            and not {category, "*"}.isdisjoint(self.categories)
            and self.measure in (measure, "all")
            and self.from_year <= year <= self.to_year
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """
    Counts from `at_least` up, to the next band: how such counts move from one year to the next.

    Both figures are of the natural logarithm of the later count over the earlier, half added to each:
    `spread` is the standard deviation left when counting noise is taken out, `ninth_decile` what nine in ten
    changes, up or down, do not exceed.
    """

    __pydantic_config__: ClassVar = STRICT

    at_least: int
    spread: Decimal
    ninth_decile: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """
    The thresholds that veto or block, fitted to the topic's own figures.

    `level_low` and `level_high` bound an area's total rate as a multiple of the median area's; `total_jump`
    and `category_jump` are year-to-year ratios; `unidentified_share` is a percentage of an area's total and
    `unidentified_shift` a change of it in points, where the topic has a category of that kind; `dispersion` is the
    variance of a count over its mean.
    """

    __pydantic_config__: ClassVar = STRICT

    level_low: Decimal
    level_high: Decimal
    total_jump: Decimal
    category_jump: Decimal
    category_jump_count: int
    dispersion_default: int
    dispersion: dict[str, int]
    bands: tuple[Band, ...]
    unidentified_share: Decimal = Decimal(20)
    unidentified_shift: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """
    The greatest sentences for offences with a group's drugs, in years, from one year to another, both included.

    `possession` is for having a drug and `supply` for dealing in it, None standing for life; each may come with an
    unlimited fine, or be that alone. `except_for` are categories of the group to which it does not apply.
    """

    __pydantic_config__: ClassVar = STRICT
    FILE: ClassVar = "law.yaml"
    COLUMNS: ClassVar = ("possession", "supply")

    group: str
    possession: int
    supply: int | None
    except_for: tuple[str, ...] = ()
    from_year: str | None = None
    to_year: str | None = None

    @property
    def row(self) -> str:
        """What the penalty is called as a row of a table: its group, and from when where the law has changed."""
        return f"{self.group} from {self.from_year}" if self.from_year else self.group

    def covers(self, category: Category, year: str) -> bool:
        """Whether this is the law for a category in a year."""
        is_in_force = (self.from_year or year) <= year <= (self.to_year or year)
        return is_in_force and category.group_in(year) == self.group and category.slug not in self.except_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """
    A topic's manifest: everything particular to it that is not a figure or a sentence.

    `measure` is what its tables count, as their catalogue calls it; `statistics` what a disclosure calls them, and
    `reminder` the caution every editor is given about them. With `adds_up` the single categories are parts that make up
    the total. The national number is a table's own unless `national_is_sum` says that it is the areas' added up; then
    it covers them and nobody else. Its editions lie in a folder of its name, unless it has no `own_folder`.
    `records_began` is the first year for which the producer has comparable figures, held here or not.
    """

    __pydantic_config__: ClassVar = STRICT
    QUANTITY: ClassVar = "quantity"

    name: str
    title: str
    measure: str
    terms: Terms
    short_source: str
    statistics: str
    sources: tuple[Source, ...]
    national: str
    national_scope: str
    reminder: str
    rate_per: int
    reported_group: str | None
    records_began: str
    categories: tuple[Category, ...]
    guards: Guards
    national_is_sum: bool = False
    adds_up: bool = False
    own_folder: bool = True
    police_less: tuple[str, ...] = ()
    border: str | None = None
    issues: tuple[KnownIssue, ...] = ()
    law: tuple[Penalty, ...] = ()

    def category(self, slug: str) -> Category:
        """The category called `slug`; KeyError if the topic has none."""
        return next(each for each in self.categories if each.slug == slug)

    @property
    def tabulated(self) -> tuple[str, str]:
        """The measures of the areas' tables: the number, and the quantity where there is one."""
        return self.measure, self.QUANTITY

    @property
    def national_measure(self) -> str:
        """What the catalogue calls a national table of what the topic counts."""
        return f"national-{self.measure}"

    @property
    def counts(self) -> tuple[str, str]:
        """The measures of what the topic counts: by area, and for the nation."""
        return self.measure, self.national_measure

    @property
    def amounts(self) -> tuple[str, str]:
        """The measures of its quantities, likewise."""
        return self.QUANTITY, f"national-{self.QUANTITY}"

    @property
    def shelf(self) -> str:
        """The folder of an output that its editions lie in; empty if they lie there straight."""
        return self.name if self.own_folder else ""

    @property
    def authorities(self) -> str:
        """Who makes up the national number, in a word."""
        return "forces" if self.national_is_sum else "authorities"

    @property
    def has_quantities(self) -> bool:
        """Whether anything is weighed or measured besides being counted."""
        return any(each.unit for each in self.categories)

    def has(self, kind: Kind) -> bool:
        """Whether it has a category of a kind."""
        return any(each.kind is kind for each in self.categories)

    @property
    def total(self) -> Category:
        """The category that counts everything."""
        return next(each for each in self.categories if each.kind is Kind.TOTAL)
