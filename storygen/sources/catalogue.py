"""Reads the catalogue of a folder of figures: which files there are, what each holds, its checksum."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, Literal

from storygen.errors import SettingsError, SourceError
from storygen.model.dataset import Table
from storygen.model.topic import STRICT
from storygen.settings import load

CATALOGUE = "tables.yaml"

Axis = Literal["area", "category", "year", "mid-year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One file of the catalogue.

    The first part says what a table is; the second how it is laid out. `rows` and `columns` are what stands
    along its two axes, and what stands along neither is the same for the whole file: its `area`, `category`
    or `year`. Along an axis of years stand all from `first` to `last`. `values` are whole numbers or measured
    quantities, whose labels then carry the unit; `may_be_blank` allows a cell the publisher left empty.
    """

    __pydantic_config__: ClassVar = STRICT

    file: str
    title: str
    measure: str
    edition: str
    producer: str
    sha256: str

    rows: Axis
    columns: Axis
    values: Literal["whole", "measured"]
    may_be_blank: bool = False
    area: str | None = None
    category: str | None = None
    year: str | None = None
    first: str | None = None
    last: str | None = None

    @property
    def table(self) -> Table:
        """What goes into print about the file."""
        return Table(
            file=self.file,
            title=self.title,
            measure=self.measure,
            edition=self.edition,
            producer=self.producer,
            sha256=self.sha256,
        )


def read_catalogue(folder: Path) -> tuple[Entry, ...]:
    """
    The entries of `tables.yaml`, the tables of counts first.

    Raises SettingsError where it cannot be used: it lists nothing, lists a file twice, or does not say of an
    entry where its area, category and years are to be found.
    """
    entries = load(folder / CATALOGUE, tuple[Entry, ...], shown_as=CATALOGUE)
    if not entries:
        raise SettingsError(CATALOGUE, 1, 1, "no table is listed")
    files = [entry.file for entry in entries]
    for entry in entries:
        lack = "a second entry" if files.count(entry.file) > 1 else _lack(entry)
        if lack:
            raise SettingsError(CATALOGUE, 1, 1, f"{entry.file} has {lack}")
    return entries


def _lack(entry: Entry) -> str:
    """What keeps an entry from being read, in words; nothing if it can be."""
    axes = {entry.rows, entry.columns}
    years = axes & {"year", "mid-year"}
    if ("area" in axes) == (entry.area is not None):
        return "no one place for its areas: along an axis or under 'area'"
    if ("category" in axes) == (entry.category is not None):
        return "no one place for its categories: along an axis or under 'category'"
    if len(years) + (entry.year is not None) != 1:
        return "no one place for its years: along an axis or under 'year'"
    spans = re.compile(r"mid-\d{4}" if "mid-year" in years else r"\d{4}-\d{2}")
    ends = (entry.first, entry.last) if years else (entry.year,)
    return "" if all(spans.fullmatch(end or "") for end in ends) else "years written in another way than 2018-19"


def checksum(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def verify(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Raise SourceError unless every file is, byte for byte, the one that was catalogued."""
    for entry in entries:
        found = checksum(folder / entry.file)
        if found != entry.sha256:
            raise SourceError(
                dataset=entry.file,
                found=f"checksum {found[:12]}…",
                expected=f"{entry.sha256[:12]}…, as catalogued in {CATALOGUE} (a figure was changed by hand)",
            )
