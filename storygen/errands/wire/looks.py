"""Looks at the ledger: how every story stands, what editors change, and whether all is as it was sent."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from storygen.errands.wire.books import Books
from storygen.errors import OutputError
from storygen.model.issued import State, Touch, Version, Waiting
from storygen.wire import (
    address_of,
    all_edits,
    faults,
    history,
    known_targets,
    newest_versions,
    strays,
    uri_called,
    waiting,
    waiting_at,
)

EXAMPLES = 3


def standings(books: Books, name: str = "") -> Iterator[dict[str, Any]]:
    """How every story stands, by its newest version; of a story that is named, every version."""
    with books.open() as ledger:
        drafts = waiting(ledger)
        found = history(ledger, uri_called(ledger, name)) if name else tuple(newest_versions(ledger))
    for version in found:
        yield version_fields(version, books)
    for draft in drafts.values():
        keys = [version.story.key for version in found if version.story.uri == draft.uri]
        yield from (draft_fields(draft, key) for key in keys[:1])


def draft_fields(draft: Waiting, key: str) -> dict[str, Any]:
    """A new version that waits for a person, as the rows of those that were approved."""
    blank = {"version": "", "approved_by": "", "embargo": None}
    told = {"state": State.DRAFT.value, "change": draft.grade, "note": draft.note, "file": draft.file}
    return {"story": key, "uri": draft.uri, **blank, **told}


def version_fields(version: Version, books: Books) -> dict[str, Any]:
    """A version for a person or a program."""
    story = version.story
    return {
        "story": story.key,
        "uri": story.uri,
        "version": story.version,
        "state": version.state(books.now).value,
        "change": story.change.value,
        "headline": story.content.headline,
        "approved_by": version.by,
        "approved_at": version.at.isoformat(),
        "embargo": story.embargo.isoformat() if story.embargo else None,
        "note": story.note,
        "is_new": version.is_new,
    }


def outboxes(books: Books) -> dict[str, int]:
    """How many versions each target is still to be sent."""
    with books.open() as ledger:
        return waiting_at(ledger, books.now)


@dataclass(slots=True)
class _Tally:
    """What became of the paragraphs made from one wording."""

    counts: dict[Touch, int] = field(default_factory=lambda: defaultdict(int))
    examples: list[tuple[str, str]] = field(default_factory=list)


def edits_by_wording(books: Books) -> Iterator[dict[str, Any]]:
    """What editors do to each wording, those they change or cut most often first; what they add has none."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    with books.open() as ledger:
        for edit in all_edits(ledger):
            tally = tallies[edit.wording]
            tally.counts[edit.touch] += 1
            if edit.touch is not Touch.KEPT:
                tally.examples = [*tally.examples, (edit.before, edit.after)][-EXAMPLES:]
    for wording, tally in sorted(tallies.items(), key=lambda item: (-_touched(item[1]), item[0])):
        yield {
            "wording": wording,
            "paragraphs": sum(tally.counts.values()),
            **{touch.value: tally.counts[touch] for touch in Touch},
            "examples": [{"before": before, "after": after} for before, after in tally.examples],
        }


def _touched(tally: _Tally) -> int:
    return sum(count for touch, count in tally.counts.items() if touch is not Touch.KEPT)


def verified(books: Books, where: str = "") -> Iterator[str]:
    """
    What is not as it should be: in the ledger, and in the target named, or in all there are.

    Raises OutputError where the one named cannot be reached; of all, what can be is looked at.
    """
    with books.open() as ledger:
        yield from faults(ledger)
        for target in [where] if where else known_targets(ledger):
            try:
                yield from (f"{address_of(target).plain}/{name} is {what}" for name, what in strays(ledger, target))
            except OutputError as fault:
                if where:
                    raise
                yield str(fault)
