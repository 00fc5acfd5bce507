"""Revision day: what a newer release makes of stories that were sent; corrections are drafted, nothing is issued."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from newsroom_desk import DRAFT, EVIDENCE, NOW, at_the_desk
from published import force_table, ods

from storygen.model.dataset import Dataset

DAY = "2026-04-01T09:00+00:00"


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory, newsroom: Path) -> Path:
    """A newsroom that has sent Dorset's story, its second paragraph in an editor's words."""
    folder = tmp_path_factory.mktemp("sent")
    shutil.copytree(newsroom, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        text = DRAFT.read_text(encoding="utf-8")
        DRAFT.write_text(text.replace("There were 232", "Officers there made **232**"), encoding="utf-8")
        at_the_desk("wire", "approve", str(DRAFT), "--by", "Test Editor", "--now", NOW)
    return folder


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory, dataset: Dataset) -> dict[int, Path]:
    """Stores with one release each, which gives Dorset another number of heroin seizures."""
    stores = {}
    for number in (150, 231):
        folder = tmp_path_factory.mktemp(f"release-{number}")
        table = force_table(dataset, "2018-19")
        head = next(line for line in table if line[:1] == ["Police force area"])
        row = next(line for line in table if line[:1] == ["Dorset"])
        row[head.index("Heroin")] = number
        left = [line for line in table if line[:1] not in (["South West"], ["Total"])]
        (folder / "release.ods").write_bytes(ods({"Forces": left}))
        at_the_desk(
            "data", "import", str(folder / "release.ods"), "--data", str(folder), "--imported", "2026-04-01", code=1
        )
        stores[number] = folder
    return stores


@pytest.fixture
def desk(tmp_path: Path, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newsroom of this test's own."""
    folder = tmp_path / "room"
    shutil.copytree(sent, folder)
    monkeypatch.chdir(folder)


def revise(store: Path, code: int = 1) -> list[dict[str, Any]]:
    """Look over what was sent."""
    asked = ("--from", "shipped", "--to", "2018-19-001", "--data", str(store), "--now", DAY, "--json")
    told: list[dict[str, Any]] = json.loads(at_the_desk("revise", *asked, code=code).stdout)
    return told


def standing() -> list[tuple[object, str]]:
    """Every version and every draft that waits."""
    told = json.loads(at_the_desk("wire", "status", "--now", DAY, "--json").stdout)
    return [(each["version"], each["state"]) for each in told[0]["stories"]]


@pytest.mark.usefixtures("desk")
def test_a_false_figure_is_drafted_as_a_correction_and_waits_for_a_person(releases: dict[int, Path]) -> None:
    """Each sentence with the true one, an editor's own too; the note in the trade's form; a file to be approved."""
    (story,) = revise(releases[231])

    sentences = [(each["place"], each["false"], each["true"]) for each in story["sentences"]]
    edited = "Officers there made 232 heroin seizures, up 33 per cent from 175 the year before."
    assert [
        ("paragraph 2", edited, edited.replace("232", "231").replace("33", "32")),
        (
            "paragraph 3",
            "For every million residents that works out at 300; next came Cleveland Police, with 255.",
            "For every million residents that works out at 299; next came Cleveland Police, with 255.",
        ),
    ] == sentences
    note = (
        "CORRECTION: Dorset rate of heroin seizures is highest of 38 forces. In paragraph 2, 232 should read 231; "
        "33 per cent should read 32 per cent. In paragraph 3, 300 should read 299. "
        "The publisher has revised its figures."
    )
    assert ("correction", note, "revised/2018-19/dorset.md") == (story["grade"], story["note"], story["file"])
    assert [(1, "usable"), ("", "draft")] == standing()

    correct = (story["file"], "--by", "Test Chief", "--data", str(releases[231]), "--now", DAY)
    assert "storygen wire correct approves it" in at_the_desk("wire", "approve", *correct, code=1).stderr
    at_the_desk("wire", "correct", *correct)

    told = json.loads(at_the_desk("wire", "status", "--now", DAY, "--json").stdout)[0]["stories"]
    assert [(2, "correction", note)] == [(each["version"], each["change"], each["note"]) for each in told]
    assert ["nothing"] == [each["grade"] for each in revise(releases[231], code=0)]


@pytest.mark.usefixtures("desk")
def test_what_nothing_true_is_known_for_is_marked_and_cannot_be_approved(releases: dict[int, Path]) -> None:
    """A lead that no longer holds is for a person to write anew; drafting it again leaves their work alone."""
    (story,) = revise(releases[150])
    file = Path(story["file"])

    assert "the headline" == story["sentences"][0]["place"]
    assert {""} == {each["true"] for each in story["sentences"]}
    text = file.read_text(encoding="utf-8")
    assert "# {==Dorset rate of heroin seizures is highest of 38 forces==}{>>" in text
    refused = at_the_desk(
        "wire", "correct", str(file), "--by", "Test", "--data", str(releases[150]), "--now", DAY, code=1
    ).stderr
    assert "line 18: the change marked {== is not settled" in refused
    file.write_text(f"{text}\nTest edit.\n", encoding="utf-8")

    (again,) = revise(releases[150])

    assert "revised/2018-19/dorset.new.md" == again["file"]
    assert file.read_text(encoding="utf-8").endswith("Test edit.\n")


@pytest.mark.usefixtures("desk")
def test_a_release_that_is_not_held_is_refused() -> None:
    """In a sentence, with nothing drafted."""
    told = at_the_desk("revise", "--from", "shipped", "--to", "2019-20-001", code=2).stderr

    assert 1 == len(told.splitlines())
    assert not Path("revised").exists()
    assert EVIDENCE not in told
