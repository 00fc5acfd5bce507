"""The front desk: arguments in, exit code out. No logic."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storygen import __version__
from storygen.errors import StorygenError

if TYPE_CHECKING:
    from storygen.publishing import Report

# Everything heavy is imported where it is used: the help page loads neither pandas nor rich.
# ruff: noqa: PLC0415

DONE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

Command = Callable[..., Any]


def _user_store() -> Path:
    from storygen.paths import user_store

    return user_store()


def _user_stores() -> tuple[Path, ...]:
    return tuple(folder for folder in (_user_store(),) if folder.is_dir())


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


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
JSON = click.option("--json", "as_json", is_flag=True, help="For another program to read.")


def order(command: Command) -> Command:
    """Give a command the options every order has."""
    for option in (DATA, TEMPLATES, HOUSE, EDITION, TOPIC):
        command = option(command)
    return command


@contextmanager
def refusing_in_a_sentence() -> Iterator[None]:
    """Turn an error into one sentence on standard error and exit code 2; a second thought into 130."""
    try:
        yield
    except (StorygenError, OSError) as fault:
        click.echo(f"storygen: {fault}", err=True)
        sys.exit(UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storygen")
def main() -> None:
    """Draft local news reports from national statistics, every figure traced to its cell."""


@main.command()
@order
@AREA
@click.option("--lead", metavar="ANGLE", help="Lead this force's story on it, as A33:cocaine.")
@click.option("--local-facts", type=click.Path(path_type=Path), metavar="DIR", help="A folder of facts no table holds.")
@click.option("--on", type=DAY, help="The day local facts are judged by.  [default: today]")
@click.option("--output", type=click.Path(path_type=Path), default="output", show_default=True, help="Where to.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def draft(*, quiet: bool, on: datetime | None, **asked: Any) -> None:  # noqa: ANN401 - whatever the options' types
    """Draft a report for every police force, with a newslist for the editor."""
    with refusing_in_a_sentence():
        from storygen.newsroom import Order, fill

        day = on or (datetime.now(tz=UTC).astimezone() if asked["local_facts"] else None)
        with _progress(quiet=quiet) as on_copy:
            report = fill(Order(on=day.date() if day else None, **asked), on_copy)
    for refusal in report.refused:
        click.echo(refusal, err=True)
    if not quiet:
        _say(report)
    sys.exit(FINDINGS if report.held or report.refused else DONE)


@main.command()
@order
@JSON
def newslist(*, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - the same
    """What is news, area by area, ranked, with the reason."""
    with refusing_in_a_sentence():
        from storygen.newsroom import Order, open_office, plans
        from storygen.tables import by_value, plan_fields, show_newslist, to_json

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
        from storygen.newsroom import Order, candidates, open_office
        from storygen.tables import candidate_fields, show_candidates, to_json

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
        from storygen.fitting_room import houses
        from storygen.newsroom import Order
        from storygen.tables import house_fields, to_json

        found = houses(Order(**asked))
    if as_json:
        click.echo(to_json(house_fields(style) for style in found))
    else:
        click.echo("\n".join(f"{style.name:<12} {style.title}" for style in found))


@house.command("show")
@click.argument("house")
@TEMPLATES
@EDITION
@AREA
def show_house(**asked: Any) -> None:  # noqa: ANN401 - the same
    """A headline and a paragraph in a house style, from the figures held."""
    with refusing_in_a_sentence():
        from storygen.fitting_room import specimen
        from storygen.newsroom import Order

        copy = specimen(Order(**asked))
    click.echo("\n\n".join(paragraph.text for paragraph in copy.draft.paragraphs))


@house.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@TEMPLATES
@EDITION
@AREA
def check_house(*, file: Path | None, **asked: Any) -> None:  # noqa: ANN401 - the same
    """Read a house style, or all of them, write the edition in it and have every draft proofed."""
    findings = 0
    with refusing_in_a_sentence():
        from storygen.fitting_room import tried
        from storygen.newsroom import Order
        from storygen.tables import trial_lines

        for style, copies in tried(Order(**asked), file):
            click.echo("\n".join(trial_lines(style, copies)))
            findings += sum(len(copy.findings) for copy in copies)
    sys.exit(FINDINGS if findings else DONE)


@main.group()
def data() -> None:
    """Take released tables in, see what is held, and compare releases."""


@data.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@TOPIC
@click.option("--edition", metavar="YEAR", help="The release they belong to, as 2019-20.  [default: their newest year]")
@click.option("--alias", "aliases", multiple=True, metavar="NEW=KNOWN", help="Another name for a force or drug.")
@click.option("--imported", metavar="DATE", default=_today, help="The day to note.  [default: today]")
@click.option("--trial", "is_trial", is_flag=True, help="Read and report, but keep nothing.")
@STORE
@JSON
def import_(*, as_json: bool, **handed_in: Any) -> None:  # noqa: ANN401 - the options above, whatever their types
    """Take released workbooks in: ODS, XLSX or CSV, with any number of tables."""
    with refusing_in_a_sentence():
        from storygen.data_tables import exit_code, release_fields, show_release, summary
        from storygen.dataroom import Parcel, take
        from storygen.tables import to_json

        release = take(Parcel(**handed_in))
    if as_json:
        click.echo(to_json([release_fields(release)]))
    else:
        show_release(release)
        click.echo(summary(release, is_trial=handed_in["is_trial"]))
    sys.exit(exit_code(release))


@data.command()
@TOPIC
@DATA
@JSON
def show(*, as_json: bool, topic: str, data: tuple[Path, ...]) -> None:
    """What is held: years, forces and drugs, gaps, breaks and releases."""
    with refusing_in_a_sentence():
        from storygen.data_tables import holdings_fields, show_holdings
        from storygen.dataroom import holdings_of
        from storygen.tables import to_json

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
        from storygen.data_tables import comparison_fields, show_comparison
        from storygen.dataroom import compare as compared
        from storygen.newsroom import Order
        from storygen.tables import to_json

        found = compared(Order(**asked), old, new, drafts)
    if as_json:
        click.echo(to_json([comparison_fields(found)]))
    else:
        show_comparison(found)
    sys.exit(FINDINGS if found.falsified else DONE)


def _progress(*, quiet: bool) -> AbstractContextManager[Any]:
    if quiet:
        return nullcontext(lambda *_: None)
    from storygen.progress import progress

    return progress()


def _say(report: "Report") -> None:
    for edited, beside in report.kept:
        click.echo(f"{edited} has been changed by hand and was left; the new draft is {beside}", err=True)
    for area in report.held:
        click.echo(f"{area}: held by the proof desk; the reason is in manifest.json", err=True)
    for fact in report.left_out:
        click.echo(fact, err=True)
    click.echo(
        f"{report.folder}: {report.drafts} drafts, {report.sheets} question sheets, {len(report.held)} held; "
        f"{report.open_quote_slots} quotes needed. Start with newslist.md."
    )
