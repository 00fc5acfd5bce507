"""Reads a topic's figures into the paper every other room works from."""

from dataclasses import dataclass, replace
from pathlib import Path

from storygen.errors import SourceError
from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.topic import Topic
from storygen.paths import topic_folder
from storygen.sources.areas import Directory, read_areas
from storygen.sources.catalogue import CATALOGUE, Entry, read_catalogue, verify
from storygen.sources.contract import check, labels_of
from storygen.sources.frame import Checked, frame
from storygen.sources.issues import up_to_date
from storygen.sources.law import law_sheet
from storygen.sources.manifest import read_topic
from storygen.sources.sheets import Printed, read_sheet
from storygen.sources.store import read_statuses, up_to, vintages
from storygen.sources.years import mid_year

FIGURES = "figures"
"""The folder of a topic's own figures."""


def read(
    topic_name: str, folder: Path | None = None, stores: tuple[Path, ...] = (), until: str | None = None
) -> Dataset:
    """
    Everything held on a topic: the figures that ship with it, or those in `folder`, and the releases in `stores`.

    A topic that ships no figures has those of the stores. Where two tables hold a figure, that of the newer release
    counts. `until` is the name of the last release to take
    in, or "shipped" for none of them. Raises UsageError for an unknown topic,
    SettingsError for a manifest or catalogue that cannot be used, and SourceError for the first file, label or cell
    that breaks the contract, then for a file that is not, byte for byte, the one catalogued.
    """
    home = topic_folder(topic_name)
    shelf = Shelf(topic=read_topic(topic_name), directory=read_areas(home))
    held = up_to(until, vintages(stores, topic_name))
    batches = [*_shipped(folder, home), *(Batch(each.folder.parent, each.name) for each in held)]
    if not batches:
        found = "no figures that ship with the topic, and none imported"
        raise SourceError(dataset=topic_name, found=found, expected="a release; storygen data import takes one in")
    read_in = {batch: shelf.tables(batch) for batch in batches}
    tables = tuple(table for batch in batches for table in read_in[batch])
    counts = tuple(table for table in tables if table.entry.measure == shelf.topic.measure)
    years = _years(counts)
    _check_populations(tables, years)
    for batch, own in read_in.items():
        verify(batch.folder, tuple(table.entry for table in own))
    dataset = Dataset(
        topic=shelf.topic,
        areas=_held(counts, shelf.directory),
        years=years,
        tables=tuple(table.entry.table for table in tables),
        cells=frame(_newest_first(tables) if held else tables),
        printed=Printed((*(table.sheet for table in tables), law_sheet(shelf.topic))),
    )
    if not held:
        return dataset
    marked = [mark for vintage in held for mark in read_statuses(vintage)]
    return up_to_date(dataset, frame(_newest_first(tables)[::-1]), marked)


@dataclass(frozen=True, slots=True)
class Batch:
    """Tables catalogued together: the folder their files' names start from, and what those names begin with."""

    folder: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where tables are read: those that ship and those imported are held to the same contract."""

    topic: Topic
    directory: Directory

    def tables(self, batch: Batch) -> tuple[Checked, ...]:
        """Every table of a batch; an imported one's file is named after its release as well."""
        entries = read_catalogue(batch.folder / batch.name)
        named = (replace(each, file=f"{batch.name}/{each.file}") if batch.name else each for each in entries)
        return tuple(self._checked(batch.folder, entry) for entry in named)

    def _checked(self, folder: Path, entry: Entry) -> Checked:
        sheet = read_sheet(folder, entry.file)
        rows = labels_of(entry.rows, entry, self.topic, self.directory)
        columns = labels_of(entry.columns, entry, self.topic, self.directory)
        check(sheet, entry, rows, columns)
        return Checked(sheet=sheet, entry=entry, rows=rows, columns=columns)


def holds_any(topic_name: str, stores: tuple[Path, ...]) -> bool:
    """Whether any figures are held on a topic: its own, or a release of it in one of the stores."""
    return bool(_shipped(None, topic_folder(topic_name)) or vintages(stores, topic_name))


def _shipped(folder: Path | None, home: Path) -> list[Batch]:
    """The tables in `folder`, if one is given, or those that ship, if any do."""
    if folder is None and not (home / FIGURES / CATALOGUE).is_file():
        return []
    return [Batch(folder or home / FIGURES, "")]


def _newest_first(tables: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """The tables with those of the newest release first, an imported one before one of the same release that ships."""
    order = sorted(range(len(tables)), key=lambda place: (tables[place].entry.newness, place), reverse=True)
    return tuple(tables[place] for place in order)


def _years(counts: tuple[Checked, ...]) -> tuple[str, ...]:
    return tuple(sorted({table.entry.year for table in counts if table.entry.year}))


def _held(counts: tuple[Checked, ...], directory: Directory) -> tuple[Area, ...]:
    labels = {label for table in counts for label in table.sheet.rows}
    return tuple(area for area in directory.areas if area.label in labels)


def _check_populations(tables: tuple[Checked, ...], years: tuple[str, ...]) -> None:
    people = [table for table in tables if table.entry.columns == "mid-year"]
    held = {label for table in people for label in table.sheet.columns}
    for year in years:
        label = mid_year(int(year[:4]))
        if people and label not in held:
            found, expected = "no such column", f"the population for {year}"
            raise SourceError(dataset=people[0].sheet.file, column=label, found=found, expected=expected)
