"""
Embeds published figures in a topic, or checks those embedded.

    python scripts/embed_figures.py TOPIC SOURCE_FOLDER
    python scripts/embed_figures.py TOPIC SOURCE_FOLDER EDITION FILE…
    python scripts/embed_figures.py --check

SOURCE_FOLDER holds population_by_force.csv and, for drug_seizures, seizures_by_force.csv, national_seizures.csv and
national_quantities.csv, a row a cell or a row a year; national_residual.csv is compared with if it is there. For any
other topic the FILEs of that folder are read by the topic's own layouts, as storygen data import would read them, and
EDITION says which edition of the publisher's they are, as "October 2023".
Nothing is embedded unless every check of storygen.sources holds; the same figures always give the same bytes.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import fill

from tidied_source import filed_tables, population_tables, residuals

from storygen.errors import OutputError, SourceError, StorygenError
from storygen.model.dataset import Dataset
from storygen.model.release import Weight
from storygen.paths import topic_folder, topics
from storygen.sources.areas import read_areas
from storygen.sources.bounds import remainders
from storygen.sources.checks import check_figures
from storygen.sources.filing import Filed, write_tables
from storygen.sources.intake.layouts import read_intake
from storygen.sources.intake.take_in import Parcel, tables_of
from storygen.sources.manifest import read_topic
from storygen.sources.read import read

HEAD = "# Which files there are and what each holds. Written by scripts/embed_figures.py; do not edit by hand.\n"
ATTRIBUTION = """\
# Attribution

The figures in this folder are public sector information, not covered by the licence of the program.

{sources}

The licence: <https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>

`tables.yaml` names the producer and edition of every file. The figures are the producers' own; the layout is
ours. Blank cells are those the publisher left blank. Nothing has been filled in or estimated; `issues.yaml`,
in the folder above, says what is known to be wrong.
"""


def main(arguments: list[str]) -> int:
    """Embed or check; the exit code is 0 if all is well, 2 if something was refused."""
    if arguments != ["--check"] and len(arguments) not in {2, *range(4, 20)}:
        print(f"usage: {Path(__file__).name} TOPIC SOURCE_FOLDER [EDITION FILE...] | --check", file=sys.stderr)
        return 2
    try:
        for dataset in checked() if arguments == ["--check"] else [embed(*arguments)]:
            print("\n".join(summary(dataset)))
    except StorygenError as refused:
        print(refused, file=sys.stderr)
        return 2
    return 0


def checked() -> Iterator[Dataset]:
    """The figures of every topic that ships any, once they have passed every check."""
    for topic in topics():
        folder = topic_folder(topic) / "figures"
        if folder.is_dir():
            yield check(topic, folder)


def check(topic: str, folder: Path) -> Dataset:
    """The figures in `folder`, once they have passed every check."""
    dataset = read(topic, folder=folder)
    check_figures(dataset)
    return dataset


def embed(topic: str, source: str, edition: str = "", *files: str) -> Dataset:
    """Put the figures of a folder in the topic's place for them, once they have passed every check."""
    folder, home = Path(source), topic_folder(topic)
    tables = by_layouts(topic, folder, edition, files) if files else filed_tables(folder)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=".figures-") as made:
            fresh = Path(made) / "figures"
            write(tables, fresh, credit(topic))
            dataset = check(topic, fresh)
            if not files:
                compare(dataset, residuals(folder))
            swap(fresh, home / "figures", Path(made) / "before")
    except OSError as refused:
        raise OutputError(f"the figures cannot be written to {home.name}: {refused.strerror}.") from None
    return dataset


def by_layouts(topic: str, folder: Path, edition: str, files: tuple[str, ...]) -> list[Filed]:
    """The tables the topic's layouts find in some files of a folder, and the residents in it, vintage by vintage."""
    parcel = Parcel(files=tuple(folder / file for file in files), topic=topic, imported="", store=folder)
    tables, queries = tables_of(parcel)
    for query in queries:
        if query.weight is not Weight.NOTES:
            raise SourceError(dataset=query.file, row=query.row, found=query.found, expected=query.expected)
    series = {each.measure: each.series for each in read_intake(topic).measures}
    counts = [
        Filed(
            replace(
                filed.entry,
                release=None,
                may_be_blank=False,
                edition=f"{series[filed.entry.measure]}, {edition} edition",
            ),
            filed.text,
        )
        for filed in tables
    ]
    return [*counts, *population_tables(folder, read_areas(topic_folder(topic)))]


def credit(topic: str) -> str:
    """The attribution to print, in lines."""
    owed = "Contains public sector information licensed under the Open Government Licence v3.0: "
    return fill(f"{owed}{'; '.join(each.attribution for each in read_topic(topic).sources)}.", 110)


def write(tables: list[Filed], folder: Path, sources: str) -> None:
    """Write every table, the catalogue and the attribution."""
    write_tables(tables, folder, head=HEAD)
    (folder / "ATTRIBUTION.md").write_text(ATTRIBUTION.format(sources=sources), encoding="utf-8", newline="\n")


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
    found = remainders(dataset, dataset.topic.measure)
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
    yield f"{dataset.topic.name}:"
    yield f"{len(dataset.tables)} files, {len(cells):,} cells, {cells.value.isna().sum()} of them blank"
    yield f"years {dataset.years[0]} to {dataset.years[-1]}"
    yield f"{len(dataset.areas)} rows a table, {len(dataset.stories)} of them areas that get a story"
    for measure, held in cells.groupby("measure", sort=False):
        yield f"  {measure}: {len(held):,} cells"
    if dataset.topic.national_is_sum:
        return
    yield "national figure less the forces listed, where negative (each explained in issues.yaml):"
    for (category, year), remainder in remainders(dataset, dataset.topic.measure).items():
        if remainder < 0:
            yield f"  {category} {year}: {remainder:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
