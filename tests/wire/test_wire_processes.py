"""Several processes at one ledger, and processes killed: nothing is lost, and nothing goes out twice."""

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from approvals import PRINTING, an_approval
from wire_processes import LATER, PLACES

from storygen.wire import Ledger, deliver, enter, faults, history, open_ledger, strays, waiting_at

PROGRAM = Path(__file__).resolve().parents[1] / "wire_processes.py"
BOTH = ("Test One", "Test Two")
EACH = 9
STEPS = (1, 2, 5, 9, 14, 20, 33, 50, 3, 4)
"""At which steps a delivery is killed, one after the other, each carrying on where the one before it was cut short."""


def start(*arguments: str) -> "subprocess.Popen[str]":
    """Start the program."""
    return subprocess.Popen([sys.executable, PROGRAM, *arguments], stdout=subprocess.PIPE, text=True)


def held(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, those a killed run left half-written too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_processes_approving_and_delivering_at_once_lose_nothing(address: str, tmp_path: Path) -> None:
    """Every approval is a version with a number of its own, and no file is delivered twice."""
    folder = tmp_path / "out"

    running = [start("work", address, str(folder), name, str(EACH)) for name in BOTH]
    printed = [each.communicate(timeout=60)[0].split() for each in running]

    assert [0, 0] == [each.returncode for each in running]
    ledger = open_ledger(address)
    found = [
        version
        for place in PLACES
        for version in history(ledger, f"tag:example.org,2026:drug-seizures:2018-19:{place}")
    ]
    assert dict.fromkeys(BOTH, EACH) == Counter(version.by for version in found)
    assert [] == list(faults(ledger))
    names = [name for each in printed for name in each]
    assert sorted(set(names)) == sorted(names) == sorted(path.name for path in folder.iterdir() if path.is_file())
    assert [] == list(strays(ledger, str(folder)))
    assert {str(folder): 0} == waiting_at(ledger, LATER)
    ledger.close()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so there")
def test_a_delivery_killed_at_any_step_is_carried_on(ledger: Ledger, address: str, tmp_path: Path) -> None:
    """However often: the folder ends as if nothing had happened, and each file has one receipt."""
    for number in range(12):
        enter(ledger, an_approval(place=f"place-{number}"))
    folder, whole = tmp_path / "out", tmp_path / "whole"

    running = start("killed", address, str(folder), *map(str, STEPS))
    ends = [int(end) for end in running.communicate(timeout=60)[0].split()]
    deliver(ledger, str(folder), PRINTING, LATER)
    deliver(ledger, str(whole), PRINTING, LATER)

    assert [-signal.SIGKILL] * len(STEPS) == ends
    assert held(whole) == held(folder)
    assert [] == list(faults(ledger)) + list(strays(ledger, str(folder)))
    assert () == deliver(ledger, str(folder), PRINTING, LATER).files
