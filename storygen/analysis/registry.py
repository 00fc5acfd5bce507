"""Who is on the desk: every angle and guard, found by being in its folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

import pandas as pd

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts, Findings
from storygen.model.angle import Shown, Tells
from storygen.model.topic import Kind


class Claim(StrEnum):
    """What kind of claim an angle makes."""

    UP = "up"
    DOWN = "down"
    RECORD_HIGH = "record high"
    RECORD_LOW = "record low"
    TOP = "top"
    BOTTOM = "bottom"
    TOP_OF_REGION = "top of region"
    ABOVE = "above"
    BELOW = "below"


ANY = frozenset({Kind.TOTAL, Kind.GROUP, Kind.ITEM})

Shows = Callable[[Evidence, str, str], Shown]
"""From the evidence, an area's slug and a category's: what an angle's wording calls `its`."""


@dataclass(frozen=True, kw_only=True)
class AngleRule:
    """
    A rule that finds an angle: its name, its code in the catalogue, how much news it is by type (0 to 1).

    `claims` is what kind of claim it makes, by which its robustness is tried; None for one that cannot be tried.
    `about` are the kinds of category it may be about; `hides` the weaker angles it takes the place of on the same
    category. `shows` gives the figures and areas its own wording needs beyond those of every fact, from the evidence,
    for one area and category. `tells` is what its wording says, as far as a plan must know. One that `needs_quantities`
    never arises in a topic that has none.
    """

    slug: str
    code: str
    prior: float
    find: Callable[[Facts], Candidates]
    shows: Shows | None = None
    claims: Claim | None = None
    about: frozenset[Kind] = ANY
    hides: frozenset[str] = frozenset()
    tells: frozenset[Tells] = frozenset()
    needs_quantities: bool = False


class Effect(StrEnum):
    """What a guard does where it finds something."""

    VETO = "veto"  # no article: a question sheet instead
    WARN = "warn"  # the editor is told


@dataclass(frozen=True, kw_only=True)
class GuardRule:
    """
    A rule that looks for what is wrong with an area's total: its name, its code in the catalogue, what it does.

    `look` gives the totals it found something in, each with its reason.
    """

    slug: str
    code: str
    effect: Effect
    look: Callable[[Facts], Findings]


@dataclass(frozen=True, kw_only=True)
class DemotionRule:
    """
    A rule that makes angles count for less: its name, its code, the factor, and why, filled from an angle's row.

    `doubts` says of each candidate whether it is one of them, shape (candidates,). With `bars_lead` none of them leads.
    """

    slug: str
    code: str
    factor: float
    because: str
    doubts: Callable[[Candidates, Facts], pd.Series]
    bars_lead: bool = False


def finds(  # noqa: PLR0913 - what a rule is, each part named
    slug: str,
    *,
    code: str,
    prior: float,
    claims: Claim | None = None,
    about: Iterable[Kind] = ANY,
    hides: Iterable[str] = (),
    shows: Shows | None = None,
    tells: Iterable[Tells] = (),
    needs_quantities: bool = False,
) -> Callable[[Callable[[Facts], Candidates]], AngleRule]:
    """Make a function of the facts into an angle; `prior` ranks types of news (manual B.4, T)."""
    return lambda find: AngleRule(
        slug=slug,
        code=code,
        prior=prior,
        find=find,
        shows=shows,
        claims=claims,
        about=frozenset(about),
        hides=frozenset(hides),
        tells=frozenset(tells),
        needs_quantities=needs_quantities,
    )


def vetoes(slug: str, *, code: str) -> Callable[[Callable[[Facts], Findings]], GuardRule]:
    """Make a function of the facts into a guard that forbids a story."""
    return lambda look: GuardRule(slug=slug, code=code, effect=Effect.VETO, look=look)


def warns(slug: str, *, code: str) -> Callable[[Callable[[Facts], Findings]], GuardRule]:
    """Make a function of the facts into a guard that tells the editor."""
    return lambda look: GuardRule(slug=slug, code=code, effect=Effect.WARN, look=look)


def demotes(
    slug: str, *, code: str, factor: float, because: str, bars_lead: bool = False
) -> Callable[[Callable[[Candidates, Facts], pd.Series]], DemotionRule]:
    """Make a doubt about candidates into a guard that multiplies their news value by a factor of 0 to 1."""
    return lambda doubts: DemotionRule(
        slug=slug, code=code, factor=factor, because=because, doubts=doubts, bars_lead=bars_lead
    )


@cache
def angles() -> tuple[AngleRule, ...]:
    """Every angle on the desk, by name."""
    return _members("angles", AngleRule)


@cache
def rules() -> Mapping[str, AngleRule]:
    """The angles by name."""
    return MappingProxyType({rule.slug: rule for rule in angles()})


@cache
def guards() -> tuple[GuardRule, ...]:
    """Every guard that vetoes or warns, by name."""
    return _members("guards", GuardRule)


@cache
def demotions() -> tuple[DemotionRule, ...]:
    """Every guard that demotes, by name."""
    return _members("guards", DemotionRule)


def _members(folder: str, kind: type[Any]) -> tuple[Any, ...]:
    package = import_module(f"storygen.analysis.{folder}")
    modules = [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]
    members = [each for module in modules for each in vars(module).values() if isinstance(each, kind)]
    return tuple(sorted(members, key=lambda member: member.slug))
