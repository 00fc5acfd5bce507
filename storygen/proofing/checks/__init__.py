"""The checks: each module here is one, found because it is there, and does its work in `check`."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

Check = Callable[[Galley], Iterable[Finding]]
"""Reads a galley and gives what it finds wrong."""


@cache
def checks() -> Mapping[str, Check]:
    """Give every check by its module's name, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__))
    return MappingProxyType({name: import_module(f"{__name__}.{name}").check for name in names})
