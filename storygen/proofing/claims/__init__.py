"""The kinds of claim: each module here is one, found because it is there, and does its work in `find`."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from storygen.model.reading import Claim
from storygen.proofing.reading.reference import Line

Find = Callable[[Line], Iterable[Claim]]
"""Reads a sentence and gives the claims of its kind, marking what it has read."""


class Kind(NamedTuple):
    """A kind of claim: the tags without one of which a sentence makes none, and what finds it."""

    cues: frozenset[str]
    find: Find


@lru_cache(maxsize=10_000)
def finders(kinds: frozenset[str]) -> tuple[Find, ...]:
    """What may find a claim in a sentence with these tags, in the order it must be tried in."""
    return tuple(kind.find for kind in claims() if kind.cues & kinds)


@cache
def claims() -> tuple[Kind, ...]:
    """Every kind of claim; those that need a longer pattern read before those that take any number left."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    ordered = sorted(modules, key=lambda module: (module.TURN, module.__name__))
    return tuple(Kind(module.CUES, module.find) for module in ordered)
