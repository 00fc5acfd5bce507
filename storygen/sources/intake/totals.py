"""Rows that add up others: held against the sum of the rows they are said to add up."""

from collections import defaultdict
from decimal import Decimal

from storygen.model.release import Weight
from storygen.sources.intake.desk import Desk
from storygen.sources.intake.harvest import Figure, Key
from storygen.sources.intake.labels import EVERY
from storygen.sources.intake.layouts import Filing

HALF_A_UNIT = Decimal("0.005")  # quantities are printed to hundredths: each row may be off by half of one


def check_totals(figures: dict[Key, Figure], filing: Filing, desk: Desk) -> None:
    """
    Ask about each total that its rows do not come to.

    A region or nation adds up its areas; a grand total all areas, with or without the other authorities. A total with
    an area missing from the table, or a figure missing from a row, is passed over: it counts what is not shown.
    """
    by_column: dict[tuple[str, str], dict[str, Figure]] = defaultdict(dict)
    for (_, row, category, year), figure in figures.items():
        by_column[category, year][row] = figure
    for rows in by_column.values():
        slack = Decimal(0) if filing.values == "whole" else HALF_A_UNIT * (len(rows) + 1)
        for group, total in rows.items():
            if not desk.names.is_area(group) and total.digits:
                sums = [each for members in desk.names.members(group) if (each := _sum(members, rows)) is not None]
                if sums and all(abs(each - Decimal(total.digits)) > slack for each in sums):
                    _ask(group, total, sums, desk)


def _ask(group: str, total: Figure, sums: list[Decimal], desk: Desk) -> None:
    found = f"a total of {Decimal(total.digits):,} for {'all rows' if group == EVERY else group}"
    expected = f"{' or '.join(dict.fromkeys(f'{each:,}' for each in sums))}, the sum of its rows"
    desk.harvest.ask(Weight.ASKS, total.grid, found=found, expected=expected, at=(total.row, total.column))


def _sum(members: frozenset[str], rows: dict[str, Figure]) -> Decimal | None:
    """What rows come to; None if one is missing or has no figure."""
    held = [rows[slug].digits for slug in members if slug in rows]
    if len(held) < len(members) or "" in held:
        return None
    return sum(map(Decimal, held), Decimal(0))
