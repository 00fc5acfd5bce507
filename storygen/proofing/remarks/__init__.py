"""What can be wrong with copy without a figure being wrong: each module here finds one thing, in `find`."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from storygen.model.reading import Remark
from storygen.proofing.reading.whole import Whole

Find = Callable[[Whole], Iterable[Remark]]
"""Reads a whole text and gives what it finds wrong."""


@cache
def remarks() -> tuple[Find, ...]:
    """Every kind of remark, in alphabetical order of the modules."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").find for name in names)
