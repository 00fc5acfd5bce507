"""Written: from a tree to the bytes of a file, the same for the same tree."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

Node = etree._Element  # noqa: SLF001 - what lxml calls an element of a tree
Nodes = Iterator[Node]


def to_json(record: Mapping[str, Any]) -> bytes:
    """A record as JSON, in the order given; a field that is None or an empty text is left out."""
    return (json.dumps(_filled(record), ensure_ascii=False, indent=1) + "\n").encode()


def to_xml(root: Node) -> bytes:
    """A tree as XML, with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _filled(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can say
    if isinstance(value, Mapping):
        return {key: _filled(each) for key, each in value.items() if each not in (None, "")}
    if isinstance(value, list | tuple):
        return [_filled(each) for each in value]
    return value
