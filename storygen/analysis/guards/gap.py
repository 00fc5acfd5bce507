"""Guard: the force supplied no figure, or part of a year only."""

from storygen.analysis.facts import Facts, Findings
from storygen.analysis.registry import vetoes, warns


@vetoes("gap", code="A90")
def gap(facts: Facts) -> Findings:
    """The year's total is blank, partial or suspect, so that nothing can be said of it (manual B.1, A90)."""
    return facts.of_total(facts.newest.isna(), because="no usable total for the year: blank, partial or suspect")


@warns("gap-in-history", code="A90")
def gap_in_history(facts: Facts) -> Findings:
    """A year is missing among those that could be compared: no run and no extreme is told across it."""
    return facts.of_total(
        facts.has_gaps, because="A year is missing among the comparable totals; no run is counted across it"
    )
