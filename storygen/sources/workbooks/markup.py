"""XML read as it streams past, with nothing resolved, fetched or expanded."""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from storygen.sources.workbooks.package import refuse

CHUNK, OVERLAP = 1 << 22, 1 << 10  # bytes; no tag is longer than the overlap
NEVER = (b"\x00", b"<!DOCTYPE", b"='")  # the last: another writer than any we know
ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|GETTING_DATA|SPILL!|CALC!)|Err:[0-9]{3}")


def elements(opened: IO[bytes], tags: tuple[str, ...], file: str) -> Iterator[Any]:
    """
    Every element with one of `tags` as it ends, then forgotten, so that memory stays flat.

    Raises SourceError for markup that is broken or goes too deep.
    """
    try:
        for _, element in etree.iterparse(
            opened, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            yield element
            _forget(element)
    except etree.XMLSyntaxError as fault:
        raise refuse(file, f"broken markup ({fault.msg})", "the whole file; download it again") from None


def is_free_of(opened: IO[bytes], words: tuple[bytes, ...], pattern: re.Pattern[bytes]) -> bool:
    """
    Whether a part holds neither any of some words nor a pattern, so that its elements need not be gone through.

    One in another encoding than UTF-8, or with definitions of its own, is never free of them.
    """
    tail = b""
    while chunk := opened.read(CHUNK):
        window = tail + chunk
        if any(word in window for word in (*words, *NEVER)) or pattern.search(window):
            return False
        tail = window[-OVERLAP:]
    return True


def _forget(element: Any) -> None:  # noqa: ANN401 - lxml ships no types
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def is_error(shown: str) -> bool:
    """
    Whether a cell shows a spreadsheet's error.

    >>> [is_error(shown) for shown in ("#DIV/0!", "Err:502", "#", "12")]
    [True, True, False, False]
    """
    return bool(ERROR.fullmatch(shown.strip()))
