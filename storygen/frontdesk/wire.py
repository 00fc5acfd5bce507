"""The front desk of the wire: arguments in, exit code out. No logic."""

import sys
from typing import Any

import click

from storygen.frontdesk.options import DONE, FINDINGS, JSON, refusing_in_a_sentence
from storygen.frontdesk.wire_options import BY, FORMAT, Command, books, books_of, editors_files, signed_by

# Everything heavy is imported where it is used: the help page loads neither pandas nor a database.
# ruff: noqa: PLC0415


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
        from storygen.errands.wire.approve import Asked
        from storygen.errands.wire.approve import approve as judge
        from storygen.frontdesk.wire_tables import judged_fields, show_judged, to_json
        from storygen.model.story import Change
        from storygen.office import Order

        told = {name: asked.pop(name) for name in ("by", "note", "embargo", "files")}
        order = Order(
            now=asked["now"], **{name: asked.pop(name) for name in ("data", "quotes", "templates", "local_facts")}
        )
        kept, signed = books_of(**asked), signed_by(told["by"], asked["now"], told["note"])
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
@click.option("--again", multiple=True, metavar="STORY", help="Send it once more; may be given again.")
@books
@JSON
def deliver(*, target: str, formats: tuple[str, ...], again: tuple[str, ...], as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Send a target everything it is due and has not had; safe to run again at any time."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.errands.wire.sending import deliver as send
        from storygen.frontdesk.wire_tables import delivered_fields, show_delivered, to_json

        sent = send(target, formats, books_of(**asked), again)
    if as_json:
        click.echo(to_json([delivered_fields(sent)]))
    else:
        show_delivered(sent)


@wire.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@FORMAT
@click.option("--output", default="export", show_default=True, help="Where to; the outbox knows nothing of it.")
@books
@JSON
def export(*, stories: tuple[str, ...], formats: tuple[str, ...], output: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Write stories as they stand, in one format or all, to look at or hand on; all stories if none is named."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.errands.wire.sending import export as write
        from storygen.frontdesk.wire_tables import show_files

        names = write(output, formats, stories, books_of(**asked))
    show_files(output, names, as_json=as_json)


@wire.command()
@click.argument("target", metavar="DIR|URL")
@click.option("--files", default="", metavar="URL", help="Where receivers find the stories' own files.")
@books
@JSON
def feeds(*, target: str, files: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Write feeds of what readers may have: all stories, one a place, one a drug."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.errands.wire.sending import write_feeds
        from storygen.frontdesk.wire_tables import show_files

        names = write_feeds(target, books_of(**asked), files)
    show_files(target, names, as_json=as_json)


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
            from storygen.errands.wire.looks import version_fields
            from storygen.errands.wire.turning import turned
            from storygen.frontdesk.wire_tables import to_json, version_line
            from storygen.model.story import Change

            kept = books_of(**asked)
            version = turned(story, Change(name), signed_by(by, asked["now"], reason), kept)
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
        from storygen.errands.wire.looks import outboxes, standings
        from storygen.frontdesk.wire_tables import show_standings, to_json

        kept = books_of(**asked)
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
        from storygen.errands.wire.looks import edits_by_wording
        from storygen.frontdesk.tables import to_json
        from storygen.frontdesk.wire_tables import show_edits

        rows = list(edits_by_wording(books_of(**asked)))
    if as_json:
        click.echo(to_json(rows))
    else:
        show_edits(rows)


@wire.command()
@click.argument("target", default="", metavar="[DIR|URL]")
@books
@JSON
def verify(*, target: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Whether the ledger is sound, and every file that was delivered still as it was sent."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.errands.wire.looks import verified
        from storygen.frontdesk.tables import to_json

        found = list(verified(books_of(**asked), target))
    if as_json:
        click.echo(to_json({"what": each} for each in found))
    else:
        click.echo("\n".join(found) or "The ledger is sound, and every file is as it was sent.")
    sys.exit(FINDINGS if found else DONE)
