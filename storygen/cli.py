"""The front desk: arguments in, exit code out. No logic."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storygen import __version__
from storygen.errors import StorygenError

if TYPE_CHECKING:
    from storygen.publishing import Report

DONE, FINDINGS, UNUSABLE = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storygen")
def main() -> None:
    """Draft local news reports from national statistics, every figure traced to its cell."""


@main.command()
@click.option("--topic", default="drug_seizures", show_default=True, help="What the story is about.")
@click.option("--edition", metavar="YEAR", help="The year to write up, as 2018-19.  [default: the newest held]")
@click.option("--area", "areas", multiple=True, metavar="NAME", help="This force only; may be given again.")
@click.option("--house", default="regional", show_default=True, help="The house style to write in.")
@click.option("--templates", type=click.Path(path_type=Path), help="A folder of your own wording, used first.")
@click.option("--output", type=click.Path(path_type=Path), default="output", show_default=True, help="Where to.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def draft(*, quiet: bool, **asked: Any) -> None:  # noqa: ANN401 - the options above, whatever their types
    """Draft a report for every police force, with a newslist for the editor."""
    try:
        report = _draft(quiet=quiet, **asked)
    except StorygenError as fault:
        click.echo(f"storygen: {fault}", err=True)
        sys.exit(UNUSABLE)
    if not quiet:
        _say(report)
    sys.exit(FINDINGS if report.held else DONE)


def _draft(*, quiet: bool, edition: str | None, **asked: Any) -> "Report":  # noqa: ANN401
    from storygen.newsroom import Order, fill  # noqa: PLC0415 - pandas is not loaded for --help

    with _progress(quiet=quiet) as on_copy:
        return fill(Order(year=edition, **asked), on_copy)


def _progress(*, quiet: bool) -> AbstractContextManager[Any]:
    if quiet:
        return nullcontext(lambda *_: None)
    from storygen.progress import progress  # noqa: PLC0415 - nor rich

    return progress()


def _say(report: "Report") -> None:
    for edited, beside in report.kept:
        click.echo(f"{edited} has been changed by hand and was left; the new draft is {beside}", err=True)
    for area in report.held:
        click.echo(f"{area}: held by the proof desk; the reason is in manifest.json", err=True)
    click.echo(
        f"{report.folder}: {report.drafts} drafts, {report.sheets} question sheets, {len(report.held)} held; "
        f"{report.open_quote_slots} quotes needed. Start with newslist.md."
    )
