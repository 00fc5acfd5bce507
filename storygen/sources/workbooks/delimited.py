"""Text with a separator between its cells, in whatever encoding it was saved."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from storygen.sources.workbooks.grid import MOST_CELLS, Grid, Value
from storygen.sources.workbooks.package import refuse

BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
SEPARATORS = ",;\t|"
SAMPLE = 50  # lines
WIDEST = 16_384  # columns, as in a spreadsheet


def read_delimited(path: Path) -> tuple[Grid, tuple[str, ...]]:
    """
    The one grid of a CSV file, and a remark if its encoding had to be taken for granted.

    Raises SourceError for text that is none, that breaks off inside quotation marks, or that is too large.
    """
    text, remarks = _decoded(path)
    separator = max(SEPARATORS, key="\n".join(text.splitlines()[:SAMPLE]).count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    return Grid(file=path.name, sheet="", lines=_lines(reader, path.name)), remarks


def _lines(reader: Iterator[list[str]], file: str) -> list[list[Value]]:
    """Every line, as long as there are no more than any table has."""
    lines: list[list[Value]] = []
    cells = 0
    try:
        for line in reader:
            cells += len(line)
            if len(line) > WIDEST or cells > MOST_CELLS:
                raise refuse(file, "more cells than any table has", f"at most {MOST_CELLS:,}")
            lines.append([*line])
    except csv.Error as fault:
        raise refuse(file, f"broken CSV ({fault})", "cells between commas") from None
    return lines


def _decoded(path: Path) -> tuple[str, tuple[str, ...]]:
    raw = path.read_bytes()
    encoding = next((name for mark, name in BOMS.items() if raw.startswith(mark)), "utf-8")
    try:
        return _checked(raw.decode(encoding), path.name), ()
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        raise refuse(path.name, "characters of no encoding we know", "a file saved as UTF-8") from None
    return _checked(text, path.name), ("not saved as UTF-8; read as Windows-1252",)


def _checked(text: str, file: str) -> str:
    """The text itself; SourceError if it is no text, or is a page of the web."""
    if "\x00" in text or not text.strip():
        raise refuse(file, "no text" if text.strip() else "nothing but space")
    if text.lstrip()[:200].casefold().startswith(("<!doctype html", "<html", "<?xml", "<head")):
        raise refuse(file, "a web page, perhaps an error page that was saved in place of the download")
    return text
