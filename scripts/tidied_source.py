"""The tidied source of drug seizures, a row a cell: reads it, and lays it out as the topic keeps its tables."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from storygen.errors import SourceError, nearest
from storygen.model.topic import Category
from storygen.paths import topic_folder
from storygen.sources.areas import Directory, read_areas
from storygen.sources.catalogue import Entry
from storygen.sources.contract import category_label
from storygen.sources.filing import Filed, table_text
from storygen.sources.manifest import read_topic
from storygen.sources.years import financial_year, mid_year

TOPIC = "drug_seizures"
HOME_OFFICE, ONS = "Home Office", "Office for National Statistics"
SERIES = "Seizures of drugs in England and Wales"
NATIONAL_LABELS = {"Total": "All drugs", "Total Cannabis": "All cannabis"}
VINTAGES = (
    (
        2005,
        2020,
        "population/mid-2005-to-2020.csv",
        "Mid-2005 to mid-2020, the series before the 2021 Census",
    ),
    (2021, 2021, "population/mid-2021.csv", "Mid-2021, the first estimates based on the 2021 Census"),
    (2022, 2022, "population/mid-2022.csv", "Mid-2022, the edition for the whole United Kingdom"),
)

Row = dict[str, str]
Grid = dict[tuple[str, str], str]


def filed_tables(folder: Path) -> list[Filed]:
    """Every table of the source, counts first; SourceError for what cannot be laid out."""
    topic = read_topic(TOPIC)
    directory = read_areas(topic_folder(TOPIC))
    cells = source_rows(folder, "seizures_by_force.csv", ("fy", "force", "drug", "measure", "value", "unit"))
    years = sorted({row["fy"] for row in cells})
    counts = [force_table(cells, year, topic.categories, directory, measure="seizures") for year in years]
    amounts = [force_table(cells, year, topic.categories, directory, measure="quantity") for year in years]
    return [
        *counts,
        *amounts,
        national_table(folder, "national_seizures.csv", "fye", topic.categories, measured=False),
        national_table(folder, "national_quantities.csv", "year", topic.categories, measured=True),
        *population_tables(folder, directory),
    ]


def force_table(
    cells: list[Row], year: str, categories: Sequence[Category], directory: Directory, *, measure: str
) -> Filed:
    """One year of the forces' counts or quantities."""
    is_count = measure == "seizures"
    entry = Entry(
        file=f"{'seizures' if is_count else 'quantities'}/{year}.csv",
        title=f"{'Number of seizures' if is_count else 'Quantity of drugs seized'} by police force, {year}",
        measure=measure,
        edition=f"{SERIES}, tables for {year}",
        producer=HOME_OFFICE,
        sha256="",
        rows="area",
        columns="category",
        values="whole" if is_count else "measured",
        may_be_blank=True,
        year=year,
    )
    grid: Grid = {}
    for row in cells:
        if row["fy"] == year and row["measure"] == measure:
            category = _category(row["drug"], categories, "seizures_by_force.csv")
            _check_unit(row, category)
            _put(
                grid,
                row["force"],
                category_label(category, entry),
                digits(row["value"]),
                "seizures_by_force.csv",
            )
    columns = [
        category_label(each, entry)
        for each in categories
        if (each.is_tabulated_in(year) if is_count else each.unit is not None)
    ]
    rows = [area.label for area in directory.areas if area.slug in directory.expected]
    return Filed(entry, table_text("Force", rows, columns, grid))


def national_table(
    folder: Path, file: str, year_column: str, categories: Sequence[Category], *, measured: bool
) -> Filed:
    """The national counts or quantities of every year, turned so that a row is a drug."""
    source = source_rows(folder, file, (year_column,))
    years = [financial_year(int(row[year_column]) - 1) for row in source]
    entry = Entry(
        file=f"national/{'quantities' if measured else 'seizures'}.csv",
        title=f"{'Quantity of drugs seized' if measured else 'Number of seizures'} in England and Wales",
        measure="national-quantity" if measured else "national-seizures",
        edition=f"{SERIES}, year ending March 2019, which revises earlier years",
        producer=HOME_OFFICE,
        sha256="",
        rows="category",
        columns="year",
        values="measured" if measured else "whole",
        area="national",
        first=years[0],
        last=years[-1],
    )
    grid: Grid = {}
    for year, row in zip(years, source, strict=True):
        for label, value in row.items():
            if label != year_column:
                category = _category(NATIONAL_LABELS.get(label, label), categories, file)
                _put(grid, category_label(category, entry), year, value, file)
    rows = [category_label(each, entry) for each in categories if each.unit is not None or not measured]
    return Filed(entry, table_text("Drug", rows, years, grid))


def population_tables(folder: Path, directory: Directory) -> list[Filed]:
    """Residents of every area, one file a vintage."""
    file = "population_by_force.csv"
    labels = {area.code: area.label for area in directory.areas if area.code}
    vintages: dict[str, str] = {}
    grid: Grid = {}
    for row in source_rows(folder, file, ("pfa_code", "mid_year", "population", "vintage")):
        if row["pfa_code"] not in labels:
            raise SourceError(dataset=file, found=f"the code {row['pfa_code']}", expected="one of areas.csv")
        _put(grid, labels[row["pfa_code"]], mid_year(int(row["mid_year"])), row["population"], file)
        vintages.setdefault(row["mid_year"], row["vintage"])
    rows = [area.label for area in directory.areas if area.is_territorial]
    return [_population_table(vintage, vintages, rows, grid) for vintage in VINTAGES]


def _population_table(
    vintage: tuple[int, int, str, str], vintages: dict[str, str], rows: list[str], grid: Grid
) -> Filed:
    first, last, file, edition = vintage
    if len({vintages.get(str(year)) for year in range(first, last + 1)}) != 1:
        raise SourceError(dataset=file, found="populations of more than one vintage", expected="one vintage a file")
    entry = Entry(
        file=file,
        title="Residents of police force areas at mid-year",
        measure="population",
        edition=edition,
        producer=ONS,
        sha256="",
        rows="area",
        columns="mid-year",
        values="whole",
        category="people",
        first=mid_year(first),
        last=mid_year(last),
    )
    columns = [mid_year(year) for year in range(first, last + 1)]
    return Filed(entry, table_text("Force", rows, columns, grid))


def residuals(folder: Path) -> dict[tuple[str, str], int]:
    """By drug and year, national less listed forces, as the source worked it out; empty if it did not."""
    file = "national_residual.csv"
    if not (folder / file).is_file():
        return {}
    rows = source_rows(folder, file, ("drug", "fy", "residual_wales_plus_missing"))
    return {(row["drug"], row["fy"]): int(row["residual_wales_plus_missing"]) for row in rows}


def source_rows(folder: Path, file: str, wanted: Iterable[str]) -> list[Row]:
    """The rows of a source file; SourceError if it is missing or lacks a column in `wanted`."""
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise SourceError(dataset=file, found="nothing that can be read", expected="a CSV file in UTF-8") from None
    for column in wanted:
        if not rows or column not in rows[0]:
            raise SourceError(dataset=file, column=column, found="no such column", expected="it in the header")
    return rows


def digits(value: str) -> str:
    """
    A number as typed, save that a power of ten is written out.

    >>> digits("9e-05"), digits("0.10"), digits("")
    ('0.00009', '0.10', '')
    """
    return f"{Decimal(value):f}" if "e" in value.casefold() else value


def _category(label: str, categories: Sequence[Category], file: str) -> Category:
    known = {category.label: category for category in categories}
    if label not in known:
        raise SourceError(dataset=file, found=f"the drug '{label}'", expected=nearest(label, list(known)))
    return known[label]


def _check_unit(row: Row, category: Category) -> None:
    wanted = "number" if row["measure"] == "seizures" else category.unit
    if row["unit"] != wanted:
        where = f"{row['force']} {row['fy']}"
        found = f"{category.noun} in {row['unit']}"
        raise SourceError(dataset="seizures_by_force.csv", row=where, found=found, expected=f"{wanted}")


def _put(grid: Grid, row: str, column: str, value: str, file: str) -> None:
    if (row, column) in grid:
        raise SourceError(dataset=file, row=row, column=column, found="the cell twice", expected="each cell once")
    grid[row, column] = value
