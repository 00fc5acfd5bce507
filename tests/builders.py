"""Papers for the proof desk's tests: plainly artificial, and complete but for what a test is about."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NoReturn

from storygen.model.area import Area
from storygen.model.copy import Finding
from storygen.model.dataset import Dataset, frozen
from storygen.model.draft import Draft, Note, Paragraph
from storygen.model.figure import Cell, Figure, Formula, Unit
from storygen.proofing import proof

YEAR = "2018-19"
UNTRUE = Fraction(-999)
"""The value the notebook gives for anything worked out: a reader who trusted it would be far off."""

UNITS = {
    Formula.SUM: Unit.COUNT,
    Formula.LESS: Unit.COUNT,
    Formula.CHANGE: Unit.PER_CENT,
    Formula.SHARE: Unit.PER_CENT,
    Formula.RATIO: Unit.TIMES,
    Formula.RATE: Unit.RATE,
    Formula.MEDIAN: Unit.RATE,
    Formula.SIZE: Unit.COUNT,
    Formula.PLACE_FROM_TOP: Unit.PLACE,
    Formula.PLACE_FROM_BOTTOM: Unit.PLACE,
    Formula.RISES: Unit.PLACE,
    Formula.FALLS: Unit.PLACE,
    Formula.FIRST_RISE_IN: Unit.YEARS,
    Formula.FIRST_FALL_IN: Unit.YEARS,
    Formula.HIGHEST_SINCE: Unit.YEAR,
    Formula.LOWEST_SINCE: Unit.YEAR,
    Formula.RECORD_HIGH_SINCE: Unit.YEAR,
    Formula.RECORD_LOW_SINCE: Unit.YEAR,
}


class Unread:
    """A paper the desk must not lean on: the first look into it fails the test."""

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse any look."""
        raise AssertionError(f"the proof desk looked at {name}")


def unread() -> Any:  # noqa: ANN401 - it stands in for papers of several types
    """Stand in for a plan, a topic or a frame, which finished copy is read without."""
    return Unread()


def a_count(value: int, *, row: str = "Testshire", column: str = "All drugs", year: str = YEAR) -> Figure:
    """Make a count as it stands in one cell."""
    return Figure(
        value=Fraction(value),
        unit=Unit.COUNT,
        means=f"{column}, {row}, {year}",
        period=year,
        formula=Formula.CELL,
        cell=Cell(file=f"seizures/{year}.csv", row=row, column=column),
    )


def a_year(period: str = YEAR) -> Figure:
    """Make a year that stands for itself."""
    return Figure(value=UNTRUE, unit=Unit.YEAR, means="the year", period=period, formula=Formula.YEAR)


def worked(formula: Formula, *inputs: Figure, unit: Unit | None = None) -> Figure:
    """Make a figure of others, with a notebook value that is wrong on purpose."""
    return Figure(
        value=UNTRUE,
        unit=unit or UNITS[formula],
        means=f"the {formula}",
        period=inputs[0].period if inputs else YEAR,
        formula=formula,
        inputs=inputs,
    )


def series(*values: int, newest: int = 2018, row: str = "Testshire") -> tuple[Figure, ...]:
    """Make counts of successive years, newest first."""
    return tuple(a_count(value, row=row, year=label(newest - back)) for back, value in enumerate(values))


def label(start: int) -> str:
    """Name a financial year by the year it starts in."""
    return f"{start}-{(start + 1) % 100:02}"


def placed(formula: Formula, own: int, *others: int) -> Figure:
    """Make the place of the first value among all of them."""
    figures = pool(own, *others)
    return worked(formula, figures[0], worked(Formula.SIZE, *figures))


def pool(*values: int) -> tuple[Figure, ...]:
    """Make counts of as many areas in one year."""
    return tuple(a_count(value, row=f"Testshire {number}") for number, value in enumerate(values, 1))


def an_area(label: str = "Testshire", *, nation: str = "England") -> Area:
    """Make a territorial force in an artificial county."""
    return Area(
        slug=label.lower().replace(" ", "-"),
        label=label,
        code="E00000000",
        force=f"{label} Police",
        the_force=f"{label} Police",
        place=label,
        headline=label,
        region="the Test West",
        nation=nation,
        is_territorial=True,
        is_ranked=True,
    )


def leaves(figure: Figure) -> Iterator[Figure]:
    """Find the figures in cells that a figure rests on."""
    if figure.cell is not None:
        yield figure
    for each in figure.inputs:
        yield from leaves(each)


def a_dataset(
    *figures: Figure,
    typed: Mapping[Cell, str] | None = None,
    areas: tuple[Area, ...] = (),
) -> Dataset:
    """Tables that hold the cells of these figures, as the notebook has them unless `typed` says otherwise."""
    held: dict[Cell, str] = {}
    for leaf in (leaf for figure in figures for leaf in leaves(figure)):
        assert leaf.cell is not None
        text = held.setdefault(leaf.cell, str(leaf.value))
        assert str(leaf.value) == text, f"two values for {leaf.cell}"
    return Dataset(
        topic=unread(),
        areas=areas or (an_area(),),
        years=("2009-10", YEAR),
        tables=(),
        cells=unread(),
        printed=frozen({**held, **(typed or {})}),
    )


def a_paragraph(text: str, *shown: tuple[str, Figure], role: str = "evidence") -> Paragraph:
    """Write a paragraph: words shown fill each `{}` of the text, noted as standing for a figure."""
    pieces = text.split("{}")
    assert len(pieces) == len(shown) + 1
    written, notes = pieces[0], []
    for (words, figure), rest in zip(shown, pieces[1:], strict=True):
        notes.append(Note(start=len(written), end=len(written) + len(words), shown=words, figure=figure))
        written += words + rest
    return Paragraph(role=role, text=written, notes=tuple(notes), wording="test#test")


def a_draft(*paragraphs: Paragraph) -> Draft:
    """Make a draft of these paragraphs."""
    return Draft(plan=unread(), house="regional", paragraphs=paragraphs)


def findings(*paragraphs: Paragraph, dataset: Dataset | None = None) -> tuple[Finding, ...]:
    """Proof paragraphs against tables that agree with the notebook unless others are given."""
    noted = (note.figure for paragraph in paragraphs for note in paragraph.notes)
    return proof(a_draft(*paragraphs), dataset or a_dataset(*noted)).findings


def rules(*paragraphs: Paragraph, dataset: Dataset | None = None) -> list[str]:
    """Name the rules the desk finds broken, in order."""
    return [finding.rule for finding in findings(*paragraphs, dataset=dataset)]
