"""Guard: the total has moved so far in a year that a change of recording is the likely reason."""

from storygen.analysis.facts import Facts, Vetoes
from storygen.analysis.registry import vetoes


@vetoes("jump", code="A93")
def jump(facts: Facts) -> Vetoes:
    """The total is a jump away from the year before, 1.75 times or more either way (manual B.1, A93)."""
    return facts.of_total(facts.has_jumped, because="{count:,.0f} is a jump from {printed_before:,.0f} the year before")
