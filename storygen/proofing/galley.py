"""A draft laid out for reading: numbered paragraphs, the numbers in them, and the tables at hand."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from storygen.model.copy import Finding
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft, Note, Paragraph
from storygen.proofing.numerals import Numeral, numerals
from storygen.proofing.quoted import covered, without_names
from storygen.proofing.recount import Recount
from storygen.proofing.sentences import sentences

VOICE = "voice"
"""The part a paragraph plays that introduces somebody, or gives their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph as a reader meets it: its number (from 1), words, notes and the numbers found in it."""

    number: int
    text: str
    notes: tuple[Note, ...]
    numerals: tuple[Numeral, ...]

    def within(self, note: Note) -> tuple[Numeral, ...]:
        """Give the numbers that lie wholly inside a note's span."""
        return tuple(each for each in self.numerals if note.start <= each.start and each.end <= note.end)

    def sentences(self) -> Iterator[str]:
        """Give the sentences of the paragraph, in order."""
        return sentences(self.text)

    def finding(self, rule: str, words: str, message: str) -> Finding:
        """Report words of this paragraph that break a rule, with a sentence an editor can act on."""
        return Finding(rule=rule, paragraph=self.number, words=words, message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """Everything a check may look at: the paragraphs, the tables, and figures worked out anew from them."""

    paragraphs: tuple[ReadParagraph, ...]
    dataset: Dataset
    recount: Recount


def set_galley(draft: Draft, dataset: Dataset, spoken: Collection[str] = (), names: Collection[str] = ()) -> Galley:
    """
    Lay a draft out for reading; every paragraph is read for numbers once.

    `spoken` are paragraphs that were really said: where one stands between quotation marks, to the byte, it is covered,
    since nobody's own words are ours to correct. So are the `names`, ranks and roles of those introduced.
    """
    return Galley(
        paragraphs=tuple(_read(number, each, spoken, names) for number, each in enumerate(draft.paragraphs, start=1)),
        dataset=dataset,
        recount=Recount(dataset),
    )


def _read(number: int, paragraph: Paragraph, spoken: Collection[str], names: Collection[str]) -> ReadParagraph:
    text = covered(paragraph.text, spoken)
    text = without_names(text, names) if paragraph.role == VOICE else text
    return ReadParagraph(number=number, text=text, notes=paragraph.notes, numerals=tuple(numerals(text)))
