"""What is written out in the publisher's manner, with all its habits, comes in equal cell for cell."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_desk import figures, harvest, held, queries
from published import Lines, Raised, force_table, national_table, ods, population_table

from storygen.model.dataset import Dataset
from storygen.model.release import Status, Weight
from storygen.sources import Parcel, read, take_in
from storygen.sources.revisions import revisions
from storygen.sources.workbooks.grid import column_letters

TOPIC = "drug_seizures"
YEAR = "2018-19"
MARKS = ("3", "³", " 3", " [note 3]", " (3)", "*", " 1,2")
RENAMED = {
    "Avon and Somerset": "Avon & Somerset",
    "Devon and Cornwall": "Devon &\nCornwall",
    "City of London": "London, City of",
    "Metropolitan Police": "Metropolitan",
    "British Transport Police": "BTP",
    "Crack": "Crack cocaine",
    "All drugs": "Total",
    "All Class A": "Total Class A",
    "Unknown": "Unidentified",
    "Ketamine": "KETAMINE",
    "Herbal cannabis\n(kg)": "Herbal\ncannabis\n(kilograms)",
}
EVEN = 0.5
BLANKS = ("..", "[x]", ":", "-", "", "\u00a0", "[z]")
STATUSES = {"": Status.FINAL, " [e]": Status.ESTIMATED, "(r)": Status.REVISED, " [i]": Status.IMPUTED}


@cache
def shipped_figures() -> Dataset:
    """The embedded figures, for a test that cannot take them from a fixture: what fails would print them all."""
    return read(TOPIC)


@dataclass
class Quirks:
    """Habits of a publisher, each used here and there as drawn."""

    chance: Random
    form: str
    statuses: dict[tuple[int, int], Status] = field(default_factory=dict)

    def sometimes(self) -> bool:
        """Whether to use a habit here: one time in eight."""
        return self.chance.randrange(8) == 0

    def label(self, label: object) -> object:
        """A label under another name, with a mark, or with space around it."""
        if not isinstance(label, str) or not label:
            return label
        named = RENAMED.get(label, label) if self.chance.random() < EVEN else label
        if not self.sometimes():
            return named
        if self.form != "csv" and self.chance.random() < EVEN:
            return Raised(named, "3")
        return self.chance.choice([*(f"{named}{mark}" for mark in MARKS), f"  {named}\u00a0 "])

    def cell(self, cell: object, at: tuple[int, int]) -> object:
        """A figure as text, with separators or a mark, or what stands for one that is missing."""
        if cell == "..":
            return self.chance.choice(BLANKS)
        if not isinstance(cell, (int, float)) or not self.sometimes():
            return cell
        text = f"{cell:,}".replace(",", self.chance.choice([",", "\u00a0", " ", ""]))
        mark = self.chance.choice([*STATUSES, "³", " 2", "*"])
        self.statuses[at] = STATUSES.get(mark, Status.FINAL)
        return f"{text}{mark}"


def disturbed(table: Lines, chance: Random) -> tuple[Lines, dict[tuple[int, int], Status], str]:
    """The table with quirks, the statuses they give cells of the result, and the form of file to save it in."""
    quirks = Quirks(chance, chance.choice(["ods", "xlsx", "csv"]))
    head = next(place for place, line in enumerate(table) if line[:1] == ["Police force area"])
    width = len(table[head])
    order = [0, *chance.sample(range(1, width), width - 1)]
    top: Lines = [["Released by a test"], []]
    lines: Lines = [*top * chance.randrange(4), *table[: head - 1]]
    lines += [[quirks.label(table[head][place]) for place in order]]
    for line in table[head + 1 :]:
        if len(line) == width:
            cells = (quirks.cell(line[each], (len(lines), place)) for place, each in enumerate(order[1:], 1))
            lines += [[quirks.label(line[0]), *cells]]
            lines += [[]] * quirks.sometimes()
        else:
            lines += [line]
    return lines, quirks.statuses, quirks.form


@pytest.mark.parametrize("measure", ["seizures", "quantity"])
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_force_table_comes_in_cell_for_cell_whatever_its_quirks(
    tmp_path_factory: pytest.TempPathFactory, measure: str, seed: int
) -> None:
    """Names, marks, separators, order and gaps may change; the figures may not, and each keeps its status."""
    dataset = shipped_figures()
    chance = Random(seed)  # noqa: S311 - it draws quirks, not secrets
    year = chance.choice(dataset.years)
    lines, statuses, form = disturbed(force_table(dataset, year, measure=measure), chance)

    found = harvest(tmp_path_factory.mktemp("quirks"), lines, form=form)

    assert [] == queries(found, Weight.STOPS)
    assert held(dataset, measure, year) == figures(found)
    marked = {(figure.row, figure.column): figure.status for figure in found.figures.values() if figure.digits}
    assert {} == {at: status for at, status in statuses.items() if at in marked and marked[at] is not status}


@pytest.mark.parametrize("form", ["ods", "xlsx", "csv"])
@pytest.mark.parametrize("measure", ["national-seizures", "national-quantity"])
def test_the_national_table_comes_in_and_no_other_block_with_it(
    dataset: Dataset, tmp_path: Path, measure: str, form: str
) -> None:
    """A block for Border Force stands above the one that counts."""
    found = harvest(tmp_path, national_table(dataset, measure=measure), form=form)

    assert held(dataset, measure) == figures(found)


def test_populations_come_in_under_the_year_that_opens_in_them(dataset: Dataset, tmp_path: Path) -> None:
    """The files are by mid-year, the tables by financial year."""
    found = harvest(tmp_path, population_table(dataset))
    expected = {(*key[:3], f"mid-{key[3][:4]}"): value for key, value in held(dataset, "population").items()}

    assert expected == figures(found)


def test_the_figures_that_ship_come_back_equal_from_one_workbook(dataset: Dataset, tmp_path: Path) -> None:
    """Every table of every year, written out as published, imported, and read beside those that ship."""
    sheets = {f"T{year}": force_table(dataset, year) for year in dataset.years}
    sheets |= {f"Q{year}": force_table(dataset, year, measure="quantity") for year in dataset.years}
    sheets |= {
        "N": national_table(dataset),
        "NQ": national_table(dataset, measure="national-quantity"),
        "P": population_table(dataset),
    }
    path, store = tmp_path / "release.ods", tmp_path / "store"
    path.write_bytes(ods(sheets))

    release = take_in(Parcel(files=(path,), topic=TOPIC, imported="2026-01-01", store=store, edition=YEAR))
    again = read(TOPIC, stores=(store,))

    assert () == release.of_weight(Weight.STOPS) + release.of_weight(Weight.ASKS)
    assert () == revisions(dataset, again)
    assert dataset.topic.issues == again.topic.issues
    assert len(sheets) == len(release.tables)


def test_every_figure_kept_names_the_cell_it_came_from(dataset: Dataset, tmp_path: Path) -> None:
    """An editor can open the workbook at that cell."""
    table = force_table(dataset, YEAR)
    found = harvest(tmp_path, table)
    row = next(place for place, line in enumerate(table) if line and line[0] == "Dorset")
    column = next(place for place, name in enumerate(table[4]) if name == "Heroin")

    figure = found.figures["seizures", "dorset", "heroin", YEAR]

    assert f"{column_letters(column)}{row + 1}" == figure.cell
    assert Decimal(232) == Decimal(figure.digits)
