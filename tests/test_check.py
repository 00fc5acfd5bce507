"""`storygen check`: what it takes, what it prints, and how it leaves."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storygen.cli import main

ROOT = Path(__file__).resolve().parents[1]
RIGHT = "Dorset Police recorded 232 heroin seizures during 2018-19.\n"
WRONG = "Dorset Police recorded 223 heroin seizures during 2018-19.\n"


def check(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A file with one wrong figure."""
    path = tmp_path / "copy.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_sound_copy_leaves_with_0(tmp_path: Path) -> None:
    """And says how many claims it makes."""
    path = tmp_path / "copy.txt"
    path.write_text(RIGHT, encoding="utf-8")

    result = check(path)

    assert 0 == result.exit_code, result.output
    assert "1 claim: 1 supported, 0 contradicted" in result.stdout


def test_a_wrong_figure_leaves_with_1_and_is_underlined(copy: Path) -> None:
    """With its place, what the figures say, and the line it stands in."""
    result = check(copy)

    assert 1 == result.exit_code
    assert "copy.txt:1:24: contradicted [R02]" in result.stdout
    assert "the figures give 232" in result.stdout
    line, marks = [each for each in result.stdout.splitlines() if each.startswith("    ")][:2]
    assert line.index("223") == marks.index("^")


def test_json_is_an_object_a_file(copy: Path) -> None:
    """With every field of a claim, and the derivation of one that is borne out."""
    copy.write_text(f"{RIGHT}\n{WRONG}", encoding="utf-8")

    (reading,) = json.loads(check(copy, "--json").stdout)
    right, wrong = reading["claims"]

    assert {
        *("text", "line", "column", "kind", "area", "drug", "period", "value", "unit", "verdict", "truth"),
        *("derivation", "rule"),
    } == set(right)
    assert ("supported", "contradicted") == (right["verdict"], wrong["verdict"])
    assert ["seizures/2018-19.csv: Dorset / Heroin"] == right["derivation"]["cells"]
    assert (3, 24, "223") == (wrong["line"], wrong["column"], wrong["text"])


def test_github_reads_annotations(copy: Path) -> None:
    """An error with file, line and column, and nothing a workflow command could trip over."""
    result = check(copy, "--format", "github")

    (line,) = result.stdout.strip().splitlines()
    assert line.startswith("::error file=")
    assert "line=1,col=24,endColumn=27,title=R02::" in line
    assert 1 == result.exit_code


def test_a_remark_says_why_the_manual_asks_for_it(tmp_path: Path) -> None:
    """For people, for programs and beside a pull request: the rule, what to do, and the reason of the manual."""
    path = tmp_path / "copy.txt"
    path.write_text("Dorset Police recorded 232 heroin seizures in 2018-19, an epidemic.\n", encoding="utf-8")
    reason = "seizures show what police do and record"

    (remark,) = json.loads(check(path, "--json").stdout)[0]["remarks"]

    assert ("R04", reason) == (remark["rule"], remark["reason"])
    assert f"    Manual R04: {reason}." in check(path).stdout.splitlines()
    assert f"(R04: {reason}.)" in check(path, "--format", "github").stdout


def test_a_folder_is_its_drafts_edited_or_not(tmp_path: Path) -> None:
    """What an editor broke is found, what is sound stays sound."""
    for name in ("dorset.md", "kent.md", "newslist.md"):
        text = (ROOT / "output" / "2018-19" / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("232", "332") if name == "dorset.md" else text, encoding="utf-8")

    readings = json.loads(check(tmp_path, "--json").stdout)

    assert ["dorset.md", "kent.md"] == [Path(each["file"]).name for each in readings]
    wrong = [[claim["text"] for claim in each["claims"] if claim["verdict"] != "supported"] for each in readings]
    assert {"332"} == set(wrong[0])
    assert [] == wrong[1]


def test_the_committed_edition_is_sound() -> None:
    """Every draft and question sheet of it."""
    result = check(ROOT / "output" / "2018-19", "--format", "github")

    assert (0, "") == (result.exit_code, result.stdout.strip())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe\x00copy", "is not a text in UTF-8"),
        (b"a\x00b", "holds a zero byte"),
        (b"x" * 10_000_000, "an article at most"),
    ],
    ids=["binary", "zero byte", "10 MB"],
)
def test_what_is_no_article_is_refused_in_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    """With exit code 2 and nothing on standard output."""
    path = tmp_path / "copy.txt"
    path.write_bytes(content)

    result = check(path)

    assert 2 == result.exit_code
    assert words in result.stderr
    assert 1 == len(result.stderr.strip().splitlines())
    assert not result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.txt"], "There is no file 'nowhere.txt'"),
        (["COPY", "--area", "dorest"], "did you mean dorset"),
        (["COPY", "--edition", "2018-91"], "did you mean 2018-19"),
        (["COPY", "--topic", "crime"], "There is no topic called 'crime'"),
        (["FOLDER"], "holds no draft"),
    ],
)
def test_what_cannot_be_used_is_refused(copy: Path, tmp_path: Path, arguments: list[str], words: str) -> None:
    """In one sentence, with the nearest name where there is one."""
    (tmp_path / "empty").mkdir()
    named = {"COPY": str(copy), "FOLDER": str(tmp_path / "empty")}

    result = check(*(named.get(each, each) for each in arguments))

    assert 2 == result.exit_code
    assert words in result.stderr
    assert 1 == len(result.stderr.strip().splitlines())


def test_area_and_edition_say_what_the_text_does_not(tmp_path: Path) -> None:
    """A text without a name or a year is read as about the force and the year asked for."""
    path = tmp_path / "copy.txt"
    path.write_text("There were 175 heroin seizures.\n", encoding="utf-8")

    assert 1 == check(path, "--area", "dorset", "--edition", "2018-19").exit_code
    assert 0 == check(path, "--area", "dorset", "--edition", "2017-18").exit_code


def test_a_text_on_something_else_is_said_to_claim_nothing(tmp_path: Path) -> None:
    """It is no error, and there is nothing to mark."""
    path = tmp_path / "copy.txt"
    path.write_text("La récolte a été bonne.\n", encoding="utf-8")

    result = check(path)

    assert 0 == result.exit_code
    assert "No claim about the topic's figures was found" in result.stdout
