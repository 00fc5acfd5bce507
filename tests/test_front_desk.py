"""The front desk: what it takes, what it refuses, and that a refusal is one sentence and leaves nothing behind."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storygen.cli import main
from storygen.errors import OutputError
from storygen.newsroom import fill
from storygen.office import Order
from storygen.paths import shipped
from storygen.whole import write_whole

Ask = Callable[..., Result]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask the front desk for a draft, into an empty folder."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["draft", "--output", str(tmp_path / "out"), *arguments])

    return run


def refused(result: Result) -> str:
    """The one sentence of a refusal."""
    assert 2 == result.exit_code, result.output
    assert 1 == len(result.stderr.strip().splitlines()), result.stderr
    assert "Traceback" not in result.output
    assert not result.stdout
    return result.stderr


def test_one_area_gives_one_draft(ask: Ask, tmp_path: Path) -> None:
    """Only what was asked for is written, with its newslist and manifest."""
    result = ask("--area", "Dorset Police", "--area", "E23000033")

    assert 0 == result.exit_code, result.output
    assert {"dorset.md", "sussex.md", "newslist.md", "manifest.json"} == {
        path.name for path in (tmp_path / "out" / "2018-19").iterdir()
    }
    assert "2 drafts, 0 question sheets, 0 held" in result.stdout


@pytest.mark.parametrize("name", ["dorset", "DORSET", "Dorset Police", "E23000039"])
def test_names_are_forgiving(ask: Ask, tmp_path: Path, name: str) -> None:
    """Slug, place, force and code all mean the same area."""
    ask("--area", name)

    assert (tmp_path / "out" / "2018-19" / "dorset.md").is_file()


def test_another_edition_goes_to_a_folder_of_its_own(ask: Ask, tmp_path: Path) -> None:
    """Any year held can be written up."""
    assert 0 == ask("--edition", "2013-14", "--area", "dorset").exit_code
    assert (tmp_path / "out" / "2013-14" / "dorset.md").is_file()


def test_an_area_asked_for_later_joins_the_newslist(ask: Ask, tmp_path: Path) -> None:
    """A second run for another area keeps the first one's place."""
    ask("--area", "dorset")
    ask("--area", "sussex")

    newslist = (tmp_path / "out" / "2018-19" / "newslist.md").read_text(encoding="utf-8")
    assert "dorset.md" in newslist
    assert "sussex.md" in newslist


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--area", "dorest"], "did you mean dorset"),
        (["--area", "Atlantis"], "No area is called 'Atlantis'"),
        (["--edition", "2018-91"], "did you mean 2018-19"),
        (["--edition", "last year"], "held are 2009-10"),
        (["--topic", "drug_seizure"], "did you mean drug_seizures"),
        (["--house", "regionl"], "did you mean regional"),
        (["--templates", "nowhere"], "There is no folder of templates 'nowhere'"),
    ],
)
def test_a_wrong_name_is_met_with_the_nearest(ask: Ask, tmp_path: Path, arguments: list[str], words: str) -> None:
    """An unknown name ends in a sentence that helps, and nothing is written."""
    assert words in refused(ask(*arguments))
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file where the folder should be: one sentence, and the file is untouched."""
    (tmp_path / "out").write_text("mine")

    result = CliRunner().invoke(main, ["draft", "--output", str(tmp_path / "out"), "--area", "dorset"])

    assert "could not be written" in refused(result)
    assert "mine" == (tmp_path / "out").read_text()


@pytest.fixture
def wording(tmp_path: Path) -> Path:
    """A newsroom's own copy of the templates, to spoil."""
    own = tmp_path / "own"
    shutil.copytree(shipped("templates"), own)
    return own


def test_a_template_with_an_unknown_name_is_named_with_its_line(ask: Ask, tmp_path: Path, wording: Path) -> None:
    """The file, the line, the story and the name that is not there."""
    path = wording / "drug_seizures" / "story" / "source.md"
    path.write_text("{# a comment #}\n## source\n\nAll {{ fact.cuont | figure }} of them.\n", encoding="utf-8")

    said = refused(ask("--templates", str(wording)))

    assert "template story/source.md, line 4, while writing Cleveland Police" in said
    assert "cuont" in said
    assert not (tmp_path / "out").exists()


def test_a_figure_that_is_not_there_is_a_sentence(ask: Ask, wording: Path) -> None:
    """A wording that shows what a story has not got names its line."""
    path = wording / "drug_seizures" / "story" / "source.md"
    path.write_text("## source\nRun: {{ fact.first_in | figure }}.\n", encoding="utf-8")

    assert "template story/source.md, line 2" in refused(ask("--templates", str(wording)))


def test_an_unknown_filter_is_named_with_its_line(ask: Ask, wording: Path) -> None:
    """A filter nobody has is found when the template is first used."""
    path = wording / "drug_seizures" / "story" / "source.md"
    path.write_text("## source\nAll {{ fact.count | figgure }} of them.\n", encoding="utf-8")

    assert "template story/source.md, line 2" in refused(ask("--templates", str(wording)))


def test_a_fault_in_a_shared_phrase_is_placed_there(ask: Ask, wording: Path) -> None:
    """The line is that of the phrase, not of the wording that used it."""
    path = wording / "counts" / "phrases.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, start=1) if "barely changed" in line)
    lines[place - 1] = "{{ fact.nothing_of_the_kind.at_all }}"
    path.write_text("\n".join(lines).replace("fact.is_flat", "fact.count"), encoding="utf-8")

    assert f"template phrases.md, line {place}" in refused(ask("--templates", str(wording)))


def test_a_section_left_out_is_the_one_that_ships(ask: Ask, wording: Path, tmp_path: Path) -> None:
    """A newsroom's file need not hold more than what it says otherwise."""
    (wording / "drug_seizures" / "story" / "source.md").write_text("## other\nWords.\n", encoding="utf-8")

    assert 0 == ask("--templates", str(wording), "--area", "dorset").exit_code
    assert "Source: Home Office" in (tmp_path / "out" / "2018-19" / "dorset.md").read_text(encoding="utf-8")


def test_a_house_style_with_a_wrong_key_is_named_with_its_line(ask: Ask, wording: Path) -> None:
    """The file, the line, the key, and what it might have been."""
    path = wording / "houses" / "regional.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if line.startswith("percent: word"))
    lines[number - 1] = "percnet: word"
    path.write_text("\n".join(lines), encoding="utf-8")

    said = refused(ask("--templates", str(wording)))

    assert f"houses/regional.yaml, line {number}" in said
    assert "percnet" in said


def test_own_wording_comes_first(ask: Ask, tmp_path: Path) -> None:
    """A newsroom's folder need hold only the files it changes."""
    path = tmp_path / "own" / "drug_seizures" / "story" / "source.md"
    path.parent.mkdir(parents=True)
    path.write_text("## source\nSeizures are a count of police work.\n", encoding="utf-8")

    ask("--templates", str(tmp_path / "own"), "--area", "dorset")

    assert "count of police work" in (tmp_path / "out" / "2018-19" / "dorset.md").read_text(encoding="utf-8")


def test_a_figure_typed_into_a_template_holds_the_story(ask: Ask, tmp_path: Path) -> None:
    """A number that is in no note is caught by the proof desk: exit code 1, the reason in the manifest, no draft."""
    path = tmp_path / "own" / "drug_seizures" / "story" / "source.md"
    path.parent.mkdir(parents=True)
    path.write_text("## source\nThat is 12 a week.\n", encoding="utf-8")

    result = ask("--templates", str(tmp_path / "own"), "--area", "dorset")

    assert 1 == result.exit_code
    assert not (tmp_path / "out" / "2018-19" / "dorset.md").exists()
    assert '"12" is in no note' in (tmp_path / "out" / "2018-19" / "manifest.json").read_text().replace('\\"', '"')


def test_a_damaged_table_is_refused_with_its_cell(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that is no number: the file, the row, the column, what was found and what was expected."""
    topics = tmp_path / "topics"
    shutil.copytree(shipped("templates").parent / "storygen" / "topics", topics)
    table = topics / "drug_seizures" / "figures" / "seizures" / "2018-19.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("Dorset,2097", "Dorset,2O97"), encoding="utf-8")
    monkeypatch.setattr("storygen.paths.PACKAGE", tmp_path)

    said = refused(ask("--templates", str(Path(__file__).resolve().parents[1] / "templates")))

    assert "seizures/2018-19.csv" in said
    assert "Dorset" in said
    assert "All drugs" in said
    assert "2O97" in said


def test_an_editors_words_are_never_overwritten(ask: Ask, tmp_path: Path) -> None:
    """A draft changed by hand stays; the new one goes beside it and says so, however often that happens."""
    ask("--area", "dorset")
    draft = tmp_path / "out" / "2018-19" / "dorset.md"
    draft.write_text("An editor's own words.\n", encoding="utf-8")

    result = ask("--area", "dorset")
    beside = draft.with_name("dorset.new.md")
    beside.write_text("More of them.\n", encoding="utf-8")
    ask("--area", "dorset")

    assert "dorset.md has been changed by hand and was left; the new draft is dorset.new.md" in result.stderr
    assert "An editor's own words.\n" == draft.read_text(encoding="utf-8")
    assert "More of them.\n" == beside.read_text(encoding="utf-8")
    assert "dorset.md has been changed by hand" in draft.with_name("dorset.new-2.md").read_text(encoding="utf-8")


def test_a_draft_of_another_form_does_not_linger(tmp_path: Path) -> None:
    """A draft left by an earlier run goes when the force gets a question sheet, unless a person has changed it."""
    folder = tmp_path / "2018-19"
    fill(Order(output=tmp_path, areas=("lancashire",)))
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    sheet = (folder / "lancashire.questions.md").read_bytes()
    (folder / "lancashire.md").write_bytes(sheet)
    known = manifest.replace('"lancashire.questions.md": [', '"lancashire.md": [', 1)
    (folder / "manifest.json").write_text(known, encoding="utf-8")
    (folder / "lancashire.questions.md").unlink()

    fill(Order(output=tmp_path, areas=("lancashire",)))

    assert not (folder / "lancashire.md").exists()
    assert (folder / "lancashire.questions.md").is_file()


def test_a_broken_manifest_costs_no_edit(ask: Ask, tmp_path: Path) -> None:
    """With no record of what was written, whatever is there is taken for a person's."""
    ask("--area", "dorset")
    folder = tmp_path / "out" / "2018-19"
    (folder / "dorset.md").write_text("Edited.\n", encoding="utf-8")
    (folder / "manifest.json").write_text("{", encoding="utf-8")

    assert 0 == ask("--area", "dorset").exit_code
    assert "Edited.\n" == (folder / "dorset.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["[]", '{"files": null}', '{"run": {}, "stories": {"a": {}}, "files": {}}', "[" * 9999]
)
def test_a_manifest_that_makes_no_sense_is_made_anew(ask: Ask, tmp_path: Path, text: str) -> None:
    """Whatever stands in the manifest, the run ends as it should."""
    ask("--area", "dorset")
    manifest = tmp_path / "out" / "2018-19" / "manifest.json"
    manifest.write_text(text, encoding="utf-8")

    assert 0 == ask("--area", "dorset").exit_code
    assert '"dorset.md": [' in manifest.read_text(encoding="utf-8")


def test_a_run_cut_short_leaves_files_the_next_one_knows(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wording: Path
) -> None:
    """Killed after any number of files, a run is repaired by the next, and nothing is taken for an editor's."""
    ask("--area", "dorset", "--area", "sussex")
    page = wording / "drug_seizures" / "story" / "source.md"
    page.write_text("## source\nSource: the same, in other words.\n", encoding="utf-8")
    left = [2]

    def failing(path: Path, text: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OutputError(f"{path} could not be written: the power is gone")
        write_whole(path, text)

    monkeypatch.setattr("storygen.publishing.press.write_whole", failing)
    ask("--area", "dorset", "--area", "sussex", "--templates", str(wording))
    monkeypatch.setattr("storygen.publishing.press.write_whole", write_whole)
    result = ask("--area", "dorset", "--area", "sussex")

    assert "changed by hand" not in result.stderr
    assert not list((tmp_path / "out" / "2018-19").glob("*.new*"))


def test_a_template_that_is_not_text_is_a_sentence(ask: Ask, wording: Path) -> None:
    """A file in another encoding, or one that never ends."""
    page = wording / "drug_seizures" / "story" / "source.md"
    page.write_bytes("## source\ncaf\xe9\n".encode("latin-1"))
    assert "could not be read as UTF-8" in refused(ask("--templates", str(wording)))

    page.write_text("## source\n{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}\n", encoding="utf-8")
    assert "template story/source.md" in refused(ask("--templates", str(wording)))


def test_an_empty_paragraph_holds_the_story(ask: Ask, tmp_path: Path) -> None:
    """A wording that gives no words is caught by the proof desk."""
    path = tmp_path / "own" / "drug_seizures" / "story" / "source.md"
    path.parent.mkdir(parents=True)
    path.write_text("## source\n{{ '' }}\n", encoding="utf-8")

    assert 1 == ask("--templates", str(tmp_path / "own"), "--area", "dorset").exit_code


def test_quiet_says_nothing(ask: Ask) -> None:
    """No progress and no summary."""
    assert "" == ask("--quiet", "--area", "dorset").output


def test_the_candidates_of_an_area_can_be_read_by_a_program() -> None:
    """Every candidate with its value and reasons, strongest first; with --all those too that were dropped."""
    kept, every = (
        json.loads(CliRunner().invoke(main, ["angles", "Dorset Police", "--json", *more]).stdout)
        for more in ([], ["--all"])
    )

    assert ("highest-rate", "heroin") == (kept[0]["angle"], kept[0]["category"])
    assert kept == [each for each in every if each["is_kept"]]
    assert [each["score"] for each in every] == sorted((each["score"] for each in every), reverse=True)


def test_the_newslist_can_be_read_by_a_program_and_by_a_person() -> None:
    """All 39 forces, the question sheets among them, and nothing is written."""
    listed = json.loads(CliRunner().invoke(main, ["newslist", "--json"]).stdout)
    shown = CliRunner().invoke(main, ["newslist", "--edition", "2013-14"])

    assert 39 == len(listed)
    assert "sussex" == listed[0]["area"]
    assert 4 == sum(each["form"] == "questions" for each in listed)
    assert 0 == shown.exit_code
    assert "question sheet" in shown.stdout


@pytest.mark.parametrize("command", [["angles", "dorest"], ["newslist", "--edition", "1066-67"]])
def test_every_command_refuses_in_a_sentence(command: list[str]) -> None:
    """An unknown name is met the same way whatever was asked."""
    refused(CliRunner().invoke(main, command))


def test_a_store_of_the_users_that_cannot_be_looked_into_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving it out in silence would give older figures than the user has imported."""
    monkeypatch.delenv("STORYGEN_DATA")
    monkeypatch.setattr("storygen.paths.user_store", lambda: tmp_path / ("n" * 300))

    result = CliRunner().invoke(main, ["newslist"])

    assert 2 == result.exit_code
    assert "your folder of releases, cannot be read: File name too long; name another with --data" in result.stderr


def test_a_user_without_a_store_has_the_figures_that_ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was ever imported, or something else has the name."""
    monkeypatch.delenv("STORYGEN_DATA")
    (tmp_path / "file").touch()
    for name in ("missing", "file"):
        monkeypatch.setattr("storygen.paths.user_store", lambda name=name: tmp_path / name)

        assert 0 == CliRunner().invoke(main, ["angles", "dorset"]).exit_code
