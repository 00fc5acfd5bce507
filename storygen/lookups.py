"""Look-ups: what people call a topic, a year, an area, a lead or a folder, found or refused with the nearest name."""

from hashlib import sha256
from pathlib import Path

from storygen.errors import UsageError, nearest
from storygen.model.area import Area
from storygen.model.cleared import LocalFacts
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.plan import Wish
from storygen.paths import topics


def topic_of(name: str) -> str:
    """The name of a topic; UsageError if none is called so."""
    if name not in topics():
        raise UsageError(f"There is no topic called {name!r}; {nearest(name, topics())}")
    return name


def stores_of(data: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folders of releases given; UsageError for one that is not there."""
    for folder in data:
        if not folder.is_dir():
            raise UsageError(f"There is no folder of releases {str(folder)!r}")
    return data


def year_called(asked: str | None, dataset: Dataset) -> str:
    """The edition of this year, the newest if none is asked for; UsageError, with the nearest, if it is not held."""
    if asked is None:
        return dataset.editions[-1]
    if asked in dataset.years and asked not in dataset.editions:
        raise UsageError(
            f"No national figures are held for {asked!r}, so it cannot be drafted; import its summary table"
        )
    if asked not in dataset.years:
        raise UsageError(f"No edition {asked!r} is held; {nearest(asked, list(dataset.years), likeness=0.8)}")
    return asked


def edition_of(dataset: Dataset, year: str, seed: int = 1) -> Edition:
    """
    The edition of a year that is held, with its release: a digest of the tables that hold its figures, area by area.

    The tables say in which edition they came, but not on which day; a release that revises them has another digest.
    """
    mine = dataset.cells[(dataset.cells["year"] == year) & (dataset.cells["area"] != "national")]
    files = set(mine["file"])
    sums = "".join(sorted(table.sha256 for table in dataset.tables if table.file in files))
    return Edition(year=year, seed=seed, release=sha256(sums.encode()).hexdigest()[:12])


def areas_called(asked: tuple[str, ...], dataset: Dataset, local: LocalFacts) -> tuple[Area, ...]:
    """
    The areas asked for, by slug, force, place or code; all if none is named.

    First those of the tables, in their order, then those of which there are local facts only.
    """
    held = {area.slug for area in dataset.stories}
    areas = (*dataset.stories, *(area for area in local.areas if area.slug not in held))
    names = {name.casefold(): area for area in areas for name in _names(area)}
    for name in asked:
        if name.casefold() not in names:
            raise UsageError(f"No area is called {name!r}; {nearest(name, sorted(names))}")
    chosen = {names[name.casefold()].slug for name in asked}
    return tuple(area for area in areas if not asked or area.slug in chosen)


def wish_for(lead: str, areas: tuple[Area, ...], dataset: Dataset) -> Wish:
    """The lead asked for: an angle's name or code, and after a colon what it is to be about."""
    if not areas:
        raise UsageError("A lead is an angle from the tables, and they do not hold this force: leave --lead out")
    if len(areas) > 1:
        raise UsageError(f"A lead is chosen for one force: name it, as in --area {areas[0].slug} --lead {lead}")
    angle, _, category = lead.partition(":")
    slugs = [each.slug for each in dataset.topic.categories]
    if category and category not in slugs:
        raise UsageError(f"Nothing in the tables is called {category!r}; {nearest(category, slugs)}")
    return Wish(angle=angle, category=category or None)


def area_called(asked: str, dataset: Dataset) -> Area:
    """The area of a slug, force, place or code; UsageError, with the nearest, if there is none."""
    names = {name.casefold(): area for area in dataset.stories for name in _names(area)}
    if asked.casefold() not in names:
        raise UsageError(f"No area is called {asked!r}; {nearest(asked, sorted(names))}")
    return names[asked.casefold()]


def _names(area: Area) -> tuple[str, ...]:
    return (area.slug, area.label, area.force, area.code, area.place, area.headline)
