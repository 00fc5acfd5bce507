"""What every kind of planted error needs: a draft, the tables, and draws that are the same in every run."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from storygen.model.dataset import Dataset
from storygen.model.draft import Draft, Note, Paragraph
from storygen.model.figure import Cell, Unit
from storygen.proofing.read_back import NOT_COPY


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph of a draft, by its place, and a note in it."""

    number: int
    paragraph: Paragraph
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What errors are made with: the draft, the tables, and the draws."""

    draft: Draft
    dataset: Dataset
    draw: Random

    def copy(self) -> Iterator[tuple[int, Paragraph]]:
        """The paragraphs readers see, by their places; the law's has no figure of the tables."""
        return (
            (number, each)
            for number, each in enumerate(self.draft.paragraphs)
            if each.role not in NOT_COPY | {"law", "offer"}
        )

    def figures(self, *units: Unit) -> list[Place]:
        """The figures shown in digits, of these units."""
        return [
            Place(number=number, paragraph=paragraph, note=note)
            for number, paragraph in self.copy()
            for note in paragraph.notes
            if note.figure.unit in units and re.search(r"\d", note.shown)
        ]

    def words(self, words: str) -> list[tuple[int, re.Match[str]]]:
        """Where any of these words stand."""
        pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
        return [(number, found) for number, each in self.copy() for found in pattern.finditer(each.text)]

    def replaced(self, number: int, span: tuple[int, int], words: str) -> "Planted":
        """A paragraph with other words in one stretch of it."""
        text = self.draft.paragraphs[number].text
        return number, text[: span[0]] + words + text[span[1] :]

    @property
    def counted(self) -> str:
        """What the topic counts: seizures, say."""
        return self.dataset.topic.terms.counted

    def count(self, column: str, year: str) -> int | None:
        """The story's own force's number in a column of a year's table."""
        cell = Cell(file=f"{self.dataset.topic.measure}/{year}.csv", row=self.draft.plan.area.label, column=column)
        text = self.dataset.printed.get(cell, "")
        return int(text) if text else None

    def drugs(self) -> dict[str, str]:
        """Single drugs with a number for the force in the edition's year: what they are called, and their columns."""
        year = self.draft.plan.edition.year
        return {
            each.noun: each.label
            for each in self.dataset.topic.categories
            if each.kind in {"item", "group"}
            and each.is_tabulated_in(year)
            and self.count(each.label, year) is not None
        }


Planted = tuple[int, str]
"""The paragraph changed, by its place, and its new words."""

Plant = Callable[[Bench], Iterator[Planted]]


def adjective(noun: str) -> str:
    """
    A drug as it stands before what is counted.

    >>> adjective("amphetamines"), adjective("cannabis")
    ('amphetamine', 'cannabis')
    """
    return noun[:-1] if noun.endswith(("amines", "steroids", "azepines", "drugs", "ates")) else noun
