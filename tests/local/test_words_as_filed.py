"""The words of a local fact: as filed, every figure in them noted, and dates in months."""

import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from filing import NUMBER, TODAY, a_fact, read_facts
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from storygen.model.cleared import Cleared
from storygen.model.dataset import Dataset
from storygen.model.draft import Note
from storygen.model.figure import Figure, Formula, Unit
from storygen.model.house import House
from storygen.model.local_fact import LocalFact, Period
from storygen.paths import shipped
from storygen.proofing.numerals import numerals
from storygen.settings import load
from storygen.sources.clearance import Bench, objections
from storygen.sources.local_facts import Filed
from storygen.style import Stylebook, house
from storygen.writing.filters import filters
from storygen.writing.notebook import Notebook

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "local-facts.yaml"
REGIONAL: House = house("regional", [shipped("templates") / "houses"])
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


def lifted(wording: str, **context: Any) -> tuple[str, tuple[Note, ...]]:  # noqa: ANN401 - what a wording may name
    """What a wording gives, with its notes."""
    environment = Environment(autoescape=False)  # noqa: S701 - Markdown, not HTML
    environment.filters.update(filters(Stylebook(REGIONAL)))
    notebook = Notebook()
    return notebook.lift(environment.from_string(wording).render(notebook=notebook, **context))


def a_cleared(dataset: Dataset, fact: LocalFact, *shown: str) -> Cleared:
    """A cleared fact with these words for numbers."""
    figures = tuple(
        (each, Figure(value=Fraction(1), unit=Unit.COUNT, means=each, period="", formula=Formula.AS_GIVEN))
        for each in shown
    )
    return Cleared(fact=fact, area=dataset.stories[0], file="local-facts/x.yaml", figures=figures)


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory, dataset: Dataset) -> LocalFact:
    """A fact in order."""
    (cleared,) = read_facts(tmp_path_factory.mktemp("facts"), dataset, a_fact()).cleared
    return cleared.fact


@given(shown=st.lists(st.sampled_from(["999", "9", "£9 million", "9 per cent", "nine"]), unique=True), data=st.data())
def test_words_stay_as_filed_and_every_number_is_noted(
    shown: list[str], data: st.DataObject, dataset: Dataset, filed: LocalFact
) -> None:
    """Whatever the order, the text is the text, and each note covers exactly the words it was filed under."""
    words = data.draw(st.lists(st.sampled_from(["some", "of", *shown]), max_size=8).map(" then ".join))

    text, notes = lifted("{{ words | traced(local) }}", words=words, local=a_cleared(dataset, filed, *shown))

    assert words == text
    assert [note.shown for note in notes] == [each for each in words.split(" then ") if each in shown]
    assert all(text[note.start : note.end] == note.shown == note.figure.means for note in notes)


@given(DAYS, DAYS)
def test_a_period_is_told_in_months_with_every_year_noted(one: dt.date, other: dt.date) -> None:
    """Its first and last month and its years are in the words, and no number stands there without a note."""
    start, end = sorted((one, other))

    text, notes = lifted("{{ period | span }}", period=Period(start=start, end=end))

    assert text.startswith(("in ", "from "))
    assert start.strftime("%B") in text
    assert text.endswith(f"{end:%B} {end.year}")
    assert [str(year) for year in sorted({start.year, end.year})] == [note.shown for note in notes]
    assert [note.figure.value for note in notes] == [each.value for each in numerals(text)]


def test_a_period_without_an_end_says_nothing() -> None:
    """Half a period would mislead."""
    assert ("", ()) == lifted("{{ period | span }}", period=Period(start=TODAY))


def test_the_example_is_in_order_but_for_its_approval(dataset: Dataset) -> None:
    """What the guide tells an editor to copy would be cleared with a name under it, and is not without."""
    (fact,) = load(EXAMPLE, Filed).local_facts

    against = objections(fact, Bench(on=TODAY, areas=dataset.stories, topic=dataset.topic))

    assert ("nobody has approved it",) == against


def test_a_figure_leads_to_its_file_and_row(tmp_path: Path, dataset: Dataset) -> None:
    """Its cell names the file below the folder, the fact and what the figure is."""
    (cleared,) = read_facts(tmp_path / "facts", dataset, a_fact(figures=[NUMBER])).cleared

    ((shown, figure),) = cleared.figures
    (cell,) = figure.cells()

    assert ("999", Fraction(999)) == (shown, figure.value)
    assert ("local-facts/facts.yaml", "fact-a", "people arrested") == (cell.file, cell.row, cell.column)
