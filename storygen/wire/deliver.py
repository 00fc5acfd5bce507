"""Deliver: the outbox into files, each whole or not at all, receipts kept, and a manifest of all that went."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256

from storygen.model.issued import Dispatch, Receipt, Version
from storygen.wire.courier import courier
from storygen.wire.ledger import Ledger
from storygen.wire.outbox import next_to_send, open_target, receipts_of, sign_for
from storygen.wire.transport import Depot

BATCH = 50  # versions to a transaction: what is sent twice at most, byte for byte the same, if a run is killed
MANIFEST = "manifest/manifest.json"
"""In a folder of its own: a watched folder takes every file on its first level for a story."""

LISTED = tuple(each.name for each in fields(Receipt))


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """
    How versions become files: the formats wanted, all there are, and what prints a version in some of them at a time.

    A new target takes those wanted, or all; one that has had something takes what it has had. In those `for_readers`
    nothing is printed of a story that is held or killed.
    """

    wanted: tuple[str, ...]
    every: tuple[str, ...]
    render: Callable[[Version, Sequence[str], datetime], Iterable[Dispatch]]
    for_readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What a run sent: where to, how many versions and the names of their files."""

    target: str
    versions: int
    files: tuple[str, ...]


def deliver(ledger: Ledger, where: str, printing: Printing, now: datetime) -> Delivered:
    """
    Send a target everything it is due by a time: each file at least once, always under the same name.

    A run that was killed is carried on by the next. Raises UsageError for other formats than the target's and for
    formats that can tell nobody of a kill, OutputError where it cannot be written to; what was sent until then stays
    sent.
    """
    depot = Depot(where)
    depot.reach()  # a place that is mistyped is not remembered
    taken = open_target(
        ledger, depot.address, wanted=printing.wanted, every=printing.every, for_readers=printing.for_readers
    )
    sent, names = 0, list[str]()
    with courier(ledger, depot.address) as stay:
        depot.clear()
        while batch := next_to_send(ledger, depot.address, now, BATCH):
            delivered = list[Receipt]()
            depot.put_all(_printed(batch, printing, taken, now, delivered))
            sign_for(ledger, depot.address, batch, delivered)
            sent += len(batch)
            names += [receipt.name for receipt in delivered]
            stay()
        if depot.get(MANIFEST) != (listed := manifest(receipts_of(ledger, depot.address))):
            depot.put(MANIFEST, listed)
    return Delivered(target=depot.address, versions=sent, files=tuple(names))


def _printed(
    batch: Iterable[Version], printing: Printing, taken: Sequence[str], now: datetime, delivered: list[Receipt]
) -> Iterator[Dispatch]:
    """Every file of a batch, each with its receipt, made while those before it are on their way to the disk."""
    for version in batch:
        for each in printing.render(version, taken, now):
            delivered.append(_receipt(version, each, now))
            yield each


def _receipt(version: Version, sent: Dispatch, now: datetime) -> Receipt:
    return Receipt(
        name=sent.name,
        uri=version.story.uri,
        version=version.story.version,
        format=sent.format,
        sha256=sha256(sent.data).hexdigest(),
        size=len(sent.data),
        at=now,
    )


def manifest(receipts: Iterable[Receipt]) -> bytes:
    """Every file that went to a target, with its SHA-256, as its manifest lists them."""
    told = ({name: getattr(each, name) for name in LISTED} | {"at": each.at.isoformat()} for each in receipts)
    lines = [json.dumps(each, ensure_ascii=False) for each in told]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
