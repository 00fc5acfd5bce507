"""Reads a topic's figures into the paper every other room works from."""

from pathlib import Path

from storygen.errors import SourceError
from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.topic import Topic
from storygen.paths import topic_folder
from storygen.sources.areas import Directory, read_areas
from storygen.sources.catalogue import Entry, read_catalogue, verify
from storygen.sources.contract import check, labels_of
from storygen.sources.frame import Checked, frame
from storygen.sources.law import law_sheet
from storygen.sources.manifest import read_topic
from storygen.sources.sheets import Printed, read_sheet
from storygen.sources.years import mid_year


def read(topic_name: str, folder: Path | None = None) -> Dataset:
    """
    Everything held on a topic, from the figures that ship with it or from those in `folder`, laid out alike.

    Raises UsageError for an unknown topic, SettingsError for a manifest or catalogue that cannot be used, and
    SourceError for the first file, label or cell that breaks the contract, then for a file that is not, byte
    for byte, the one catalogued.
    """
    topic = read_topic(topic_name)
    home = topic_folder(topic_name)
    folder = folder or home / "figures"
    directory = read_areas(home)
    entries = read_catalogue(folder)
    tables = tuple(_checked(folder, entry, topic, directory) for entry in entries)
    years = _years(tables)
    _check_populations(tables, years)
    verify(folder, entries)
    return Dataset(
        topic=topic,
        areas=_held(tables, directory),
        years=years,
        tables=tuple(entry.table for entry in entries),
        cells=frame(tables),
        printed=Printed((*(table.sheet for table in tables), law_sheet(topic))),
    )


def _checked(folder: Path, entry: Entry, topic: Topic, directory: Directory) -> Checked:
    sheet = read_sheet(folder, entry.file)
    rows = labels_of(entry.rows, entry, topic, directory)
    columns = labels_of(entry.columns, entry, topic, directory)
    check(sheet, entry, rows, columns)
    return Checked(sheet=sheet, entry=entry, rows=rows, columns=columns)


def _counts(tables: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """The tables of what the topic counts: those with the measure of the first in the catalogue."""
    return tuple(table for table in tables if table.entry.measure == tables[0].entry.measure)


def _years(tables: tuple[Checked, ...]) -> tuple[str, ...]:
    return tuple(sorted({table.entry.year for table in _counts(tables) if table.entry.year}))


def _held(tables: tuple[Checked, ...], directory: Directory) -> tuple[Area, ...]:
    labels = {label for table in _counts(tables) for label in table.sheet.rows}
    return tuple(area for area in directory.areas if area.label in labels)


def _check_populations(tables: tuple[Checked, ...], years: tuple[str, ...]) -> None:
    people = [table for table in tables if table.entry.columns == "mid-year"]
    held = {label for table in people for label in table.sheet.columns}
    for year in years:
        label = mid_year(int(year[:4]))
        if people and label not in held:
            found, expected = "no such column", f"the population for {year}"
            raise SourceError(dataset=people[0].sheet.file, column=label, found=found, expected=expected)
