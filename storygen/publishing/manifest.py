"""The manifest: what a run was made from, what it made, and the digest of every file, for a machine to read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from storygen.errors import OutputError
from storygen.model.copy import Copy, Verdict
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.plan import Form

NAME = "manifest.json"
STORY = {
    "area",
    "form",
    "verdict",
    "file",
    "headline",
    "score",
    "because",
    "is_routine",
    "open_quote_slots",
    "findings",
}
"""What the newslist needs to know of a story."""

SETTINGS = {".md", ".yaml", ".csv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    Everything a run depends on: the same run gives the same bytes. Digests are SHA-256, by file.

    `local_facts_on` is the day local facts were judged by, None for a run without any.
    """

    storygen: str
    topic: str
    title: str
    edition: str
    seed: int
    house: str
    figures: dict[str, str]
    settings: dict[str, str]
    local_facts_on: str | None = None


def describe_run(dataset: Dataset, edition: Edition, *, house: str, version: str, folders: Mapping[str, Path]) -> Run:
    """The run that reads a dataset for an edition with the wording and settings in `folders`, by what each is."""
    return Run(
        storygen=version,
        topic=dataset.topic.name,
        title=dataset.topic.title,
        edition=edition.year,
        seed=edition.seed,
        house=house,
        figures={table.file: table.sha256 for table in dataset.tables},
        settings={f"{label}/{file}": found for label, folder in folders.items() for file, found in _digests(folder)},
    )


def describe_story(copy: Copy, file: str | None) -> dict[str, Any]:
    """What the manifest says of one area's story; `file` is None for one that is held."""
    plan = copy.draft.plan
    return {
        "area": plan.area.force,
        "form": plan.form.value,
        "verdict": copy.verdict.value if plan.form is not Form.QUESTIONS or copy.findings else "questions",
        "file": file,
        "headline": copy.draft.of_role("headline")[0].text,
        "angle": f"{plan.lead.slug}:{plan.lead.fact.category.slug}" if plan.lead else None,
        "score": str(plan.lead.score) if plan.lead else None,
        "because": plan.lead.because if plan.lead else "; ".join(veto.because for veto in plan.vetoes),
        "is_routine": plan.is_routine,
        "vetoes": [veto.slug for veto in plan.vetoes],
        "local_facts": [each.fact.id for each in plan.local],
        "open_quote_slots": len(plan.open_slots),
        "quotes": [quote.id for quote in plan.quotes],
        "figures_checked": sum(len(paragraph.notes) for paragraph in copy.draft.paragraphs),
        "findings": [f"{finding.rule}: {finding.message}" for finding in copy.findings],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """What the last run left: how it was made, its stories by area, and the digests of its files by name."""

    run: dict[str, Any] | None = None
    stories: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)


def read_manifest(folder: Path) -> LastRun:
    """
    The last run; an empty one if there is none, or its manifest makes no sense.

    Raises OutputError for a manifest that is there and cannot be read: without it an edited draft looks like ours.
    """
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, UnicodeError):
        return LastRun()
    except OSError as fault:
        raise OutputError(f"{folder / NAME} could not be read: {fault.strerror or fault}") from fault
    try:
        return _understood(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return LastRun()


def _understood(found: dict[str, Any]) -> LastRun:
    """The manifest's parts, each of the shape a run writes; any exception says that it is not."""
    stories = {str(area): dict(story) for area, story in found["stories"].items()}
    for story in stories.values():
        if missing := STORY - story.keys():
            raise KeyError(missing)
        Decimal(story["score"] or 0)
    files = {str(name): [str(each) for each in digests] for name, digests in found["files"].items()}
    return LastRun(run=dict(found["run"]), stories=stories, files=files)


def to_json(run: Run, stories: dict[str, dict[str, Any]], files: Mapping[str, Sequence[str]]) -> str:
    """The manifest as text: keys sorted, so that the same run gives the same bytes."""
    whole = {"run": asdict(run), "stories": stories, "files": {name: list(found) for name, found in files.items()}}
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def is_held(story: dict[str, Any]) -> bool:
    """Whether the proof desk held a story."""
    return bool(story["verdict"] == Verdict.HELD.value)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in SETTINGS:
            yield path.relative_to(folder).as_posix(), sha256(path.read_bytes()).hexdigest()
