"""Verify: whether the ledger is sound, and whether what was delivered still is as it was sent."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import func, select, text

from storygen.errors import UsageError, nearest
from storygen.wire.deliver import MANIFEST, manifest
from storygen.wire.ledger import Ledger
from storygen.wire.outbox import receipts_of
from storygen.wire.rows import READ, version_of
from storygen.wire.tables import targets, versions
from storygen.wire.transport import Depot


def faults(ledger: Ledger) -> Iterator[str]:
    """What is wrong with the ledger itself, a sentence each."""
    with ledger.reading() as connection:
        if connection.dialect.name == "sqlite":
            told = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
            yield from (f"The file is damaged: {each}" for each in told if each != "ok")
        counted = select(versions.c.uri, func.count(), func.min(versions.c.version), func.max(versions.c.version))
        for uri, count, first, last in connection.execute(counted.group_by(versions.c.uri)):
            if (first, last) != (1, count):
                yield f"{uri} has {count} versions, numbered {first} to {last}: one is missing"
        rows = connection.execute(select(versions.c.uri, versions.c.version, versions.c.digest, *READ)).all()
    for row in rows:
        version = version_of(row)
        if version.story.content.digest != row.digest:
            yield f"The words of {row.uri}, version {row.version}, are not those that were approved"


def strays(ledger: Ledger, target: str) -> Iterator[tuple[str, str]]:
    """Each delivered file that is not as it was sent, the manifest last: its name, and `missing` or `changed`."""
    depot = Depot(target)
    known = list(known_targets(ledger))
    if depot.address not in known:
        near = nearest(depot.address, known, likeness=0.9, held="known to this ledger")
        raise UsageError(f"Nothing was ever delivered to {depot.address}; {near}")
    receipts = tuple(receipts_of(ledger, depot.address))
    sent = {receipt.name: receipt.sha256 for receipt in receipts} | {MANIFEST: sha256(manifest(receipts)).hexdigest()}
    for name, digest in sent.items():
        data = depot.get(name)
        if data is None:
            yield name, "missing"
        elif sha256(data).hexdigest() != digest:
            yield name, "changed"


def known_targets(ledger: Ledger) -> tuple[str, ...]:
    """Every target there has been a delivery to."""
    with ledger.reading() as connection:
        return tuple(connection.execute(select(targets.c.target).order_by(targets.c.target)).scalars())
