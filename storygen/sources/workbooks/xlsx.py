"""
What python-calamine misreads in an Office Open XML sheet, found in the markup.

It reads an error, or a formula without its last result, as a blank, and sets a raised footnote mark after the text
as if it were part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

from storygen.sources.workbooks.grid import MOST_CELLS, Broken, Marks, Value
from storygen.sources.workbooks.markup import elements, is_free_of
from storygen.sources.workbooks.package import refuse

BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
OFFICE_RELATION = re.compile(r"\{[^}]*officeDocument[^}]*/relationships\}id")
RAISED = re.compile(rb"vertAlign")
SUSPECT = (
    "boolean(*[@t='e' or */*/* or ($raised and @t='s') or count(*) > 1 or not(@r)"
    " or (* and string-length(translate(@r, '0123456789', '')) > 1)])"
)
"""True of a row with a cell that a reader may get wrong, or one beyond column Z."""
SUSPECTS = (b't="e"', b"<f>", b"<f ", b"<f/", b":f>", b":f ", b"vertAlign", b"<c>", b"<c t", b"<c s", b":c ")
FAR_OUT = re.compile(rb'r="(?:[A-Z]{2}|[A-Z]?(?:[5-9][0-9]{5}|[0-9]{7}))')
"""What a sheet is free of that is taken as it is read: errors, formulas, raised text, cells unplaced or far out."""
NARROW = 26  # columns, A to Z
ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass
class _Sheet:
    """A sheet while it is gone through."""

    height: int = 0
    width: int = NARROW
    formulas: int = 0
    right: dict[tuple[int, int], Value] = field(default_factory=dict)


def inspect(path: Path) -> dict[str, Marks]:
    """What to put right, by sheet; SourceError if it is no workbook of tables."""
    with ZipFile(path) as package:
        parts = dict(_sheets(package, path.name))
        if not parts:
            raise refuse(path.name, "no sheet")
        raised = dict(_raised(package, path.name))
        return {name: _marks(package, part, raised, path.name) for name, part in parts.items()}


def _marks(package: ZipFile, part: str, raised: dict[str, str], file: str) -> Marks:
    with package.open(part) as opened:
        is_plain = not raised and is_free_of(opened, SUSPECTS, FAR_OUT)
    return Marks({}) if is_plain else _inspect(package, part, raised, file)


def _sheets(package: ZipFile, file: str) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part it lies in; a chart has no cells and is left out."""
    with package.open(RELATIONS) as opened:
        targets = {each.get("Id"): each.get("Target", "") for each in elements(opened, ("{*}Relationship",), file)}
    with package.open(BOOK) as opened:
        for sheet in elements(opened, ("{*}sheet",), file):
            relation = next((value for key, value in sheet.items() if OFFICE_RELATION.fullmatch(key)), "")
            target = targets.get(relation, "")
            part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
            if part in package.namelist() and "chartsheet" not in part:
                yield sheet.get("name", ""), part


def _raised(package: ZipFile, file: str) -> Iterator[tuple[str, str]]:
    """By its number, every shared text that has raised characters, without them."""
    if STRINGS in package.namelist():
        with package.open(STRINGS) as opened:
            if is_free_of(opened, (), RAISED):
                return
        with package.open(STRINGS) as opened:
            for number, text in enumerate(elements(opened, ("{*}si",), file)):
                if _has_raised(text):
                    yield str(number), _level(text)


def _inspect(package: ZipFile, part: str, raised: dict[str, str], file: str) -> Marks:
    sheet, suspect = _Sheet(), _suspect()
    with package.open(part) as opened:
        for row in elements(opened, ("{*}row",), file):
            number = int(row.get("r") or sheet.height + 1)
            if len(row) and number > sheet.height:
                sheet.height = number
            looked_at = _places(row) if suspect(row, raised=bool(raised)) else ()
            for cell, place in looked_at:
                _cell(cell, _address(cell, number - 1, place), sheet, raised)
            if sheet.height * sheet.width > MOST_CELLS:
                raise refuse(file, f"a sheet of more than {MOST_CELLS:,} cells")
    return Marks(sheet.right, sheet.formulas)


def _suspect() -> Any:  # noqa: ANN401 - lxml ships no types
    """Ask of a row whether a cell needs a look: asked in XPath, it costs a third of asking in Python."""
    from lxml import etree  # noqa: PLC0415 - large

    return etree.XPath(SUSPECT)


def _places(row: Any) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 - the same
    return ((cell, place) for place, cell in enumerate(row.iterchildren("{*}c")) if len(cell))


def _address(cell: Any, row: int, place: int) -> tuple[int, int]:  # noqa: ANN401 - lxml ships no types
    found = ADDRESS.fullmatch(cell.get("r", ""))
    if not found:  # a cell may leave its address out, and then follows the one before
        return row, place
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _cell(cell: Any, at: tuple[int, int], sheet: _Sheet, raised: dict[str, str]) -> None:  # noqa: ANN401 - the same
    sheet.height, sheet.width = max(sheet.height, at[0] + 1), max(sheet.width, at[1] + 1)
    kind, value = cell.get("t"), cell.findtext("{*}v")
    is_formula = cell.find("{*}f") is not None
    sheet.formulas += is_formula
    if kind == "e":
        sheet.right[at] = Broken(value or "an error")
    elif is_formula and not value:
        sheet.right[at] = Broken("a formula that was never worked out")
    elif kind == "s" and value in raised:
        sheet.right[at] = raised[value]
    elif kind == "inlineStr" and _has_raised(cell):
        sheet.right[at] = _level(cell)


def _has_raised(text: Any) -> bool:  # noqa: ANN401 - the same
    return any(each.get("val") == "superscript" for each in text.iterfind(".//{*}vertAlign"))


def _level(text: Any) -> str:  # noqa: ANN401 - the same
    """The text without what is raised above the line."""
    runs = [run for run in text.iterfind(".//{*}r") if not _has_raised(run)]
    return "".join(run.findtext("{*}t") or "" for run in runs)
