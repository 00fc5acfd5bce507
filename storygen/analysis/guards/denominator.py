"""Guard: residents are no measure of how many people are there."""

from storygen.analysis.facts import Facts, Findings
from storygen.analysis.registry import warns


@warns("denominator", code="A96")
def denominator(facts: Facts) -> Findings:
    """A force with so few residents that it is left out of every rate and rank; its story is told in numbers."""
    return facts.of_total(
        ~facts.is_ranked,
        because="With {people:,.0f} residents the area has no meaningful rate per head, and is in no ranking",
    )
