"""The courier: one process at a time delivers to a target, so that order is kept and nothing goes twice."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.exc import IntegrityError

from storygen.errors import LedgerError
from storygen.wire.ledger import Ledger
from storygen.wire.tables import couriers

LEASE = timedelta(minutes=5)  # of a courier on another machine, which cannot be seen to have died
WAITS = 0.05  # seconds between two looks whether the other is back
PATIENCE = timedelta(minutes=2)


@contextmanager
def courier(ledger: Ledger, target: str) -> Iterator[Callable[[], None]]:
    """
    Be the one who delivers to a target; call what is given now and then to stay it.

    Another courier is waited for; one that died is replaced at once, on another machine when its lease has run out.
    Raises LedgerError where the other does not come back. Leases run by the machine's clock, whatever the time asked.
    """
    until = datetime.now(UTC) + PATIENCE
    while not _hired(ledger, target):
        if datetime.now(UTC) > until:
            raise LedgerError(f"Another storygen delivers to {target} and is not done; try again later")
        time.sleep(WAITS)
    try:
        yield lambda: _stay(ledger, target)
    finally:
        with ledger.writing() as connection:
            connection.execute(couriers.delete().where(_is_me(target)))


def _hired(ledger: Ledger, target: str) -> bool:
    now = datetime.now(UTC)
    try:
        with ledger.writing() as connection:
            other = connection.execute(select(couriers).where(couriers.c.target == target).with_for_update()).first()
            if other and other.until > now and not _is_gone(other.host, other.process):
                return False
            if other:  # and nobody else: between two statements another may have been hired
                connection.execute(couriers.delete().where(_is(target, other.host, other.process)))
            connection.execute(
                couriers.insert().values(target=target, host=_host(), process=os.getpid(), until=now + LEASE)
            )
    except IntegrityError:  # somebody else was hired in between
        return False
    return True


def _stay(ledger: Ledger, target: str) -> None:
    with ledger.writing() as connection:
        kept = connection.execute(
            couriers.update().where(_is_me(target)).values(until=datetime.now(UTC) + LEASE)
        ).rowcount
    if not kept:
        raise LedgerError(f"Another storygen has taken over the deliveries to {target}")


def _is_me(target: str) -> ColumnElement[bool]:
    return _is(target, _host(), os.getpid())


def _is(target: str, host: str, process: int) -> ColumnElement[bool]:
    return and_(couriers.c.target == target, couriers.c.host == host, couriers.c.process == process)


def _host() -> str:
    return socket.gethostname()


def _is_gone(host: str, process: int) -> bool:
    """Whether a courier is known to have died: it was on this machine, and no process has its number."""
    if host != _host() or os.name == "nt":  # Windows gives no harmless way to ask
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False
