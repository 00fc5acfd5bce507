"""Everything a released table is read with: names, marks and units, and where what is read goes."""

from dataclasses import dataclass

from storygen.sources.intake.harvest import Harvest
from storygen.sources.intake.labels import Names
from storygen.sources.intake.layouts import Filing, Intake
from storygen.sources.intake.values import Reader

ALIAS = "a name storygen knows; if it is another name for one, say so with --alias 'NEW=KNOWN'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A topic's names and intake, a reader of cells, and the harvest."""

    names: Names
    intake: Intake
    reader: Reader
    harvest: Harvest


def wanted(filing: Filing) -> str:
    """What a cell of a measure should hold."""
    return f"{'a whole number' if filing.values == 'whole' else 'a quantity'} of 0 or more, or a known mark"


def short(text: str, most: int = 60) -> str:
    """A label for a report, cut where it is a sentence."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
