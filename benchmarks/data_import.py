"""
Prints how long a release of 100,000 rows takes to import, from cold, and how much memory.

The rows are the published cells of 2018-19 under invented earlier years, a row a cell, saved as ODS, XLSX and CSV, with
residents for every one of those years. Printed beside them, in the same run: what python-calamine alone takes to read
the file.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from storygen.sources import read

ROWS = 100_000
HEAD = ("Financial year", "Force", "Region", "Drug class", "Drug type", "Number of seizures", "Unit", "Notes")
NEWEST = 2018
COMMAND = str(Path(sys.executable).with_name("storygen"))
OFFICE = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>'
)
READ_ALONE = "import sys, python_calamine as c; c.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()"

Row = tuple[object, ...]


def rows() -> Iterator[Row]:
    """The heading, then a row for each force and drug in each of as many years as it takes."""
    dataset = read("drug_seizures")
    cells = dataset.cells[dataset.cells["measure"].eq("seizures") & dataset.cells["year"].eq("2018-19")].dropna()
    labels = {area.slug: area.label for area in dataset.areas} | {
        each.slug: each.label for each in dataset.topic.categories
    }
    held = [
        (labels[area], labels[drug], int(value))
        for area, drug, value in cells[["area", "category", "value"]].to_numpy()
    ]
    yield HEAD
    for number in range(ROWS):
        start, (force, drug, value) = NEWEST - number // len(held), held[number % len(held)]
        yield f"{start}/{(start + 1) % 100:02}", force, "Region", "Class", drug, value, "number", "invented"


def residents() -> Iterator[Row]:
    """The residents of mid-2018, given to every year there are rows of."""
    dataset = read("drug_seizures")
    cells = dataset.cells[dataset.cells["measure"].eq("population") & dataset.cells["year"].eq("2018-19")]
    years = range(NEWEST - ROWS // 900, NEWEST + 1)
    yield "Name", *(f"Mid-{year}" for year in years)
    for name, value in cells[["row", "value"]].to_numpy().tolist():
        yield name, *(int(value) for _ in years)


def as_csv(lines: Iterable[Row], path: Path) -> None:
    """Write the rows as text."""
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(lines)


def as_xlsx(lines: Iterable[Row], path: Path) -> None:
    """Write the rows as an Excel workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - one of three

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for line in lines:
        sheet.append(line)
    book.save(path)


def as_ods(lines: Iterable[Row], path: Path) -> None:
    """Write the rows as an OpenDocument spreadsheet."""
    body = "".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {OFFICE}><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {"mimetype": KIND, "content.xml": content, "META-INF/manifest.xml": MANIFEST}.items():
            package.writestr(name, text)


def cell(value: object) -> str:
    """A cell as LibreOffice saves it."""
    kind = f'"float" office:value="{value}"' if isinstance(value, int) else '"string"'
    return f"<table:table-cell office:value-type={kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds a command takes from cold and the most memory any command has taken so far, in MB."""
    start = time.perf_counter()
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if ran.returncode > 1:
        raise SystemExit(ran.stdout[-2000:] + ran.stderr)
    return taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Time the import of each kind of file."""
    writers: dict[str, Callable[[Iterable[Row], Path], None]] = {"csv": as_csv, "xlsx": as_xlsx, "ods": as_ods}
    with tempfile.TemporaryDirectory() as folder:
        people = Path(folder) / "residents.csv"
        as_csv(residents(), people)
        for kind, write in writers.items():
            path = Path(folder) / f"release.{kind}"
            write(rows(), path)
            alone = measured([sys.executable, "-c", READ_ALONE, str(path)])[0] if kind != "csv" else None
            store = str(Path(folder) / kind)
            seconds, megabytes = measured([COMMAND, "data", "import", str(path), str(people), "--data", store])
            beside = f", {seconds / alone:.1f} times python-calamine alone" if alone else ""
            print(f"{kind:5} {ROWS:,} rows: {seconds:.2f} s{beside}; {megabytes:.0f} MB (budget 5 s, 500 MB)")


if __name__ == "__main__":
    main()
