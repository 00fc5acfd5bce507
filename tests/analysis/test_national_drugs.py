"""A drug across the country: its place in its class, and the border's part of it."""

from dataclasses import replace

from tables import Series, tables

from storygen.analysis import establish
from storygen.analysis.evidence import Evidence
from storygen.analysis.national_drugs import national_drugs
from storygen.model.angle import NationalDrug
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition

YEARS = 10


def drugs(dataset: Dataset, year: str = "2018-19") -> dict[str, NationalDrug]:
    """What is said of every drug in a year."""
    facts = establish(dataset, Edition(year=year))
    return national_drugs(Evidence(facts), dataset.topic, year)


def counted(**national: int) -> Dataset:
    """A country in which the drugs named were seized so often, every year."""
    series: dict[str, Series] = {name: [count] * YEARS for name, count in national.items()}
    return tables({"alpha": {"all": [1000] * YEARS}, "national": {"all": [5000] * YEARS, **series}})


def test_the_embedded_tables_give_what_the_published_ones_say(dataset: Dataset) -> None:
    """2018-19: heroin second in class A; Border Force made 2 per cent of cocaine seizures, of nine tenths of it."""
    found = drugs(dataset)
    heroin, cocaine = found["heroin"], found["cocaine"]

    assert heroin.place is not None
    assert cocaine.split is not None
    assert 2 == heroin.place.value
    assert (2, 92) == (round(cocaine.split.of_number.value), round(cocaine.split.of_quantity.value))


def test_level_drugs_have_no_place() -> None:
    """Two with the same number share none; one alone in its class is first of nothing."""
    level = drugs(counted(heroin=50, cocaine=50, ecstasy=10))

    assert level["heroin"].place is None
    assert level["ecstasy"].place is not None
    assert 3 == level["ecstasy"].place.value
    assert drugs(counted(heroin=50))["heroin"].place is None


def test_a_drug_is_placed_among_those_of_its_class_that_year() -> None:
    """Ketamine beside class B drugs from 2014-15."""
    found = drugs(counted(ketamine=5, cannabis=50, benzodiazepines=500))

    assert found["ketamine"].place is not None
    assert 2 == found["ketamine"].place.value


def test_nothing_is_split_without_both_halves() -> None:
    """A topic with no border authority, or a table without quantities, tells no part of either."""
    dataset = counted(heroin=50, cocaine=60)

    assert drugs(dataset)["heroin"].split is None
    assert drugs(replace(dataset, topic=replace(dataset.topic, border=None)))["heroin"].split is None


def test_a_part_too_small_to_print_is_not_told(dataset: Dataset) -> None:
    """Border Force took 0.03kg of 63kg of crack: "0 per cent" says nothing, so neither half is told."""
    assert drugs(dataset)["crack"].split is None
