"""XML read as it streams past, with nothing resolved, fetched or expanded."""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from storygen.sources.workbooks.package import refuse

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
