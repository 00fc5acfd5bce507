"""The store: every release kept, none ever changed, and nothing harmed by an import that is killed."""

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from time import sleep

import pytest
from published import force_table, ods

from storygen.errors import OutputError, SettingsError, SourceError, UsageError
from storygen.model.dataset import Dataset
from storygen.sources import Parcel, holdings, read, take_in, vintages
from storygen.sources.revisions import revisions

TOPIC, YEAR = "drug_seizures", "2018-19"
TESTS = Path(__file__).parent.parent
STORYGEN = Path(sys.executable).parent / "storygen"
POSIX = pytest.mark.skipif(os.name != "posix", reason="kills a process the way POSIX does")


@pytest.fixture
def workbook(dataset: Dataset, tmp_path: Path) -> Path:
    """The forces' numbers of 2018-19, one of them other than those that ship."""
    table = force_table(dataset, YEAR)
    row = max(place for place, line in enumerate(table) if line[:1] == ["Dorset"])
    table[row][5] = 234
    path = tmp_path / "release.ods"
    path.write_bytes(ods({"Forces": table}))
    return path


def put_in(workbook: Path, store: Path) -> str:
    """Import a workbook and return the name of the release."""
    return take_in(Parcel(files=(workbook,), topic=TOPIC, imported="2026-01-01", store=store)).name


@POSIX
def test_an_import_killed_at_any_step_leaves_the_store_whole(tmp_path: Path) -> None:
    """Before its last step the store is as it was; after it the release is there, checksums and all."""
    command = [sys.executable, str(TESTS / "killed_at_every_step.py"), str(tmp_path)]

    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    held = [int(line) for line in ran.stdout.split()]

    assert len(held) > 10
    assert sorted(held) == held
    assert {0, 1} <= set(held)
    assert all(later - earlier <= 1 for earlier, later in pairwise(held))


@POSIX
def test_an_import_killed_half_way_can_simply_be_run_again(tmp_path: Path, workbook: Path, dataset: Dataset) -> None:
    """What it left is in nobody's way."""
    store = tmp_path / "store"
    command = [str(STORYGEN), "data", "import", str(workbook), "--data", str(store), "--imported", "2026-01-01"]

    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None and not list(store.glob(f"{TOPIC}/.incoming-*/*/new")):
            sleep(0.001)
        running.send_signal(signal.SIGKILL)
    left, before = running.returncode, read(TOPIC, stores=(store,))
    name = put_in(workbook, store)

    assert -signal.SIGKILL == left
    assert () == revisions(dataset, before)
    assert [name] == [vintage.name for vintage in vintages((store,), TOPIC)]


def test_every_release_is_kept(tmp_path: Path, workbook: Path, dataset: Dataset) -> None:
    """Two of one edition stand side by side, and the later one counts."""
    store = tmp_path / "store"
    first = put_in(workbook, store)
    workbook.write_bytes(ods({"Forces": force_table(dataset, YEAR)}))
    second = put_in(workbook, store)

    assert (f"{YEAR}-001", f"{YEAR}-002") == (first, second)
    assert () == revisions(dataset, read(TOPIC, stores=(store,)))
    assert 1 == len(revisions(dataset, read(TOPIC, stores=(store,), until=first)))


def test_what_is_held_says_which_release_it_is_from(tmp_path: Path, workbook: Path) -> None:
    """By measure and year."""
    store = tmp_path / "store"
    name = put_in(workbook, store)
    held = holdings(read(TOPIC, stores=(store,)), vintages((store,), TOPIC))
    sources = {(each.measure, each.year): each.releases for each in held.holdings}

    assert (name,) == sources["seizures", YEAR]
    assert ("shipped",) == sources["seizures", "2017-18"]
    assert ["shipped", name] == [stock.name for stock in held.stocks]


def test_the_gaps_that_are_known_are_part_of_what_is_held(dataset: Dataset) -> None:
    """A force without figures in a year is named there."""
    held = {(each.measure, each.year): each for each in holdings(dataset, ()).holdings}

    assert ("bedfordshire", "hampshire") == held["seizures", "2014-15"].without
    assert 39 == len(held["seizures", "2014-15"].areas)


def test_a_figure_changed_by_hand_is_refused(tmp_path: Path, workbook: Path) -> None:
    """As it is in the tables that ship."""
    store = tmp_path / "store"
    file = store / TOPIC / put_in(workbook, store) / "seizures" / f"{YEAR}.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("234", "235"), encoding="utf-8")

    with pytest.raises(SourceError, match="a figure was changed by hand"):
        read(TOPIC, stores=(store,))


@pytest.mark.parametrize("file", ["release.yaml", "tables.yaml", "statuses.csv"])
def test_a_file_of_a_release_that_is_broken_is_refused_in_a_sentence(tmp_path: Path, workbook: Path, file: str) -> None:
    """Never with a traceback."""
    store = tmp_path / "store"
    (store / TOPIC / put_in(workbook, store) / file).write_bytes(b"\xff\xfe broken: [")

    with pytest.raises((SourceError, SettingsError)):
        read(TOPIC, stores=(store,))


def test_two_releases_of_one_name_are_refused(tmp_path: Path, workbook: Path) -> None:
    """Their figures could not be told apart."""
    stores = (tmp_path / "a", tmp_path / "b")
    put_in(workbook, stores[0])
    copytree(*stores)

    with pytest.raises(UsageError, match="Two of the folders"):
        read(TOPIC, stores=stores)


def test_a_store_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path, workbook: Path) -> None:
    """A file is in its place."""
    (tmp_path / "store").write_text("in the way", encoding="utf-8")

    with pytest.raises(OutputError, match="cannot be written"):
        put_in(workbook, tmp_path / "store")
