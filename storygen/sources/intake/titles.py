"""What the lines above a table say of it: its measure, its year, whose figures they are."""

from collections.abc import Iterable

from storygen.sources.intake.headings import Table
from storygen.sources.intake.labels import Column
from storygen.sources.intake.layouts import Filing, Intake
from storygen.sources.intake.periods import years_in
from storygen.sources.workbooks.grid import text_of


def measure_of(table: Table, intake: Intake) -> Filing | None:
    """
    The measure a table is of: the one the nearest title or its headings name, else the one headings give units for.

    None if nothing names one, or a title names two and no heading has a unit.
    """
    choices = [intake.filing(measure) for measure in table.layout.measures]
    headings = " ".join(text_of(cell) for cell in table.grid.lines[table.head] if isinstance(cell, str))
    for title in (*table.titles, headings):
        said = [each for each in choices if any(words in title.casefold() for words in each.says)]
        if len(said) == 1:
            return said[0]
        if said:
            break
    has_units = any(isinstance(each, Column) and each.times is not None for each in table.columns.values())
    return next((each for each in choices if each.values == "measured"), None) if has_units else None


def year_of(table: Table, edition: str | None) -> str | None:
    """
    The year a table is of: the one the nearest title names, or the edition's if it names that among others.

    With no year in any title it is the edition's; None if that is not given either.
    """
    for title in table.titles:
        years = years_in(title)
        if len(years) == 1:
            return years[0]
        if years and edition in years:
            return edition
        if years:
            return None
    return edition


def is_kept(table: Table) -> bool | None:
    """Whether a block is the one to read, by the nearest title that says; None if none says."""
    layout = table.layout
    if not layout.kept:
        return True
    for title in table.titles:
        if _says(title, layout.left):
            return False
        if _says(title, layout.kept):
            return True
    return None


def _says(title: str, words: Iterable[str]) -> bool:
    return any(each in title.casefold() for each in words)
