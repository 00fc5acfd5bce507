"""Revision day: what a newer release makes of stories that were sent; corrections are drafted, nothing is issued."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from newsroom_desk import DRAFT, NOW, Known, at_hand, at_the_desk
from published import force_table, ods

from storygen.model.dataset import Dataset
from storygen.sources import read

DAY = "2026-04-01T09:00+00:00"


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory, newsroom: Path, known: Known) -> Path:
    """A newsroom that has sent Dorset's story, its second paragraph in an editor's words."""
    folder = tmp_path_factory.mktemp("sent")
    shutil.copytree(newsroom, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        at_hand(patch, folder, known)
        text = DRAFT.read_text(encoding="utf-8")
        DRAFT.write_text(text.replace("There were 232", "Officers there made **232**"), encoding="utf-8")
        at_the_desk("wire", "approve", str(DRAFT), "--by", "Test Editor", "--now", NOW)
    return folder


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, dataset: Dataset) -> Path:
    """Three releases: the first gives Dorset 231 heroin seizures where there were 232, then 150, then 215."""
    folder = tmp_path_factory.mktemp("releases")
    for number in (231, 150, 215):
        table = force_table(dataset, "2018-19")
        head = next(line for line in table if line[:1] == ["Police force area"])
        row = next(line for line in table if line[:1] == ["Dorset"])
        row[head.index("Heroin")] = number
        left = [line for line in table if line[:1] not in (["South West"], ["Total"])]
        (folder / "release.ods").write_bytes(ods({"Forces": left}))
        taken = ("--data", str(folder), "--imported", "2026-04-01")
        at_the_desk("data", "import", str(folder / "release.ods"), *taken, code=1)
    return folder


@pytest.fixture(scope="session")
def tables(store: Path) -> dict[str | None, Dataset]:
    """What is held when each release is the newest."""
    return {
        name: read("drug_seizures", stores=(store,), until=name)
        for name in ("shipped", "2018-19-001", "2018-19-002", "2018-19-003")
    }


@pytest.fixture
def revise(
    tmp_path: Path, sent: Path, tables: dict[str | None, Dataset], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[dict[str, Any]]]:
    """Look over what was sent, in a newsroom of this test's own; the tables have been read once for all."""
    folder = tmp_path / "room"
    shutil.copytree(sent, folder)
    monkeypatch.chdir(folder)

    def look_over(new: str, code: int = 1) -> list[dict[str, Any]]:
        monkeypatch.setattr("storygen.office.read", lambda *_, **__: tables[new])
        monkeypatch.setattr("storygen.errands.wire.revising.read", lambda *_, until, **__: tables[until])
        asked = ("--from", "shipped", "--to", new, "--now", DAY, "--json")
        told: list[dict[str, Any]] = json.loads(at_the_desk("revise", *asked, code=code).stdout)
        return told

    return look_over


def standing() -> list[tuple[object, str]]:
    """Every version and every draft that waits."""
    told = json.loads(at_the_desk("wire", "status", "--now", DAY, "--json").stdout)
    return [(each["version"], each["state"]) for each in told[0]["stories"]]


Revise = Callable[..., list[dict[str, Any]]]


def test_a_false_figure_is_drafted_as_a_correction_and_waits_for_a_person(revise: Revise) -> None:
    """Each sentence with the true one, an editor's own too; the note in the trade's form; a file to be approved."""
    (story,) = revise("2018-19-001")

    edited = "Officers there made 232 heroin seizures, up 33 per cent from 175 the year before."
    rate = "For every million residents that works out at 300; next came Cleveland Police, with 255."
    assert [
        ("paragraph 2", edited, edited.replace("232", "231").replace("33", "32")),
        ("paragraph 3", rate, rate.replace("300", "299")),
    ] == [(each["place"], each["false"], each["true"]) for each in story["sentences"]]
    note = (
        "CORRECTION: Dorset rate of heroin seizures is highest of 38 forces. In paragraph 2, 232 should read 231; "
        "33 per cent should read 32 per cent. In paragraph 3, 300 should read 299. "
        "The publisher has revised its figures."
    )
    assert ("correction", note, "revised/2018-19/dorset.md") == (story["grade"], story["note"], story["file"])
    assert [(1, "usable"), ("", "draft")] == standing()

    correct = (story["file"], "--by", "Test Chief", "--now", DAY)
    said = at_the_desk("wire", "correct", *correct, code=1).stderr  # in answer to the figures as they were
    for quote in sorted(set(re.findall(r"storygen quotes approve (qb-\w+)", said))):
        at_the_desk("quotes", "approve", quote, "--by", "Test Chief", "--now", DAY)
    assert "storygen wire correct approves it" in at_the_desk("wire", "approve", *correct, code=1).stderr
    at_the_desk("wire", "correct", *correct)

    told = json.loads(at_the_desk("wire", "status", "--now", DAY, "--json").stdout)[0]["stories"]
    assert [(2, "correction", note)] == [(each["version"], each["change"], each["note"]) for each in told]
    assert ["nothing"] == [each["grade"] for each in revise("2018-19-001", code=0)]


def test_what_nothing_true_is_known_for_is_marked_and_cannot_be_approved(revise: Revise) -> None:
    """A lead that no longer holds is for a person to write anew; a file somebody works on is left alone."""
    mine = Path("revised/2018-19/dorset.md")
    mine.parent.mkdir(parents=True)
    mine.write_text("Test edit.\n", encoding="utf-8")

    (story,) = revise("2018-19-002")

    assert "the headline" == story["sentences"][0]["place"]
    assert {""} == {each["true"] for each in story["sentences"]}
    assert "revised/2018-19/dorset.new.md" == story["file"]
    assert "Test edit.\n" == mine.read_text(encoding="utf-8")
    text = Path(story["file"]).read_text(encoding="utf-8")
    assert "# {==Dorset rate of heroin seizures is highest of 38 forces==}{>>" in text
    refused = at_the_desk("wire", "correct", story["file"], "--by", "Test", "--now", DAY, code=1).stderr
    assert "line 18: the change marked {== is not settled" in refused


def test_a_figure_is_mended_where_all_else_in_its_sentence_holds(revise: Revise) -> None:
    """Though the story would open on something else now; what says how forces stand to each other is for a person."""
    (story,) = revise("2018-19-003")

    mended = "Officers there made 215 heroin seizures, up 23 per cent from 175 the year before."
    told = {each["place"]: each["true"] for each in story["sentences"]}
    assert {"the headline": "", "paragraph 1": "", "paragraph 2": mended, "paragraph 3": ""} == told
    assert "In paragraph 2, 232 should read 215; 33 per cent should read 23 per cent." in story["note"]


def test_a_release_that_is_not_held_is_refused(sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence, with nothing drafted."""
    monkeypatch.chdir(sent)

    told = at_the_desk("revise", "--from", "shipped", "--to", "2019-20-001", code=2).stderr

    assert 1 == len(told.splitlines())
    assert not Path("revised").exists()
