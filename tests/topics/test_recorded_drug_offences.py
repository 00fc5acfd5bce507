"""What the drafts on recorded drug offences may say, and must not."""

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from storygen import paths
from storygen.analysis import establish
from storygen.analysis.evidence import Evidence
from storygen.analysis.panel import NATIONAL
from storygen.cli import main
from storygen.errors import SettingsError
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.reading import Ruling
from storygen.office import open_reader
from storygen.paths import topic_folder
from storygen.sources import read
from storygen.sources.bounds import breaches

TOPIC = "recorded_drug_offences"
EDITION = Path(__file__).resolve().parents[2] / "output" / TOPIC / "2022-23"
SHEETS = {"staffordshire"}


@cache
def dataset() -> Dataset:
    """The embedded figures."""
    return read(TOPIC)


@cache
def pages() -> dict[str, str]:
    """The copy of every draft, as a reader would see it, by area."""
    files = [path for path in EDITION.glob("*.md") if path.name != "newslist.md"]
    return {path.name.split(".")[0]: path.read_text(encoding="utf-8").split("\n---\n")[1] for path in files}


def sentences() -> list[str]:
    """Every line of copy, places for quotes apart."""
    return [line for text in pages().values() for line in text.splitlines() if line and "QUOTE NEEDED" not in line]


def test_the_country_has_the_totals_published() -> None:
    """The sums of the 43 forces that came with the source, year by year."""
    cells = dataset().cells
    totals = cells[cells.measure.eq("offences") & cells.category.eq("all")].groupby("year")["value"].sum()

    assert (204_601, 168_422, 175_844) == (totals["2012-13"], totals["2014-15"], totals["2022-23"])
    assert 43 == len(dataset().stories)


def test_offences_are_recorded_and_never_made_or_committed() -> None:
    """The police record offences; more of them is not more crime, and no cause is given."""
    wrong = re.compile(
        r"seiz|\bmade\b(?! (up|it))|committed|crime (rose|fell|went)|drug crime(?! there is|:)|because|due to"
        r"|(?<!a year of the )pandemic|covid|offenders|criminals|charged with",
        re.IGNORECASE,
    )

    assert [] == [line for line in sentences() if wrong.search(line)]


def test_an_offence_that_moves_is_a_recorded_one() -> None:
    """Where nothing in the sentence says who recorded them, the word "recorded" stands before "offences"."""
    moved = re.compile(r"offences (?:in [^,.]+ )?(?:rose|fell|went|jumped|edged|dropped|doubled|halved)")
    bare = [line for line in sentences() if moved.search(line) and "recorded" not in line.casefold()]

    assert [] == bare


def test_the_country_is_the_43_forces() -> None:
    """Every national number says whose it is; British Transport Police is not in it, and nobody says so otherwise."""
    told = [line for line in sentences() if "176,000" in line]

    assert len(told) >= len(pages()) - len(SHEETS)
    assert all("the 43 police forces" in line for line in told)
    assert not any("British Transport Police" in text for text in pages().values())


def test_no_change_of_the_country_rests_on_a_doubtful_number() -> None:
    """Staffordshire's is more than twice the year before's: the sums of the two years are not like for like."""
    told = [line for line in sentences() if "176,000" in line]

    assert all(re.search("can be relied on|in doubt|doubt about", line) for line in told)
    assert not any(re.search(r"barely changed|\b(up|down)\b", line) for line in told)


def test_a_rank_in_england_and_wales_counts_the_forces_it_compares() -> None:
    """Staffordshire has no usable number: no place is "of any force"; Merseyside's says that the City is set aside."""
    merseyside = pages()["merseyside"]

    assert (
        "the highest rate of recorded drug offences of the 41 forces in England and Wales with comparable figures, "
        "setting aside the City" in merseyside
    )
    assert "the lowest of the 41 forces in England and Wales with comparable figures" in pages()["dorset"]
    assert not any("of any force" in text for text in pages().values())
    assert "for every million residents" not in pages()["city-of-london"]
    assert "No rate per head is given for the City of London" in pages()["city-of-london"]


def test_a_record_reaches_back_no_further_than_the_tables() -> None:
    """The tables start in 2012-13 and the standard of counting in 2002-03: nothing is "since records began"."""
    assert not any(re.search(r"records? began|\bon record\b|all.time", line) for line in sentences())
    assert any("since at least 2012-13" in line for line in sentences())


def test_what_is_known_to_be_wrong_is_heeded() -> None:
    """Staffordshire is asked; types of offence are not compared over the breaks of Kent, the Met and the country."""
    assert "Questions for Staffordshire Police" in (EDITION / "staffordshire.questions.md").read_text(encoding="utf-8")
    for area in ("kent", "metropolitan-police"):
        moved = re.compile(r"(trafficking|possession)[^.]*\b((?<!made )up|down|rose|fell|highest|lowest)\b")
        assert not [line for line in pages()[area].splitlines() if moved.search(line) and "QUOTE" not in line]
    assert not any(re.search(r"43,567[^.]*(since|up|down)", line) for line in sentences())


@pytest.mark.parametrize("area", ["gwent", "dyfed-powys", "north-wales", "south-wales"])
def test_wales_is_a_region_by_its_name(area: str) -> None:
    """The four Welsh forces have drafts, and their region is Wales."""
    assert "Home Office figures" in pages()[area]
    assert not re.search(r"the Wales|Wales region|England\b(?! and Wales)", pages()[area])


def test_parts_that_do_not_add_up_are_found() -> None:
    """An offence more in a part than in the whole, or one less, breaks a bound."""
    held = dataset()
    cells = held.cells.copy()
    where = cells.index[cells.area.eq("dorset") & cells.category.eq("trafficking") & cells.year.eq("2022-23")]

    for by, bound in ((1, "parts-above-total"), (-1, "total-above-parts")):
        off = cells.assign(value=cells.value.where(~cells.index.isin(where), cells.value + by))
        assert [bound] == [each.bound for each in breaches(replace(held, cells=off))]
    assert [] == breaches(held)


def test_the_country_has_no_number_where_a_force_has_none() -> None:
    """A sum that lacks a force is no sum of the country."""
    held = dataset()
    keep = ~(held.cells.area.eq("dorset") & held.cells.category.eq("trafficking") & held.cells.year.eq("2022-23"))
    evidence = Evidence(
        establish(replace(held, cells=held.cells[keep].reset_index(drop=True)), Edition(year="2022-23"))
    )

    assert evidence.number(NATIONAL, "trafficking") is None
    assert evidence.number(NATIONAL, "possession") is not None


def test_drafts_are_not_checked_against_another_topic() -> None:
    """The manifest beside a draft says what it is about; a slip of the pen is no page of false alarms."""
    result = CliRunner().invoke(main, ["check", str(EDITION / "gwent.md")])

    assert 2 == result.exit_code
    assert "say --topic recorded_drug_offences" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("adds_up: true", "adds_up: true\nborder: kent", "'national_is_sum' leaves no kent to take off"),
        ("rate_per: 1000000", "rate_per: 1000", "'rate_per' is 1000; expected 1000000, since wordings say"),
        ("  made: recorded", "  mad: recorded", "unknown key 'mad'"),
    ],
)
def test_a_slip_in_the_manifest_is_refused_in_a_sentence(
    old: str, new: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a topic says of itself is held to what the desks can do with it."""
    shutil.copytree(topic_folder(TOPIC), tmp_path / "topics" / TOPIC)
    path = tmp_path / "topics" / TOPIC / "topic.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)

    with pytest.raises(SettingsError, match=re.escape(message)):
        read(TOPIC)


def test_a_run_from_a_year_of_the_pandemic_says_so() -> None:
    """Two falls in a row by 2022-23 are counted from 2020-21; a sentence that names the year follows, once a story."""
    runs = {area for area, text in pages().items() if re.search(r"second (fall|year (in a row|running))", text)}
    said = {area for area, text in pages().items() if "a year of the pandemic" in text}

    assert runs
    assert set() == runs - said
    assert {1} == {pages()[area].count("a year of the pandemic") for area in said}


@pytest.mark.parametrize(
    "said", ["The falls began after {}, a year of the pandemic.", "{} was a year of the pandemic."]
)
def test_which_year_was_one_of_the_pandemic_is_read(said: str) -> None:
    """The year listed bears it out, and any other does not."""
    reader, about = open_reader(dataset()), {"area": "surrey", "year": "2022-23"}
    read_back = {year: reader.read(said.format(year), **about).claims for year in dataset().years}
    rulings = {year: [claim.ruling for claim in claims] for year, claims in read_back.items()}

    assert {"2020-21"} == {year for year, found in rulings.items() if found == [Ruling.SUPPORTED]}
    assert {"2020-21"} == {year for year, found in rulings.items() if found != [Ruling.CONTRADICTED]}


def test_no_rate_changes_sides_by_the_number_in_doubt() -> None:
    """The country's rate holds Staffordshire's number; without it every force stands where it is said to stand."""
    year = dataset().cells[dataset().cells.year.eq("2022-23")]
    counts = year[year.measure.eq("offences") & year.category.eq("all")].set_index("area")["value"]
    people = year[year.measure.eq("population")].set_index("area")["value"].reindex(counts.index)
    without = counts.drop("staffordshire").sum() / people.drop("staffordshire").sum()
    ratios = [counts / people / rate for rate in (counts.sum() / people.sum(), without)]
    sides = [[(ratio >= 1.05, ratio <= 0.95) for ratio in each] for each in ratios]

    assert sides[0] == sides[1]
