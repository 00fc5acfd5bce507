"""The front desk of the wire: arguments in, exit code out. No logic."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storygen.frontdesk.options import (
    DATA,
    DONE,
    FINDINGS,
    JSON,
    NOW,
    QUOTES,
    TEMPLATES,
    TOPIC,
    Moment,
    refusing_in_a_sentence,
)

if TYPE_CHECKING:
    from storygen.wire_desk.books import Books

# Everything heavy is imported where it is used: the help page loads neither pandas nor a database.
# ruff: noqa: PLC0415

Command = Callable[..., Any]

BY = click.option("--by", required=True, metavar="NAME", help="Who does this; readers see it in the disclosure.")
FORMAT = click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this; may be given again.")
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
        click.option("--local-facts", type=click.Path(path_type=Path), metavar="DIR", help="As the drafts were made."),
        TEMPLATES,
        QUOTES,
        DATA,
        click.option("--embargo", type=Moment(), metavar="TIME", help="Not before this time."),
        click.option("--note", default="", help="What receivers are told of the version.  [default: what has changed]"),
        BY,
        FILES,
    ):
        command = option(command)
    return command


@click.group()
def wire() -> None:
    """Approve what editors finished, and send it: versions, embargoes, corrections, kills."""


@wire.command()
@editors_files
@click.option("--substitute", is_flag=True, help="Stand in for a story that was killed, under a new identity.")
@books
@JSON
def approve(*, substitute: bool, **asked: Any) -> None:  # noqa: ANN401 - the options above, whatever their types
    """Put your name to FILEs: each becomes the next version of its story, unless something speaks against it."""
    _approve(is_substitute=substitute, **asked)


@wire.command()
@editors_files
@books
@JSON
def correct(**asked: Any) -> None:  # noqa: ANN401 - the same
    """Put your name to FILEs that mend what was sent; the note says what was wrong and what is right."""
    _approve(is_correction=True, **asked)


def _approve(*, as_json: bool, is_correction: bool = False, is_substitute: bool = False, **asked: Any) -> None:  # noqa: ANN401 - the same
    with refusing_in_a_sentence(needs="wire"):
        from storygen.frontdesk.wire_tables import judged_fields, show_judged, to_json
        from storygen.model.story import Change
        from storygen.newsroom import Order
        from storygen.wire_desk.approve import Asked
        from storygen.wire_desk.approve import approve as judge

        told = {name: asked.pop(name) for name in ("by", "note", "embargo", "files")}
        order = Order(
            now=asked["now"], **{name: asked.pop(name) for name in ("data", "quotes", "templates", "local_facts")}
        )
        kept, signed = _books(**asked), _signed(told["by"], asked["now"], told["note"])
        change = Change.CORRECTION if is_correction else Change.UPDATE
        wanted = Asked(files=told["files"], change=change, embargo=told["embargo"], is_substitute=is_substitute)
        found = list(judge(wanted, signed, order, kept))
    if as_json:
        click.echo(to_json(judged_fields(each, kept) for each in found))
    else:
        show_judged(found, kept)
    sys.exit(DONE if all(each.version for each in found) else FINDINGS)


@wire.command()
@click.argument("target", metavar="DIR|URL")
@FORMAT
@books
@JSON
def deliver(*, target: str, formats: tuple[str, ...], as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Send a target everything it is due and has not had; safe to run again at any time."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.frontdesk.wire_tables import delivered_fields, show_delivered, to_json
        from storygen.wire_desk.sending import deliver as send

        sent = send(target, formats, _books(**asked))
    if as_json:
        click.echo(to_json([delivered_fields(sent)]))
    else:
        show_delivered(sent)


@wire.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@FORMAT
@click.option("--output", default="export", show_default=True, help="Where to; the outbox knows nothing of it.")
@books
def export(*, stories: tuple[str, ...], formats: tuple[str, ...], output: str, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Write stories as they stand, in one format or all, to look at or hand on; all stories if none is named."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.wire_desk.sending import export as write

        names = write(output, formats, stories, _books(**asked))
    click.echo("\n".join([f"{output}: {len(names)} files", *names]))


@wire.command()
@click.argument("target", metavar="DIR|URL")
@click.option("--files", default="", metavar="URL", help="Where receivers find the stories' own files.")
@books
def feeds(*, target: str, files: str, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Write feeds of what readers may have: all stories, one a place, one a drug."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.wire_desk.sending import write_feeds

        names = write_feeds(target, _books(**asked), files)
    click.echo(f"{target}: {len(names)} files changed")


def _turning(name: str, told: str) -> Command:
    """Make a command that changes a story's status."""

    @wire.command(name, help=told)
    @click.argument("story")
    @BY
    @click.option(
        "--reason", required=name != "release", default="checked and released", help="Why; receivers are told."
    )
    @books
    @JSON
    def turning(*, story: str, by: str, reason: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
        with refusing_in_a_sentence(needs="wire"):
            from storygen.frontdesk.wire_tables import to_json, version_line
            from storygen.model.story import Change
            from storygen.wire_desk.looks import version_fields
            from storygen.wire_desk.turning import turned

            kept = _books(**asked)
            version = turned(story, Change(name), _signed(by, asked["now"], reason), kept)
        click.echo(to_json([version_fields(version, kept)]) if as_json else version_line(version, kept))

    return turning


hold = _turning("hold", "Hold a STORY while it is checked: receivers are told not to use it.")
release = _turning("release", "Release a STORY that is held, or end its embargo now.")
kill = _turning("kill", "Kill a STORY: it must not be used, and nothing follows on its identity.")


@wire.command()
@click.argument("story", default="")
@books
@JSON
def status(*, story: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """How every story stands, or every version of one."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.frontdesk.wire_tables import show_standings, to_json
        from storygen.wire_desk.looks import outboxes, standings

        kept = _books(**asked)
        rows, waiting = list(standings(kept, story)), outboxes(kept)
    if as_json:
        click.echo(to_json([{"stories": rows, "outboxes": waiting}]))
    else:
        show_standings(rows, waiting)


@wire.command()
@books
@JSON
def edits(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What editors change most in the drafts, wording by wording, for those who write the templates."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.frontdesk.tables import to_json
        from storygen.frontdesk.wire_tables import show_edits
        from storygen.wire_desk.looks import edits_by_wording

        rows = list(edits_by_wording(_books(**asked)))
    if as_json:
        click.echo(to_json(rows))
    else:
        show_edits(rows)


@wire.command()
@click.argument("target", default="", metavar="[DIR|URL]")
@books
def verify(*, target: str, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Whether the ledger is sound, and every file that was delivered still as it was sent."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.wire_desk.looks import verified

        found = list(verified(_books(**asked), target))
    click.echo("\n".join(found) or "The ledger is sound, and every file is as it was sent.")
    sys.exit(FINDINGS if found else DONE)


@click.command()
@click.option(
    "--from", "old", required=True, metavar="RELEASE", help='The release before; "shipped" is what came first.'
)
@click.option("--to", "new", required=True, metavar="RELEASE", help="The newer release.")
@click.option("--output", type=click.Path(path_type=Path), default="revised", show_default=True, help="Where to.")
@TEMPLATES
@QUOTES
@DATA
@TOPIC
@books
@JSON
def revise(*, old: str, new: str, output: Path, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What a newer release makes of every story that was sent: corrections are drafted, and nothing is issued."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.frontdesk.wire_tables import revised_fields, show_revised, to_json
        from storygen.newsroom import Order
        from storygen.wire_desk.revising import Releases
        from storygen.wire_desk.revising import revise as look_over

        order = Order(now=asked["now"], **{name: asked.pop(name) for name in ("topic", "data", "quotes", "templates")})
        found = look_over(Releases(old=old, new=new, output=output), order, _books(**asked))
    if as_json:
        click.echo(to_json(revised_fields(each) for each in found))
    else:
        show_revised(found)
    sys.exit(FINDINGS if any(each.amendments or each.because for each in found) else DONE)


def _books(*, ledger: str, service: Path | None, now: datetime) -> "Books":
    from storygen.wire_desk.books import Books, in_utc

    return Books(ledger=ledger, service=service, now=in_utc(now))


def _signed(by: str, at: datetime, note: str) -> Any:  # noqa: ANN401 - loaded late
    from storygen.wire_desk.books import Signature

    return Signature(by=by, at=at, note=note)
