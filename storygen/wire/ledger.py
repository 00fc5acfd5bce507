"""The ledger's book: opened, its transactions begun, and whatever goes wrong with it said in a sentence."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from storygen.errors import LedgerError
from storygen.wire.tables import METADATA, PROGRAM, SCHEMA, about

T = TypeVar("T")

TRIES = 20  # at one story by several processes; each that is lost is something another has written
PATIENCE = 10  # seconds to wait for another process that writes
POSTGRES = "postgresql+psycopg"
LOCK = 7_302_026  # any number nobody else locks by


class Ledger:
    """An open book of story versions: `name` is what it is called in messages."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Take a book that has been opened."""
        self._engine, self.name = engine, name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the book and changes nothing."""
        with in_a_sentence(self.name), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole, or not at all; IntegrityError where another process came first."""
        with in_a_sentence(self.name), self._engine.connect() as fresh:
            connection = fresh.execution_options(is_writing=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of the book."""
        self._engine.dispose()


def written_by(ledger: Ledger, change: Callable[[Connection], T]) -> T:
    """Make a change in one transaction, and again from the start where another process came first."""
    for _ in range(TRIES):
        try:
            with ledger.writing() as connection:
                return change(connection)
        except IntegrityError:
            continue
    raise LedgerError(f"The ledger {ledger.name} is too busy: others kept writing the same; try again")


def open_ledger(where: str, *, is_new: bool = False) -> Ledger:
    """
    Open the book at a path, or at a `postgresql://` address; begin it where `is_new` allows that.

    Raises LedgerError for one that is not there, damaged, another program's or a newer storygen's.
    """
    url, name = _address(where)
    with in_a_sentence(name):
        if url.drivername == "sqlite":
            _find_file(Path(str(url.database)), is_new=is_new)
        ledger = Ledger(_engine(url), name)
        _begin_or_check(ledger, is_new=is_new)
    return ledger


def _address(where: str) -> tuple[URL, str]:
    if "://" not in where:
        return URL.create("sqlite", database=where), where
    try:
        url = make_url(where)
    except ArgumentError:
        raise LedgerError(f"{where} is no address of a ledger; write a path, or postgresql://user@host/name") from None
    if url.get_backend_name() != "postgresql":
        raise LedgerError(
            f"A ledger cannot be kept in {url.get_backend_name()}: give a path, or an address that begins postgresql://"
        )
    return url.set(drivername=POSTGRES), url.render_as_string(hide_password=True)


def _find_file(path: Path, *, is_new: bool) -> None:
    if is_new:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.exists():
        raise LedgerError(f"There is no ledger {path}; storygen wire approve begins one")


def _engine(url: URL) -> Engine:
    if url.drivername == POSTGRES:
        return create_engine(url, connect_args={"connect_timeout": PATIENCE})
    path = Path(str(url.database))
    is_begun = path.exists() and path.stat().st_size
    asked = _to_read(path) if is_begun and _is_kept_from_us(path) else url
    engine = create_engine(asked, connect_args={"timeout": PATIENCE})
    if not is_begun:
        event.listen(engine, "connect", _begin_file, once=True)
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _is_kept_from_us(path: Path) -> bool:
    """Whether SQLite, which keeps its notes beside a file, could not open it as one to write to."""
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _to_read(path: Path) -> URL:
    """
    A file that is only looked at; whoever may not write leaves nothing beside it.

    While another writes there are notes beside it, which are read too. Where there are none, SQLite would make them
    before it looks: so it is told that the file stays as it is (https://sqlite.org/uri.html).
    """
    is_still = not path.with_name(f"{path.name}-wal").exists()
    told = {"uri": "true", "mode": "ro"} | ({"immutable": "1"} if is_still else {})
    return URL.create("sqlite", database=path.resolve().as_uri(), query=told)


def _begin_file(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own
    """Have a new file kept so that readers and a writer do not wait for each other."""
    connection.execute("PRAGMA journal_mode=WAL")


def _settle(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own
    """Have what was approved on the disk before anybody hears of it."""
    connection.isolation_level = None  # transactions are begun below, and not by the driver
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that read first and wrote later could be refused in the middle."""
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _begin_or_check(ledger: Ledger, *, is_new: bool) -> None:
    with ledger.reading() as connection:
        held = set(inspect(connection).get_table_names())
    if not held and is_new:
        with ledger.writing() as connection:
            if connection.dialect.name != "sqlite":  # two who begin it at once take turns
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            METADATA.create_all(connection)
            if not connection.execute(select(about)).first():
                rows = [{"name": "program", "value": PROGRAM}, {"name": "schema", "value": SCHEMA}]
                connection.execute(about.insert(), rows)
        return
    if not held:
        raise LedgerError(f"{ledger.name} is empty and no ledger yet; storygen wire approve begins one")
    found = {}
    if held >= {table.name for table in METADATA.sorted_tables}:
        with ledger.reading() as connection:
            found = {name: value for name, value in connection.execute(select(about))}  # noqa: C416 - rows are no pairs
    if found.get("program") != PROGRAM:
        raise LedgerError(f"{ledger.name} holds another program's tables and is no ledger: give another path")
    if found["schema"] != SCHEMA:
        raise LedgerError(
            f"{ledger.name} is a ledger of form {found['schema']} and this storygen keeps {SCHEMA}: use a newer one"
        )


SAID = {
    "locked": "is in use by another program and did not come free in {patience} seconds; try again",
    "readonly": "cannot be written to: ask for the right to, or give another path",
    "unable to open": "cannot be opened: its folder is not there, or you may not read it",
    "not a database": "is no ledger: the file holds something else",
    "malformed": "is damaged: put back the last copy you kept, and run storygen wire verify on it",
    "disk is full": "cannot be written to: the disk is full",
}
"""What a database says, by a part of it, in an editor's words."""


@contextmanager
def in_a_sentence(name: str) -> Iterator[None]:
    """Turn what a database raises into an error that names the ledger; a clash of two writers is let through."""
    try:
        yield
    except IntegrityError:
        raise
    except NoSuchModuleError as fault:
        raise LedgerError(f"{name} cannot be opened: {fault}") from None
    except ModuleNotFoundError as fault:
        raise LedgerError(
            f"A ledger in PostgreSQL needs {fault.name}: run pip install '.[postgres]' in the project's folder"
        ) from None
    except OSError as fault:
        raise LedgerError(f"{name} cannot be opened: {fault.strerror or fault}") from None
    except SQLAlchemyError as fault:
        told = str(getattr(fault, "orig", None) or fault).strip().partition("\n")[0]
        said = next((words for part, words in SAID.items() if part in told), f"could not be used: {told}")
        raise LedgerError(f"The ledger {name} {said.format(patience=PATIENCE)}") from None
