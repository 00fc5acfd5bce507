"""The front desk: arguments in, exit code out. No logic."""

import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from storygen import __version__
from storygen.frontdesk.data import data
from storygen.frontdesk.options import (
    AREA,
    DATA,
    DONE,
    FINDINGS,
    JSON,
    LEAD,
    LOCAL_FACTS,
    NOW,
    ON,
    QUOTES,
    TEMPLATES,
    TOPIC,
    judged_on,
    order,
    refusing_in_a_sentence,
    trial,
)
from storygen.frontdesk.quotes import quotes
from storygen.frontdesk.revise import revise
from storygen.frontdesk.summary import say
from storygen.frontdesk.wire import wire

# Everything heavy is imported where it is used: the help page loads neither pandas nor rich.
# ruff: noqa: PLC0415


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storygen")
def main() -> None:
    """Draft local news reports from national statistics, every figure traced to its cell."""


main.add_command(quotes)
main.add_command(wire)
main.add_command(revise)


@main.command()
@order
@AREA
@QUOTES
@NOW
@LEAD
@LOCAL_FACTS
@ON
@click.option("--output", type=click.Path(path_type=Path), default="output", show_default=True, help="Where to.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def draft(*, quiet: bool, on: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - whatever the options' types
    """Draft a report for every police force, with a newslist for the editor."""
    with refusing_in_a_sentence():
        from storygen.newsroom import fill
        from storygen.office import Order

        with _progress(quiet=quiet) as on_copy:
            report = fill(Order(on=judged_on(on, asked["local_facts"]), **asked), on_copy)
    for refusal in report.refused:
        click.echo(refusal, err=True)
    if not quiet:
        say(report)
    sys.exit(FINDINGS if report.held or report.refused else DONE)


@main.command()
@order
@JSON
def newslist(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What is news, area by area, ranked, with the reason."""
    with refusing_in_a_sentence():
        from storygen.frontdesk.tables import by_value, plan_fields, show_newslist, to_json
        from storygen.newsroom import plans
        from storygen.office import Order, open_office

        office = open_office(Order(**asked))
        found = tuple(plans(office))
    if as_json:
        click.echo(to_json(plan_fields(plan) for plan in by_value(found)))
    else:
        show_newslist(found, title=f"{office.dataset.topic.title}, {office.edition.year}")


@main.command()
@click.argument("area")
@order
@click.option("--all", "show_all", is_flag=True, help="Those too that were dropped.")
@JSON
def angles(*, area: str, show_all: bool, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Every candidate for an area: its value, why, and what speaks against it."""
    with refusing_in_a_sentence():
        from storygen.frontdesk.tables import candidate_fields, show_candidates, to_json
        from storygen.newsroom import candidates
        from storygen.office import Order, open_office

        office = open_office(Order(areas=(area,), **asked))
        found = [each for each in candidates(office) if show_all or each.is_kept]
    if as_json:
        click.echo(to_json(candidate_fields(each) for each in found))
    else:
        show_candidates(found, title=f"{office.areas[0].force}, {office.edition.year}")


@main.group()
def house() -> None:
    """House styles: list them, see one, try them on."""


@house.command("list")
@TEMPLATES
@JSON
def list_houses(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Every house style there is, with the manner it is in."""
    with refusing_in_a_sentence():
        from storygen.errands.fitting_room import houses
        from storygen.frontdesk.tables import house_fields, to_json
        from storygen.office import Order

        found = houses(Order(**asked))
    if as_json:
        click.echo(to_json(house_fields(style) for style in found))
    else:
        click.echo("\n".join(f"{style.name:<12} {style.title}" for style in found))


@house.command("show")
@click.argument("house")
@trial
def show_house(**asked: Any) -> None:  # noqa: ANN401 - the same
    """A headline and a paragraph in a house style, from the figures held."""
    with refusing_in_a_sentence():
        from storygen.errands.fitting_room import specimen
        from storygen.office import Order

        copy = specimen(Order(**asked))
    click.echo("\n\n".join(paragraph.text for paragraph in copy.draft.paragraphs))


@house.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@trial
def check_house(*, file: Path | None, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Read a house style, or all of them, write the edition in it and have every draft proofed."""
    findings = 0
    with refusing_in_a_sentence():
        from storygen.errands.fitting_room import tried
        from storygen.frontdesk.tables import trial_lines
        from storygen.office import Order

        for style, copies in tried(Order(**asked), file):
            click.echo("\n".join(trial_lines(style, copies)))
            findings += sum(len(copy.findings) for copy in copies)
    sys.exit(FINDINGS if findings else DONE)


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@DATA
@TOPIC
@click.option("--area", metavar="NAME", help="Whose story it is.  [default: as the text says]")
@click.option("--edition", "year", metavar="YEAR", help="As 2018-19.  [default: as the text says]")
@JSON
@click.option("--format", "form", type=click.Choice(["text", "github"]), default="text", show_default=True)
def check(*, as_json: bool, form: str, files: tuple[Path, ...], **asked: Any) -> None:  # noqa: ANN401 - the same
    """Read any copy, or a folder of drafts, against the figures."""
    with refusing_in_a_sentence():
        from storygen.errands.copydesk import Errand
        from storygen.errands.copydesk import check as read_files

        readings = tuple(read_files(Errand(files=files, **asked)))
    from storygen.frontdesk.marked import annotations, show, to_json

    if as_json:
        click.echo(to_json(readings))
    elif form == "github":
        click.echo("\n".join(annotations(readings)))
    else:
        show(readings)
    sys.exit(DONE if all(reading.is_clean for reading in readings) else FINDINGS)


@main.group()
def template() -> None:
    """Read the wording for mistakes, or see which of it an edition uses."""


@template.command("check")
@order
@JSON
def check_template(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What is wrong with the wording: unknown names, sums, words no story reaches; your own folder's too."""
    with refusing_in_a_sentence():
        from storygen.frontdesk.tables import flaw_fields, to_json
        from storygen.newsroom import flaws
        from storygen.office import Order, open_office

        found = flaws(open_office(Order(**asked)))
    if as_json:
        click.echo(to_json(flaw_fields(each) for each in found))
    else:
        click.echo("\n".join(map(str, found)) or "Nothing is wrong with the wording.")
    sys.exit(FINDINGS if found else DONE)


@template.command("coverage")
@order
@click.option("--unused", is_flag=True, help="Only what the edition did not use.")
@JSON
def cover_templates(*, unused: bool, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Which ways of saying things the edition uses, and how often."""
    with refusing_in_a_sentence():
        from storygen.frontdesk.tables import show_uses, to_json, use_fields
        from storygen.newsroom import uses
        from storygen.office import Order, open_office

        office = open_office(Order(**asked))
        found = [each for each in uses(office) if not (unused and each.times)]
    if as_json:
        click.echo(to_json(use_fields(each) for each in found))
    else:
        show_uses(found, title=f"{office.dataset.topic.title}, {office.edition.year}")


main.add_command(data)


def _progress(*, quiet: bool) -> AbstractContextManager[Any]:
    if quiet:
        return nullcontext(lambda *_: None)
    from storygen.frontdesk.progress import progress

    return progress()
