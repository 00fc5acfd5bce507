"""Lays what was harvested out as the topic keeps its tables: one file a measure and year, or one for all years."""

from collections import defaultdict

from storygen.model.topic import Category, Topic
from storygen.sources.areas import Directory
from storygen.sources.catalogue import Entry
from storygen.sources.contract import CORNERS, category_label
from storygen.sources.filing import Filed, table_text
from storygen.sources.intake.harvest import Figure, Key
from storygen.sources.intake.layouts import Filing, Intake

Cells = dict[tuple[str, str], Figure]
"""Figures by their place along the rows and the columns of a table."""


class Library:
    """Files a release: `release` is the edition its tables belong to."""

    def __init__(self, topic: Topic, directory: Directory, intake: Intake, release: str) -> None:
        """Take what says how a topic keeps its tables."""
        self._topic, self._directory, self._intake, self._release = topic, directory, intake, release

    def file(self, figures: dict[Key, Figure]) -> list[tuple[Filed, dict[tuple[str, str], Figure]]]:
        """Every table, counts first, each with its figures by the labels they then stand under."""
        found: dict[tuple[str, str], dict[Key, Figure]] = defaultdict(dict)
        for key, figure in figures.items():
            filing = self._intake.filing(key[0])
            found[key[0], key[3] if "{year}" in filing.file else ""][key] = figure
        order = [each.measure for each in self._intake.measures]
        return [
            self._table(found[each], each) for each in sorted(found, key=lambda each: (order.index(each[0]), each[1]))
        ]

    def missing(self, measure: str, year: str, areas: set[str], categories: set[str]) -> dict[str, list[str]]:
        """
        The areas and categories that a table of a year should have and has not, in the order of the tables.

        A table with most of the areas is a release of its own: it stands for itself, and what it lacks is missing. One
        of fewer adds its rows to those held, and so with categories.
        """
        filing = self._intake.filing(measure)
        found: dict[str, list[str]] = {}
        if "area" in (filing.rows, filing.columns):
            found["row"] = self._areas_missing(measure, areas)
        if "category" in (filing.rows, filing.columns):
            wanted = [each.slug for each in self._categories(filing, year)]
            is_whole = 2 * len(categories) > len(wanted)
            found["column"] = [slug for slug in wanted if slug not in categories] if is_whole else []
        return {what: slugs for what, slugs in found.items() if slugs}

    def _areas_missing(self, measure: str, areas: set[str]) -> list[str]:
        wanted = self._wanted(measure)
        is_whole = 2 * len(wanted & areas) > len(wanted)
        return [area.slug for area in self._directory.areas if is_whole and area.slug in wanted - areas]

    def _categories(self, filing: Filing, year: str) -> list[Category]:
        """The categories a table of a measure has in a year."""
        if filing.values == "measured":
            return [each for each in self._topic.categories if each.unit is not None]
        if filing.rows == "area":
            return [each for each in self._topic.categories if each.is_tabulated_in(year)]
        return list(self._topic.categories)

    def _wanted(self, measure: str) -> frozenset[str]:
        is_population = self._intake.filing(measure).category is not None
        return self._directory.territorial if is_population else self._directory.expected

    def _table(self, figures: dict[Key, Figure], of: tuple[str, str]) -> tuple[Filed, dict[tuple[str, str], Figure]]:
        filing = self._intake.filing(of[0])
        axes = {"area": 1, "category": 2, "year": 3, "mid-year": 3}
        cells = {(key[axes[filing.rows]], key[axes[filing.columns]]): figure for key, figure in figures.items()}
        entry = self._entry(filing, of[1], sorted({key[3] for key in figures}))
        rows, columns = (
            self._labels(axis, entry, {cell[place] for cell in cells})
            for place, axis in enumerate((filing.rows, filing.columns))
        )
        named = {(rows[row], columns[column]): figure for (row, column), figure in cells.items()}
        grid = {place: figure.digits for place, figure in named.items()}
        return Filed(entry, table_text(CORNERS[filing.rows], list(rows.values()), list(columns.values()), grid)), named

    def _entry(self, filing: Filing, year: str, years: list[str]) -> Entry:
        is_dated = bool(year)
        return Entry(
            file=filing.file.format(year=year),
            title=filing.title.format(year=year),
            measure=filing.measure,
            edition=f"{filing.series}, release of {self._release}, imported",
            producer=filing.producer,
            sha256="",
            rows=filing.rows,
            columns=filing.columns,
            values=filing.values,
            may_be_blank=True,
            area=filing.area,
            category=filing.category,
            year=year or None,
            first=None if is_dated else years[0],
            last=None if is_dated else years[-1],
            release=self._release,
        )

    def _labels(self, axis: str, entry: Entry, found: set[str]) -> dict[str, str]:
        """By slug or year, the labels along an axis: those found, and those a whole table should have."""
        if axis == "area":
            wanted = found.union(self._areas_missing(entry.measure, found))
            return {area.slug: area.label for area in self._directory.areas if area.slug in wanted}
        if axis == "category":
            also = self.missing(entry.measure, entry.year or "", set(), found).get("column", [])
            wanted = found.union(also)
            return {each.slug: category_label(each, entry) for each in self._topic.categories if each.slug in wanted}
        return {year: year for year in sorted(found)}
