"""Guard: the force supplied no figure, or part of a year only."""

from storygen.analysis.facts import Facts, Vetoes
from storygen.analysis.registry import vetoes


@vetoes("gap", code="A90")
def gap(facts: Facts) -> Vetoes:
    """The year's total is blank, partial or suspect, so that nothing can be said of it (manual B.1, A90)."""
    return facts.of_total(facts.newest.isna(), because="no usable total for the year: blank, partial or suspect")
