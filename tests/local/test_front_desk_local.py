"""The front desk with local facts: what it takes, says and refuses, and that a refusal is one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filing import TODAY, a_fact, file_facts, without_figures

from storygen.cli import main

Ask = Callable[..., Result]
REPORT = Path(__file__).parent / "report_002"
GWENT = without_figures(
    force="Gwent", area="Gwent", headline="Gwent officers hand out leaflets", text="Gwent had a sample of leaflets"
)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask the front desk for a draft with the facts in a folder, as on the day of the tests."""

    def run(*arguments: str, on: str | None = str(TODAY)) -> Result:
        day = ("--on", on) if on else ()
        return CliRunner().invoke(main, ["draft", "--output", str(tmp_path / "out"), *day, *arguments])

    return run


def refused(result: Result) -> str:
    """The one sentence of a refusal."""
    assert 2 == result.exit_code, result.output
    assert 1 == len(result.stderr.strip().splitlines()), result.stderr
    assert not result.stdout
    return result.stderr


def test_drafts_from_tables_and_from_facts_come_out_together(ask: Ask, tmp_path: Path) -> None:
    """A fact on Dorset goes into its draft, one on Gwent makes a draft, and both are on the newslist."""
    folder = file_facts(tmp_path / "facts", a_fact(), {**GWENT, "id": "fact-b"})

    result = ask("--local-facts", str(folder), "--area", "dorset", "--area", "Gwent Police")

    assert 0 == result.exit_code, result.output
    assert "2 drafts, 0 question sheets, 0 held" in result.stdout
    dorset, gwent, newslist = (
        (tmp_path / "out" / "2018-19" / name).read_text(encoding="utf-8")
        for name in ("dorset.md", "gwent.md", "newslist.md")
    )
    assert "999 people in Operation Example" in dorset
    assert (
        "**fact-a** in local-facts/facts.yaml (arrests): Note on Operation Example (press_office, 2019-11-01)" in dorset
    )
    assert "DRAFT, NOT FOR PUBLICATION" in gwent
    assert 'source: "Note on Operation Example"' in gwent
    assert "Law: proceedings none; restrictions checked; under 18 not said; previous convictions not said" in gwent
    assert "Approved by a tester" in gwent
    assert "## From local facts alone" in newslist
    assert "[Gwent officers hand out leaflets](gwent.md)" in newslist


def test_a_refused_fact_is_never_passed_over_in_silence(ask: Ask, tmp_path: Path) -> None:
    """The reason is on standard error, --quiet or not, and in the draft's editor's part; the exit code says look."""
    folder = file_facts(tmp_path / "facts", a_fact(approved_by=None), a_fact(id="fact-b", force="Atlantis"))

    result = ask("--local-facts", str(folder), "--area", "dorset", "--quiet")

    assert 1 == result.exit_code
    first, second = result.stderr.splitlines()
    assert "local-facts/facts.yaml, fact-a: not used, because nobody has approved it" == first
    assert second.startswith("local-facts/facts.yaml, fact-b: not used, because no force is called 'Atlantis'")
    draft = (tmp_path / "out" / "2018-19" / "dorset.md").read_text(encoding="utf-8")
    assert f"- {first}." in draft
    assert "Operation Example" not in draft.split("\n---\n")[1]


def test_a_fact_left_out_is_named_but_is_no_finding(ask: Ask, tmp_path: Path) -> None:
    """It may be used, only not here: the sheet and standard error say so, and the exit code is that of a run done."""
    folder = file_facts(tmp_path / "facts", a_fact(force="Lancashire", area="Lancashire"))

    result = ask("--local-facts", str(folder), "--area", "lancashire")

    reason = "local-facts/facts.yaml, fact-a: not used, because a guard forbids an article on its force"
    assert 0 == result.exit_code
    assert [reason] == result.stderr.splitlines()
    sheet = (tmp_path / "out" / "2018-19" / "lancashire.questions.md").read_text(encoding="utf-8")
    assert f"Not in the copy:\n\n- {reason}.\n" in sheet


def test_the_day_decides(ask: Ask, tmp_path: Path) -> None:
    """The same day twice gives the same bytes; on a later day the fact is too old, and the draft from it goes."""
    folder = file_facts(tmp_path / "facts", GWENT)
    arguments = ("--local-facts", str(folder), "--area", "gwent")

    assert 0 == ask(*arguments).exit_code
    first = {path.name: path.read_bytes() for path in (tmp_path / "out" / "2018-19").iterdir()}
    assert 0 == ask(*arguments).exit_code
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "out" / "2018-19").iterdir()}

    late = ask(*arguments, on="2021-01-01")
    assert 1 == late.exit_code
    assert not (tmp_path / "out" / "2018-19" / "gwent.md").exists()
    assert "0 drafts" in late.stdout
    assert "its source is 427 days old, and 180 are allowed" in late.stderr


def test_without_a_day_it_is_judged_by_todays(ask: Ask, tmp_path: Path) -> None:
    """A fact of 2019 is too old on any day this test is run."""
    folder = file_facts(tmp_path / "facts", GWENT)

    assert "days old, and 180 are allowed" in ask("--local-facts", str(folder), "--area", "gwent", on=None).stderr


def test_a_day_without_facts_is_refused(ask: Ask) -> None:
    """Nothing else depends on a day."""
    assert "--on is the day local facts are judged by" in refused(ask("--area", "dorset"))


def test_a_lead_is_for_forces_the_tables_hold(ask: Ask, tmp_path: Path) -> None:
    """An angle cannot be had where there are no figures."""
    folder = file_facts(tmp_path / "facts", GWENT)

    said = refused(ask("--local-facts", str(folder), "--area", "gwent", "--lead", "A10"))

    assert "they do not hold this force" in said


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "a.yaml",
            "local_facts:\n  - id: x\n    fource: Dorset\n",
            "local-facts/a.yaml, line 3, column 5: unknown key",
        ),
        ("a.yaml", "local_facts:\n  - id: x\n    kind: rumour\n", "line 3, column 5: 'kind' is 'rumour'; expected"),
        ("a.yaml", "local_facts:\n  - id: x\n", "line 2, column 5: key 'force' is missing here"),
        ("a.yaml", "local_facts:\n  - id: x\n    expires: soon\n", "line 3, column 5: 'expires'"),
        ("a.yml", "local_facts: []\n", "files of local facts end in .yaml"),
        ("a.txt", "local_facts: []\n", "holds no local facts; put a file in it that ends in .yaml"),
    ],
)
def test_a_file_that_makes_no_sense_stops_the_run(name: str, text: str, words: str, ask: Ask, tmp_path: Path) -> None:
    """One sentence, with file and line where there is one, and nothing is written."""
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")

    assert words in refused(ask("--local-facts", str(folder), "--area", "dorset"))
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_there_is_named(ask: Ask) -> None:
    """As it was typed."""
    assert "There is no folder of local facts 'nowhere'" in refused(ask("--local-facts", "nowhere"))


def test_a_held_story_from_facts_is_not_written(ask: Ask, tmp_path: Path) -> None:
    """The proof desk holds it as it holds any, and the exit code says so."""
    folder = file_facts(tmp_path / "facts", {**GWENT, "text": "Gwent had a sample of 12 leaflets"})

    result = ask("--local-facts", str(folder), "--area", "gwent")

    assert 1 == result.exit_code
    assert "Gwent Police: held by the proof desk" in result.stderr
    assert not (tmp_path / "out" / "2018-19" / "gwent.md").exists()
