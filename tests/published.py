"""Workbooks in the publisher's manner, made from figures held: titles, merged headings, regions, totals and notes."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from storygen.model.dataset import Dataset
from storygen.model.topic import Category

Lines = list[list[Any]]
Sheets = Mapping[str, Lines]

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
STYLES = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 66.6%"/></style:style></office:automatic-styles>'
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/></manifest:manifest>'
)


@dataclass(frozen=True, slots=True)
class Raised:
    """Text with a footnote mark raised above the line."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Error:
    """An error as LibreOffice saves it, or, with `value`, as Excel does."""

    shown: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its last result, or without one."""

    result: float | None


def ods(sheets: Sheets, *, parts: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument spreadsheet with these sheets, and further parts of the archive."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_row, lines))}</table:table>"
        for name, lines in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} {CALC}>{STYLES}'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"mimetype": MIMETYPE, "content.xml": content, "META-INF/manifest.xml": MANIFEST, **(parts or {})})


def archive(parts: Mapping[str, str]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)  # without the time of day
    return out.getvalue()


def xlsx(sheets: Sheets) -> bytes:
    """The same as an Excel workbook; a raised mark is rich text."""
    from openpyxl import Workbook  # noqa: PLC0415 - only some tests need it
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415 - the same
    from openpyxl.cell.text import InlineFont  # noqa: PLC0415 - the same

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name[:31])
        for y, line in enumerate(lines, 1):
            for x, cell in enumerate(line, 1):
                if isinstance(cell, Raised):
                    raised = TextBlock(InlineFont(vertAlign="superscript"), cell.mark)
                    sheet.cell(y, x).value = CellRichText(cell.text, raised)
                elif isinstance(cell, Error):
                    sheet.cell(y, x).value = cell.shown
                    sheet.cell(y, x).data_type = "e"
                elif isinstance(cell, Formula):
                    sheet.cell(y, x).value = "=1+1"  # openpyxl saves no result
                else:
                    sheet.cell(y, x).value = cell
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(line: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_cell, line))}</table:table-row>"


def _cell(cell: object) -> str:  # noqa: PLR0911 - a case for each kind of cell
    match cell:
        case None | "":
            return "<table:table-cell/>"
        case bool():
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(cell).lower()}"/>'
        case int() | float():
            value = f'office:value-type="float" office:value="{cell!r}"'
            return f"<table:table-cell {value}><text:p>{cell:,}</text:p></table:table-cell>"
        case Error(shown, None):
            kind = (
                'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"'
            )
            return f"<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>"
        case Error(shown, value):
            kind = f'table:formula="of:=1/0" office:value-type="float" office:value="{value}"'
            return f"<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>"
        case Formula(None):
            return '<table:table-cell table:formula="of:=1+1"/>'
        case Formula(result):
            value = f'table:formula="of:=1+1" office:value-type="float" office:value="{result}"'
            return f"<table:table-cell {value}><text:p>{result:,}</text:p></table:table-cell>"
        case Raised(text, mark):
            inside = f'{escape(text)}<text:span text:style-name="T1">{escape(mark)}</text:span>'
            return f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
        case _:
            lines = "".join(f"<text:p>{escape(part)}</text:p>" for part in str(cell).split("\n"))
            return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def force_table(dataset: Dataset, year: str, *, measure: str = "seizures") -> Lines:
    """One year of the forces' figures as published: regions with their forces below, then the other authorities."""
    held = _held(dataset, measure, year)
    columns = [
        each for each in dataset.topic.categories if any((area.slug, each.slug) in held for area in dataset.areas)
    ]
    what = "Number of seizures" if measure == "seizures" else "Quantity of drugs seized"
    lines: Lines = [
        [f"Table 5: {what} by police force and type of drug, {year.replace('-', '/')}"],
        [],
        ["England and Wales"],
        ["", *_classes(dataset, columns, year)],
        ["Police force area", *(_heading(each, measure) for each in columns)],
    ]
    territorial = [area for area in dataset.areas if area.is_territorial]
    for region in dict.fromkeys(area.region for area in territorial):
        members = [area for area in territorial if area.region == region]
        rows = [[held.get((area.slug, each.slug)) for each in columns] for area in members]
        lines += [[region.removeprefix("the ").removesuffix(" region"), *_totals(rows)]]
        lines += [[area.label, *row] for area, row in zip(members, rows, strict=True)]
    whole = [[held.get((area.slug, each.slug)) for each in columns] for area in territorial]
    lines += [["Total", *_totals(whole)]]
    lines += [
        [area.label, *(held.get((area.slug, each.slug)) for each in columns)]
        for area in dataset.areas
        if not area.is_territorial
    ]
    return [*lines, [], ["Source: the figures held, laid out for a test."], ["1. A note with a number in it, 2009/10."]]


def national_table(dataset: Dataset, *, measure: str = "national-seizures") -> Lines:
    """The national figures: a block of other authorities that must not be taken, then the one that must."""
    cells = dataset.cells[dataset.cells["measure"].eq(measure)]
    years = sorted(cells["year"].unique())
    values = dict(zip(zip(cells["category"], cells["year"], strict=True), cells["value"], strict=True))
    drugs = [each for each in dataset.topic.categories if (each.slug, years[0]) in values]
    what = "Number of seizures" if measure == "national-seizures" else "Quantity of drugs seized"
    header = ["Drug type", *(f"{year[:4]}/{year[5:]}" for year in years)]
    unit = measure != "national-seizures"
    block = [
        [f"{each.label} ({each.unit})" if unit else each.label, *(values[each.slug, year] for year in years)]
        for each in drugs
    ]
    return [
        [f"Table 1: {what} by authority, {years[0].replace('-', '/')} to {years[-1].replace('-', '/')}"],
        [],
        ["Seized by Border Force"],
        [*header],
        *([label, *(0 for _ in years)] for label, *_ in block),
        [],
        ["England and Wales, all authorities"],
        header,
        *block,
        [],
        ["1. A note."],
    ]  # fmt: skip


def population_table(dataset: Dataset) -> Lines:
    """Residents at mid-year, as the statistics office lays them out."""
    cells = dataset.cells[dataset.cells["measure"].eq("population")]
    years = sorted(cells["year"].unique())
    values = dict(zip(zip(cells["area"], cells["year"], strict=True), cells["value"], strict=True))
    lines: Lines = [
        ["Mid-year population estimates for police force areas"],
        [],
        ["Code", "Name", *(f"Mid-{year[:4]}" for year in years)],
    ]
    return lines + [
        [f"X{number:08d}", row, *(int(values[area, year]) for year in years)]
        for number, (area, row) in enumerate(zip(cells["area"].unique(), cells["row"].unique(), strict=True))
    ]


def _held(dataset: Dataset, measure: str, year: str) -> dict[tuple[str, str], object]:
    cells = dataset.cells[dataset.cells["measure"].eq(measure) & dataset.cells["year"].eq(year)]
    keys = zip(cells["area"], cells["category"], strict=True)
    return {key: _number(value) for key, value in zip(keys, cells["value"].tolist(), strict=True)}


def _number(value: float) -> object:
    if value != value:  # noqa: PLR0124 - only a missing value differs from itself
        return ".."
    return int(value) if value == int(value) else value


def _classes(dataset: Dataset, columns: Sequence[Category], year: str) -> Iterable[str]:
    """The line above the headings: a class over the first of its drugs, as a merged cell is saved."""
    seen: set[str] = set()
    for each in columns:
        group = each.group_in(year)
        label = dataset.topic.category(group).label.removeprefix("All ") if group and group not in seen else ""
        seen.add(group or "")
        yield label


def _heading(category: Category, measure: str) -> str:
    return category.label if measure == "seizures" else f"{category.label}\n({category.unit})"


def _totals(rows: Sequence[Sequence[object]]) -> list[object]:
    columns = zip(*rows, strict=True)
    return [round(sum(cell for cell in column if isinstance(cell, (int, float))), 2) for column in columns]
