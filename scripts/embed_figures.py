"""
Embeds published figures in the topic of drug seizures, or checks those embedded.

    python scripts/embed_figures.py SOURCE_FOLDER
    python scripts/embed_figures.py --check

SOURCE_FOLDER holds seizures_by_force.csv, national_seizures.csv, national_quantities.csv and
population_by_force.csv, a row a cell or a row a year; national_residual.csv is compared with if it is there.
Nothing is embedded unless every check of storygen.sources holds; the same figures always give the same bytes.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from storygen.errors import OutputError, SourceError, StorygenError
from storygen.model.dataset import Dataset
from storygen.paths import topic_folder
from storygen.sources.bounds import remainders
from storygen.sources.checks import check_figures
from storygen.sources.filing import Filed, write_tables
from storygen.sources.read import read
from storygen.sources.tidy import filed_tables, residuals

TOPIC = "drug_seizures"
HEAD = "# Which files there are and what each holds. Written by scripts/embed_figures.py; do not edit by hand.\n"
ATTRIBUTION = """\
# Attribution

The figures in this folder are public sector information, not covered by the licence of the program.

Contains public sector information licensed under the Open Government Licence v3.0: Home Office, Seizures of
drugs in England and Wales; Office for National Statistics, mid-year population estimates.

The licence: <https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>

`tables.yaml` names the producer and edition of every file. The figures are the producers' own; the layout is
ours. Blank cells are those the publisher left blank. Nothing has been filled in or estimated; `issues.yaml`,
in the folder above, says what is known to be wrong.
"""


def main(arguments: list[str]) -> int:
    """Embed or check; the exit code is 0 if all is well, 2 if something was refused."""
    if len(arguments) != 1:
        print(f"usage: {Path(__file__).name} SOURCE_FOLDER | --check", file=sys.stderr)
        return 2
    try:
        dataset = check(topic_folder(TOPIC) / "figures") if arguments == ["--check"] else embed(Path(arguments[0]))
    except StorygenError as refused:
        print(refused, file=sys.stderr)
        return 2
    print("\n".join(summary(dataset)))
    return 0


def check(folder: Path) -> Dataset:
    """The figures in `folder`, once they have passed every check."""
    dataset = read(TOPIC, folder=folder)
    check_figures(dataset)
    return dataset


def embed(source: Path) -> Dataset:
    """Put the figures of `source` in the topic's place for them, once they have passed every check."""
    tables = filed_tables(source)
    home = topic_folder(TOPIC)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=".figures-") as made:
            fresh = Path(made) / "figures"
            write(tables, fresh)
            dataset = check(fresh)
            compare(dataset, residuals(source))
            swap(fresh, home / "figures", Path(made) / "before")
    except OSError as refused:
        raise OutputError(f"the figures cannot be written to {home.name}: {refused.strerror}.") from None
    return dataset


def write(tables: list[Filed], folder: Path) -> None:
    """Write every table, the catalogue and the attribution."""
    write_tables(tables, folder, head=HEAD)
    (folder / "ATTRIBUTION.md").write_text(ATTRIBUTION, encoding="utf-8", newline="\n")


def swap(fresh: Path, place: Path, before: Path) -> None:
    """Put `fresh` in its place, or leave all as it was."""
    if place.exists():
        place.rename(before)
    try:
        fresh.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise


def compare(dataset: Dataset, expected: dict[tuple[str, str], int]) -> None:
    """Raise SourceError unless the remainders are those that came with the source, if any did."""
    found = remainders(dataset)
    labels = {category.label: category.slug for category in dataset.topic.categories}
    for (label, year), wanted in expected.items():
        got = found[labels[label], year]
        if got != wanted:
            raise SourceError(
                dataset="national_residual.csv",
                row=label,
                column=year,
                found=str(wanted),
                expected=f"{got:.0f}",
            )


def summary(dataset: Dataset) -> Iterator[str]:
    """What is embedded, and where the forces' own figures exceed the national ones."""
    cells = dataset.cells
    yield f"{len(dataset.tables)} files, {len(cells):,} cells, {cells.value.isna().sum()} of them blank"
    yield f"years {dataset.years[0]} to {dataset.years[-1]}"
    yield f"{len(dataset.areas)} rows a table, {len(dataset.stories)} of them areas that get a story"
    for measure, held in cells.groupby("measure", sort=False):
        yield f"  {measure}: {len(held):,} cells"
    yield "national figure less the forces listed, where negative (each explained in issues.yaml):"
    for (category, year), remainder in remainders(dataset).items():
        if remainder < 0:
            yield f"  {category} {year}: {remainder:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
