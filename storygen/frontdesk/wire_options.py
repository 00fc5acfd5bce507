"""What the wire's commands share: which ledger, which service, whose files, who."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storygen.frontdesk.options import DATA, NOW, QUOTES, TEMPLATES, Moment

if TYPE_CHECKING:
    from storygen.errands.wire.books import Books, Signature

# Everything heavy is imported where it is used: the help page loads neither pandas nor a database.
# ruff: noqa: PLC0415

Command = Callable[..., Any]

BY = click.option("--by", required=True, metavar="NAME", help="Who does this; readers see it in the disclosure.")
FORMAT = click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this; may be given again.")
LOCAL_FACTS = click.option(
    "--local-facts", type=click.Path(path_type=Path), metavar="DIR", help="As the drafts were made with."
)
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))


def books(command: Command) -> Command:
    """Give a command the options that say which ledger, which service, what time."""
    for option in (
        NOW,
        click.option(
            "--service", type=click.Path(path_type=Path), help="Who sends.  [default: service.yaml beside the ledger]"
        ),
        click.option(
            "--ledger",
            default="wire/ledger.sqlite",
            show_default=True,
            envvar="STORYGEN_LEDGER",
            help="A path, or postgresql://user@host/name.",
        ),
    ):
        command = option(command)
    return command


def editors_files(command: Command) -> Command:
    """Give a command the options that say how the drafts of files are made again."""
    for option in (
        LOCAL_FACTS,
        TEMPLATES,
        QUOTES,
        DATA,
        click.option(
            "--embargo", type=Moment(), metavar="TIME", help="Not before this time; London's, unless it has a zone."
        ),
        click.option("--note", default="", help="What receivers are told of the version.  [default: what has changed]"),
        BY,
        FILES,
    ):
        command = option(command)
    return command


def books_of(*, ledger: str, service: Path | None, now: datetime) -> "Books":
    """The books that the options name."""
    from storygen.errands.wire.books import Books, in_utc

    return Books(ledger=ledger, service=service, now=in_utc(now))


def signed_by(by: str, at: datetime, note: str) -> "Signature":
    """Whoever the options name."""
    from storygen.errands.wire.books import Signature

    return Signature(by=by, at=at, note=note)
