"""The data desk's route: releases in, what is held, what a newer one changes. `newsroom.py` has the drafts' route."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from storygen.errors import UsageError
from storygen.model.area import Area
from storygen.model.copy import Finding
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.holding import Falsified, Holdings, Revision
from storygen.model.release import Release
from storygen.newsroom import Office, Order, open_office, produce, stores_of, topic_of
from storygen.proofing import proof
from storygen.proofing.sentences import sentences
from storygen.sources import Parcel, as_revised, holdings, read, revisions, take_in, vintages

__all__ = ["Comparison", "Parcel", "compare", "holdings_of", "take"]

MANIFEST = "manifest.json"


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


def compare(order: Order, old: str, new: str, drafts: Path | None) -> Comparison:
    """
    What the release `new` says otherwise than `old`, each with everything held when it was the newest.

    With a folder of drafts made from `old`, each is read against the newer figures. Raises UsageError for a release
    that is not held, and for drafts made from other figures or none.
    """
    stores = stores_of(order.data)
    before, after = (read(topic_of(order.topic), stores=stores, until=name) for name in (old, new))
    found = tuple(_falsified(order, before, after, drafts)) if drafts else ()
    return Comparison(old=old, new=new, revisions=revisions(before, after), falsified=found)


def _falsified(order: Order, old: Dataset, new: Dataset, drafts: Path) -> Iterator[Falsified]:
    run, files = _run(drafts)
    if run.get("figures") != {table.file: table.sha256 for table in old.tables}:
        raise UsageError(f"The drafts in {drafts} were made from other figures than those they are to be compared with")
    made = replace(order, year=run["edition"], seed=run["seed"], house=run["house"])
    office = replace(open_office(made), dataset=old)
    revised = as_revised(old, new)
    for copy in produce(replace(office, areas=_drafted(office, files))):
        path = drafts / f"{copy.draft.plan.area.slug}.md"
        text = " ".join(path.read_text(encoding="utf-8").split())
        for finding in proof(copy.draft, revised).findings:
            sentence = _sentence(copy.draft, finding)
            yield Falsified(
                area=copy.draft.plan.area.slug, file=str(path), sentence=sentence, message=finding.message,
                stands=" ".join(sentence.split()) in text,
            )  # fmt: skip


def _run(drafts: Path) -> tuple[dict[str, Any], set[str]]:
    """How the drafts of a folder were made, and the names of the files there are."""
    try:
        manifest = json.loads((drafts / MANIFEST).read_text(encoding="utf-8"))
        run, files = manifest["run"], set(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{drafts} is no folder of drafts: it has no {MANIFEST} that can be read") from None
    return run, {name for name in files if (drafts / name).is_file()}


def _drafted(office: Office, files: set[str]) -> tuple[Area, ...]:
    return tuple(area for area in office.dataset.stories if f"{area.slug}.md" in files)


def _sentence(draft: Draft, finding: Finding) -> str:
    """The sentence a finding is about."""
    text = draft.paragraphs[finding.paragraph - 1].text
    return next((each for each in sentences(text) if finding.words in each), text)
