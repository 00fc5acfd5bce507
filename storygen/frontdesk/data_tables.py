"""What the data desk shows in a terminal, and the same for another program."""

from collections import Counter
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.table import Table

from storygen.errands.dataroom import Comparison
from storygen.model.holding import Holding, Holdings, Revision, Turn
from storygen.model.release import Release, Weight

HEADS = {
    Weight.STOPS: "Nothing was taken in until these are settled:",
    Weight.ASKS: "For a person to look at:",
    Weight.NOTES: "For the record:",
}


def show_release(release: Release) -> None:
    """What was read from where, the statuses, and every query by weight."""
    table = Table("File", "Sheet", "Cells", "Read as", "Measure", "Years", "Areas", "Figures", title_justify="left")
    for each in release.tables:
        years = (
            each.years[0] if len(each.years) == 1 else f"{min(each.years, default='')} to {max(each.years, default='')}"
        )
        figures = f"{each.figures:,}"
        table.add_row(each.file, each.sheet, each.range, each.layout, each.measure, years, str(each.areas), figures)
    console = Console(markup=False, highlight=False)
    if release.tables:
        console.print(table)
    if release.statuses:
        console.print("Figures by status:", ", ".join(f"{count:,} {status}" for status, count in release.statuses))
    for weight, head in HEADS.items():
        queries = release.of_weight(weight)
        if queries:
            console.print(f"\n{head}")
        for query in queries:
            console.print(f"  {query}", soft_wrap=True)


def summary(release: Release, *, is_trial: bool) -> str:
    """How it ended, in a sentence."""
    stops, asks = (len(release.of_weight(weight)) for weight in (Weight.STOPS, Weight.ASKS))
    if release.is_held:
        return f"These files are held already, as {release.name}."
    if stops:
        return f"Not imported: {stops} {_things(stops)} to settle."
    if is_trial:
        return f"Could be imported as a release of {release.edition}; {asks} {_things(asks)} to look at."
    return f"Imported as {release.name}; {asks} {_things(asks)} to look at."


def exit_code(release: Release) -> int:
    """0 for an import without a question, 1 for one with, 2 for one that was stopped."""
    return 2 if release.of_weight(Weight.STOPS) else int(bool(release.of_weight(Weight.ASKS)))


def release_fields(release: Release) -> dict[str, Any]:
    """An import for another program."""
    return {**asdict(release), "statuses": dict(release.statuses)}


def show_holdings(held: Holdings) -> None:
    """The releases, then what is held of each measure year by year, then what limits the figures."""
    stocks = Table("Release", "Edition", "Imported", "Files", title="Releases", title_justify="left")
    for stock in held.stocks:
        files = ", ".join(f"{each.file} ({each.sha256[:12]})" for each in stock.originals)
        stocks.add_row(stock.name, stock.edition, stock.imported, files)
    issues = Table("Area", "Years", "Categories", "Effect", "Issue", title="Gaps and breaks", title_justify="left")
    for issue in held.issues:
        span = issue.from_year if issue.from_year == issue.to_year else f"{issue.from_year} to {issue.to_year}"
        issues.add_row(issue.area, span, ", ".join(issue.categories), issue.effect, issue.issue)
    console = Console(markup=False, highlight=False)
    for table in (stocks, _years(held), issues):
        console.print(table)


def _years(held: Holdings) -> Table:
    """A row a year and a column a measure: areas × categories with figures, cells without, and the newest release."""
    measures = list(dict.fromkeys(each.measure for each in held.holdings))
    cells = {(each.year, each.measure): _stocked(each) for each in held.holdings}
    title = "Held: areas × categories, cells without a figure, and where from"
    table = Table("Year", *measures, title=title, title_justify="left")
    for year in sorted({each.year for each in held.holdings}):
        table.add_row(year, *(cells.get((year, measure), "") for measure in measures))
    return table


def _stocked(holding: Holding) -> str:
    blank = f", {holding.blanks} blank" if holding.blanks else ""
    return f"{len(holding.areas)} × {len(holding.categories)}{blank} ({', '.join(holding.releases)})"


def holdings_fields(held: Holdings) -> dict[str, Any]:
    """The holdings for another program."""
    issues = [{**asdict(each), "value": str(each.value) if each.value is not None else None} for each in held.issues]
    return {**asdict(held), "issues": issues}


def show_comparison(found: Comparison) -> None:
    """The revisions that matter, how many there are of each kind, and the sentences that no longer hold."""
    console = Console(markup=False, highlight=False)
    telling = [each for each in found.revisions if each.matters]
    title = f"{found.old} to {found.new}"
    table = Table("Measure", "Area", "Category", "Year", "Was", "Is", title=title, title_justify="left")
    for each in telling:
        table.add_row(each.measure, each.area, each.category, each.year, _shown(each.old), _shown(each.new))
    if telling:
        console.print(table)
    turns = Counter(each.turn for each in found.revisions)
    counted = ", ".join(f"{turns[turn]:,} {turn}" for turn in Turn)
    console.print(f"Figures: {counted}; {len(telling):,} withdrawn, or revised by 1 per cent or 10 seizures.")
    for fault in found.falsified:
        place = fault.file if fault.stands else f"{fault.file} (the sentence has been changed by hand)"
        console.print(f"\n{place}\n  {fault.sentence}", soft_wrap=True)
        for message in fault.messages:
            console.print(f"  – {message}", soft_wrap=True)


def comparison_fields(found: Comparison) -> dict[str, Any]:
    """A comparison for another program."""
    return {
        "old": found.old,
        "new": found.new,
        "revisions": [_revision_fields(each) for each in found.revisions],
        "falsified": [asdict(each) for each in found.falsified],
    }


def _revision_fields(revision: Revision) -> dict[str, Any]:
    numbers = {
        name: None if value is None else str(value) for name, value in (("old", revision.old), ("new", revision.new))
    }
    return {**asdict(revision), **numbers, "turn": revision.turn}


def _shown(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:,}"


def _things(number: int) -> str:
    return "thing" if number == 1 else "things"
