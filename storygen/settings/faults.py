"""Says what is wrong with a settings file in a journalist's words, and where."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

WANTED = {
    "string_type": "text (a number or a word such as true needs quotes to be text)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "is_instance_of": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "dataclass_type": "keys with values",
    "dataclass_exact_type": "keys with values",
    "none_required": "nothing",
}
"""What was expected, by pydantic's name for the fault."""

LIMITS = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}
"""How pydantic names a number past its limit, where it keeps the limit, and how to say so."""

MISSING = ("missing", "missing_keyword_only_argument", "missing_argument")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line and column, both counted from 1."""

    line: int
    column: int
    message: str


def first_fault(refused: ValidationError, root: yaml.Node, kind: object) -> Fault:
    """
    The fault that stands first in the file, of all that pydantic found in `root`, read as `kind`.

    A missing key comes after all others: as often as not it is there, misspelt.
    """
    found = refused.errors(include_url=False)
    present = [error for error in found if error["type"] not in MISSING]
    faults = [_fault(error, root, kind) for error in present or found]
    return min(faults, key=lambda fault: (fault.line, fault.column))


def known_keys(kind: object, path: Sequence[str | int]) -> list[str]:
    """The keys of the dataclass found by following `path` into `kind`; none where there is no dataclass."""
    for step in path:
        kind = _step(kind, step)
    kind = _required(kind)
    return [field.name for field in fields(kind)] if isinstance(kind, type) and is_dataclass(kind) else []


def _step(kind: object, step: str | int) -> object:
    kind = _required(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return get_type_hints(kind).get(str(step))
    inner = [each for each in get_args(kind) if each is not Ellipsis]
    return inner[-1] if get_origin(kind) in (dict, list) or len(inner) == 1 else None


def _required(kind: object) -> object:
    """A union's first member that is not None."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not type(None))
    return kind


def _fault(error: ErrorDetails, root: yaml.Node, kind: object) -> Fault:
    path = error["loc"]
    node, depth = found(root, path)
    mark = node.start_mark
    return Fault(mark.line + 1, mark.column + 1, _message(error, path[:depth] or path, kind))


def found(node: yaml.Node, path: Sequence[str | int]) -> tuple[yaml.Node, int]:
    """The node that `path` leads to, or the last one on the way, and how many steps were found."""
    for depth, step in enumerate(path):
        below = _below(node, step, is_last=depth == len(path) - 1)
        if below is None:
            return node, depth
        node = below
    return node, len(path)


def _below(node: yaml.Node, step: str | int, *, is_last: bool) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode):
        return node.value[step] if isinstance(step, int) else None
    if isinstance(node, yaml.MappingNode):
        return next(((key if is_last else value) for key, value in node.value if key.value == step), None)
    return None


def _message(error: ErrorDetails, path: Sequence[str | int], kind: object) -> str:
    fault, whole = error["type"], error["loc"]
    if fault in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"unknown key '{whole[-1]}'; {_offer(str(whole[-1]), known_keys(kind, whole[:-1]))}"
    if fault in MISSING:
        return f"key '{whole[-1]}' is missing here"
    name = next((f"'{step}'" for step in reversed(path) if isinstance(step, str)), "the file")
    if fault in ("enum", "literal_error"):
        wanted = error.get("ctx", {}).get("expected", "another word")
        return f"{name} is {_shown(error['input'])}; expected {wanted}"
    if fault in LIMITS:
        limit, words = LIMITS[fault]
        return f"{name} is {_shown(error['input'])}; expected {words} {error['ctx'][limit]}"
    if fault in WANTED:
        return f"{name} is {_shown(error['input'])}; expected {WANTED[fault]}"
    return f"{name}: {error['msg'].removeprefix('Value error, ').rstrip('.')}"


def _offer(asked: str, known: list[str]) -> str:
    close = get_close_matches(asked.casefold(), known, n=1, cutoff=0.6)
    return f"perhaps '{close[0]}' was meant" if close else f"known here are {', '.join(known)}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a set of keys"
    if isinstance(value, list | tuple):
        return "a list"
    words = {None: "empty", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    return f"'{value}'" if isinstance(value, str) else str(value)
