"""
What python-calamine misreads in an OpenDocument sheet, found in the markup.

It reads an error as a blank or as 0, sets a raised footnote mark after the label or the number as if it were part
of it, and joins the lines of a heading without a space.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from storygen.sources.workbooks.grid import MOST_CELLS, Broken, Marks, Value
from storygen.sources.workbooks.markup import elements, is_error
from storygen.sources.workbooks.package import refuse

NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TABLE, TEXT = (f"{{{NAMES}:{name}:1.0}}" for name in ("office", "table", "text"))
STYLE = f"{{{NAMES}:style:1.0}}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
SPACES = (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break")
CONTENT, LINKS = "content.xml", (f"{TABLE}table-source", f"{TABLE}cell-range-source")
SUSPECT = (
    "table:*[(@table:number-columns-repeated and (* or following-sibling::*)) or @table:formula"
    " or @calcext:value-type='error' or count(text:p) > 1"
    " or text:p[* or starts-with(., '#') or starts-with(., 'Err:')]]"
)
"""Cells that a reader may get wrong, and those that stand for several; but for blank ones at the end of a row."""
MOST_REPEATS = 1_000  # of a row or cell that holds something; publishers repeat only blank ones


@dataclass
class _Sheet:
    """A sheet while it is gone through: how far down, how far right, and what is to be put right."""

    height: int = 0
    width: int = 0
    formulas: int = 0
    right: dict[tuple[int, int], Value] = field(default_factory=dict)


def inspect(path: Path) -> tuple[dict[str, Marks], bool]:
    """What to put right, by sheet, and whether the file takes figures from others; SourceError if it is no table."""
    found: dict[str, Marks] = {}
    raised: set[str] = set()
    sheet, linked, suspect = _Sheet(), False, _suspect()
    tags = (f"{STYLE}style", f"{TABLE}table-row", f"{TABLE}table", *LINKS)
    with ZipFile(path) as package, package.open(CONTENT) as opened:
        for element in elements(opened, tags, path.name):
            if element.tag == f"{STYLE}style":
                raised |= _raised(element)
            elif element.tag == f"{TABLE}table-row":
                if _repeats(element, "rows") > 1 or suspect(element):
                    _row(element, sheet, raised, path.name)
                else:
                    sheet.height += 1
            elif element.tag == f"{TABLE}table":
                found[element.get(f"{TABLE}name", "")] = Marks(sheet.right, sheet.formulas)
                sheet = _Sheet()
            else:
                linked = True
    if not found:
        raise refuse(path.name, "no table")
    return found, linked


def _suspect() -> Any:  # noqa: ANN401 - lxml ships no types
    """Ask of a row which of its cells to look at: asked in XPath, it costs a third of asking in Python."""
    from lxml import etree  # noqa: PLC0415 - large

    return etree.XPath(
        SUSPECT, namespaces={name[:-1].split(":")[-2]: name[1:-1] for name in (OFFICE, TABLE, TEXT, CALC)}
    )


def _raised(style: Any) -> set[str]:  # noqa: ANN401 - lxml ships no types
    """The name of a style, if it raises characters above the line: "super 66%" or "33%" does, "-33%" does not."""
    positions = [each.get(f"{STYLE}text-position", "").split() for each in style]
    heights = [position[0] for position in positions if position]
    is_raised = any(height == "super" or height.rstrip("%").strip("0.").isdecimal() for height in heights)
    return {style.get(f"{STYLE}name")} if is_raised else set()


def _row(row: Any, sheet: _Sheet, raised: set[str], file: str) -> None:  # noqa: ANN401 - the same
    repeats, place = _repeats(row, "rows"), 0
    for cell in row.iterchildren(*CELLS):
        wide = _repeats(cell, "columns")
        if len(cell) or cell.get(f"{OFFICE}value-type") or cell.get(f"{TABLE}formula"):
            _bound(wide, repeats, sheet, place, file)
            for value in _put_right(cell, sheet, raised):
                sheet.right |= {(sheet.height + y, place + x): value for y in range(repeats) for x in range(wide)}
        place += wide
    sheet.height += repeats


def _bound(wide: int, repeats: int, sheet: _Sheet, place: int, file: str) -> None:
    """Raise SourceError where a sheet grows beyond any table."""
    if max(wide, repeats) > MOST_REPEATS:
        raise refuse(file, f"one cell repeated {max(wide, repeats):,} times")
    sheet.width = max(sheet.width, place + wide)
    if (sheet.height + repeats) * sheet.width > MOST_CELLS:
        raise refuse(file, f"a sheet of more than {MOST_CELLS:,} cells")


def _repeats(element: Any, axis: str) -> int:  # noqa: ANN401 - the same
    said = element.get(f"{TABLE}number-{axis}-repeated")
    return int(said) if said and said.isdecimal() else 1


def _put_right(cell: Any, sheet: _Sheet, raised: set[str]) -> Iterator[Value]:  # noqa: ANN401 - the same
    """The value that should stand, if a reader gets it wrong."""
    is_formula = cell.get(f"{TABLE}formula") is not None
    sheet.formulas += is_formula
    kind, lines = cell.get(f"{OFFICE}value-type"), cell.findall(f"{TEXT}p")
    if len(lines) == 1 and not len(lines[0]) and not is_formula:  # the plain cell, nearly all there are
        shown = lines[0].text or ""
        if shown[:1] in "#E" and is_error(shown):
            yield Broken(shown)
        return
    shown = "\n".join("".join(_words(line, frozenset())) for line in lines)
    if is_error(shown) or cell.get(f"{CALC}value-type") == "error":
        yield Broken(shown or "an error")
    elif is_formula and kind is None:
        yield Broken("a formula that was never worked out")
    elif kind == "string":
        yield "\n".join("".join(_words(line, raised)) for line in lines)


def _words(element: Any, raised: set[str] | frozenset[str]) -> Iterator[str]:  # noqa: ANN401 - the same
    """The text of a line, without comments and without what is raised above it."""
    yield element.text or ""
    for part in element:
        if part.tag in SPACES:
            yield " "
        elif part.tag != f"{OFFICE}annotation" and part.get(f"{TEXT}style-name") not in raised:
            yield from _words(part, raised)
        yield part.tail or ""
