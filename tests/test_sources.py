"""What cannot be trusted is refused before anyone computes with it."""

import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storygen.errors import SourceError, UsageError, nearest
from storygen.paths import topic_folder
from storygen.sources import read

TOPIC = "drug_seizures"
COUNTS = "seizures/2018-19.csv"
AMOUNTS = "quantities/2018-19.csv"
NATION = "national/seizures.csv"
PEOPLE = "population/mid-2005-to-2020.csv"


@pytest.fixture(name="figures")
def a_copy_of_the_figures(tmp_path: Path) -> Path:
    """The embedded figures, to be damaged."""
    return shutil.copytree(topic_folder(TOPIC) / "figures", tmp_path / "figures")


def change(folder: Path, file: str, changed: Callable[[str], str]) -> None:
    """Change the text of a file."""
    path = folder / file
    path.write_text(changed(path.read_text(encoding="utf-8")), encoding="utf-8")


def with_cell(row: str, place: int, typed: str) -> Callable[[str], str]:
    """Type something in the cell of a row, counting the label as 0."""

    def changed(text: str) -> str:
        lines = text.splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{row},"))
        cells = lines[at].split(",")
        cells[place] = typed
        lines[at] = ",".join(cells)
        return "\n".join(lines) + "\n"

    return changed


def recatalogue(folder: Path, file: str) -> None:
    """Put the checksum of a changed file in the catalogue."""
    found = sha256((folder / file).read_bytes()).hexdigest()
    entry = re.compile(rf'(- file: "{re.escape(file)}"\n(?:  .*\n)*?  sha256: )"\w+"')
    change(folder, "tables.yaml", lambda text: entry.sub(rf'\1"{found}"', text))


def refusal(folder: Path) -> SourceError:
    """The error the figures of a folder meet."""
    with pytest.raises(SourceError) as refused:
        read(TOPIC, folder=folder)
    return refused.value


@pytest.mark.parametrize(
    ("file", "row", "typed", "expected"),
    [
        (COUNTS, "Dorset", "n/a", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "-3", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "12.5", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "1e3", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "٣", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "nan", "a whole number of 0 or more, or nothing"),
        (COUNTS, "Dorset", "9" * 16, "a whole number of 0 or more, or nothing"),
        (AMOUNTS, "Dorset", "-0.5", "a quantity, in digits with at most one point, of 0 or more, or nothing"),
        (
            AMOUNTS,
            "Dorset",
            "1.2.3",
            "a quantity, in digits with at most one point, of 0 or more, or nothing",
        ),
        (NATION, "Heroin", "many", "a whole number of 0 or more"),
        (NATION, "Heroin", "", "a whole number of 0 or more"),
        (PEOPLE, "Dorset", "", "a whole number of 0 or more"),
    ],
)
def test_a_broken_cell_is_named(figures: Path, file: str, row: str, typed: str, expected: str) -> None:
    """Text, a minus, a fraction in a count or a hole in the population: file, row and column are given."""
    change(figures, file, with_cell(row, 2, typed))
    column = (figures / file).read_text(encoding="utf-8").splitlines()[0].split(",")[2]

    refused = refusal(figures)

    assert (file, row, column) == (refused.dataset, refused.row, refused.column)
    assert f"'{typed}'" if typed else refused.found == "an empty cell"
    assert expected == refused.expected
    assert str(refused).count(". ") == 0


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ("Dorset,", "Dorest,", ("Dorest", None), "an unknown row"),
        ("Dorset,", "Devon and Cornwall,", ("Devon and Cornwall", None), "the row twice"),
        ("Dorset,", ",", (38, None), "no label"),
        ("Dorset,", "Dorset,1,", ("Dorset", None), "26 cells"),
        ("Cocaine,", "Coccaine,", (None, "Coccaine"), "an unknown column"),
        ("Cocaine,", "Crack,", (None, "Crack"), "the column twice"),
        ("Cocaine,", ",", (None, "3"), "no label"),
        ("Force,", "Police,", (None, None), "the heading 'Police'"),
    ],
)
def test_a_broken_label_is_named(
    figures: Path, old: str, new: str, place: tuple[str | int | None, str | None], found: str
) -> None:
    """A label unknown, doubled or lost would put figures under another name."""
    change(figures, COUNTS, lambda text: text.replace(old, new, 1))

    refused = refusal(figures)

    assert (COUNTS, place, found) == (refused.dataset, (refused.row, refused.column), refused.found)


def test_a_misspelt_label_is_met_with_the_right_one(figures: Path) -> None:
    """Who types Dorest is told of Dorset."""
    change(figures, COUNTS, lambda text: text.replace("Dorset,", "Dorest,"))

    assert "a known name, perhaps Dorset" == refusal(figures).expected


@pytest.mark.parametrize("file", [COUNTS, AMOUNTS, NATION, PEOPLE])
def test_a_lost_row_is_missed(figures: Path, file: str) -> None:
    """No table may lose its last row unnoticed."""
    last = (figures / file).read_text(encoding="utf-8").splitlines()[-1].split(",")[0]
    change(figures, file, lambda text: "\n".join(text.splitlines()[:-1]) + "\n")

    refused = refusal(figures)

    assert (file, last, "no such row") == (refused.dataset, refused.row, refused.found)


@pytest.mark.parametrize("file", [COUNTS, AMOUNTS, NATION, PEOPLE])
def test_a_lost_column_is_missed(figures: Path, file: str) -> None:
    """No table may lose its last column unnoticed."""
    last = (figures / file).read_text(encoding="utf-8").splitlines()[0].split(",")[-1]
    change(figures, file, lambda text: re.sub(r",[^,\n]*$", "", text, flags=re.MULTILINE))

    refused = refusal(figures)

    assert (file, last, "no such column") == (refused.dataset, refused.column, refused.found)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"\n\n", "an empty file"),
        (b"Force,All drugs\nD\xf6rset,1\n", "a character that is not UTF-8"),
        (b'Force,"All drugs\nDorset,1\n', "broken CSV (unexpected end of data)"),
    ],
)
def test_a_file_that_is_no_table_is_refused(figures: Path, content: bytes, found: str) -> None:
    """Empty, in another encoding or not CSV: the file is named."""
    (figures / COUNTS).write_bytes(content)

    refused = refusal(figures)

    assert (COUNTS, found) == (refused.dataset, refused.found)


def test_a_missing_file_is_refused(figures: Path) -> None:
    """What the catalogue lists must be there."""
    (figures / COUNTS).unlink()

    assert f"{COUNTS}: found no such file; expected a table of figures." == str(refusal(figures))


def test_a_figure_changed_by_hand_is_found_out(figures: Path) -> None:
    """A plausible figure passes the contract, but not the checksum."""
    change(figures, COUNTS, with_cell("Dorset", 1, "2098"))

    refused = refusal(figures)

    assert COUNTS == refused.dataset
    assert refused.found.startswith("checksum ")


@given(row=st.integers(1, 41), place=st.integers(1, 24), typed=st.text("0123456789.,-x ", max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_no_change_to_a_cell_goes_unnoticed(figures: Path, row: int, place: int, typed: str) -> None:
    """Whatever is typed over a cell, the table is refused unless the bytes are what they were."""
    path = figures / COUNTS
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    changed = with_cell(lines[row].split(",")[0], place, typed)(text)

    path.write_text(changed, encoding="utf-8")

    try:
        if changed != text:
            assert COUNTS == refusal(figures).dataset
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_year_without_population_is_refused(figures: Path) -> None:
    """A rate needs the residents of its year."""
    change(figures, PEOPLE, lambda text: re.sub(r"(,[^,\n]*){8}$", "", text, flags=re.MULTILINE))
    change(figures, "tables.yaml", lambda text: text.replace('last: "mid-2020"', 'last: "mid-2012"'))

    refused = refusal(figures)

    assert ("mid-2013", "the population for 2013-14") == (refused.column, refused.expected)


def test_rows_the_topic_knows_but_does_not_hold_widen_the_list(figures: Path) -> None:
    """Add a Welsh force to the tables and it is an area like any other."""
    zeroes = ",0" * 24
    change(figures, COUNTS, lambda text: f"{text}Gwent{zeroes}\n")
    recatalogue(figures, COUNTS)

    dataset = read(TOPIC, folder=figures)

    assert "gwent" in [area.slug for area in dataset.stories]
    assert 40 == len(dataset.stories)


def test_an_unknown_topic_is_met_with_those_held() -> None:
    """A misspelt topic is answered with the nearest."""
    with pytest.raises(UsageError, match="did you mean drug_seizures"):
        read("drug_seizure")


def test_where_nothing_is_held_nothing_is_offered() -> None:
    """A name asked of an empty list is answered all the same."""
    assert "none is held" == nearest("dorset", [])
