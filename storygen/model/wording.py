"""Paper: what is wrong with the wording, and which of it an edition used."""

from dataclasses import dataclass

from storygen.model.angle import Tells


@dataclass(frozen=True, slots=True, kw_only=True)
class AngleCard:
    """
    An angle as far as its wording must match it: what it may be about, and what its wording tells.

    `is_of_total` says that it may be about everything in the table, `is_of_drugs` about one drug or class.
    """

    slug: str
    is_of_total: bool
    is_of_drugs: bool
    tells: frozenset[Tells]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repertoire:
    """Everything the analysis desk may hand to a plan: its angles, and the guards that may forbid an article."""

    angles: tuple[AngleCard, ...]
    vetoes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Flaw:
    """
    One thing wrong with a file of wording: the file, the line (from 1), and what is wrong and what to do.

    >>> print(Flaw(file="angles/rise.md", line=5, what="nothing is called 'fcat'; did you mean fact?"))
    angles/rise.md, line 5: nothing is called 'fcat'; did you mean fact?
    """

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Say which file, where in it, and what is wrong."""
        return f"{self.file}, line {self.line}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """
    One way of saying a section, and how many paragraphs of an edition were written in it.

    `way` counts from 1 among the `ways` of its section; `line` is where it stands in its file.
    """

    wording: str
    section: str
    way: int
    ways: int
    line: int
    times: int
