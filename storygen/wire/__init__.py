"""The wire room: the ledger of story versions, its outbox, and delivery. It needs the extra `wire`."""

from storygen.wire.addresses import address_of
from storygen.wire.deliver import Delivered, Printing, deliver
from storygen.wire.entering import enter, turn
from storygen.wire.ledger import Ledger, open_ledger
from storygen.wire.looking import (
    all_edits,
    current,
    has_been_out,
    history,
    making_behind,
    newest_versions,
    put_down,
    uri_called,
    waiting,
)
from storygen.wire.outbox import receipts_of, send_again, waiting_at
from storygen.wire.transport import Depot
from storygen.wire.verify import faults, known_targets, strays

__all__ = [
    "Delivered",
    "Depot",
    "Ledger",
    "Printing",
    "address_of",
    "all_edits",
    "current",
    "deliver",
    "enter",
    "faults",
    "has_been_out",
    "history",
    "known_targets",
    "making_behind",
    "newest_versions",
    "open_ledger",
    "put_down",
    "receipts_of",
    "send_again",
    "strays",
    "turn",
    "uri_called",
    "waiting",
    "waiting_at",
]
