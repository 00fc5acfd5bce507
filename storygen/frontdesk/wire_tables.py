"""What the wire desk shows in a terminal, and the same for another program."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import click

from storygen.clock import on_the_wall
from storygen.errands.wire.approve import Judged
from storygen.errands.wire.books import Books
from storygen.errands.wire.looks import version_fields
from storygen.frontdesk.tables import show_rows, to_json
from storygen.model.issued import State, Version
from storygen.model.revised import Grade, Revised
from storygen.wire import Delivered, address_of

__all__ = [
    "delivered_fields",
    "judged_fields",
    "revised_fields",
    "show_delivered",
    "show_edits",
    "show_files",
    "show_judged",
    "show_revised",
    "to_json",
    "version_line",
]


def judged_fields(judged: Judged, books: Books) -> dict[str, Any]:
    """A file that was judged, for a program."""
    return {
        "file": judged.file,
        "version": version_fields(judged.version, books) if judged.version else None,
        "objections": [{"line": each.line, "what": each.what} for each in judged.objections],
        "doubts": [{"line": each.line, "what": each.what} for each in judged.doubts],
        "refusal": judged.refusal,
    }


def show_judged(found: Sequence[Judged], books: Books) -> None:
    """Each file with its version, or everything that speaks against it."""
    for judged in found:
        for each in judged.objections:
            click.echo(f"{judged.file}, line {each.line}: {each.what}", err=True)
        if judged.refusal:
            click.echo(judged.refusal, err=True)
        if judged.version:
            click.echo(version_line(judged.version, books))
        for each in judged.doubts:
            click.echo(f"  line {each.line}: {each.what}")
    refused = sum(not judged.version for judged in found)
    if refused:
        click.echo(f"{refused} of {_counted(len(found), 'file')} not approved", err=True)


def version_line(version: Version, books: Books) -> str:
    """A version in one line."""
    told = version_fields(version, books)
    until = _until(told)
    same = "" if version.is_new else "; nothing has changed, so there is no new version"
    return f"{told['story']}, version {told['version']}: {told['state']}{until}, by {told['approved_by']}{same}"


def _until(told: dict[str, Any]) -> str:
    """How long a version that was approved waits."""
    is_waiting = told["state"] == State.APPROVED and told["embargo"]
    return f" until {on_the_wall(datetime.fromisoformat(told['embargo']))}" if is_waiting else ""


def delivered_fields(sent: Delivered) -> dict[str, Any]:
    """A delivery, for a program."""
    return {"target": sent.target, "versions": sent.versions, "files": list(sent.files)}


def show_delivered(sent: Delivered) -> None:
    """What was sent where."""
    click.echo(f"{sent.target}: {_counted(sent.versions, 'version')} in {_counted(len(sent.files), 'file')}")


def _counted(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def show_files(target: str, names: Sequence[str], *, as_json: bool) -> None:
    """The files written somewhere, for a person or a program; an address is told without its password."""
    target = address_of(target).plain
    if as_json:
        click.echo(to_json([{"target": target, "files": list(names)}]))
    else:
        click.echo("\n".join([f"{target}: {_counted(len(names), 'file')} written", *names]))


def revised_fields(revised: Revised) -> dict[str, Any]:
    """A story beside a newer release, for a program."""
    story = revised.version.story
    return {
        "story": story.key,
        "version": story.version,
        "grade": revised.grade.value,
        "sentences": [asdict(each) for each in revised.amendments],
        "note": revised.note,
        "file": revised.file,
        "because": revised.because,
    }


def show_revised(found: Sequence[Revised]) -> None:
    """Each story with its grade, the sentences now false with the true ones, the note, and where its draft is."""
    for revised in found:
        story = revised.version.story
        click.echo(f"{story.key}, version {story.version}: {revised.grade}")
        for each in revised.amendments:
            click.echo(
                f"  {each.place}\n    was: {each.false}\n    now: {each.true or '(nothing to put in its place)'}"
            )
            for says in each.says:
                click.echo(f"    – {says}")
        for line in filter(None, (revised.note, revised.because and f"No draft: {revised.because}")):
            click.echo(f"  {line}")
        if revised.file:
            click.echo(f"  drafted: {revised.file}")
    grades = Counter(each.grade for each in found)
    told = ", ".join(f"{grades[grade]} {grade}" for grade in Grade)
    click.echo(f"{_counted(len(found), 'story', 'stories')}: {told}. Nothing has been issued.")


def show_standings(rows: Sequence[dict[str, Any]], outboxes: dict[str, int]) -> None:
    """Each story in one line, what is told of it under it, and what each target still waits for."""
    for row in rows:
        waits = f"waits in {row['file']}" if row["state"] == "draft" else f"by {row['approved_by']}"
        number = f", version {row['version']}" if row["version"] else ""
        click.echo(f"{row['story']}{number}: {row['state']}{_until(row)} ({row['change']}), {waits}")
        if row["note"]:
            click.echo(f"    {row['note']}")
    if not rows:
        click.echo("No story yet.")
    for target, count in outboxes.items():
        click.echo(f"{target}: {count} to be sent")


def show_edits(rows: Sequence[dict[str, Any]]) -> None:
    """The wordings editors touch, with the last examples; how many they leave alone."""
    touched = [{**row, "wording": row["wording"] or "added by editors"} for row in rows if row["examples"]]
    show_rows(touched, "wording", "paragraphs", "kept", "changed", "cut", "added", title="What editors change")
    for row in touched:
        for each in row["examples"]:
            click.echo(f"\n{row['wording']}\n  - {each['before']}\n  + {each['after']}")
    click.echo(f"\nLeft as they are: {_counted(len(rows) - len(touched), 'wording')}.")
