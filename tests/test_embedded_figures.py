"""The figures that ship are the published ones, complete, and agree with each other but for known defects."""

import importlib.util
import math
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from papers import figure

from storygen.model.dataset import Dataset
from storygen.model.figure import Cell
from storygen.model.topic import Kind, Penalty

SCRIPTS = Path(__file__).parents[1] / "scripts"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("seizures dorset all 2018-19", 2_097),
        ("seizures dorset all 2017-18", 1_988),
        ("seizures dorset heroin 2018-19", 232),
        ("seizures dorset heroin 2017-18", 175),
        ("seizures dorset cannabis 2018-19", 1_393),
        ("seizures dorset cocaine 2018-19", 233),
        ("seizures border-force all 2018-19", 8_937),
        ("national-seizures national all 2018-19", 153_135),
        ("national-seizures national all 2008-09", 241_473),
        ("national-quantity national cannabis-plants 2009-10", 758_943),
        ("population dorset people 2018-19", 772_268),
        ("quantity cleveland cannabis-plants 2014-15", 4_654),
    ],
)
def test_a_published_figure_is_as_published(dataset: Dataset, place: str, expected: float) -> None:
    """Figures that newspapers printed come out of the tables unchanged."""
    measure, area, category, year = place.split()

    assert expected == figure(dataset, measure, area, category, year)


def test_the_residents_of_all_areas_are_those_of_england_and_wales(dataset: Dataset) -> None:
    """The 43 areas leave nobody out and count nobody twice."""
    cells = dataset.cells
    people = cells[(cells.measure == "population") & (cells.year == "2018-19")]

    assert 43 == len(people)
    assert 59_115_809 == people["value"].sum()


def test_what_is_left_without_the_border_and_the_railways_is_the_police(dataset: Dataset) -> None:
    """National total less Border Force less British Transport Police: the rate of 2,432 rests on it."""
    less = sum(figure(dataset, "seizures", slug, "all", "2018-19") for slug in dataset.topic.police_less)
    police = figure(dataset, "national-seizures", "national", "all", "2018-19") - less

    assert 143_760 == police
    assert 2_432 == round(police / 59_115_809 * 1_000_000)


def test_ten_years_of_thirty_nine_areas_are_held(dataset: Dataset) -> None:
    """The tables run from 2009-10 to 2018-19 and hold the English forces; Wales is not among them."""
    assert ("2009-10", "2018-19", 10) == (dataset.years[0], dataset.years[-1], len(dataset.years))
    assert (41, 39) == (len(dataset.areas), len(dataset.stories))
    assert {"England"} == {area.nation for area in dataset.stories}


def test_only_the_city_of_london_is_out_of_rankings(dataset: Dataset) -> None:
    """Nine thousand residents are too few for a rate; 38 forces are compared."""
    unranked = [area.slug for area in dataset.stories if not area.is_ranked]

    assert ["city-of-london"] == unranked


def test_counts_are_whole_and_not_negative(dataset: Dataset) -> None:
    """A seizure or a resident is not divisible."""
    cells = dataset.cells
    counts = cells.loc[cells.measure.isin(["seizures", "national-seizures", "population"]), "value"].dropna()

    assert (counts >= 0).all()
    assert (counts % 1 == 0).all()


def test_every_cell_of_the_frame_is_the_cell_at_its_address(dataset: Dataset) -> None:
    """The frame and the printed cells are two readings of the same figures."""
    columns = ["value", "file", "row", "column"]

    for value, file, row, column in dataset.cells[columns].astype(object).to_numpy().tolist():
        printed = dataset.look_up(Cell(file=file, row=row, column=column))
        assert math.isnan(value) if printed is None else float(printed) == value


def test_there_are_as_many_printed_cells_as_rows_in_the_frame(dataset: Dataset) -> None:
    """No cell is dropped on the way, none is made up."""
    figures = [cell for cell in dataset.printed if cell.file != Penalty.FILE]

    assert len(dataset.cells) == len(figures) == len(set(figures))


def test_a_cell_no_table_has_is_not_looked_up(dataset: Dataset) -> None:
    """An address that leads nowhere is an error, not a blank."""
    with pytest.raises(KeyError):
        dataset.look_up(Cell(file="seizures/2018-19.csv", row="Dorset", column="Tea"))


def test_no_cell_stands_twice(dataset: Dataset) -> None:
    """A measure, an area, a category and a year have one value."""
    cells = dataset.cells

    assert not cells.duplicated(["measure", "area", "category", "year"]).any()


def test_ketamine_is_in_the_class_of_its_year(dataset: Dataset) -> None:
    """Class C to 2013-14, class B from 2014-15: the date is in the manifest, not in the code."""
    ketamine = dataset.topic.category("ketamine")

    assert "class-c" == ketamine.group_in("2013-14")
    assert "class-b" == ketamine.group_in("2014-15")


def test_the_forms_of_cannabis_are_weighed_but_not_counted_by_force(dataset: Dataset) -> None:
    """They have quantities and a national count, and no column in the forces' tables of numbers."""
    cells = dataset.cells
    forms = [each.slug for each in dataset.topic.categories if not each.is_counted]
    measures = {slug: set(cells.loc[cells.category == slug, "measure"]) for slug in forms}

    assert ["herbal-cannabis", "cannabis-resin", "cannabis-plants"] == forms
    for found in measures.values():
        assert {"quantity", "national-quantity", "national-seizures"} == found


def test_categories_have_words_and_their_classes_exist(dataset: Dataset) -> None:
    """A category without words, or in a class that is none, could not be written about."""
    categories = dataset.topic.categories
    groups = {each.slug for each in categories if each.kind is Kind.GROUP}

    assert len(categories) == len({each.slug for each in categories})
    for each in categories:
        assert each.noun
        assert "seizures" in each.counted
        assert {period.group for period in each.classes} <= groups
        assert Decimal(0) < each.weight <= Decimal(1)


@pytest.fixture(name="fitting")
def the_fitting_script() -> Iterator[ModuleType]:
    """The script that fits the guards, as a module."""
    name = "fit_guards"
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[name]


def test_the_bands_are_those_the_figures_give(dataset: Dataset, fitting: ModuleType) -> None:
    """The guards are fitted to the figures held, and the manifest says what came out."""
    fitted = [
        (at_least, f"{spread:.2f}", f"{decile:.2f}")
        for at_least, _, spread, decile in fitting.fit(*fitting.changes(dataset))
    ]

    bands = [(band.at_least, f"{band.spread:.2f}", f"{band.ninth_decile:.2f}") for band in dataset.topic.guards.bands]
    assert bands == fitted


def test_a_small_count_is_never_taken_to_be_steadier(dataset: Dataset) -> None:
    """From band to band, spread and ninth decile fall or stay."""
    bands = dataset.topic.guards.bands
    spreads = [band.spread for band in bands]
    deciles = [band.ninth_decile for band in bands]

    assert sorted(spreads, reverse=True) == spreads
    assert sorted(deciles, reverse=True) == deciles
