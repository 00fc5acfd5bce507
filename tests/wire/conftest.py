"""What the wire's tests start from: a ledger of each kind, and a desk with a service, in an empty folder."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from click.testing import Result
from newsroom_desk import Known, at_hand, at_the_desk, furnish
from sqlalchemy import create_engine, text

from storygen.analysis import establish, find_angles, judge
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.wire import Ledger, open_ledger
from storygen.wire.tables import METADATA

SERVER = Path(__file__).resolve().parents[2] / "scripts" / "postgres.sh"
INSTALLED = [*Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), *filter(None, [shutil.which("pg_ctl")])]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server: the one STORYGEN_TEST_POSTGRES names, else one of our own."""
    named = os.environ.get("STORYGEN_TEST_POSTGRES")
    if named:
        yield named
        return
    if not INSTALLED or os.name == "nt":
        pytest.skip("no PostgreSQL here")
    folder = Path(mkdtemp(prefix="storygen-"))  # a socket's path must be short
    try:
        yield subprocess.run([SERVER, folder], check=True, capture_output=True, text=True).stdout.strip()
    finally:
        subprocess.run([SERVER, folder, "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database(postgres: str) -> Iterator[str]:
    """A database of this run's own: runs beside it have others."""
    name = f"test_{uuid4().hex[:12]}"
    engine = create_engine(postgres.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may be kept, in each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "wire" / "ledger.sqlite")
        return
    where = str(request.getfixturevalue("database"))
    yield where
    engine = create_engine(where.replace("postgresql:", "postgresql+psycopg:"))
    METADATA.drop_all(engine)
    engine.dispose()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """A new ledger in each database."""
    opened = open_ledger(address, is_new=True)
    yield opened
    opened.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger in a file."""
    opened = open_ledger(str(tmp_path / "ledger.sqlite"), is_new=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def known(dataset: Dataset) -> Known:
    """What tables and analysis give of the newest edition."""
    facts = establish(dataset, Edition(year="2018-19"))
    judged = tuple(judge(find_angles(facts), facts))
    return {
        "office.read": dataset,
        "newsroom.establish": None,
        "newsroom.find_angles": None,
        "newsroom.judge": judged,
    }


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory, known: Known) -> Path:
    """A newsroom with one story ready; nobody changes it."""
    folder = tmp_path_factory.mktemp("newsroom")
    furnish(folder, known)
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newsroom: Path, known: Known) -> Callable[..., Result]:
    """Run the front desk in a newsroom of this test's own."""
    folder = tmp_path / "room"
    shutil.copytree(newsroom, folder)
    at_hand(monkeypatch, folder, known)
    return at_the_desk
