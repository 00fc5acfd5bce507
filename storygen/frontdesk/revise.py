"""The front desk on revision day: arguments in, exit code out. No logic."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from storygen.frontdesk.options import DATA, DAY, DONE, FINDINGS, JSON, QUOTES, TEMPLATES, TOPIC, refusing_in_a_sentence
from storygen.frontdesk.wire_options import LOCAL_FACTS, books, books_of

# Everything heavy is imported where it is used: the help page loads neither pandas nor a database.
# ruff: noqa: PLC0415


@click.command()
@click.option(
    "--from", "old", required=True, metavar="RELEASE", help='The release before; "shipped" is what came first.'
)
@click.option("--to", "new", required=True, metavar="RELEASE", help="The newer release.")
@click.option("--output", type=click.Path(path_type=Path), default="revised", show_default=True, help="Where to.")
@click.option("--on", type=DAY, help="The day local facts are judged by.")
@LOCAL_FACTS
@TEMPLATES
@QUOTES
@DATA
@TOPIC
@books
@JSON
def revise(*, old: str, new: str, output: Path, on: datetime | None, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What a newer release makes of every story that was sent: corrections are drafted, and nothing is issued."""
    with refusing_in_a_sentence(needs="wire"):
        from storygen.errands.wire.revising import Releases
        from storygen.errands.wire.revising import revise as look_over
        from storygen.frontdesk.wire_tables import revised_fields, show_revised, to_json
        from storygen.office import Order

        told = {name: asked.pop(name) for name in ("topic", "data", "quotes", "templates", "local_facts")}
        order = Order(now=asked["now"], on=on.date() if on else None, **told)
        found = look_over(Releases(old=old, new=new, output=output), order, books_of(**asked))
    if as_json:
        click.echo(to_json(revised_fields(each) for each in found))
    else:
        show_revised(found)
    sys.exit(FINDINGS if any(each.amendments or each.because for each in found) else DONE)
