"""What a topic says of the files it is released in: names, marks, units, measures, and one layout a file."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from storygen.errors import SettingsError
from storygen.model.release import Status
from storygen.model.strict import STRICT
from storygen.paths import topic_folder
from storygen.settings import load
from storygen.sources.catalogue import Axis

INTAKE, LAYOUTS = "intake.yaml", "layouts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Ways of writing one status in a cell, with or without brackets."""

    __pydantic_config__: ClassVar = STRICT

    written: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    """Ways of writing a unit; a quantity in it, multiplied by `times`, is in `unit`, one of the topic's."""

    __pydantic_config__: ClassVar = STRICT

    written: tuple[str, ...]
    unit: str
    times: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """
    How a measure is filed: the axes, file and heading of its tables, and the words by which titles announce it.

    `{year}` in `file` and `title` is the year of a table that holds one.
    """

    __pydantic_config__: ClassVar = STRICT

    measure: str
    says: tuple[str, ...]
    rows: Axis
    columns: Axis
    values: Literal["whole", "measured"]
    file: str
    title: str
    producer: str
    series: str
    area: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Everything a topic says of how its releases are written; names are by slug, groups by region or nation."""

    __pydantic_config__: ClassVar = STRICT

    areas: dict[str, tuple[str, ...]]
    categories: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    marks: tuple[Mark, ...]
    units: tuple[UnitName, ...]
    measures: tuple[Filing, ...]

    def filing(self, measure: str) -> Filing:
        """How a measure is filed; KeyError if the topic has none of that name."""
        found = next((each for each in self.measures if each.measure == measure), None)
        if found is None:
            raise KeyError(measure)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """
    One way a released table is laid out, known by its headings and not by where it stands.

    A wide table has labels along `rows` and `columns`, is of one of the `measures`, and counts as found from
    `least_columns` known headings and `least_rows` known labels on. Where a sheet has a block for each authority, a
    block announced by words in `left` is passed over, by words in `kept` it is read. A long table has `headings`: by
    role – an axis, a measure, unit, mark, measure or value – the ways its column is headed. Columns headed by one of
    `ignored` are known not to matter.
    """

    __pydantic_config__: ClassVar = STRICT

    title: str
    form: Literal["wide", "long"]
    rows: Axis = "area"
    columns: Axis = "category"
    measures: tuple[str, ...] = ()
    least_columns: int = 2
    least_rows: int = 1
    kept: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


def read_intake(topic: str) -> Intake:
    """What a topic says of its releases; SettingsError where it cannot be used."""
    return load(topic_folder(topic) / INTAKE, Intake, shown_as=f"{topic}/{INTAKE}")


def read_layouts(topic: str, intake: Intake) -> tuple[Layout, ...]:
    """
    Every layout in a topic's folder, in the order of the files' names.

    Raises SettingsError for one that cannot be used, or that names a measure the topic does not file.
    """
    found = []
    for path in sorted((topic_folder(topic) / LAYOUTS).glob("*.yaml")):
        shown = f"{topic}/{LAYOUTS}/{path.name}"
        layout = load(path, Layout, shown_as=shown)
        unknown = set(layout.measures) - {each.measure for each in intake.measures}
        if unknown:
            raise SettingsError(shown, 1, 1, f"'measures' names {min(unknown)}, which {INTAKE} does not file")
        found.append(layout)
    return tuple(found)
