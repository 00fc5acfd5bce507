"""An intake desk for tests: files in, figures and queries out, with nothing stored."""

import csv
import io
from decimal import Decimal
from pathlib import Path

from published import Lines, ods, xlsx

from storygen.model.dataset import Dataset
from storygen.model.release import Weight
from storygen.paths import topic_folder
from storygen.sources.areas import read_areas
from storygen.sources.intake.desk import Desk
from storygen.sources.intake.files import read_file
from storygen.sources.intake.harvest import Harvest, Key
from storygen.sources.intake.labels import Names
from storygen.sources.intake.layouts import read_intake
from storygen.sources.intake.values import Reader
from storygen.sources.manifest import read_topic
from storygen.sources.revisions import typed

TOPIC = "drug_seizures"


def a_desk(**also: str) -> Desk:
    """A desk with the names of the topic that ships, and those given: a new name for a known one."""
    intake = read_intake(TOPIC)
    names = Names(read_topic(TOPIC), read_areas(topic_folder(TOPIC)), intake, also)
    return Desk(names=names, intake=intake, reader=Reader(intake), harvest=Harvest())


def harvest(folder: Path, lines: Lines, *, form: str = "ods", edition: str | None = None) -> Harvest:
    """What is read from a sheet with these lines, saved as a file of a form."""
    path = folder / f"file.{form}"
    path.write_bytes({"ods": ods, "xlsx": xlsx}[form]({"Sheet": lines}) if form != "csv" else as_csv(lines))
    desk = a_desk()
    read_file(path, TOPIC, edition, desk)
    return desk.harvest


def as_csv(lines: Lines) -> bytes:
    """The same as text, with a byte-order mark as the publisher's copies have."""
    out = io.StringIO()
    csv.writer(out).writerows(["" if cell is None else cell for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def figures(found: Harvest) -> dict[Key, Decimal | None]:
    """The figures read, None where there is none."""
    return {key: Decimal(figure.digits) if figure.digits else None for key, figure in found.figures.items()}


def held(dataset: Dataset, measure: str, year: str | None = None) -> dict[Key, Decimal | None]:
    """The figures of a dataset, of one year or of all."""
    return {
        key: Decimal(text) if text else None
        for key, text in typed(dataset).items()
        if key[0] == measure and year in {None, key[3]}
    }


def queries(found: Harvest, weight: Weight) -> list[str]:
    """The queries of one weight, as sentences."""
    return [str(query) for query in found.queries if query.weight is weight]
