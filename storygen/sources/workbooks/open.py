"""Opens a file by what it is, not by what it is called."""

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import cast

from storygen.sources.workbooks.delimited import read_delimited
from storygen.sources.workbooks.grid import Grid, Marks, Value, Workbook
from storygen.sources.workbooks.package import check_package, check_size, refuse

Lines = list[list[Value]]

ZIP, OLD_EXCEL, HEAD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", 8
MACROS, LINKS = ("xl/vbaProject.bin", "Basic/", "Scripts/"), "xl/externalLinks/"


def open_workbook(path: Path) -> Workbook:
    """
    Every sheet of an ODS, XLSX or CSV file.

    An error cell comes out as Broken, never as a blank or a number. Raises SourceError for what is no such file, or
    is damaged, locked or unreasonably large; nothing in it is run, fetched or followed.
    """
    check_size(path)
    with path.open("rb") as opened:
        head = opened.read(HEAD)
    if head.startswith(OLD_EXCEL):
        found = "an Excel file of before 2007, or one locked with a password"
        raise refuse(path.name, found, "one saved as XLSX or ODS that opens without a password")
    grids, remarks = _spreadsheet(path) if head.startswith(ZIP) else _delimited(path)
    return Workbook(file=path.name, sha256=sha256(path.read_bytes()).hexdigest(), grids=grids, remarks=remarks)


def _delimited(path: Path) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    grid, remarks = read_delimited(path)
    return (grid,), remarks


def _spreadsheet(path: Path) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    parts = check_package(path)
    from storygen.sources.workbooks import ods, xlsx  # noqa: PLC0415 - lxml is large, and figures held need none

    if ods.CONTENT in parts:
        marks, linked = ods.inspect(path)
    elif {xlsx.BOOK, xlsx.RELATIONS} <= parts:
        marks, linked = xlsx.inspect(path), any(part.startswith(LINKS) for part in parts)
    else:
        raise refuse(path.name, "an archive that holds no spreadsheet")
    return tuple(_grids(path, marks)), tuple(_remarks(parts, marks, linked=linked))


def _grids(path: Path, marks: dict[str, Marks]) -> Iterable[Grid]:
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - as lxml

    try:
        book = load_workbook(BytesIO(path.read_bytes()))  # by a path it would go by the file's name
        for name in book.sheet_names:
            if name in marks:
                lines = cast("Lines", book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                yield Grid(file=path.name, sheet=name, lines=_put_right(lines, marks[name]))
    except (CalamineError, ValueError, OSError) as fault:
        raise refuse(path.name, f"a workbook that cannot be read ({fault})") from None


def _put_right(lines: Lines, marks: Marks) -> Lines:
    """The lines with the values that should stand, where a reader has them wrong."""
    for (row, column), value in marks.right.items():
        while len(lines) <= row:
            lines.append([])
        lines[row] += [""] * (column + 1 - len(lines[row]))
        lines[row][column] = value
    return lines


def _remarks(parts: frozenset[str], marks: dict[str, Marks], *, linked: bool) -> Iterable[str]:
    if any(part.startswith(MACROS) for part in parts):
        yield "holds macros; none was run"
    if linked:
        yield "takes figures from other files; they stand as they were when it was saved"
    formulas = sum(each.formulas for each in marks.values())
    if formulas:
        yield f"holds {formulas:,} formulas; their results stand as they were when it was saved"
