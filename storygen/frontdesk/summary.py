"""What came of a run, said in a line, and what a person must know of it before."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from storygen.publishing import Report


def say(report: "Report") -> None:
    """Say what was written where; on standard error, what was left alone, held or left out."""
    for edited, beside in report.kept:
        click.echo(f"{edited} has been changed by hand and was left; the new draft is {beside}", err=True)
    for area in report.held:
        click.echo(f"{area}: held by the proof desk; the reason is in manifest.json", err=True)
    for fact in report.left_out:
        click.echo(fact, err=True)
    click.echo(
        f"{report.folder}: {_counted(report.drafts, 'draft')}, {_counted(report.sheets, 'question sheet')}, "
        f"{len(report.held)} held; {_counted(report.open_quote_slots, 'quote')} needed. Start with newslist.md."
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
