"""A settings file says what is wrong with it, and where."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storygen.errors import SettingsError
from storygen.model.strict import STRICT
from storygen.settings import load


class Size(StrEnum):
    """How large a title is."""

    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk of a title."""

    __pydantic_config__: ClassVar = STRICT

    name: str
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title with its desks."""

    __pydantic_config__: ClassVar = STRICT

    name: str
    size: Size = Size.SMALL
    pages: int = 1
    share: Decimal = Decimal(0)
    is_daily: bool = False
    slogan: str | None = None
    desks: tuple[Desk, ...] = ()
    editors: dict[str, int] = field(default_factory=dict)


def refusal(folder: Path, text: str | bytes) -> SettingsError:
    """The error that a file of this text meets."""
    path = folder / "title.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(SettingsError) as refused:
        load(path, Title, shown_as="title.yaml")
    return refused.value


def loaded(folder: Path, text: str) -> Title:
    """The title that a file of this text holds."""
    path = folder / "title.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, Title)


def test_a_whole_file_becomes_a_paper(tmp_path: Path) -> None:
    """Lists become tuples, words become choices, and what is left out keeps its default."""
    text = "name: Echo\nsize: large\ndesks:\n  - {name: news, weight: 0.5}\n  - {name: sport}\n"

    title = loaded(tmp_path, text)

    desks = (Desk(name="news", weight=Decimal("0.5")), Desk(name="sport"))
    assert Title(name="Echo", size=Size.LARGE, desks=desks) == title


@pytest.mark.parametrize("word", ["NO", "yes", "on", "0123", "12:30", "2018-19", "2018-04-01", "1_000", "=", "<<"])
def test_a_word_that_only_looks_like_something_else_is_text(tmp_path: Path, word: str) -> None:
    """Norway stays Norway, a code keeps its zero, and a financial year is not a subtraction."""
    assert word == loaded(tmp_path, f"name: {word}\n").name


@pytest.mark.parametrize("word", ["true", "~", "83", "1.10", "'83"])
def test_a_number_is_not_text_until_it_is_quoted(tmp_path: Path, word: str) -> None:
    """A name that reads as a number or a truth is refused bare and taken in quotes."""
    if not word.startswith("'"):
        assert "needs quotes" in refusal(tmp_path, f"name: {word}\n").message

    assert word == loaded(tmp_path, f'name: "{word}"\n').name


@given(digits=st.integers(1, 10**15 - 1), places=st.integers(0, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_decimal_arrives_as_it_was_typed(tmp_path: Path, digits: int, places: int) -> None:
    """No number of up to fifteen digits loses or gains anything on its way into a Decimal."""
    typed = f"{Decimal(digits).scaleb(-places):f}"

    assert Decimal(typed) == loaded(tmp_path, f"name: Echo\nshare: {typed}\n").share


def test_a_number_too_long_to_be_exact_is_refused(tmp_path: Path) -> None:
    """Rather than round in silence, the reader asks for quotes, which keep every digit."""
    long = "0.12345678901234567890"

    assert "more digits than can be kept" in refusal(tmp_path, f"name: Echo\nshare: {long}\n").message
    assert Decimal(long) == loaded(tmp_path, f"name: Echo\nshare: '{long}'\n").share


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("name: Echo\npagse: 3\n", 2, 1, "unknown key 'pagse'; perhaps 'pages' was meant"),
        ("name: Echo\nzzz: 3\n", 2, 1, "unknown key 'zzz'; known here are name, size, pages"),
        ("name: Echo\ndesks:\n  - nam: news\n", 3, 5, "unknown key 'nam'; perhaps 'name' was meant"),
        ("size: small\nnaem: Echo\n", 2, 1, "unknown key 'naem'; perhaps 'name' was meant"),
        ("size: small\n", 1, 1, "key 'name' is missing here"),
        ("name: Echo\ndesks:\n  - weight: 1\n", 3, 5, "key 'name' is missing here"),
        ("name: Echo\npages: many\n", 2, 1, "'pages' is 'many'; expected a whole number"),
        ("name: Echo\npages: 1.5\n", 2, 1, "'pages' is 1.5; expected a whole number"),
        ("name: Echo\nis_daily: NO\n", 2, 1, "'is_daily' is 'NO'; expected true or false"),
        ("name: Echo\nshare: lots\n", 2, 1, "'share' is 'lots'; expected a number"),
        ("name: Echo\nsize: huge\n", 2, 1, "'size' is 'huge'; expected 'small' or 'large'"),
        ("name: Echo\ndesks: news\n", 2, 1, "'desks' is 'news'; expected a list"),
        ("name: Echo\ndesks: [news]\n", 2, 9, "'desks' is 'news'; expected keys with values"),
        ("name: Echo\neditors: {ann: one}\n", 2, 11, "'ann' is 'one'; expected a whole number"),
        ("- Echo\n", 1, 1, "the file is a list; expected keys with values"),
        ("name: Echo\nname: Post\n", 2, 1, "key 'name' is given twice, first on line 1"),
        ("name: &a Echo\nslogan: *a\n", 1, 7, "used again by an alias"),
        ("name: !!str Echo\npages: !!int 1\n", 2, 8, "the tag !!int is not used here"),
        ("name: !thing Echo\n", 1, 7, "the tag !thing is not used here"),
        ("[1, 2]: Echo\n", 1, 1, "a key must be a word"),
        ("name: [Echo\n", 2, 1, "this is not YAML"),
        ("name: Echo\n---\nname: Post\n", 2, 1, "this is not YAML"),
        ("name: Echo\x07\n", 1, 1, "this is not YAML"),
        ("", 1, 1, "the file is empty"),
        ("# nothing but a remark\n", 1, 1, "the file is empty"),
        (b"name: Echo\nslogan: caf\xe9\n", 2, 12, "not UTF-8"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str | bytes, line: int, column: int, words: str) -> None:
    """Every fault is one sentence that gives the line, the column and what was wrong there."""
    refused = refusal(tmp_path, text)

    assert (line, column) == (refused.line, refused.column)
    assert words in refused.message
    assert f"title.yaml, line {line}, column {column}: {refused.message}." == str(refused)


def test_of_several_faults_the_first_is_named(tmp_path: Path) -> None:
    """An editor mends a file from the top."""
    refused = refusal(tmp_path, "pages: many\nzzz: 1\nname: Echo\n")

    assert 1 == refused.line


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    """No such file is a fault like any other."""
    with pytest.raises(SettingsError, match="there is no such file"):
        load(tmp_path / "none.yaml", Title)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    """What cannot be opened is refused in a sentence, by the name it was asked for."""
    with pytest.raises(SettingsError, match=r"^titles, line 1, column 1: the file cannot be read"):
        load(tmp_path, Title, shown_as="titles")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 100_000, "nested more than 50 deep"),
        ("name: " + "[" * 500 + "]" * 500, "nested more than 50 deep"),
        ("- " * 51 + "Echo", "nested more than 50 deep"),
        ("name: Echo\npages: 1" + "0" * 5_000, "more than 4,000 digits"),
        ("name: Echo\nshare: 0." + "0" * 5_000 + "1", "more than 4,000 digits"),
        ("name: Echo\nshare: 1" + "0" * 400 + ".0", "more zeros than can be kept"),
        ("name: Echo\nshare: 0." + "0" * 400 + "1", "more zeros than can be kept"),
        ("a: " + "x" * 1_000_001, "more than 1,000,000 bytes"),
    ],
    ids=["open", "closed", "dashes", "whole", "decimal", "vast", "tiny", "long"],
)
def test_a_file_made_to_choke_a_reader_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """Depth and length have an end."""
    assert words in refusal(tmp_path, text).message


def test_as_deep_as_allowed_is_read(tmp_path: Path) -> None:
    """Fifty lists inside each other are no title, but they are read before that is said."""
    assert "the file is a list" in refusal(tmp_path, "[" * 50 + "]" * 50).message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Windows puts one first: the file is read without it, and a fault keeps its place."""
    assert "Echo" == loaded(tmp_path, "\ufeffname: Echo\n").name

    refused = refusal(tmp_path, b"\xef\xbb\xbfname: \xc3\xa9\xc3\xa9\xe9\n")

    assert (1, 9) == (refused.line, refused.column)
    assert "not UTF-8" in refused.message


@given(text=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_no_text_whatever_ends_in_anything_but_a_sentence(tmp_path: Path, text: str) -> None:
    """Whatever is typed, it loads or is refused: nothing else is ever raised."""
    path = tmp_path / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))

    try:
        load(path, Title)
    except SettingsError as refused:
        assert refused.message  # noqa: PT017 - both endings are allowed
