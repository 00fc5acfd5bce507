"""The front desk for house styles: list, show, check, and every refusal in one sentence."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storygen.cli import main
from storygen.model.house import Headline, House
from storygen.paths import shipped

ROOT = Path(__file__).resolve().parents[1]

ECHO = "name: echo\ntitle: Echo\ndisclosure: Drafted with automation.\n"


def ask(*arguments: str) -> Result:
    """Ask for something about house styles."""
    return CliRunner().invoke(main, ["house", *arguments])


@pytest.fixture
def echo(tmp_path: Path) -> Path:
    """A house style of a newsroom's own that says no more than it must."""
    path = tmp_path / "houses" / "echo.yaml"
    path.parent.mkdir()
    path.write_text(ECHO, encoding="utf-8")
    return path


def refused(result: Result) -> str:
    """The one sentence of a refusal."""
    assert 2 == result.exit_code, result.output
    assert 1 == len(result.stderr.strip().splitlines()), result.stderr
    return result.stderr


def test_every_house_is_listed_own_ones_too(echo: Path) -> None:
    """A line each, name and title; the same as JSON."""
    lines = ask("list", "--templates", str(echo.parent.parent)).stdout.splitlines()
    listed = json.loads(ask("list", "--templates", str(echo.parent.parent), "--json").stdout)

    assert "echo         Echo" in lines
    assert any(line.startswith("regional ") for line in lines)
    assert [line.split()[0] for line in lines] == [house["name"] for house in listed]
    assert {"agency", "broadcaster", "county", "evening", "morning", "regional", "syndicated", "weekly"} < {
        house["name"] for house in listed
    }


def test_a_house_is_shown_on_a_headline_and_a_paragraph() -> None:
    """From the figures held, as the house sets them."""
    shown = ask("show", "broadcaster", "--area", "dorset")

    headline, empty, paragraph = shown.stdout.splitlines()
    assert 0 == shown.exit_code
    assert headline.startswith("Dorset ")
    assert not empty
    assert "2,097 in full, up 5% from 1,988" in paragraph
    assert "2018/19" in paragraph
    assert "Class A" in paragraph


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "brodcaster"], "did you mean broadcaster"),
        (["show", "regional", "--area", "lancashire"], "No article can be written from the figures of 2018-19"),
        (["show", "regional", "--edition", "2038-39"], "No edition '2038-39' is held"),
        (["list", "--templates", "nowhere"], "There is no folder of templates 'nowhere'"),
        (["check", "nowhere.yaml"], "houses/nowhere.yaml, line 1, column 1: there is no such file"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(arguments: list[str], words: str) -> None:
    """With the nearest name where there is one."""
    assert words in refused(ask(*arguments))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("percent: signs\n", "line 4, column 1: 'percent' is 'signs'; expected 'word' or 'sign'"),
        ("years: 2019-20\n", "line 4, column 1: 'years' is '2019-20'; expected '2018-19', '2018/19'"),
        ("words_up_to: ten\n", "line 4, column 1: 'words_up_to' is 'ten'; expected a whole number"),
        ("words_up_to: 99\n", "line 4, column 1: 'words_up_to' is 99; expected at most 20"),
        ("read_more: -1\n", "line 4, column 1: 'read_more' is -1; expected at least 0"),
        ("dsah: en\n", "line 4, column 1: unknown key 'dsah'; perhaps 'dash' was meant"),
        ("headline:\n  longest: 5\n", "line 5, column 3: 'longest' is 5; expected at least 30"),
        ("headline:\n  caes: upper\n", "line 5, column 3: unknown key 'caes'; perhaps 'case' was meant"),
        ("boosts:\n  - {by: 50, reason: a}\n", "line 5, column 6: 'by' is 50; expected at most 20"),
        ("boosts:\n  - {by: 5, reason: a, drug: heroine}\n", "an unknown drug, 'heroine'; did you mean heroin or"),
        ("boosts:\n  - {by: 5, reason: a, area: dorst}\n", "an unknown area, 'dorst'; did you mean dorset?"),
        ("boosts:\n  - {by: 5, reason: a, angle: risen}\n", "an unknown angle, 'risen'; did you mean rise?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(echo: Path, lines: str, words: str) -> None:
    """The file, the line, what stands there and what was expected."""
    echo.write_text(ECHO + lines, encoding="utf-8")

    said = refused(ask("check", str(echo), "--area", "dorset"))

    assert "houses/echo.yaml" in said
    assert words in said


def test_a_house_goes_by_the_name_of_its_file(echo: Path) -> None:
    """What `--house` takes is what the front matter and the manifest say."""
    said = refused(ask("check", str(echo.rename(echo.with_name("post.yaml")))))

    assert "houses/post.yaml has the name 'echo'; expected 'post', as the file's" in said


def test_a_house_that_can_be_used_is_written_in_and_read_back(echo: Path) -> None:
    """Wherever the file lies."""
    result = ask("check", str(echo), "--area", "dorset", "--area", "sussex")

    assert (0, "echo: 2 drafts and question sheets written, 0 findings\n") == (result.exit_code, result.stdout)


def test_a_house_whose_copy_is_held_is_found_out(echo: Path) -> None:
    """A number in the disclosure is in no note: exit code 1, and what the proof desk says."""
    echo.write_text(ECHO.replace("automation.", "automation since 2019."), encoding="utf-8")

    result = ask("check", str(echo), "--area", "dorset")

    assert 1 == result.exit_code
    assert "echo: 1 drafts and question sheets written, 1 findings" in result.stdout
    assert 'Dorset Police, R01: "2019" is in no note' in result.stdout


def test_headlines_too_long_for_a_house_are_listed(echo: Path) -> None:
    """They are no fault of the house, and hold nothing."""
    echo.write_text(ECHO + "headline:\n  longest: 30\n", encoding="utf-8")

    result = ask("check", str(echo), "--area", "dorset")

    assert 0 == result.exit_code
    assert "no wording is as short as 30 characters: Dorset" in result.stdout


def test_a_page_is_laid_out_with_the_houses_furniture(tmp_path: Path) -> None:
    """Crossheads are headings between paragraphs; places for links stand in brackets like those for quotes."""
    for house, words in (("syndicated", r"\n\n### \w+\n\n"), ("morning", r"\n\n\[READ MORE: [^]]+\]\n\n")):
        asked = ["draft", "--quiet", "--house", house, "--area", "dorset", "--output", str(tmp_path / house)]

        assert 0 == CliRunner().invoke(main, asked).exit_code
        assert re.search(words, (tmp_path / house / "2018-19" / "dorset.md").read_text(encoding="utf-8"))


def test_the_how_to_page_names_every_setting_and_every_house() -> None:
    """And none that is not there."""
    page = (ROOT / "docs" / "how-to" / "add-a-house-style.md").read_text(encoding="utf-8")
    named = set(
        re.findall(r"`([a-z_.]+)`", "\n".join(line.split("|")[1] for line in page.splitlines() if line[:2] == "| "))
    )
    settings = {field.name for field in fields(House)} - {"name", "title", "disclosure", "headline"}
    settings |= {f"headline.{field.name}" for field in fields(Headline)}

    assert settings | {path.stem for path in (shipped("templates") / "houses").glob("*.yaml")} == named
