"""The kinds of claim: each module here is one, found because it is there, and does its work in `find`."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from storygen.model.reading import Claim
from storygen.proofing.reading.reference import Line

Find = Callable[[Line], Iterable[Claim]]
"""Reads a sentence and gives the claims of its kind, marking what it has read."""


@cache
def claims() -> tuple[Find, ...]:
    """Every kind of claim; those that need a longer pattern read before those that take any number left."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    return tuple(module.find for module in sorted(modules, key=lambda module: (module.TURN, module.__name__)))
