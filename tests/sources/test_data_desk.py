"""The data desk at the front: what is printed, the exit codes, drafts from what was imported, and what it falsifies."""

import json
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner, Result
from published import Error, Lines, force_table, ods

from storygen.cli import main
from storygen.frontdesk.options import DONE, FINDINGS, UNUSABLE
from storygen.model.dataset import Dataset

YEAR = "2018-19"
COMMITTED = Path(__file__).parents[2] / "output" / YEAR


def storygen(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def workbook(tmp_path: Path, table: Lines, name: str = "release.ods") -> Path:
    """A workbook with one sheet."""
    path = tmp_path / name
    path.write_bytes(ods({"Forces": table}))
    return path


def changed(dataset: Dataset, value: object, column: str = "Heroin") -> Lines:
    """The forces' numbers of 2018-19 with one of Dorset's changed, and the totals above it left out."""
    table = force_table(dataset, YEAR)
    head = next(line for line in table if line[:1] == ["Police force area"])
    row = next(line for line in table if line[:1] == ["Dorset"])
    row[head.index(column)] = value
    return [line for line in table if line[:1] not in (["South West"], ["Total"])]


def imported(tmp_path: Path, table: Lines) -> Path:
    """A store with one release."""
    store = tmp_path / "store"
    storygen("data", "import", workbook(tmp_path, table), "--data", store, "--imported", "2026-01-01")
    return store


def test_an_import_without_a_question_says_so(tmp_path: Path, dataset: Dataset) -> None:
    """And is done."""
    file = workbook(tmp_path, force_table(dataset, YEAR))

    ran = storygen("data", "import", file, "--data", tmp_path / "store")

    assert DONE == ran.exit_code
    assert "Imported as 2018-19-001; 0 things to look at." in ran.output


def test_a_check_reports_like_an_import_and_keeps_nothing(tmp_path: Path, dataset: Dataset) -> None:
    """What would be asked can be settled before."""
    ran = storygen("data", "check", workbook(tmp_path, changed(dataset, 240)), "--data", tmp_path / "store")

    assert FINDINGS == ran.exit_code
    assert "Could be imported as a release of 2018-19; 1 thing to look at." in ran.output
    assert [] == [path for path in (tmp_path / "store").rglob("*") if path.is_file()]


def test_an_import_with_questions_ends_in_findings(tmp_path: Path, dataset: Dataset) -> None:
    """A revised figure is one."""
    ran = storygen("data", "import", workbook(tmp_path, changed(dataset, 240)), "--data", tmp_path / "store")

    assert FINDINGS == ran.exit_code
    assert "found 1 figures other than those held" in ran.output.replace("\n", " ")


def test_an_import_that_is_stopped_keeps_nothing(tmp_path: Path, dataset: Dataset) -> None:
    """The sentence names file, sheet, row and column."""
    file = workbook(tmp_path, changed(dataset, Error("#REF!")))

    ran = storygen("data", "import", file, "--data", tmp_path / "store", "--json")
    (report,) = json.loads(ran.stdout)
    (query,) = [each for each in report["queries"] if each["weight"] == "stops"]

    assert UNUSABLE == ran.exit_code
    assert ("release.ods", "Forces", "F") == (query["file"], query["sheet"], query["column"])
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    "wrong", [("--imported", "yesterday"), ("--edition", "2018"), ("--alias", "Dorset"), ("--topic", "no_such")]
)
def test_what_is_asked_wrongly_is_refused_in_a_sentence(tmp_path: Path, wrong: tuple[str, str]) -> None:
    """Before any file is read."""
    ran = storygen("data", "import", tmp_path / "none.ods", "--data", tmp_path, *wrong)

    assert UNUSABLE == ran.exit_code
    assert ran.stderr.startswith("storygen: ")
    assert 1 == len(ran.stderr.splitlines())


def test_drafts_are_made_from_what_was_imported(tmp_path: Path, dataset: Dataset) -> None:
    """And name the release their figures came with."""
    store = imported(tmp_path, changed(dataset, 240))

    storygen("draft", "--area", "dorset", "--data", store, "--output", tmp_path / "out", "--quiet")
    draft = (tmp_path / "out" / YEAR / "dorset.md").read_text(encoding="utf-8")

    assert "There were 240 heroin seizures" in draft
    assert "2018-19-001/seizures/2018-19.csv: Dorset / Heroin" in draft


def test_the_same_figures_imported_give_the_same_stories(tmp_path: Path, dataset: Dataset) -> None:
    """Only the addresses of the cells differ, under the rule of the page."""
    store = imported(tmp_path, force_table(dataset, YEAR))

    storygen("draft", "--data", store, "--output", tmp_path / "out", "--quiet")
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out" / YEAR).glob("*.md")}
    committed = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.md")}

    assert {name: text.split("\n---\n")[1] for name, text in committed.items() if name != "newslist.md"} == {
        name: text.split("\n---\n")[1] for name, text in made.items() if name != "newslist.md"
    }


def test_a_store_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A mistyped folder must not quietly give last year's drafts."""
    ran = storygen("newslist", "--data", tmp_path / "none")

    assert UNUSABLE == ran.exit_code
    assert "There is no folder of releases" in ran.stderr


def test_what_is_held_can_be_read_by_a_program(tmp_path: Path, dataset: Dataset) -> None:
    """Years, areas, categories, gaps, breaks and releases."""
    (held,) = json.loads(
        storygen("data", "show", "--data", imported(tmp_path, force_table(dataset, YEAR)), "--json").stdout
    )
    newest = next(each for each in held["holdings"] if (each["measure"], each["year"]) == ("seizures", YEAR))

    assert ["shipped", "2018-19-001"] == [each["name"] for each in held["stocks"]]
    assert ["2018-19-001"] == newest["releases"]
    assert (41, 24) == (len(newest["areas"]), len(newest["categories"]))
    assert {"break", "missing", "suspect", "partial"} == {each["effect"] for each in held["issues"]}


def test_what_is_held_is_shown(tmp_path: Path) -> None:
    """For a person."""
    ran = storygen("data", "show", "--data", tmp_path)

    assert DONE == ran.exit_code
    assert "Gaps and breaks" in ran.output


def test_revisions_are_listed_and_those_that_matter_told_apart(tmp_path: Path, dataset: Dataset) -> None:
    """By 1 per cent or 10 seizures (manual A92)."""
    table = changed(dataset, 240)
    next(line for line in table if line[:1] == ["Kent"])[1] += 1
    store = imported(tmp_path, table)

    (found,) = json.loads(storygen("data", "compare", "shipped", "2018-19-001", "--data", store, "--json").stdout)

    assert [("dorset", "heroin", "232", "240", True), ("kent", "all", False)] == [
        tuple(each[name] for name in ("area", "category", "old", "new", "matters"))
        if each["area"] == "dorset"
        else (each["area"], each["category"], each["matters"])
        for each in sorted(found["revisions"], key=lambda each: str(each["area"]))
    ]


def falsified(tmp_path: Path, table: Lines) -> list[tuple[str, str]]:
    """The areas and sentences of the drafts that ship that a table falsifies."""
    drafts = COMMITTED
    wanted = ("shipped", "2018-19-001", "--data", imported(tmp_path, table), "--drafts", drafts, "--json")
    ran = storygen("data", "compare", *wanted)
    (found,) = json.loads(ran.stdout)
    assert FINDINGS == ran.exit_code
    assert all(each["stands"] for each in found["falsified"])
    return [(each["area"], each["sentence"]) for each in found["falsified"]]


def test_the_sentences_a_revision_falsifies_are_named(tmp_path: Path, dataset: Dataset) -> None:
    """The figure itself, and the claim of a first place that is lost with it."""
    found = falsified(tmp_path, changed(dataset, 150))

    assert {"dorset"} == {area for area, _ in found}
    assert any("There were 232 heroin seizures" in sentence for _, sentence in found)
    assert any("was the highest of the 38 forces" in sentence for _, sentence in found)
    assert not any("Cannabis was found most often" in sentence and "heroin" not in sentence for _, sentence in found)


def test_a_revision_of_one_force_may_falsify_every_draft(tmp_path: Path, dataset: Dataset) -> None:
    """Each says how many forces made more seizures than the year before."""
    found = falsified(tmp_path, changed(dataset, 1900, "All drugs"))
    written = [path.stem for path in COMMITTED.glob("*.md") if "33 made more" in path.read_text(encoding="utf-8")]

    assert sorted(written) == sorted({area for area, sentence in found if "33 made more" in sentence})


def test_a_sentence_changed_by_hand_is_said_to_be(tmp_path: Path, dataset: Dataset) -> None:
    """It may be right by now."""
    store = imported(tmp_path, changed(dataset, 240))
    draft = tmp_path / "out" / "dorset.md"
    draft.parent.mkdir()
    copy(COMMITTED / "manifest.json", draft.parent)
    text = (COMMITTED / "dorset.md").read_text(encoding="utf-8")
    draft.write_text(text.replace("There were 232", "There were 240"), encoding="utf-8")

    ran = storygen("data", "compare", "shipped", "2018-19-001", "--data", store, "--drafts", draft.parent, "--json")
    (found,) = json.loads(ran.stdout)

    assert [False] == [each["stands"] for each in found["falsified"] if each["sentence"].startswith("There were 232")]


def test_a_comparison_is_shown_with_how_many_figures_differ(tmp_path: Path, dataset: Dataset) -> None:
    """Those that matter in full, the others counted."""
    ran = storygen("data", "compare", "shipped", "2018-19-001", "--data", imported(tmp_path, changed(dataset, 240)))

    assert DONE == ran.exit_code
    assert "Figures: 1 revised, 0 added, 0 withdrawn; 1 withdrawn, or revised by" in ran.output.replace("\n", " ")


@pytest.mark.parametrize("arguments", [("shipped", "2019-20-001"), ("shipped", "shipped", "--drafts", "nowhere")])
def test_a_comparison_with_what_is_not_there_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """In a sentence."""
    ran = storygen("data", "compare", *arguments, "--data", tmp_path)

    assert UNUSABLE == ran.exit_code
    assert 1 == len(ran.stderr.splitlines())
