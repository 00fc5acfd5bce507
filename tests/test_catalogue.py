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
        ('year: "2009-10"', 'year: "2009-91"', "seizures/2009-10.csv has years written in another way"),
        ('"seizures/2009-10.csv"', '"/seizures/2009-10.csv"', "/seizures/2009-10.csv has a path that may lead out"),
        ('"seizures/2009-10.csv"', '"../2009-10.csv"', "../2009-10.csv has a path that may lead out"),
        ('"seizures/2009-10.csv"', '"C:/2009-10.csv"', "C:/2009-10.csv has a path that may lead out"),
        ('"seizures/2009-10.csv"', '"2009-10.csv\\0"', "has a path that may lead out"),
        ('year: "2009-10"', 'year: "2008-09"', "seizures/2009-10.csv has the year 2008-09, but 2009-10 in its name"),
        (
            'measure: "quantity"',
            'measure: "seizures"',
            "quantities/2009-10.csv has the measure seizures for 2009-10, which seizures/2009-10.csv has already",
        ),
        (
            '"mid-2020"',
            '"mid-2021"',
            "population/mid-2021.csv has the measure population for 2021-22, which population/mid-2005-to-2020.csv has",
        ),
    ],
)
def test_a_catalogue_that_cannot_be_followed_is_refused(figures: Path, old: str, new: str, words: str) -> None:
    """The catalogue says of every file where its areas, categories and years are to be found."""
    change(figures, "tables.yaml", lambda text: text.replace(old, new, 1))

    with pytest.raises(SettingsError, match=re.escape(words)):
        read(TOPIC, folder=figures)


def test_two_tables_that_swap_their_years_are_refused(figures: Path) -> None:
    """Last year's figures under this year's name would be false news with every cell in order."""
    swap = {'year: "2017-18"': 'year: "2018-19"', 'year: "2018-19"': 'year: "2017-18"'}
    change(figures, "tables.yaml", lambda text: re.sub("|".join(swap), lambda found: swap[found[0]], text))

    with pytest.raises(SettingsError, match=r"2017-18\.csv has the year 2018-19, but 2017-18 in its name"):
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
        ("\nkent,", "\ndorset,", "row dorset: found the row twice"),
        ("\nkent,", "\nKent,", "row Kent, column slug: found the slug 'Kent'"),
        ("\nkent,", "\n../kent,", "row ../kent, column slug: found the slug '../kent'"),
        ("\nkent,", "\nnewslist,", "row newslist, column slug: found the slug 'newslist'"),
        ("\nkent,", "\nmanifest,", "row manifest, column slug: found the slug 'manifest'"),
        ("\nkent,", "\nnational,", "row national, column slug: found the slug 'national'"),
    ],
)
def test_a_faulty_list_of_areas_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A name left out or given twice would end in the wrong words."""
    shutil.copy(topic_folder(TOPIC) / "areas.csv", tmp_path)
    change(tmp_path, "areas.csv", lambda text: text.replace(old, new, 1))

    with pytest.raises(SourceError, match=re.escape(words)):
        read_areas(tmp_path)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        (
            "false,false,true",
            "areas.csv, column is_territorial: found true for no force; expected true for at least one",
        ),
        ("true,false,true", "areas.csv, column is_ranked: found true for no territorial force"),
    ],
)
def test_a_list_without_a_force_to_write_about_or_rank_is_refused(tmp_path: Path, claims: str, words: str) -> None:
    """No force, no story; none to rank, no comparison."""
    shutil.copy(topic_folder(TOPIC) / "areas.csv", tmp_path)
    change(tmp_path, "areas.csv", lambda text: re.sub(r"(true|false),(true|false),(true|false)\n", f"{claims}\n", text))

    with pytest.raises(SourceError, match=re.escape(words)):
        read_areas(tmp_path)


@given(first=st.integers(1900, 2100), length=st.integers(0, 40))
def test_years_follow_each_other(first: int, length: int) -> None:
    """There are as many years as lie between the ends, and a mid-year opens the year that starts in it."""
    years = mid_years(f"mid-{first}", f"mid-{first + length}")

    assert length + 1 == len(years)
    assert list(years.values()) == list(financial_years(f"{first}-x", f"{first + length}-x"))
