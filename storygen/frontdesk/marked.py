"""What the proof desk found in a text: marked for a person, as JSON for a program, as annotations for a build."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from storygen.model.figure import Cell
from storygen.model.reading import Claim, Reading, Remark, Ruling

STYLES = {Ruling.SUPPORTED: "green", Ruling.CONTRADICTED: "bold red", Ruling.UNCHECKABLE: "yellow"}
LONGEST = 160  # characters of a line shown around what is marked
MOST = 200  # marks shown of one file: more than a person reads


def show(readings: Iterable[Reading]) -> None:
    """Each file's marked lines, with what the figures say, and a line that sums up."""
    console = Console(highlight=False, soft_wrap=True, markup=False)
    for reading in readings:
        found = _marked(reading)
        for marked in found[:MOST]:
            _show_mark(console, reading, marked)
        if found[MOST:]:
            console.print(f"{reading.name}: {len(found) - MOST:,} more are not shown; --json gives them all.")
        console.print(summary(reading), style="bold")


def summary(reading: Reading) -> str:
    """How many claims a file makes, and how they were ruled."""
    if reading.note:
        return f"{reading.name}: {reading.note}"
    count = Counter(claim.ruling for claim in reading.claims)
    parts = [f"{count[ruling]} {ruling.value}" for ruling in Ruling]
    claims = "1 claim" if len(reading.claims) == 1 else f"{len(reading.claims)} claims"
    remarks = "1 remark" if len(reading.remarks) == 1 else f"{len(reading.remarks)} remarks"
    return f"{reading.name}: {claims}: {', '.join(parts)}; {remarks}."


def _marked(reading: Reading) -> list[Claim | Remark]:
    found: list[Claim | Remark] = [
        *(each for each in reading.claims if each.ruling is not Ruling.SUPPORTED),
        *reading.remarks,
    ]
    return sorted(found, key=lambda each: (each.line, each.column))


def _show_mark(console: Console, reading: Reading, marked: Claim | Remark) -> None:
    """The line of the file, the words underlined, and beneath them the ruling and why."""
    verdict, style, why = _verdict(marked)
    console.print(f"{reading.name}:{marked.line}:{marked.column}: {verdict} [{marked.rule}]", style=style)
    line = reading.lines[marked.line - 1] if marked.line <= len(reading.lines) else marked.text
    start = max(0, marked.column - 1 - LONGEST // 2)
    text = Text(line[start : start + LONGEST])
    text.stylize(f"underline {style}", marked.column - 1 - start, marked.end - 1 - start)
    console.print(Text("    ") + text)
    console.print(f"    {' ' * (marked.column - 1 - start)}{'^' * max(1, marked.end - marked.column)}", style=style)
    console.print(f"    {why}")
    if isinstance(marked, Claim) and marked.wording:
        console.print(f"    Write: {marked.wording}", style="green")
    if isinstance(marked, Remark):
        console.print(f"    Manual {marked.rule}: {marked.reason}.", style="dim")


def _verdict(marked: Claim | Remark) -> tuple[str, str, str]:
    if isinstance(marked, Remark):
        return "remark", "magenta", marked.message
    quoted = ", in a quote: a note to the editor, the words stay" if marked.is_quoted else ""
    return f"{marked.ruling.value}{quoted}", STYLES[marked.ruling], marked.truth


def to_json(readings: Iterable[Reading]) -> str:
    """An object a file, in a list."""
    return json.dumps([fields(each) for each in readings], ensure_ascii=False, indent=2)


def fields(reading: Reading) -> dict[str, Any]:
    """A file's reading for another program; what stands in quotation marks is apart, since it is never held wrong."""
    return {
        "file": reading.name,
        "area": reading.area,
        "edition": reading.year,
        "note": reading.note,
        "claims": [_claim(each) for each in reading.claims if not each.is_quoted],
        "quotes": [_claim(each) for each in reading.claims if each.is_quoted],
        "remarks": [_remark(each) for each in reading.remarks],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    working = claim.working
    return {
        "text": claim.text,
        "line": claim.line,
        "column": claim.column,
        "kind": claim.kind,
        "area": claim.area,
        "drug": claim.drug,
        "period": claim.period,
        "value": claim.value,
        "unit": claim.unit,
        "verdict": claim.ruling.value,
        "truth": _truth(claim),
        "derivation": {
            "formula": working.working,
            "value": str(working.value),
            "cells": list(grouped(working.cells)),
        }
        if working
        else None,
        "rule": claim.rule,
    }


def _truth(claim: Claim) -> str:
    """What the figures say, and for a contradicted claim the nearest true wording."""
    return f"{claim.truth} Write: \u201c{claim.wording}\u201d" if claim.wording else claim.truth


def grouped(cells: Sequence[Cell]) -> Iterator[str]:
    """Cells as "file: row / column", those of one file and column together."""
    unique = list(dict.fromkeys(cells))
    for (file, column), group in groupby(unique, key=lambda cell: (cell.file, cell.column)):
        rows = [cell.row for cell in group]
        yield f"{file}: {rows[0] if len(rows) == 1 else f'{len(rows)} rows'} / {column}"


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "text": remark.text,
        "line": remark.line,
        "column": remark.column,
        "rule": remark.rule,
        "message": remark.message,
        "reason": remark.reason,
    }


def annotations(readings: Iterable[Reading]) -> Iterator[str]:
    """Lines a build on GitHub shows beside the copy: errors for what is contradicted, warnings for remarks."""
    for reading in readings:
        for claim in reading.claims:
            if claim.ruling is not Ruling.SUPPORTED:
                is_wrong = claim.ruling is Ruling.CONTRADICTED and not claim.is_quoted
                yield _annotation("error" if is_wrong else "notice", reading.name, claim, _truth(claim))
        for remark in reading.remarks:
            yield _annotation("warning", reading.name, remark, f"{remark.message} ({remark.rule}: {remark.reason}.)")


def _annotation(level: str, file: str, marked: Claim | Remark, message: str) -> str:
    where = f"file={_escaped(file)},line={marked.line},col={marked.column},endColumn={marked.end}"
    text = f"\u201c{marked.text}\u201d: {message}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{level} {where},title={marked.rule}::{text}"


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
