"""The bank: what was really said, a file a quote, with its provenance; the words never change."""

import math
import re
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from storygen.errors import SettingsError, UsageError
from storygen.model.quote import Quote
from storygen.settings import line_of, load
from storygen.whole import PART, write_whole

FOLDER = "bank"
TEXT = "tag:yaml.org,2002:str"
HEAD = """\
# What was really said. The words, the speaker and the time are fixed: change them and storygen refuses the file.
# Scope, rights, embargo and expiry may be edited.
"""


MARKS = (('"“', '"”'), ("'‘", "'’"))  # those that open, and those that close
_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


class _Words(str):
    """A paragraph of somebody's words, which is written so that it is read back to the byte."""

    __slots__ = ()


def read_bank(folder: Path) -> tuple[Quote, ...]:
    """
    Every quote in the bank below `folder`, by file name; none where there is no bank.

    Raises SettingsError for everything wrong, with file and line. A file in the making, or left so by a kill, is none
    of the bank's.
    """
    quotes, faults = list[Quote](), list[SettingsError]()
    paths = (path for path in (folder / FOLDER).glob("*.yaml") if not path.name.startswith(PART))
    for path in sorted(paths):
        try:
            quotes.append(_read(path))
        except SettingsError as fault:
            faults.append(fault)
    if faults:
        places = "; ".join(f"{fault.file}, line {fault.line}: {fault.message}" for fault in faults[1:])
        more = f"; and {places}" if places else ""
        first = faults[0]
        raise SettingsError(first.file, first.line, first.column, f"{first.message}{more}")
    return tuple(quotes)


def path_of(folder: Path, name: str) -> Path:
    """The file in the bank below `folder` that a quote of that name is kept in."""
    return folder / FOLDER / f"{name}.yaml"


def keep(folder: Path, quote: Quote) -> Path:
    """Put a quote into the bank below `folder`, in its file; OutputError if it cannot be written."""
    path = path_of(folder, quote.id)
    write_whole(path, _as_yaml(quote))
    return path


def paragraphs(text: str) -> tuple[str, ...]:
    r"""
    The paragraphs of a text, parted by empty lines; within one not a character is changed.

    Space round a paragraph and the way lines end are the file's, and nobody's words. UsageError for no words at all,
    and for words that come with their quotation marks on, which the house sets.

    >>> paragraphs("One *word*.\n\nAnother  line.\n")
    ('One *word*.', 'Another  line.')
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [paragraph.strip() for paragraph in _EMPTY_LINES.split(plain) if paragraph.strip()]
    if not found:
        raise UsageError("There are no words to add: the text is empty")
    if any(_is_wrapped(found, *marks) for marks in MARKS):
        raise UsageError("The words stand between quotation marks; add them bare, since the house sets its own marks")
    return tuple(found)


def _is_wrapped(found: list[str], opening: str, closing: str) -> bool:
    """Whether marks at both ends are of the whole, rather than of words quoted at either end."""
    if not (found[-1][-1] in closing and all(paragraph[0] in opening for paragraph in found)):
        return False
    within = _APOSTROPHE.sub("", found[0][1:-1])
    return len(found) > 1 or not any(mark in within for mark in opening + closing)


def _read(path: Path) -> Quote:
    quote = load(path, Quote)
    if quote.id != path.stem:
        message = f"the file holds {quote.id} and is called {path.name}: a quote is kept once, under its own name"
        raise SettingsError(str(path), *line_of(path, ("id",)), message)
    return quote


def _as_yaml(quote: Quote) -> str:
    import yaml  # noqa: PLC0415 - not loaded for --help

    class Dumper(yaml.SafeDumper):
        """Sets words in double quotes, in which every character can be kept, marks of direction too."""

    Dumper.add_representer(_Words, lambda dumper, words: dumper.represent_scalar(TEXT, words, style='"'))
    # A line as long as it likes keeps every space.
    return HEAD + yaml.dump(_fields(quote), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=math.inf)


def _fields(quote: Quote) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(asdict(quote))
    return {**plain, "text": [_Words(paragraph) for paragraph in quote.text], "partial": _Words(quote.partial)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a paper holds
    """A value as YAML has it: lists for tuples, text for times, nothing for what is not said."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
