"""Reads a YAML file that people edit into a frozen paper, and says where it is wrong."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from storygen.errors import SettingsError

T = TypeVar("T")


def load(path: Path, kind: type[T], shown_as: str | None = None) -> T:
    """
    Read a YAML file into `kind`, a frozen dataclass or a tuple of them; `shown_as` names the file in errors.

    A bare word is true, false, null or a number by the rules of YAML 1.2 and text otherwise: NO, 2018-19,
    12:30 and 0123 are text. Decimal fields receive a number exactly as typed.

    Raises SettingsError, with line and column, for the first fault in the file: one that cannot be read, is
    not UTF-8 or not YAML; a key given twice; an alias; an unknown or missing key; a value of the wrong type.
    """
    # YAML and pydantic take a tenth of a second to import: only who reads settings pays for them.
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - not loaded for --help

    from storygen.settings.faults import first_fault  # noqa: PLC0415 - it loads pydantic
    from storygen.settings.nodes import Reader, compose  # noqa: PLC0415 - it loads yaml

    file = shown_as or str(path)
    root = compose(path, file)
    plain = json.dumps(Reader(file).plain(root))
    try:
        return TypeAdapter(kind).validate_json(plain)
    except ValidationError as refused:
        fault = first_fault(refused, root, kind)
        raise SettingsError(file, fault.line, fault.column, fault.message) from None


def line_of(path: Path, keys: Sequence[str | int]) -> tuple[int, int]:
    """The line and column, from 1, of what `keys` lead to in a YAML file that has been loaded."""
    from storygen.settings.faults import found  # noqa: PLC0415 - it loads pydantic
    from storygen.settings.nodes import compose  # noqa: PLC0415 - it loads yaml

    mark = found(compose(path, str(path)), keys)[0].start_mark
    return mark.line + 1, mark.column + 1
