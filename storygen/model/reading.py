"""Paper: a piece of copy as the proof desk read it – every claim with its ruling, and what else is wrong."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from storygen.model.figure import Cell
from storygen.model.rules import REASONS


class Ruling(StrEnum):
    """What the figures say of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """
    What the figures say: an exact value, the sum it came from, and its cells.

    `working` is the sum in figures, ready to print; `cells` may hold one cell more than once.
    """

    value: Fraction
    working: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """
    One statement that figures can bear out or contradict, where it stands, and the ruling on it.

    `line` and `column` count from 1; `end` is the column after its last character. `area`, `drug` and `period` say
    what it speaks of, empty where that cannot be told; `value` and `unit` what it says. `truth` is a sentence: for a
    contradicted claim what the figures say, for an uncheckable one what would be needed. `wording` is the sentence of a
    contradicted claim with the truth put in, where words near to it can say so. `rule` is the rule of the
    manual that asks for it. A claim in quotation marks is ruled on and never held against the copy.
    """

    text: str
    line: int
    column: int
    end: int
    kind: str
    area: str = ""
    drug: str = ""
    period: str = ""
    value: str = ""
    unit: str = ""
    ruling: Ruling
    truth: str = ""
    wording: str = ""
    working: Truth | None = None
    rule: str = "R02"
    is_quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something wrong that needs no figure: the rule broken, the words, where they stand, and what to do."""

    text: str
    line: int
    column: int
    end: int
    rule: str
    message: str

    @property
    def reason(self) -> str:
        """Why the manual has the rule."""
        return REASONS[self.rule]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    Everything found in one piece of copy, in the order of the text.

    `area` (its slug) and `year` are those it was read as a story about, empty where that cannot be told; `note` says
    what kept it from being checked; `lines` are those of the file.
    """

    name: str
    area: str = ""
    year: str = ""
    claims: tuple[Claim, ...] = ()
    remarks: tuple[Remark, ...] = ()
    note: str = ""
    lines: tuple[str, ...] = field(default=(), repr=False)

    @property
    def contradicted(self) -> tuple[Claim, ...]:
        """The claims an editor must change: contradicted, and in the copy's own voice."""
        return tuple(each for each in self.claims if each.ruling is Ruling.CONTRADICTED and not each.is_quoted)

    @property
    def is_clean(self) -> bool:
        """Whether nothing needs a person."""
        return not self.contradicted and not self.remarks
