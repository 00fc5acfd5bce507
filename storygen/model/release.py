"""Paper: a release taken in – what it holds, where it came from, and what a person should look at."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """What a query does to the import it came up in."""

    STOPS = "stops"  # nothing of the file can be trusted until this is settled
    ASKS = "asks"  # taken in; a person should look
    NOTES = "notes"  # for the record


class Status(StrEnum):
    """What the publisher says of a figure. One without a mark is final."""

    FINAL = "final"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    ESTIMATED = "estimated"
    IMPUTED = "imputed"
    PROVISIONAL = "provisional"
    PARTIAL = "partial"
    REVISED = "revised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """
    One thing in a file that was not as expected.

    `row` and `column` are as a spreadsheet names them ("14", "C") or, where tables are compared, as the tables do.
    """

    weight: Weight
    file: str
    found: str
    expected: str
    sheet: str = ""
    row: str = ""
    column: str = ""

    def __str__(self) -> str:
        """Say where, what was found and what was expected."""
        names = {"sheet": self.sheet, "row": self.row, "column": self.column}
        place = [self.file, *(f"{name} {value}" for name, value in names.items() if value)]
        return f"{', '.join(place)}: found {self.found}; expected {self.expected}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was handed in, by name and checksum (SHA-256)."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A table that was recognised: where it stands, what it holds, and how many figures were read from it."""

    file: str
    sheet: str
    range: str
    layout: str
    measure: str
    years: tuple[str, ...]
    areas: int
    categories: int
    figures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """
    What an import made of some files.

    `name` is what it is called in the store, empty where nothing was stored; `edition` the release the files belong
    to; `imported` the day; `statuses` how many figures have each status. `is_held` says that the store had it before.
    """

    name: str
    edition: str
    imported: str
    originals: tuple[Original, ...]
    tables: tuple[Taken, ...]
    statuses: tuple[tuple[Status, int], ...]
    queries: tuple[Query, ...]
    is_held: bool = False

    def of_weight(self, weight: Weight) -> tuple[Query, ...]:
        """The queries of one weight, in the order they came up."""
        return tuple(query for query in self.queries if query.weight is weight)
