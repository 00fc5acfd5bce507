"""Hints: what kind of thing a name in a template stands for, followed from paper to paper by their types."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import reduce
from inspect import isclass
from operator import or_
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from storygen.model.figure import Figure

Hint = Any
"""A type, or Any where nothing is known."""

NUMBERS = ("int", "float", "Decimal", "Fraction")


def members(hint: Hint) -> tuple[Hint, ...]:
    """What a thing may be, leaving out that it may be missing."""
    is_choice = _origin(hint) in (Union, UnionType)
    parts = get_args(hint) if is_choice else (hint,)
    return tuple(part for part in parts if part is not NoneType)


def either(hints: tuple[Hint, ...]) -> Hint:
    """One of several; anything if one of them may be anything."""
    return Any if not hints or Any in hints else reduce(or_, hints)


def attribute(hint: Hint, name: str) -> Hint | None:
    """What `thing.name` is; None if no such thing has it. A mapping gives any of its values."""
    found = [each for member in members(hint) if (each := _attribute(member, name)) is not None]
    return either(tuple(found)) if found else None


def element(hint: Hint) -> Hint:
    """What a loop over it, or a place in it, gives."""
    return get_args(hint)[0] if _origin(hint) is tuple else either(get_args(hint)[1:]) if _is_mapping(hint) else Any


def is_figure(hint: Hint) -> bool:
    """Whether it may be a figure."""
    return Figure in members(hint)


def is_number(hint: Hint) -> bool:
    """Whether it may be a bare number, without cells or house style; a yes or no is none."""
    return any(isclass(each) and each.__name__ in NUMBERS for each in members(hint))


def is_words(hint: Hint) -> bool:
    """Whether it can be printed as it is."""
    return all(each is Any or (isclass(each) and issubclass(each, str)) for each in members(hint))


def _attribute(member: Hint, name: str) -> Hint | None:
    if member is Any:
        return Any
    if _is_mapping(member):
        return either(get_args(member)[1:])
    if is_dataclass(member) and isclass(member):
        return _of_paper(member, name)
    return Any if hasattr(member, name) else None


def _of_paper(paper: type, name: str) -> Hint | None:
    hints = get_type_hints(paper)
    if name in hints:
        return hints[name]
    getter = getattr(getattr(paper, name, None), "fget", None)
    return get_type_hints(getter)["return"] if getter else None


def _origin(hint: Hint) -> Any:  # noqa: ANN401 - whatever stands before the brackets
    return get_origin(hint)


def _is_mapping(hint: Hint) -> bool:
    origin = _origin(hint)
    return isclass(origin) and issubclass(origin, Mapping)
