"""What is held: which years, areas and categories, from which release, and what is missing or broken in them."""

from collections.abc import Iterator

from storygen.model.dataset import Dataset
from storygen.model.holding import Holding, Holdings, Stock
from storygen.model.topic import Effect
from storygen.sources.store import SHIPPED, Vintage

TELLING = (Effect.MISSING, Effect.PARTIAL, Effect.SUSPECT, Effect.BREAK)


def holdings(dataset: Dataset, held: tuple[Vintage, ...]) -> Holdings:
    """The holdings of a dataset, by measure and year, with the releases they come from."""
    return Holdings(
        topic=dataset.topic.name,
        stocks=(Stock(name=SHIPPED, edition="", imported="", originals=()), *map(_stock, held)),
        holdings=tuple(_holdings(dataset, {vintage.name for vintage in held})),
        issues=tuple(issue for issue in dataset.topic.issues if issue.effect in TELLING),
    )


def _stock(vintage: Vintage) -> Stock:
    record = vintage.record
    return Stock(name=vintage.name, edition=record.edition, imported=record.imported, originals=record.originals)


def _holdings(dataset: Dataset, names: set[str]) -> Iterator[Holding]:
    cells = dataset.cells.assign(release=[_release(file, names) for file in dataset.cells["file"]])
    order = {area.slug: place for place, area in enumerate(dataset.areas)}
    for (measure, year), held in cells.groupby(["measure", "year"], sort=True):
        known = held[held["value"].notna()]
        areas = sorted(set(known["area"]), key=lambda slug: (order.get(slug, len(order)), slug))
        empty = sorted(set(held["area"]) - set(areas), key=lambda slug: (order.get(slug, len(order)), slug))
        yield Holding(
            measure=str(measure),
            year=str(year),
            areas=tuple(areas),
            without=tuple(empty),
            categories=tuple(dict.fromkeys(known["category"])),
            figures=len(known),
            blanks=len(held) - len(known),
            releases=tuple(sorted(set(known["release"]))),
        )


def _release(file: str, names: set[str]) -> str:
    first = file.partition("/")[0]
    return first if first in names else SHIPPED
