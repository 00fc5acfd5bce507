"""A text that has been read: its sentences, what they claim, and whose story of which year it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from storygen.model.dataset import Dataset
from storygen.model.reading import Claim, Remark
from storygen.proofing.reading.almanac import Almanac
from storygen.proofing.reading.reference import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything a remark may look at; `lines` are the sentences of the copy in order, headline first if it has one."""

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    by_line: Mapping[int, tuple[Claim, ...]]
    dataset: Dataset
    almanac: Almanac
    area: str
    year: str

    def of_role(self, *roles: str) -> tuple[Line, ...]:
        """The sentences of these parts of the page."""
        return tuple(line for line in self.lines if line.sentence.role in roles)

    @property
    def body(self) -> tuple[Line, ...]:
        """The sentences of the copy itself."""
        return self.of_role("body")

    def paragraph_of(self, line: Line) -> int:
        """Which paragraph of the body a sentence is in, from 1."""
        return len(
            {each.sentence.paragraph for each in self.body if each.sentence.paragraph <= line.sentence.paragraph}
        )

    def claims_of(self, line: Line) -> tuple[Claim, ...]:
        """The claims a sentence makes."""
        return self.by_line.get(id(line), ())


def remark(line: Line, rule: str, message: str, start: int = 0, end: int | None = None) -> Remark:
    """A remark on some characters of a sentence; on all of it where none are given."""
    text = line.sentence.text[start:end]
    row, column = line.sentence.place(start)
    return Remark(text=text, line=row, column=column, end=column + len(text), rule=rule, message=message)
