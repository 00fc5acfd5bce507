"""Cells and labels as released: what each means, and what is asked about rather than guessed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.release import Status
from storygen.paths import topic_folder
from storygen.sources.areas import read_areas
from storygen.sources.intake.labels import Column, Names
from storygen.sources.intake.layouts import read_intake
from storygen.sources.intake.values import Reader
from storygen.sources.manifest import read_topic
from storygen.sources.workbooks.grid import Broken, Value

TOPIC = "drug_seizures"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the marks of the topic that ships."""
    return Reader(read_intake(TOPIC))


@pytest.fixture(scope="module")
def names() -> Names:
    """The names of the topic that ships, and one more."""
    also = {"Powder snow": "Cocaine", "Northumberland": "Northumbria"}
    return Names(read_topic(TOPIC), read_areas(topic_folder(TOPIC)), read_intake(TOPIC), also)


@pytest.mark.parametrize(
    ("cell", "digits", "status"),
    [
        (1188.0, "1188", Status.FINAL),
        (0, "0", Status.FINAL),
        ("1,188", "1188", Status.FINAL),
        ("1 188", "1188", Status.FINAL),
        ("1\u00a0188 ", "1188", Status.FINAL),
        ("12,345,678", "12345678", Status.FINAL),
        ("1,188 (e)", "1188", Status.ESTIMATED),
        ("1188e", "1188", Status.ESTIMATED),
        ("118 [r]", "118", Status.REVISED),
        ("118 [i]", "118", Status.IMPUTED),
        ("118p", "118", Status.PROVISIONAL),
        ("118³", "118", Status.FINAL),
        ("118 3", "118", Status.FINAL),
        ("118 (3)", "118", Status.FINAL),
        ("118*", "118", Status.FINAL),
        ("118 [note 2]", "118", Status.FINAL),
        ("..", "", Status.MISSING),
        ("-", "", Status.MISSING),
        (":", "", Status.MISSING),
        ("[x]", "", Status.MISSING),
        ("[z]", "", Status.NOT_APPLICABLE),
        ("", "", Status.MISSING),
        ("\u00a0", "", Status.MISSING),
    ],
)
def test_a_figure_is_read_with_its_mark(reader: Reader, cell: Value, digits: str, status: Status) -> None:
    """A dash is no nought: the mark says that there is no figure."""
    found = reader.read(cell, whole=True)

    assert (digits, status, "") == (found.digits, found.status, found.fault)


@pytest.mark.parametrize(
    "cell",
    [
        "1,1883", "1,18", "12,34,567", "-5", "(5)", "5.5", "1.5k", "12%", "NaN", "inf", "1e3", "n/k", "see note",
        "5 or 6", "118 [q]", "118 [x]", "[e]", "1/2", "2018-04-01", -5, 5.5, float("nan"), float("inf"), True,
        date(2018, 4, 1), 10**15, Broken("#N/A"), "#REF!",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_asked_about(reader: Reader, cell: Value) -> None:
    """Nothing is guessed, rounded or cut down to what could be read."""
    found = reader.read(cell, whole=True)

    assert found.fault
    assert not found.digits


@given(number=st.integers(0, 10**12), mark=st.sampled_from(["", " [e]", "(r)", "¹", " 2", "*"]))
def test_every_whole_number_is_read_however_it_is_written(number: int, mark: str) -> None:
    """With separators of any kind, and with any mark behind it."""
    reader = Reader(read_intake(TOPIC))

    for written in (f"{number:,}", f"{number:,}".replace(",", "\u00a0"), str(number)):
        assert str(number) == reader.read(f"{written}{mark}", whole=True).digits


@given(grams=st.integers(0, 10**10))
def test_a_quantity_is_read_to_the_gram(grams: int) -> None:
    """Whether it is a number in a spreadsheet or text in a CSV file, and in grams as in kilograms."""
    reader = Reader(read_intake(TOPIC))
    kilograms = Decimal(grams) / 1000

    assert kilograms == Decimal(reader.read(float(kilograms), whole=False).digits)
    assert kilograms == Decimal(reader.read(f"{kilograms:f}", whole=False).digits)
    assert kilograms == Decimal(reader.read(str(grams), whole=False, times=Decimal("0.001")).digits)


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Dorset", "dorset"),
        ("  Dorset ", "dorset"),
        ("DORSET", "dorset"),
        ("Sussex 3", "sussex"),
        ("Sussex³", "sussex"),
        ("Sussex [note 3]", "sussex"),
        ("West Yorkshire4", "west-yorkshire"),
        ("West Yorkshire4,5", "west-yorkshire"),
        ("Avon & Somerset", "avon-and-somerset"),
        ("Devon\u00a0&\nCornwall", "devon-and-cornwall"),
        ("London, City of", "city-of-london"),
        ("Metropolitan", "metropolitan-police"),
        ("Metropolitan Police*", "metropolitan-police"),
        ("Dyfed Powys", "dyfed-powys"),
        ("E23000039", "dorset"),
        ("Northumberland", "northumbria"),
        ("Dorsetshire", None),
        ("Norfolk and Suffolk", None),
    ],
)
def test_a_force_is_known_by_its_names(names: Names, label: str, slug: str | None) -> None:
    """With marks, spaces and the names it has gone by, and by none it has not."""
    assert slug == names.area(label)


@pytest.mark.parametrize(
    ("label", "category", "times"),
    [
        ("Cocaine", "cocaine", None),
        ("Cocaine³", "cocaine", None),
        ("Cocaine\n(kg)", "cocaine", Decimal(1)),
        ("Cocaine (grams)", "cocaine", Decimal("0.001")),
        ("Ecstasy (doses)", "ecstasy", Decimal("0.001")),
        ("Ecstasy (thousand doses)", "ecstasy", Decimal(1)),
        ("Crack cocaine", "crack", None),
        ("GHB/GBL", "ghb", None),
        ("Powder snow", "cocaine", None),
        ("Mephedrone (non-injection)", "mephedrone", None),
    ],
)
def test_a_drug_is_known_by_its_names_and_unit(names: Names, label: str, category: str, times: Decimal | None) -> None:
    """A unit in the heading is taken into account."""
    assert Column(category=category, times=times) == names.column(label)


@pytest.mark.parametrize("label", ["Cocaine (tonnes)", "Cocaine (doses)", "Ecstasy (kg)", "Nitrous oxide"])
def test_an_unknown_drug_or_unit_is_not_guessed(names: Names, label: str) -> None:
    """A quantity in another unit would be wrong by a factor."""
    assert names.column(label) is None


def test_a_small_quantity_as_programs_write_it_is_read(reader: Reader) -> None:
    """A tenth of a gram comes out of a program as a power of ten."""
    assert "0.00009" == reader.read("9e-05", whole=False).digits


def test_two_forces_in_one_label_are_seen(names: Names) -> None:
    """But not in the name of one force that has an "and" in it."""
    assert names.several("Norfolk and Suffolk")
    assert names.several("Norfolk / Suffolk")
    assert not names.several("Avon and Somerset")
