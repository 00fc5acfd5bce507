"""Reads the catalogue of a folder of figures: which files there are, what each holds, its checksum."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from typing import ClassVar, Literal

from storygen.errors import SettingsError, SourceError
from storygen.model.dataset import Table
from storygen.model.strict import STRICT
from storygen.settings import load
from storygen.sources.years import financial_year, financial_years, is_financial_year, mid_years

CATALOGUE = "tables.yaml"

Axis = Literal["area", "category", "year", "mid-year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One file of the catalogue.

    The first part says what a table is; the second how it is laid out. `rows` and `columns` are what stands
    along its two axes, and what stands along neither is the same for the whole file: its `area`, `category`
    or `year`. Along an axis of years stand all from `first` to `last`. `values` are whole numbers or measured
    quantities, whose labels then carry the unit; `may_be_blank` allows a cell the publisher left empty. `release` is
    the edition a table was imported with, None for one that ships: an import may hold some of the areas only.
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
    release: str | None = None

    @property
    def newness(self) -> str:
        """The release a table belongs to, as a financial year: of two tables the one of the newer release counts."""
        if self.release or self.year:
            return self.release or self.year or ""
        last = (self.last or "").removeprefix("mid-")
        return last if is_financial_year(last) else financial_year(int(last))

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

    Raises SettingsError where it cannot be used: it lists nothing, lists a file twice or a measure twice for a
    year, lists a file outside the folder or of another year than its name says, or does not say of an entry
    where its area, category and years are to be found.
    """
    entries = load(folder / CATALOGUE, tuple[Entry, ...], shown_as=CATALOGUE)
    if not entries:
        raise SettingsError(CATALOGUE, 1, 1, "no table is listed")
    files = [entry.file for entry in entries]
    for entry in entries:
        lack = "a second entry" if files.count(entry.file) > 1 else _lack(entry) or _misfiled(entry)
        if lack:
            raise SettingsError(CATALOGUE, 1, 1, f"{entry.file} has {lack}")
    _check_years(entries)
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
    ends = (entry.first, entry.last) if years else (entry.year,)
    is_year = _is_mid_year if "mid-year" in years else is_financial_year
    return "" if all(is_year(end or "") for end in ends) else "years written in another way than 2018-19"


def _is_mid_year(label: str) -> bool:
    return bool(re.fullmatch(r"mid-[0-9]{4}", label))


def _misfiled(entry: Entry) -> str:
    """What is wrong with where an entry's file lies or what it is called, in words; nothing if all is well."""
    path = PureWindowsPath(entry.file)  # knows both slashes, and drives
    if path.anchor or ".." in entry.file or not entry.file.isprintable():
        return "a path that may lead out of the folder of figures"
    if entry.year and is_financial_year(path.stem) and path.stem != entry.year:
        return f"the year {entry.year}, but {path.stem} in its name"
    return ""


def _check_years(entries: tuple[Entry, ...]) -> None:
    """Raise SettingsError if two entries hold the same measure of the same year."""
    held: dict[tuple[str, str], str] = {}
    for entry in entries:
        for year in _years(entry):
            other = held.setdefault((entry.measure, year), entry.file)
            if other != entry.file:
                message = f"{entry.file} has the measure {entry.measure} for {year}, which {other} has already"
                raise SettingsError(CATALOGUE, 1, 1, message)


def _years(entry: Entry) -> tuple[str, ...]:
    """The financial years an entry holds, or those its mid-years open."""
    if entry.year:
        return (entry.year,)
    along = mid_years if "mid-year" in (entry.rows, entry.columns) else financial_years
    return tuple(along(entry.first or "", entry.last or "").values())


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
