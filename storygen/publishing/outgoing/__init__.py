"""What leaves the house: stories made fit to send, and what every format says of them in the same words."""

from storygen.publishing.outgoing.bodies import TAGS, html_body, plain_body
from storygen.publishing.outgoing.characters import carried
from storygen.publishing.outgoing.items import Items, is_public, items_of
from storygen.publishing.outgoing.notes import (
    alerts,
    change_note,
    copyright_notice,
    editors_notes,
    imprint,
    named,
    source_uri,
    terms,
)
from storygen.publishing.outgoing.outgoing import outgoing
from storygen.publishing.outgoing.times import changed, covered, dated, released, stamp
from storygen.publishing.outgoing.written import Node, Nodes, to_json, to_xml

__all__ = [
    "TAGS",
    "Items",
    "Node",
    "Nodes",
    "alerts",
    "carried",
    "change_note",
    "changed",
    "copyright_notice",
    "covered",
    "dated",
    "editors_notes",
    "html_body",
    "imprint",
    "is_public",
    "items_of",
    "named",
    "outgoing",
    "plain_body",
    "released",
    "source_uri",
    "stamp",
    "terms",
    "to_json",
    "to_xml",
]
