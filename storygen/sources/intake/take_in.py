"""Takes released files in: read, understood, held against what is known, and put in the store whole or not at all."""

import csv
import gc
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storygen.errors import SourceError, StorygenError, UsageError, nearest
from storygen.model.dataset import Dataset
from storygen.model.release import Query, Release, Status, Weight
from storygen.model.topic import Category, Topic
from storygen.paths import topic_folder
from storygen.sources.areas import Directory, read_areas
from storygen.sources.filing import Filed, write_tables
from storygen.sources.intake.desk import ALIAS, Desk
from storygen.sources.intake.files import read_file
from storygen.sources.intake.harvest import Figure, Harvest, Key
from storygen.sources.intake.labels import Names
from storygen.sources.intake.layouts import read_intake
from storygen.sources.intake.review import blanks, labels_of, listed, review
from storygen.sources.intake.tables import Library
from storygen.sources.intake.values import Reader
from storygen.sources.manifest import read_topic
from storygen.sources.read import holds_any, read
from storygen.sources.store import Marked, Record, incoming, shelve, vintages, write_record, write_statuses
from storygen.sources.years import financial_year, is_financial_year

ORIGINS = "origins.csv"
ORIGIN_COLUMNS = ("file", "row", "column", "from", "sheet", "cell", "status")
HEAD = "# Which tables of a release there are and what each holds. Written on import; do not edit by hand.\n"
UNHELD = {Status.FINAL, Status.MISSING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """
    What is handed in: files, the topic they are of, and the day (as 2020-10-01).

    `edition` is the release they belong to, and the year of tables that name none; None is the newest year in them.
    `aliases` give a new name as `NEW=KNOWN`. Of a trial nothing is kept.
    """

    files: tuple[Path, ...]
    topic: str
    imported: str
    store: Path
    edition: str | None = None
    aliases: tuple[str, ...] = ()
    is_trial: bool = False


def take_in(parcel: Parcel) -> Release:
    """
    What the files hold, put in the store unless a query stops it or the parcel is a trial.

    Every fault is collected, so that one run tells all there is to settle. Raises UsageError for what was asked
    wrongly, SettingsError where the topic's own settings cannot be used, OutputError where the store cannot be written.
    """
    if parcel.edition is not None and not is_financial_year(parcel.edition):
        raise UsageError(f"{parcel.edition!r} is no edition; write it as 2018-19")
    with _hands_free():
        return _take_in(parcel)


@contextmanager
def _hands_free() -> Iterator[None]:
    """
    Spare the collector of unused objects its work while a workbook is open.

    A million cells are in use all the while: looking through them again and again took a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def tables_of(parcel: Parcel) -> tuple[list[Filed], list[Query]]:
    """The tables a parcel's files hold, laid out as the topic keeps them, and what is to be asked; none is kept."""
    topic, directory = read_topic(parcel.topic), read_areas(topic_folder(parcel.topic))
    desk = _desk(parcel, topic, directory)
    for path in parcel.files:
        read_file(path, parcel.topic, parcel.edition, desk)
    _only_counted(desk.harvest, topic)
    library = Library(topic, directory, desk.intake, parcel.edition or _newest(desk.harvest))
    return [filed for filed, _ in library.file(desk.harvest.figures)], desk.harvest.queries


def _take_in(parcel: Parcel) -> Release:
    topic, directory = read_topic(parcel.topic), read_areas(topic_folder(parcel.topic))
    desk = _desk(parcel, topic, directory)
    originals = tuple(read_file(path, parcel.topic, parcel.edition, desk) for path in parcel.files)
    _only_counted(desk.harvest, topic)
    edition = parcel.edition or _newest(desk.harvest)
    record = Record(topic=parcel.topic, edition=edition, imported=parcel.imported, originals=originals)
    same = next((each for each in vintages((parcel.store,), parcel.topic) if _is_same(each.record, record)), None)
    if same is not None:
        return _report(desk.harvest, record, name=same.name, is_held=True)
    if any(query.weight is Weight.STOPS for query in desk.harvest.queries):
        return _report(desk.harvest, record)
    return _file(parcel, record, desk.harvest, Library(topic, directory, desk.intake, edition))


def _desk(parcel: Parcel, topic: Topic, directory: Directory) -> Desk:
    intake = read_intake(parcel.topic)
    also = dict(_alias(each) for each in parcel.aliases)
    names = Names(topic, directory, intake, also)
    for known in also.values():
        if not names.knows(known):
            labels = [area.label for area in directory.areas] + [category.label for category in topic.categories]
            raise UsageError(f"--alias names {known!r}, which is no area and no category; {nearest(known, labels)}")
    return Desk(names=names, intake=intake, reader=Reader(intake), harvest=Harvest())


def _alias(pair: str) -> tuple[str, str]:
    new, is_pair, known = (part.strip() for part in pair.partition("="))
    if not (new and is_pair and known):
        raise UsageError(f"--alias {pair!r} is no pair; write the new name, an equals sign and the known name")
    return new, known


def _only_counted(harvest: Harvest, topic: Topic) -> None:
    """Drop, with a note, what the topic does not keep: numbers of a form only weighed, or amounts of a class."""
    categories = {each.slug: each for each in topic.categories}
    dropped: Counter[tuple[str, str]] = Counter()
    for key in list(harvest.figures):
        category = categories.get(key[2])
        if category and _is_not_kept(key[0], category, topic):
            dropped[key[0], category.label] += 1
            del harvest.figures[key]
    for (measure, label), times in dropped.items():
        found = f"{times:,} figures for {label}"
        expected = "categories the topic keeps; they were left out"
        harvest.queries.append(Query(weight=Weight.NOTES, file=measure, found=found, expected=expected))


def _is_not_kept(measure: str, category: Category, topic: Topic) -> bool:
    is_amount = measure.endswith(topic.QUANTITY)
    return (is_amount and category.unit is None) or (measure == topic.measure and not category.is_counted)


def _newest(harvest: Harvest) -> str:
    """The newest year of a harvest; of populations, the year that opens in the newest mid-year."""
    years = {key[3] for key in harvest.figures}
    financial = {year for year in years if is_financial_year(year)}
    opened = {financial_year(int(year.removeprefix("mid-"))) for year in years - financial}
    return max(financial or opened, default="")


def _is_same(held: Record, new: Record) -> bool:
    return held.edition == new.edition and {each.sha256 for each in held.originals} == {
        each.sha256 for each in new.originals
    }


def _file(parcel: Parcel, record: Record, harvest: Harvest, library: Library) -> Release:
    """Make the release ready beside the store, hold it against everything held, and shelve it if nothing stops it."""
    tables = library.file(harvest.figures)
    with incoming(parcel.store, parcel.topic) as folder:
        made = folder / parcel.topic / "new"
        made.mkdir(parents=True)
        write_tables((filed for filed, _ in tables), made, head=HEAD)
        write_statuses(_marked(harvest.figures), made)
        (made / ORIGINS).write_text(_origins(tables), encoding="utf-8", newline="\n")
        write_record(record, made)
        try:
            dataset = read(parcel.topic, stores=(parcel.store, folder))
            before = read(parcel.topic, stores=(parcel.store,)) if holds_any(parcel.topic, (parcel.store,)) else None
        except StorygenError as fault:
            harvest.queries.append(_stopped_by(fault, record))
        else:
            harvest.queries += _questions(dataset, before, harvest, library)
        is_stopped = any(query.weight is Weight.STOPS for query in harvest.queries)
        name = "" if is_stopped or parcel.is_trial else shelve(made, record, parcel.store)
    return _report(harvest, record, name=name)


def _stopped_by(fault: StorygenError, record: Record) -> Query:
    if isinstance(fault, SourceError):
        row = "" if fault.row is None else str(fault.row)
        where = {"file": fault.dataset, "row": row, "column": fault.column or ""}
        return Query(weight=Weight.STOPS, found=fault.found, expected=fault.expected, **where)
    return Query(weight=Weight.STOPS, file=record.edition, found=str(fault), expected="a release that can be read")


def _questions(dataset: Dataset, before: Dataset | None, harvest: Harvest, library: Library) -> Iterator[Query]:
    yield from _absent(dataset, harvest, library)
    yield from blanks({key: figure.digits for key, figure in harvest.figures.items()}, dataset)
    yield from review(dataset, before, set(harvest.figures))


def _absent(dataset: Dataset, harvest: Harvest, library: Library) -> Iterator[Query]:
    """
    Areas without a row in a table that has most of the others, and categories without a column.

    Beside figures under a name nobody knows they stop the import: the one may be the other under a new name.
    """
    labels = labels_of(dataset)
    weight = Weight.STOPS if any(query.expected == ALIAS for query in harvest.queries) else Weight.ASKS
    held: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for measure, area, category, year in harvest.figures:
        areas, categories = held.setdefault((measure, year), (set(), set()))
        areas.add(area)
        categories.add(category)
    for (measure, year), (areas, categories) in held.items():
        for what, missing in library.missing(measure, year, areas, categories).items():
            found = f"no {what} for {listed([labels.get(slug, slug) for slug in missing])}"
            expected = f"a {what} for each; what is not there is left blank"
            yield Query(weight=weight, file=f"{measure} {year}", found=found, expected=expected)


def _marked(figures: dict[Key, Figure]) -> list[Marked]:
    return [Marked(*key, figure.status) for key, figure in figures.items() if figure.status not in UNHELD]


def _origins(tables: list[tuple[Filed, dict[tuple[str, str], Figure]]]) -> str:
    """For every cell kept, the cell it was read from."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ORIGIN_COLUMNS)
    for filed, figures in tables:
        for (row, column), figure in figures.items():
            origin = (figure.grid.file, figure.grid.sheet, figure.cell, figure.status)
            writer.writerow((filed.entry.file, row, column, *origin))
    return out.getvalue()


def _report(harvest: Harvest, record: Record, *, name: str = "", is_held: bool = False) -> Release:
    counted = Counter(figure.status for figure in harvest.figures.values())
    return Release(
        name=name,
        edition=record.edition,
        imported=record.imported,
        originals=record.originals,
        tables=tuple(harvest.tables),
        statuses=tuple((status, counted[status]) for status in Status if counted[status]),
        queries=() if is_held else tuple(_by_weight(harvest.shortened())),
        is_held=is_held,
    )


def _by_weight(queries: Iterable[Query]) -> list[Query]:
    order = list(Weight)
    return sorted(queries, key=lambda query: order.index(query.weight))
