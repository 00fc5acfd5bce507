"""Which sentences of drafts already made newer figures contradict: the drafts are made again and read against them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from storygen.analysis import borne_out, establish
from storygen.errors import UsageError
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.holding import Falsified
from storygen.newsroom import produce
from storygen.office import Order, open_office
from storygen.proofing import proof
from storygen.proofing.sentences import sentences
from storygen.sources import as_revised

MANIFEST = "manifest.json"
CLAIMING = ("headline", "lead", "second", "evidence")  # the passages that make an angle's claim
NOT_BORNE_OUT = "The newer figures no longer bear out the angle"
SET_BETWEEN = {"crosshead", "read-more"}  # the house's own, which no plan has

Claims = set[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """What newer figures say: the older tables with them typed in, and the claims they bear out."""

    revised: Dataset
    claims: Claims


def falsified(order: Order, old: Dataset, new: Dataset, drafts: Path) -> Iterator[Falsified]:
    """
    The sentences in a folder of drafts made from `old` that `new` contradicts, area by area.

    A sentence is named for a figure that comes to something else now, and for the claim of an angle that is no longer
    borne out. Raises UsageError for a folder without a manifest, or of drafts made from other figures than `old`.
    """
    run, files = _run(drafts)
    if run["figures"] != {table.file: table.sha256 for table in old.tables}:
        raise UsageError(f"The drafts in {drafts} were made from other figures than those they are to be compared with")
    office = open_office(replace(order, year=run["edition"], seed=run["seed"], house=run["house"]))
    areas = tuple(area for area in old.stories if f"{area.slug}.md" in files)
    newer = newer_than(old, new, office.edition)
    for copy in produce(replace(office, dataset=old, areas=areas)):
        yield from _of_copy(copy, newer, drafts / f"{copy.draft.plan.area.slug}.md")


def newer_than(old: Dataset, new: Dataset, edition: Edition) -> Newer:
    """What newer figures say of an edition that was drafted from older ones."""
    return Newer(revised=as_revised(old, new), claims=borne_out(establish(new, edition)))


def faults_of(copy: Copy, newer: Newer) -> dict[str, tuple[str, ...]]:
    """The sentences of a draft that newer figures contradict, each with what they say."""
    faults: dict[str, list[str]] = defaultdict(list)
    for sentence, message in (*_figures(copy, newer.revised), *_claims(copy, newer.claims)):
        faults[sentence].append(message)
    return {sentence: tuple(dict.fromkeys(messages)) for sentence, messages in faults.items()}


def _of_copy(copy: Copy, newer: Newer, path: Path) -> Iterator[Falsified]:
    text = " ".join(path.read_text(encoding="utf-8").split())
    for sentence, messages in faults_of(copy, newer).items():
        yield Falsified(
            area=copy.draft.plan.area.slug, file=str(path), sentence=sentence, messages=messages,
            stands=" ".join(sentence.split()) in text,
        )  # fmt: skip


def _figures(copy: Copy, revised: Dataset) -> Iterator[tuple[str, str]]:
    """Each sentence the proof desk finds a fault in, with the fault."""
    for finding in proof(copy.draft, revised, copy.draft.plan.quotes).findings:
        text = copy.draft.paragraphs[finding.paragraph - 1].text
        yield next((each for each in sentences(text) if finding.words in each), text), finding.message


def _claims(copy: Copy, claims: Claims) -> Iterator[tuple[str, str]]:
    """Each passage that makes a claim the newer figures do not bear out."""
    plan = copy.draft.plan
    planned = [paragraph for paragraph in copy.draft.paragraphs if paragraph.role not in SET_BETWEEN]
    for passage, paragraph in zip(plan.passages, planned, strict=True):
        folder, _, slug = passage.wording.partition("/")
        if folder != "angles" or passage.fact is None or passage.role not in CLAIMING:
            continue
        category = passage.fact.category
        if (plan.area.slug, slug, category.slug) not in claims:
            yield paragraph.text, f"{NOT_BORNE_OUT} {slug} for {category.noun}."


def _run(drafts: Path) -> tuple[dict[str, Any], set[str]]:
    """How the drafts of a folder were made, and the names of the files there are."""
    try:
        manifest = json.loads((drafts / MANIFEST).read_text(encoding="utf-8"))
        run, files = dict(manifest["run"]), set(manifest["files"])
        wanted = {name: run[name] for name in ("edition", "seed", "house", "figures")}
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{drafts} is no folder of drafts: it has no {MANIFEST} that can be read") from None
    return wanted, {name for name in files if (drafts / name).is_file()}
