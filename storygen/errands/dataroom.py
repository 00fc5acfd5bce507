"""The data desk's route: releases in, what is held, what a newer one changes. `newsroom.py` has the drafts' route."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storygen.errors import UsageError
from storygen.lookups import stores_of, topic_of
from storygen.model.holding import Falsified, Holdings, Revision
from storygen.model.release import Release
from storygen.sources import Parcel, holdings, read, revisions, take_in, vintages

if TYPE_CHECKING:
    from storygen.office import Order

__all__ = ["Comparison", "Parcel", "compare", "holdings_of", "take"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two releases, and the sentences of a folder of drafts that no longer hold."""

    old: str
    new: str
    revisions: tuple[Revision, ...]
    falsified: tuple[Falsified, ...]


def take(parcel: Parcel) -> Release:
    """Take released files in; a StorygenError for an order that makes no sense, or settings that cannot be used."""
    try:
        date.fromisoformat(parcel.imported)
    except ValueError:
        raise UsageError(f"{parcel.imported!r} is no day; write it as 2020-10-01") from None
    return take_in(replace(parcel, topic=topic_of(parcel.topic)))


def holdings_of(topic: str, data: tuple[Path, ...]) -> Holdings:
    """What is held on a topic with the releases in the folders given; a StorygenError for what cannot be used."""
    stores = stores_of(data)
    return holdings(read(topic_of(topic), stores=stores), vintages(stores, topic))


def compare(order: "Order", old: str, new: str, drafts: Path | None) -> Comparison:
    """
    What the release `new` says otherwise than `old`, each with everything held when it was the newest.

    With a folder of drafts made from `old`, each is read against the newer figures. Raises UsageError for a release
    that is not held, and for drafts made from other figures or none.
    """
    from storygen.errands.falsified import falsified  # noqa: PLC0415 - an import makes no drafts, and need not load who does

    stores = stores_of(order.data)
    before, after = (read(topic_of(order.topic), stores=stores, until=name) for name in (old, new))
    found = tuple(falsified(order, before, after, drafts)) if drafts else ()
    return Comparison(old=old, new=new, revisions=revisions(before, after), falsified=found)
