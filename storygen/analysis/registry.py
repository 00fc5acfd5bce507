"""Who is on the desk: every angle and guard, found by being in its folder."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts, Vetoes
from storygen.model.angle import Shown
from storygen.model.topic import Kind

ANY = frozenset({Kind.TOTAL, Kind.GROUP, Kind.ITEM})

Shows = Callable[[Evidence, str, str], Shown]
"""From the evidence, an area's slug and a category's: what an angle's wording calls `its`."""


@dataclass(frozen=True, kw_only=True)
class AngleRule:
    """
    A rule that finds an angle: its name, its code in the catalogue, how much news it is by type (0 to 1).

    `about` are the kinds of category it may be about; `hides` the weaker angles it takes the place of on the same
    category. `shows` gives the figures and areas its own wording needs beyond those of every fact, from the evidence,
    for one area and category.
    """

    slug: str
    code: str
    prior: float
    find: Callable[[Facts], Candidates]
    shows: Shows | None = None
    about: frozenset[Kind] = ANY
    hides: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class GuardRule:
    """A rule that forbids a story: its name, its code in the catalogue."""

    slug: str
    code: str
    look: Callable[[Facts], Vetoes]


def finds(  # noqa: PLR0913 - what a rule is, each part named
    slug: str,
    *,
    code: str,
    prior: float,
    about: Iterable[Kind] = ANY,
    hides: Iterable[str] = (),
    shows: Shows | None = None,
) -> Callable[[Callable[[Facts], Candidates]], AngleRule]:
    """Make a function of the facts into an angle; `prior` ranks types of news (manual B.4, T)."""
    return lambda find: AngleRule(
        slug=slug, code=code, prior=prior, find=find, shows=shows, about=frozenset(about), hides=frozenset(hides)
    )


def vetoes(slug: str, *, code: str) -> Callable[[Callable[[Facts], Vetoes]], GuardRule]:
    """Make a function of the facts into a guard."""
    return lambda look: GuardRule(slug=slug, code=code, look=look)


def angles() -> tuple[AngleRule, ...]:
    """Every angle on the desk, by name."""
    return _members("angles", AngleRule)


@cache
def rules() -> Mapping[str, AngleRule]:
    """The angles by name."""
    return MappingProxyType({rule.slug: rule for rule in angles()})


def guards() -> tuple[GuardRule, ...]:
    """Every guard on the desk, by name."""
    return _members("guards", GuardRule)


def _members(folder: str, kind: type[Any]) -> tuple[Any, ...]:
    package = import_module(f"storygen.analysis.{folder}")
    modules = [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]
    members = [each for module in modules for each in vars(module).values() if isinstance(each, kind)]
    return tuple(sorted(members, key=lambda member: member.slug))
