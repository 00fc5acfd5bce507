"""From the text of a YAML file to its nodes, which know their place, and on to plain values."""

import math
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from storygen.errors import SettingsError

Plain = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None
"""What JSON can say."""

LARGEST = 1_000_000  # bytes; a file people edit is never this long, and a longer one may be an attack
DEEPEST = 50  # lists and keys inside each other; a file people edit has a handful
LONGEST = 4_000  # characters of a number, zeros included; Python itself takes few more
WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")  # a leading zero makes a code, which stays text
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?")
EXACT_DIGITS = 15  # what a binary float keeps of any decimal
PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


def compose(path: Path, file: str) -> yaml.Node:
    """The root node of a YAML file; SettingsError, naming `file`, where there is none to be had."""
    text = _text(path, file)
    # No resolver: what a bare word means is for `scalar` to say. The C loader is there in most builds.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    with _refusals(file):
        _check_depth(text, file, loader)
        root = yaml.compose(text, Loader=loader)
    if root is None:
        raise SettingsError(file, 1, 1, "the file is empty")
    return root


def scalar(text: str) -> bool | int | float | str | None:
    """
    What a bare word of YAML stands for.

    >>> [scalar(word) for word in ("NO", "0123", "12:30", "2018-19", "true", "-7", "0.35", "~")]
    ['NO', '0123', '12:30', '2018-19', True, -7, 0.35, None]
    """
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


class Reader:
    """Turns nodes into plain values, refusing what editors should not use."""

    def __init__(self, file: str) -> None:
        """Read one file, by the name it has in errors."""
        self._file = file
        self._seen: set[int] = set()

    def plain(self, node: yaml.Node) -> Plain:
        """The node's value; SettingsError for an alias, a tag, a key given twice or a number too long."""
        if id(node) in self._seen:
            raise self._refuse(node, "this part is used again by an alias; write it out each time")
        self._seen.add(id(node))
        if node.tag not in PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            raise self._refuse(node, f"the tag {tag} is not used here")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        return [self.plain(each) for each in node.value]

    def _scalar(self, node: yaml.ScalarNode) -> Plain:
        text = str(node.value)
        if node.style:  # in quotes, or a block of text
            return text
        if WHOLE.fullmatch(text) or DECIMAL.fullmatch(text):
            if len(text) > LONGEST:
                raise self._refuse(node, f"this number has more than {LONGEST:,} digits")
            digits = re.sub(r"[eE].*|\D", "", text).strip("0")
            if len(digits) > EXACT_DIGITS:
                raise self._refuse(node, f"{text} has more digits than can be kept; put it in quotes")
            if not WHOLE.fullmatch(text) and (math.isinf(float(text)) or (digits and not float(text))):
                raise self._refuse(node, "this number has more zeros than can be kept; put it in quotes")
        return scalar(text)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Plain]:
        lines: dict[str, int] = {}
        found: dict[str, Plain] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._refuse(key, "a key must be a word")
            if key.value in lines:
                first = lines[key.value]
                raise self._refuse(key, f"key '{key.value}' is given twice, first on line {first}")
            lines[key.value] = key.start_mark.line + 1
            found[key.value] = self.plain(value)
        return found

    def _refuse(self, node: yaml.Node, message: str) -> SettingsError:
        return SettingsError(self._file, node.start_mark.line + 1, node.start_mark.column + 1, message)


def _check_depth(text: str, file: str, loader: type[yaml.BaseLoader]) -> None:
    """Raise SettingsError before anything follows the nesting down: deep enough, it ends the program."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            mark = event.start_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise SettingsError(file, line, column, f"lists and keys are nested more than {DEEPEST} deep")


def _text(path: Path, file: str) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SettingsError(file, 1, 1, "there is no such file") from None
    except OSError as refused:
        raise SettingsError(file, 1, 1, f"the file cannot be read ({refused.strerror})") from None
    if len(data) > LARGEST:
        raise SettingsError(file, 1, 1, f"the file has more than {LARGEST:,} bytes")
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as refused:
        before = data[: refused.start].split(b"\n")
        column = len(before[-1].decode()) + 1
        message = "there is a character here that is not UTF-8; save the file as UTF-8"
        raise SettingsError(file, len(before), column, message) from None


@contextmanager
def _refusals(file: str) -> Iterator[None]:
    """Turn what PyYAML raises into an error that names the file."""
    try:
        yield
    except yaml.MarkedYAMLError as refused:
        mark = refused.problem_mark or refused.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SettingsError(file, line, column, f"this is not YAML ({refused.problem})") from None
    except yaml.YAMLError:
        message = "this is not YAML: it holds a character that YAML does not allow"
        raise SettingsError(file, 1, 1, message) from None
    except RecursionError:
        raise SettingsError(file, 1, 1, "lists and keys are nested too deeply") from None
