"""The outbox: what is to go to which target, in order, and the receipts of what went."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
)

from storygen.errors import UsageError
from storygen.model.issued import Receipt, Version
from storygen.model.story import PubStatus
from storygen.wire.ledger import Ledger, written_by
from storygen.wire.rows import READ, version_of
from storygen.wire.tables import outbox, receipts, targets, versions

PENDING, SENT, PASSED = "pending", "sent", "passed over"


def queue(connection: Connection, version: Version) -> None:
    """Put a version in the outbox of every target there is."""
    wanted = select(
        targets.c.target,
        literal(version.story.uri),
        literal(version.story.version),
        literal(version.due, outbox.c.due.type),
        literal(PENDING),
    )
    connection.execute(insert(outbox).from_select(["target", "uri", "version", "due", "state"], wanted))


def open_target(
    ledger: Ledger, target: str, *, wanted: Sequence[str], every: Sequence[str], for_readers: Iterable[str] = ()
) -> tuple[str, ...]:
    """
    The formats a target takes; a new one takes those wanted, else every one, and its outbox every version there is.

    Raises UsageError where it takes others already: a receiver reads what it was set up for; and where all it takes are
    `for_readers`, in which nothing says that a story is held or killed.
    """

    def opened(connection: Connection) -> tuple[str, ...]:
        taken = _taken(connection, target, tuple(wanted or every))
        _check_orders(target, taken, [each for each in every if each not in set(for_readers)])
        return taken

    taken = written_by(ledger, opened)
    if wanted and set(wanted) != set(taken):
        raise UsageError(f"{target} takes {', '.join(taken)} since its first delivery; give another place for others")
    return taken


def _check_orders(target: str, taken: Sequence[str], carrying: Sequence[str]) -> None:
    """Refuse a target that would never hear of a hold or a kill."""
    if not set(taken) & set(carrying):
        raise UsageError(
            f"{target} would take {', '.join(taken)} alone, which cannot say that a story is held or killed: "
            f"begin another place that takes one of {', '.join(carrying)} with it"
        )


def _taken(connection: Connection, target: str, formats: tuple[str, ...]) -> tuple[str, ...]:
    held = connection.execute(select(targets.c.formats).where(targets.c.target == target)).scalar()
    return tuple(held.split()) if held is not None else _begun(connection, target, formats)


def _begun(connection: Connection, target: str, formats: tuple[str, ...]) -> tuple[str, ...]:
    """Begin a target: whatever has been approved goes into its outbox, and from now on whatever is."""
    if connection.dialect.name != "sqlite":  # there, writers take turns anyway
        connection.execute(text("LOCK TABLE versions IN SHARE MODE"))
    connection.execute(targets.insert().values(target=target, formats=" ".join(formats)))
    held = select(literal(target), versions.c.uri, versions.c.version, versions.c.due, literal(PENDING))
    connection.execute(insert(outbox).from_select(["target", "uri", "version", "due", "state"], held))
    return formats


def next_to_send(ledger: Ledger, target: str, now: datetime, most: int) -> tuple[Version, ...]:
    """
    The next versions to send, oldest first; those that must not be sent any more are passed over for good.

    Of a story only the newest version that readers may have by now is sent, before it a correction of what the target
    has had, and one that takes a story back only to who has had it. Empty when nothing is left.
    """
    while True:
        with ledger.writing() as connection:
            rows = _due(connection, target, now, most)
            late = [row for row in rows if not row.is_wanted]
            for row in late:
                _mark(connection, target, row.uri, row.version, PASSED)
            if len(late) < len(rows) or not rows:
                return tuple(version_of(row) for row in rows if row.is_wanted)


def _due(connection: Connection, target: str, now: datetime, most: int) -> Sequence[Any]:
    """The oldest pending rows that are due, and whether each is wanted."""
    wanted = (
        select(outbox.c.uri, outbox.c.version, _is_wanted(now).label("is_wanted"), *READ)
        .join(versions, _IS_VERSION)
        .where(outbox.c.target == target, _is_due(now))
        .order_by(outbox.c.due, outbox.c.uri, outbox.c.version)
        .limit(most)
    )
    return connection.execute(wanted).all()


_IS_VERSION = and_(versions.c.uri == outbox.c.uri, versions.c.version == outbox.c.version)


def _is_due(now: datetime) -> ColumnElement[bool]:
    return and_(outbox.c.state == PENDING, outbox.c.due <= now)


def _is_wanted(now: datetime) -> ColumnElement[bool]:
    """
    Whether a version is the newest readers may have, or a correction its target has not been told of.

    Only who has had a story is sent what takes it back, or a correction; one that was overtaken goes before what took
    its place, and not at all where that is a hold or a kill.
    """
    other = versions.alias()
    known = (other.c.uri == outbox.c.uri) & (other.c.due <= now)
    last = select(other.c.version).where(known).order_by(other.c.version.desc()).limit(1)
    newest, status = last.scalar_subquery(), last.with_only_columns(other.c.status).scalar_subquery()
    came_before = exists().where(known, other.c.version > outbox.c.version, other.c.due < outbox.c.due)
    had = exists().where(receipts.c.target == outbox.c.target, receipts.c.uri == outbox.c.uri)
    usable = PubStatus.USABLE.value
    return or_(
        and_(outbox.c.version == newest, or_(versions.c.status == usable, had)),
        and_(_IS_CORRECTION, status == usable, had, ~came_before),
    )


_IS_CORRECTION = versions.c.story.contains('"change":"correction"')  # in no text: there a quotation mark is escaped


def sign_for(ledger: Ledger, target: str, sent: Iterable[Version], delivered: Iterable[Receipt]) -> None:
    """Keep the receipts of what was delivered, and take it out of the outbox."""
    rows = [
        {"target": target, "name": each.name, "uri": each.uri, "version": each.version, "format": each.format,
         "sha256": each.sha256, "size": each.size, "at": each.at}
        for each in delivered
    ]  # fmt: skip
    each = [{"its_uri": version.story.uri, "its_version": version.story.version} for version in sent]
    its_uri: BindParameter[str] = bindparam("its_uri")
    its_version: BindParameter[int] = bindparam("its_version")
    with ledger.writing() as connection:
        connection.execute(outbox.update().where(_is_of(outbox, target, its_uri, its_version)).values(state=SENT), each)
        connection.execute(receipts.delete().where(_is_of(receipts, target, its_uri, its_version)), each)
        if rows:
            connection.execute(receipts.insert(), rows)


def send_again(ledger: Ledger, target: str, uri: str) -> None:
    """Put the last version of a story that was sent to a target into its outbox again; nothing where none was."""
    last = select(func.max(outbox.c.version)).where(
        outbox.c.target == target, outbox.c.uri == uri, outbox.c.state == SENT
    )
    with ledger.writing() as connection:
        version = connection.execute(last).scalar()
        if version is not None:
            _mark(connection, target, uri, version, PENDING)


def _mark(connection: Connection, target: str, uri: str, version: int, state: str) -> None:
    connection.execute(outbox.update().where(_is_of(outbox, target, uri, version)).values(state=state))


def _is_of(
    table: Table, target: str, uri: str | BindParameter[str], version: int | BindParameter[int]
) -> ColumnElement[bool]:
    return and_(table.c.target == target, table.c.uri == uri, table.c.version == version)


def receipts_of(ledger: Ledger, target: str) -> Iterator[Receipt]:
    """Every receipt of a target, by file name."""
    wanted = select(receipts).where(receipts.c.target == target).order_by(receipts.c.name)
    with ledger.reading() as connection:
        for row in connection.execute(wanted):
            told = dict(row._mapping)  # noqa: SLF001 - how SQLAlchemy names a row's columns
            told.pop("target")
            yield Receipt(**told)


def waiting_at(ledger: Ledger, now: datetime) -> dict[str, int]:
    """How many versions each target would be sent by now."""
    counted = select(outbox.c.target, func.count()).join(versions, _IS_VERSION).where(_is_due(now), _is_wanted(now))
    with ledger.reading() as connection:
        known = connection.execute(select(targets.c.target)).scalars().all()
        found: dict[str, int] = dict(map(tuple, connection.execute(counted.group_by(outbox.c.target))))
    return {target: found.get(target, 0) for target in sorted(known)}
