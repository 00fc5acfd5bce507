"""The front desk's window for data: releases in, what is held, what a newer one changes. No logic."""

import sys
from pathlib import Path
from typing import Any

import click

from storygen.frontdesk.options import (
    DATA,
    DONE,
    FINDINGS,
    JSON,
    STORE,
    TEMPLATES,
    TOPIC,
    Command,
    refusing_in_a_sentence,
)

# Everything heavy is imported where it is used: the help page loads neither pandas nor rich.
# ruff: noqa: PLC0415


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


@click.group()
def data() -> None:
    """Take released tables in, see what is held, and compare releases."""


def handing_in(command: Command) -> Command:
    """Give a command the files of a release and what is said of them."""
    about = "The release they belong to, as 2019-20.  [default: their newest year]"
    for option in (
        JSON,
        STORE,
        click.option("--imported", metavar="DATE", default=_today, help="The day to note.  [default: today]"),
        click.option(
            "--alias", "aliases", multiple=True, metavar="NEW=KNOWN", help="Another name for a force or drug."
        ),
        click.option("--edition", metavar="YEAR", help=about),
        TOPIC,
        click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


@data.command("import")
@handing_in
def import_(**handed_in: Any) -> None:  # noqa: ANN401 - the options above, whatever their types
    """Take released workbooks in: ODS, XLSX or CSV, with any number of tables."""
    _take(**handed_in)


@data.command()
@handing_in
def check(**handed_in: Any) -> None:  # noqa: ANN401 - the same
    """Read released workbooks and report as an import would, but keep nothing."""
    _take(is_trial=True, **handed_in)


def _take(*, as_json: bool, **handed_in: Any) -> None:  # noqa: ANN401 - the same
    with refusing_in_a_sentence():
        from storygen.errands.dataroom import Parcel, take
        from storygen.frontdesk.data_tables import exit_code, release_fields, show_release, summary
        from storygen.frontdesk.tables import to_json

        parcel = Parcel(**handed_in)
        release = take(parcel)
    if as_json:
        click.echo(to_json([release_fields(release)]))
    else:
        show_release(release)
        click.echo(summary(release, is_trial=parcel.is_trial))
    sys.exit(exit_code(release))


@data.command()
@TOPIC
@DATA
@JSON
def show(*, as_json: bool, topic: str, data: tuple[Path, ...]) -> None:
    """What is held: years, forces and drugs, gaps, breaks and releases."""
    with refusing_in_a_sentence():
        from storygen.errands.dataroom import holdings_of
        from storygen.frontdesk.data_tables import holdings_fields, show_holdings
        from storygen.frontdesk.tables import to_json

        held = holdings_of(topic, data)
    if as_json:
        click.echo(to_json([holdings_fields(held)]))
    else:
        show_holdings(held)


@data.command()
@click.argument("old")
@click.argument("new")
@click.option("--drafts", type=click.Path(path_type=Path), help="A folder of drafts made from OLD, as output/2018-19.")
@TEMPLATES
@TOPIC
@DATA
@JSON
def compare(*, as_json: bool, old: str, new: str, drafts: Path | None, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What release NEW says otherwise than OLD, and which drafts that falsifies; "shipped" is what came first."""
    with refusing_in_a_sentence():
        from storygen.errands.dataroom import compare as compared
        from storygen.frontdesk.data_tables import comparison_fields, show_comparison
        from storygen.frontdesk.tables import to_json
        from storygen.office import Order

        found = compared(Order(**asked), old, new, drafts)
    if as_json:
        click.echo(to_json([comparison_fields(found)]))
    else:
        show_comparison(found)
    sys.exit(FINDINGS if found.falsified else DONE)
