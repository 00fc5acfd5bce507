"""Guard: the total has moved so far in a year that a change of recording is the likely reason."""

from storygen.analysis.facts import Facts, Findings
from storygen.analysis.registry import vetoes, warns


@vetoes("jump", code="A93")
def jump(facts: Facts) -> Findings:
    """The total is a jump away from the year before, 1.75 times or more either way (manual B.1, A93)."""
    return facts.of_total(facts.has_jumped, because="{count:,.0f} is a jump from {printed_before:,.0f} the year before")


@warns("break", code="A93")
def broken(facts: Facts) -> Findings:
    """The totals became comparable only some way into the years held."""
    first = facts.panel.dataset.years[0]
    return facts.of_total(
        facts.window_start > first,
        because="Totals before {window_start} are not comparable and are left out of every comparison",
    )
