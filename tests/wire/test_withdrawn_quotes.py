"""Quotes taken back: which stories on the wire hold them, and what to do about each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from newsroom_desk import DRAFT, FORCE, NOW

Run = Callable[..., Result]
KEY = "drug-seizures-2018-19-dorset"
BY = ("--by", "Test Editor", "--now", NOW)
LATER = ("--by", "Test Editor", "--now", "2026-03-05T10:00+00:00")


def _take_back(run: Run, code: int, *given: str) -> list[str]:
    """Withdraw what the force said; what is told after the drafts."""
    name = next(path.stem for path in Path("quotes-bank/drug_seizures/bank").glob("*.yaml") if _is_force_s(path))
    told = run("quotes", "withdraw", name, "--reason", "test", *LATER, *given, code=code).stdout.splitlines()
    assert f"{name}: withdrawn; it stands in 1 draft" == told[0]
    return told[2:]


def _is_force_s(path: Path) -> bool:
    return FORCE[:22] in path.read_text(encoding="utf-8")


def test_a_story_that_was_sent_is_named_with_what_to_do(run: Run) -> None:
    """It can be held at once, then corrected or killed."""
    run("wire", "approve", str(DRAFT), *BY)

    (told,) = _take_back(run, 1)

    assert told.startswith(f"{KEY}, version 1 (usable) holds it: storygen wire hold {KEY} --by NAME --reason REASON")
    assert "storygen wire correct FILE --by NAME" in told
    assert f"storygen wire kill {KEY} --by NAME --reason REASON" in told


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (("hold",), [f"{KEY}, version 2 (withheld) holds it: storygen draft shows"]),
        (("kill",), []),
    ],
)
def test_what_is_stopped_already_is_not_stopped_again(run: Run, turn: tuple[str, ...], told: list[str]) -> None:
    """A held story still waits to be mended; of a killed one there is nothing left to do."""
    run("wire", "approve", str(DRAFT), *BY)
    run("wire", *turn, "dorset", "--reason", "test", *BY)

    found = _take_back(run, 1 if told else 0)

    assert told == [line[: len(begins)] for line, begins in zip(found, told, strict=True)]


def test_a_story_under_embargo_has_not_gone_out(run: Run) -> None:
    """So there is time."""
    run("wire", "approve", str(DRAFT), *BY, "--embargo", "2026-03-06T00:01Z")

    (told,) = _take_back(run, 1)

    assert f"{KEY}, version 1 (approved) holds it: nothing has gone out yet" in told


def test_nothing_is_said_where_nothing_was_ever_approved(run: Run) -> None:
    """Nor where the ledger cannot be read is the withdrawal lost."""
    assert [] == _take_back(run, 0)
    assert not Path("wire/ledger.sqlite").exists()


def test_a_ledger_that_cannot_be_used_is_named(run: Run) -> None:
    """The words are taken back all the same."""
    Path("wire/ledger.sqlite").write_text("no ledger", encoding="utf-8")

    assert [] == _take_back(run, 2)
    assert '"withdrawn"' in Path("quotes-bank/drug_seizures/log.jsonl").read_text(encoding="utf-8")
