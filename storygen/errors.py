"""What can go wrong, each in one sentence a journalist can act on."""

from dataclasses import dataclass
from difflib import get_close_matches


class StorygenError(Exception):
    """Anything storygen refuses: its text is one sentence, and the front desk exits with 2."""


class UsageError(StorygenError):
    """What was asked for is not held, or not possible."""


class OutputError(StorygenError):
    """A file could not be written where it was wanted."""


class LedgerError(StorygenError):
    """The book of story versions cannot be opened, read or written."""


@dataclass
class SourceError(StorygenError):
    """
    A table holds something it should not.

    >>> print(SourceError(dataset="seizures/2018-19.csv", row="Dorset", column="Heroin", found="'n/a'",
    ...                   expected="a whole number"))
    seizures/2018-19.csv, row Dorset, column Heroin: found 'n/a'; expected a whole number.
    """

    dataset: str
    found: str
    expected: str
    row: str | int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Say where, what was found and what was expected."""
        place = [self.dataset]
        place += [f"row {self.row}"] if self.row is not None else []
        place += [f"column {self.column}"] if self.column is not None else []
        return f"{', '.join(place)}: found {self.found}; expected {self.expected}."


@dataclass
class SettingsError(StorygenError):
    """
    A YAML file people edit says something storygen cannot use.

    >>> print(SettingsError(file="houses/tabloid.yaml", line=3, column=1, message="unknown key 'percent'"))
    houses/tabloid.yaml, line 3, column 1: unknown key 'percent'.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Say which file, where in it, and what is wrong."""
        return f"{self.file}, line {self.line}, column {self.column}: {self.message}."


@dataclass
class TemplateError(StorygenError):
    """
    A template could not be turned into copy.

    >>> print(TemplateError(template="story/total.md", line=4, story="Dorset", message="'fact.cuont' is undefined"))
    template story/total.md, line 4, while writing Dorset: 'fact.cuont' is undefined.
    """

    template: str
    line: int
    story: str
    message: str

    def __str__(self) -> str:
        """Say which template, which line, and in which story it was met."""
        return f"template {self.template}, line {self.line}, while writing {self.story}: {self.message}."


MOST_NAMES, NEAREST = 12, 5  # in one sentence: all of a few, of more only those nearest to what was asked


def nearest(asked: str, known: list[str], likeness: float = 0.6, *, held: str = "held") -> str:
    """
    Offer the nearest known names, as the end of a sentence; `likeness`, 0 to 1, is how near is near.

    `held` is what they are.

    >>> nearest("Dorest", ["Dorset", "Durham", "Essex"])
    'did you mean Dorset?'
    >>> nearest("zzz", ["dorset", "durham"])
    'held are dorset and durham'
    >>> nearest("force-ninety", [f"force-{number}" for number in range(1, 44)], likeness=0.9)
    'the nearest of those held are force-9, force-8, force-7, force-6 and force-5'
    >>> nearest("zzz", [])
    'none is held'
    """
    if not known:
        return f"none is {held}"
    names = {name.casefold(): name for name in known}
    close = get_close_matches(asked.casefold(), names, n=3, cutoff=likeness)
    if close:
        return f"did you mean {_either([names[each] for each in close], 'or')}?"
    if len(known) <= MOST_NAMES:
        return f"{held} are {_either(known, 'and')}"
    close = get_close_matches(asked.casefold(), names, n=NEAREST, cutoff=0)
    return f"the nearest of those {held} are {_either([names[each] for each in close], 'and')}"


def _either(names: list[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"
