"""The catalogue and the list of areas are read as strictly as the figures."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storygen.errors import SettingsError, SourceError
from storygen.paths import topic_folder
from storygen.sources import read
from storygen.sources.areas import read_areas
from storygen.sources.years import financial_years, mid_years

TOPIC = "drug_seizures"


@pytest.fixture(name="figures")
def a_copy_of_the_figures(tmp_path: Path) -> Path:
    """The embedded figures, to be damaged."""
    return shutil.copytree(topic_folder(TOPIC) / "figures", tmp_path / "figures")


def change(folder: Path, file: str, changed: Callable[[str], str]) -> None:
    """Change the text of a file."""
    path = folder / file
    path.write_text(changed(path.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('rows: "area"', 'rows: "areas"', "'rows' is 'areas'"),
        ('  columns: "category"\n', "", "key 'columns' is missing"),
        ('  year: "2009-10"\n', "", "seizures/2009-10.csv has no one place for its years"),
        ('"2009-10"', '"2009/10"', "seizures/2009-10.csv has years written in another way"),
        ('"seizures/2010-11.csv"', '"seizures/2009-10.csv"', "seizures/2009-10.csv has a second entry"),
        ('  area: "national"\n', "", "has no one place for its areas"),
        ('  category: "people"\n', "", "has no one place for its categories"),
    ],
)
def test_a_catalogue_that_cannot_be_followed_is_refused(figures: Path, old: str, new: str, words: str) -> None:
    """The catalogue says of every file where its areas, categories and years are to be found."""
    change(figures, "tables.yaml", lambda text: text.replace(old, new, 1))

    with pytest.raises(SettingsError, match=re.escape(words)):
        read(TOPIC, folder=figures)


def test_an_empty_catalogue_is_refused(figures: Path) -> None:
    """No tables, no story."""
    (figures / "tables.yaml").write_text("[]\n", encoding="utf-8")

    with pytest.raises(SettingsError, match="no table is listed"):
        read(TOPIC, folder=figures)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("slug,label", "name,label", "found the columns name, label"),
        (
            "Dorset Police,Dorset Police",
            "Dorset Police,",
            "row dorset, column the_force: found an empty cell",
        ),
        ("true,false,true", "true,no,true", "row city-of-london, column is_ranked: found 'no'"),
        ("\nkent,Kent,", "\nkent,Dorset,", "found the label 'Dorset' of another area"),
    ],
)
def test_a_faulty_list_of_areas_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A name left out or given twice would end in the wrong words."""
    shutil.copy(topic_folder(TOPIC) / "areas.csv", tmp_path)
    change(tmp_path, "areas.csv", lambda text: text.replace(old, new, 1))

    with pytest.raises(SourceError, match=re.escape(words)):
        read_areas(tmp_path)


@given(first=st.integers(1900, 2100), length=st.integers(0, 40))
def test_years_follow_each_other(first: int, length: int) -> None:
    """There are as many years as lie between the ends, and a mid-year opens the year that starts in it."""
    years = mid_years(f"mid-{first}", f"mid-{first + length}")

    assert length + 1 == len(years)
    assert list(years.values()) == list(financial_years(f"{first}-x", f"{first + length}-x"))
