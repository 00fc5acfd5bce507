"""Reads the list of areas: what each is called, and whether the tables have a row for it."""

import re
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from storygen.errors import SourceError
from storygen.model.area import Area
from storygen.sources.sheets import Sheet, read_sheet

NAMES = tuple(field.name for field in fields(Area))
CLAIMS = ("is_territorial", "is_ranked", "has_rows")
SLUG = re.compile(r"[a-z0-9-]+")  # it names a file of copy
TAKEN = ("newslist", "manifest", "national")  # by other files of an edition, and by the nation's tables
TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, kw_only=True)
class Directory:
    """
    Every area a table may name, in the order of the tables.

    `expected` holds the slugs of those that must have a row in every table of counts; the others may.
    """

    areas: tuple[Area, ...]
    expected: frozenset[str]

    @cached_property
    def by_label(self) -> dict[str, str]:
        """Slugs by the label of the row."""
        return {area.label: area.slug for area in self.areas}

    @cached_property
    def territorial(self) -> frozenset[str]:
        """The slugs of the areas people live in."""
        return frozenset(area.slug for area in self.areas if area.is_territorial)


def read_areas(folder: Path) -> Directory:
    """
    The directory in `areas.csv` of a topic's folder.

    Raises SourceError for a missing, unknown or repeated column or row, a slug that cannot name a file, an empty
    name, a claim that is neither true nor false, or a list without any force to write about or to rank.
    """
    sheet = read_sheet(folder, "areas.csv")
    expected = {*NAMES, "has_rows"} - {"slug"}
    if sheet.corner != "slug" or set(sheet.columns) != expected:
        wanted = f"slug, {', '.join((*NAMES[1:], 'has_rows'))}"
        found = ", ".join((sheet.corner, *sheet.columns))
        raise SourceError(dataset="areas.csv", found=f"the columns {found}", expected=wanted)
    areas = tuple(_area(sheet, slug) for slug in sheet.rows)
    _unique(areas)
    _peopled(areas)
    held = frozenset(slug for slug in sheet.rows if _claim(sheet, slug, "has_rows"))
    return Directory(areas=areas, expected=held)


def _area(sheet: Sheet, slug: str) -> Area:
    if not SLUG.fullmatch(slug) or slug in TAKEN:
        found = f"the slug '{slug}'"
        expected = f"small letters, digits and hyphens, and not {', '.join(TAKEN[:-1])} or {TAKEN[-1]}"
        raise SourceError(dataset=sheet.file, row=slug, column="slug", found=found, expected=expected)
    names = {name: _name(sheet, slug, name) for name in NAMES[1:] if name not in CLAIMS}
    return Area(
        slug=slug,
        is_territorial=_claim(sheet, slug, "is_territorial"),
        is_ranked=_claim(sheet, slug, "is_ranked"),
        **names,
    )


def _name(sheet: Sheet, slug: str, column: str) -> str:
    text = sheet.text(slug, column)
    if not text and column != "code":  # British Transport Police has no area, so no code
        raise SourceError(dataset=sheet.file, row=slug, column=column, found="an empty cell", expected="a name")
    return text


def _claim(sheet: Sheet, slug: str, column: str) -> bool:
    text = sheet.text(slug, column)
    if text not in TRUTHS:
        found = f"'{text}'"
        raise SourceError(dataset=sheet.file, row=slug, column=column, found=found, expected="true or false")
    return TRUTHS[text]


def _unique(areas: tuple[Area, ...]) -> None:
    labels = [area.label for area in areas]
    for area in areas:
        if labels.count(area.label) > 1:
            found = f"the label '{area.label}' of another area"
            raise SourceError(dataset="areas.csv", row=area.slug, column="label", found=found, expected="its own")


def _peopled(areas: tuple[Area, ...]) -> None:
    territorial = [area for area in areas if area.is_territorial]
    if not territorial:
        found, expected = "true for no force", "true for at least one"
        raise SourceError(dataset="areas.csv", column="is_territorial", found=found, expected=expected)
    if not any(area.is_ranked for area in territorial):
        found, expected = "true for no territorial force", "true for at least one"
        raise SourceError(dataset="areas.csv", column="is_ranked", found=found, expected=expected)
