"""What the commands of the front desk share: their options, their exit codes, and how they refuse."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from storygen.clock import from_wall
from storygen.errors import StorygenError

# Everything heavy is imported where it is used: the help page loads neither pandas nor rich.
# ruff: noqa: PLC0415

DONE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

Command = Callable[..., Any]

FIRST_YEAR, LAST_YEAR = 1970, 9000
"""What a time may be in: later ones leave no room for what is counted from them."""


def _user_store() -> Path:
    from storygen.paths import user_store

    return user_store()


def _user_stores() -> tuple[Path, ...]:
    """The user's folder of releases, if there is one; a usage error where it cannot be looked into."""
    folder = _user_store()
    try:
        next(folder.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as fault:
        raise click.UsageError(
            f"{folder}, your folder of releases, cannot be read: {fault.strerror}; name another with --data"
        ) from None
    return (folder,)


TOPIC = click.option("--topic", default="drug_seizures", show_default=True, help="What the story is about.")
EDITION = click.option("--edition", "year", metavar="YEAR", help="As 2018-19.  [default: the newest held]")
HOUSE = click.option("--house", default="regional", show_default=True, help="The house style to write in.")
TEMPLATES = click.option(
    "--templates", type=click.Path(path_type=Path), help="A folder of your own wording, used first."
)
AREA = click.option("--area", "areas", multiple=True, metavar="NAME", help="This force only; may be given again.")
DAY = click.DateTime(formats=["%Y-%m-%d"])
DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    multiple=True,
    default=_user_stores,
    envvar="STORYGEN_DATA",
    help="A folder of imported releases; may be given again.  [default: yours, if there is one]",
)
STORE = click.option(
    "--data",
    "store",
    type=click.Path(path_type=Path),
    default=_user_store,
    envvar="STORYGEN_DATA",
    help="The folder to keep it in.  [default: yours]",
)
LEAD = click.option("--lead", metavar="ANGLE", help="Lead this force's story on it, as A33:cocaine.")
LOCAL_FACTS = click.option(
    "--local-facts", type=click.Path(path_type=Path), metavar="DIR", help="A folder of facts no table holds."
)
ON = click.option("--on", type=DAY, help="The day local facts are judged by.  [default: today]")
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), default="output", show_default=True, help="Where drafts are."
)
QUOTES = click.option(
    "--quotes", type=click.Path(path_type=Path), help="Your folder of quotes.  [default: quotes-bank]"
)


class Moment(click.ParamType[datetime]):
    """A time as ISO 8601 writes it; one without a zone is London's, as a British newsroom means it."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 - as click has it
        """The time; a usage error, with an example, for anything else."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time; write it as 2026-02-13T16:00, or with a zone, +00:00", param, ctx)
        if not FIRST_YEAR <= moment.year < LAST_YEAR:
            self.fail(f"{value!r} is in the year {moment.year}, which is surely mistyped", param, ctx)
        try:
            return moment if moment.tzinfo else from_wall(moment)
        except ValueError as fault:
            self.fail(f"{value} {fault}", param, ctx)


NOW = click.option(
    "--now",
    type=Moment(),
    default=lambda: datetime.now(UTC).replace(microsecond=0),
    metavar="TIME",
    help="The time that decides about embargoes and deadlines.  [default: the clock's]",
)


def judged_on(on: datetime | None, local_facts: Path | None) -> date | None:
    """The day local facts are judged by: the one given, else today; None where there are no facts."""
    day = on or (datetime.now(tz=UTC).astimezone() if local_facts else None)
    return day.date() if day else None


JSON = click.option("--json", "as_json", is_flag=True, help="For another program to read.")


def order(command: Command) -> Command:
    """Give a command the options every order has."""
    for option in (DATA, TEMPLATES, HOUSE, EDITION, TOPIC):
        command = option(command)
    return command


def trial(command: Command) -> Command:
    """Give a command the options of an order in a house style it names itself."""
    for option in (AREA, DATA, EDITION, TEMPLATES, TOPIC):
        command = option(command)
    return command


@contextmanager
def refusing_in_a_sentence(needs: str = "") -> Iterator[None]:
    """
    Turn an error into one sentence on standard error and exit code 2; a second thought into 130.

    `needs` is the extra a command cannot do without.
    """
    try:
        yield
    except ModuleNotFoundError as fault:
        if not needs:
            raise
        click.echo(f"storygen: this needs {fault.name}: run pip install '.[{needs}]' in the project's folder", err=True)
        sys.exit(UNUSABLE)
    except (StorygenError, OSError) as fault:
        click.echo(f"storygen: {_sentence(fault)}", err=True)
        sys.exit(UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _sentence(fault: Exception) -> str:
    """What an error says; of one the system raised, which file and why, without its number."""
    if isinstance(fault, OSError) and fault.filename and fault.strerror:
        return f"{fault.filename} cannot be used: {fault.strerror}"
    return str(fault)
