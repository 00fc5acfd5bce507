"""Reads a YAML file that people edit into a frozen paper, and says where it is wrong."""

import json
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
