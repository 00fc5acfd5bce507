"""The front desk of the quotes desk: arguments in, exit code out. No logic."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from storygen.frontdesk.options import (
    AREA,
    DATA,
    DONE,
    EDITION,
    FINDINGS,
    JSON,
    LEAD,
    LOCAL_FACTS,
    NOW,
    ON,
    OUTPUT,
    QUOTES,
    TOPIC,
    Moment,
    judged_on,
    order,
    refusing_in_a_sentence,
)

if TYPE_CHECKING:
    from storygen.model.quote import Quote
    from storygen.office import Order

# Everything heavy is imported where it is used: the help page loads neither pandas nor rich.
# ruff: noqa: PLC0415


def said(_: click.Context, param: click.Parameter, value: str) -> str:
    """What the log needs to know, on one line; a usage error where there is nothing."""
    if not value.strip():
        raise click.BadParameter("it is empty", param=param)
    return " ".join(value.split())


BY = click.option("--by", required=True, callback=said, metavar="NAME", help="Who does this, for the log.")
REASON = click.option("--reason", required=True, callback=said, help="Why, for the log.")
DEADLINE = click.option("--deadline", type=Moment(), metavar="TIME", help="By when to answer, with its time zone.")

Command = Callable[..., Any]


def desk(command: Command) -> Command:
    """Give a command the options that say which quotes, of which topic and edition."""
    for option in (ON, LOCAL_FACTS, QUOTES, DATA, EDITION, TOPIC):
        command = option(command)
    return command


def _order(*, on: datetime | None, **asked: Any) -> "Order":  # noqa: ANN401 - the options, whatever their types
    from storygen.office import Order

    return Order(on=judged_on(on, asked["local_facts"]), **asked)


@click.group()
def quotes() -> None:
    """Ask for comment, keep what was really said, and see what is missing."""


@quotes.command("request")
@order
@LEAD
@LOCAL_FACTS
@ON
@QUOTES
@AREA
@NOW
@DEADLINE
@BY
def request(*, now: datetime, deadline: datetime | None, by: str, **asked: Any) -> None:  # noqa: ANN401 - the options above, whatever their types
    """Write a letter for each force and each national body, as text and as e-mail drafts. Nothing is sent."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import unverified, write_requests

        letters = write_requests(_order(now=now, **asked), by=by, at=now, deadline=deadline)
    for letter in letters:
        click.echo("\n".join(str(path) for path, _ in letter.files))
    for warning in unverified(letters, now.date()):
        click.echo(f"storygen: {warning}", err=True)


@quotes.command("note")
@click.argument("event", type=click.Choice(["sent", "chased", "declined"]))
@click.argument("organisation")
@desk
@AREA
@NOW
@DEADLINE
@click.option("--to", default="", metavar="ADDRESS", help="Where it was sent.  [default: the directory's]")
@BY
def take_note(*, now: datetime, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Log that a request was SENT, CHASED or DECLINED, at the time --now says."""
    with refusing_in_a_sentence():
        from storygen.clock import on_the_wall
        from storygen.errands.quotes import note
        from storygen.model.contacts import Entry

        told = {name: asked.pop(name) for name in ("event", "organisation", "to", "deadline", "by")}
        entry = note(_order(now=now, **asked), Entry(at=now, **told))
    until = f", to be answered by {on_the_wall(entry.deadline)}" if entry.deadline else ""
    click.echo(f"{entry.organisation}{' ' if entry.area else ''}{entry.area}: {entry.event}{until}")


@quotes.command("set-aside")
@click.argument("voice")
@desk
@LEAD
@AREA
@NOW
@REASON
@click.option("--undo", is_flag=True, help="Keep its place open again.")
@BY
def set_voice_aside(*, voice: str, now: datetime, by: str, reason: str, undo: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Do without a VOICE that stories only want, as an editor; whoever must be heard cannot be set aside."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import set_aside
        from storygen.model.contacts import Entry

        told = Entry(at=now, by=by, event="restored" if undo else "set-aside", voice=voice, reason=reason)
        areas = set_aside(_order(now=now, **asked), told)
    click.echo(f"{voice}: {'wanted again' if undo else 'not needed'} in {', '.join(areas)}")


@quotes.command("list")
@order
@LOCAL_FACTS
@ON
@QUOTES
@NOW
@JSON
def list_quotes(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Every quote held: where it stands, or why it stands nowhere."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import held
        from storygen.frontdesk.tables import show_rows, to_json

        rows = list(held(_order(**asked)))
    if as_json:
        click.echo(to_json(rows))
    else:
        show_rows(rows, "quote", "speaker", "is_approved", "stands_in", "why_not", title="Quotes held")


@quotes.command("status")
@order
@LEAD
@LOCAL_FACTS
@ON
@QUOTES
@AREA
@NOW
@JSON
def status(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Every voice each story waits for or has: open, asked, late, received."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import standings
        from storygen.frontdesk.tables import show_rows, to_json

        rows = list(standings(_order(**asked)))
    if as_json:
        click.echo(to_json(rows))
    else:
        show_rows(rows, "area", "story", "voice", "status", "deadline", "quote", title="Voices")


@quotes.command("add")
@click.argument("file", type=click.File("rb"))
@desk
@AREA
@NOW
@click.option("--voice", required=True, help="The voice of the catalogue it is given in.")
@click.option(
    "--organisation", default="", help="Whom the speaker speaks for, as in a sentence.  [default: the voice's own body]"
)
@click.option("--name", default="", help="The speaker's name in full; a spokesperson's is left out.")
@click.option("--rank", default="", help="Rank or title, in full.")
@click.option("--role", default="", help="What stands behind the name.")
@click.option("--known-as", default="", help="What they are called after that.  [default: the last word of the name]")
@click.option("--partial", default="", help="The words to set instead of all of them, to go on from: spoke of.")
@click.option(
    "--method",
    required=True,
    type=click.Choice(["email", "phone", "interview", "statement", "website", "report"]),
    help="How it was obtained.",
)
@click.option("--at", type=Moment(), metavar="TIME", help="When it was obtained.  [default: now]")
@click.option("--evidence", required=True, help="What shows that it was said: a file, a recording, an address.")
@click.option("--region", "regions", multiple=True, help="It was said about this region; may be given again.")
@click.option("--drug", "drugs", multiple=True, help="It is about this drug, or other category; may be given again.")
@click.option("--angle", "angles", multiple=True, help="It goes with this angle only; may be given again.")
@click.option("--direction", type=click.Choice(["any", "rise", "fall"]), default="any", show_default=True)
@click.option("--embargo", type=Moment(), metavar="TIME", help="Not before this time.")
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Not after this day.")
@click.option("--exclusive", metavar="HOUSE", help="For this house alone.")
@click.option("--agency", help="Who supplied it, to be credited.")
@click.option(
    "--reuse",
    type=click.Choice(["ok", "ask", "no"]),
    default="ok",
    show_default=True,
    help="Whether it may be printed; ask: once approved; no: kept, and never printed.",
)
@BY
def add_quote(*, file: IO[bytes], now: datetime, on: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Add what was said, verbatim, from FILE (- is standard input); without --area or --region, about the country."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import add, handed_in

        day = judged_on(on, asked["local_facts"])
        quote = add(*handed_in(file.read(), now=now, on=day, **asked), now=now)
    said = f"{_many(len(quote.text), 'paragraph')}, {_many(quote.length, 'word')} to be set, {quote.scope.level}"
    click.echo(f"{quote.id}: {said}; to be approved by an editor")


@quotes.command("approve")
@click.argument("quote")
@desk
@NOW
@BY
def approve_quote(*, quote: str, now: datetime, by: str, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Put your name to the use of a QUOTE."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import approve

        edition = approve(_order(now=now, **asked), quote, by=by, now=now)
    click.echo(f"{quote}: approved by {by} for {edition.year}")


@quotes.command("withdraw")
@click.argument("quote")
@desk
@NOW
@OUTPUT
@click.option("--ledger", default="wire/ledger.sqlite", show_default=True, envvar="STORYGEN_LEDGER", help="The wire's.")
@REASON
@BY
def withdraw_quote(*, quote: str, now: datetime, by: str, reason: str, ledger: str, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Take a QUOTE back, and name every draft it stands in, and every story on the wire that still holds it."""
    with refusing_in_a_sentence():
        from storygen.errands.quotes import withdraw

        told = withdraw(_order(now=now, **asked), quote, by=by, reason=reason, now=now)
    click.echo(
        "\n".join([f"{quote}: withdrawn; it stands in {_many(len(told.drafts), 'draft')}", *map(str, told.drafts)])
    )
    for path in told.unread:
        click.echo(f"storygen: {path} cannot be read: look yourself whether the words stand in it", err=True)
    with refusing_in_a_sentence(needs="wire"):
        stories = _on_the_wire(told.quote, ledger, now)
    click.echo("".join(f"{story}\n" for story in stories), nl=False)
    sys.exit(FINDINGS if stories or told.unread else DONE)


def _on_the_wire(quote: "Quote", ledger: str, now: datetime) -> tuple[str, ...]:
    """The stories that hold a quote and what to do about each; none where nothing was ever approved."""
    if "://" not in ledger and not Path(ledger).exists():
        return ()
    from storygen.errands.wire.said import stories_with
    from storygen.frontdesk.wire_options import books_of

    return tuple(stories_with(quote, books_of(ledger=ledger, service=None, now=now)))


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
