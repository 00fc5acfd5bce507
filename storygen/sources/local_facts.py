"""Reads local facts from YAML, clears or refuses each, and lays their figures out as a table to be traced to."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, groupby
from pathlib import Path
from typing import ClassVar

from storygen.errors import UsageError
from storygen.model.area import Area
from storygen.model.cleared import Cleared, LocalFacts, Refusal
from storygen.model.dataset import Dataset
from storygen.model.figure import Cell, Figure, Formula, Unit
from storygen.model.local_fact import LocalFact, LocalFigure
from storygen.model.strict import STRICT
from storygen.paths import topic_folder
from storygen.settings import load
from storygen.sources.areas import read_areas
from storygen.sources.clearance import Bench, objections
from storygen.sources.sheets import Printed, Sheet

FOLDER = "local-facts"
"""What the folder is called in addresses of cells, wherever it lies."""

UNITS = {"per cent": Unit.PER_CENT, "percentage points": Unit.POINTS, "kg": Unit.KG, "years": Unit.YEARS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file of local facts."""

    __pydantic_config__: ClassVar = STRICT

    local_facts: tuple[LocalFact, ...]


def read_local_facts(folder: Path, on: dt.date, dataset: Dataset) -> LocalFacts:
    """
    Every fact filed in a folder, as it may or may not be used on a day.

    Raises UsageError for a folder with no file of facts in it, and SettingsError, with file and line, for a file that
    is not what it should be. A fact that may not be used is no error: it is refused, with the reason.
    """
    territorial = (area for area in read_areas(topic_folder(dataset.topic.name)).areas if area.is_territorial)
    bench = Bench(on=on, areas=tuple(territorial), topic=dataset.topic)
    judged: list[Cleared | Refusal] = []
    seen: set[str] = set()
    for path in _files(folder):
        shown_as = f"{FOLDER}/{path.relative_to(folder).as_posix()}"
        for fact in load(path, Filed, shown_as).local_facts:
            judged.append(_judge(fact, shown_as, bench, is_known=fact.id in seen))
            seen.add(fact.id)
    return _with_leads(
        LocalFacts(
            cleared=tuple(each for each in judged if isinstance(each, Cleared)),
            refused=tuple(each for each in judged if isinstance(each, Refusal)),
        ),
        dataset,
    )


def annex(dataset: Dataset, facts: LocalFacts) -> Dataset:
    """The dataset with the figures of local facts beside its tables, for the proof desk to look up."""
    if not facts.cleared:
        return dataset
    return replace(dataset, printed=Annexed(dataset.printed, Printed(tuple(_sheets(facts.cleared)))))


class Annexed(Mapping[Cell, str]):
    """The cells of the tables and those of an annex, which have no file in common."""

    def __init__(self, tables: Mapping[Cell, str], annex: Mapping[Cell, str]) -> None:
        """Put the annex beside the tables."""
        self._tables, self._annex = tables, annex

    def __getitem__(self, cell: Cell) -> str:
        """What is typed in the cell; KeyError if neither has it."""
        return self._annex[cell] if cell in self._annex else self._tables[cell]

    def __iter__(self) -> Iterator[Cell]:
        """Every address, the tables' first."""
        return chain(self._tables, self._annex)

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self._tables) + len(self._annex)


def _files(folder: Path) -> tuple[Path, ...]:
    if not folder.is_dir():
        raise UsageError(f"There is no folder of local facts {str(folder)!r}")
    if stray := sorted(folder.rglob("*.yml")):
        raise UsageError(f"{stray[0]} would not be read; files of local facts end in .yaml, so name it so")
    files = tuple(sorted(folder.rglob("*.yaml")))
    if not files:
        raise UsageError(f"{folder} holds no local facts; put a file in it that ends in .yaml")
    return files


def _judge(fact: LocalFact, file: str, bench: Bench, *, is_known: bool) -> Cleared | Refusal:
    area, against = bench.area(fact.force), objections(fact, bench)
    if is_known:
        against = ("another fact has its id", *against)
    if area is None or against:
        return Refusal(fact=fact, area=area, file=file, because="; ".join(against))
    figures = tuple((figure.shown, _figure(figure, fact, file, area)) for figure in fact.figures)
    return Cleared(fact=fact, area=area, file=file, figures=figures)


def _figure(figure: LocalFigure, fact: LocalFact, file: str, area: Area) -> Figure:
    unit = "" if figure.is_date else f", in {figure.unit}"
    return Figure(
        value=Fraction(figure.value),
        unit=UNITS.get(figure.unit, Unit.COUNT),
        means=f"{figure.what}{unit}: {area.force}, according to {fact.source.said_by}",
        period=f"{fact.period.start or ''} to {fact.period.end or ''}",
        formula=Formula.AS_GIVEN,
        cell=Cell(file=file, row=fact.id, column=figure.what),
    )


def _with_leads(facts: LocalFacts, dataset: Dataset) -> LocalFacts:
    """The facts, but those of a force the tables do not hold are refused where none of them can open a story."""
    held = {area.slug for area in dataset.stories}
    heard = held | {each.area.slug for each in facts.cleared if each.can_lead}
    orphans = (each for each in facts.cleared if each.area.slug not in heard)
    because = "the tables hold no such force, and no fact for it has a headline to open a story of its own"
    return LocalFacts(
        cleared=tuple(each for each in facts.cleared if each.area.slug in heard),
        refused=(*facts.refused, *(each.refused(because) for each in orphans)),
    )


def _sheets(cleared: tuple[Cleared, ...]) -> Iterator[Sheet]:
    """A sheet for each file: a row for each fact, a column for everything its figures are."""
    for file, group in groupby(cleared, key=lambda each: each.file):
        facts = [each.fact for each in group]
        columns = list(dict.fromkeys(figure.what for fact in facts for figure in fact.figures))
        yield Sheet(
            file=file,
            corner="id",
            rows={fact.id: place for place, fact in enumerate(facts)},
            columns={column: place for place, column in enumerate(columns)},
            grid=[[_typed(fact, column) for column in columns] for fact in facts],
        )


def _typed(fact: LocalFact, column: str) -> str:
    return next((str(figure.value) for figure in fact.figures if figure.what == column), "")
