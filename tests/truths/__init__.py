"""What each angle claims, worked out again from the CSV files; a module joins by being here."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def modules() -> list[ModuleType]:
    """Every module of truths: each has TRUTHS, from an angle's name to a test of its fact in a year."""
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
