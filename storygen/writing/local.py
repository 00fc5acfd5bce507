"""The words a template may ask for where it tells a local fact: each number in them noted, and its dates."""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction

from jinja2 import pass_context
from jinja2.runtime import Context

from storygen.model.cleared import Cleared, Told
from storygen.model.figure import Figure, Formula, Unit
from storygen.model.local_fact import Period, words_for
from storygen.style.months import month_name
from storygen.style.rounding import as_shown
from storygen.style.stylebook import Stylebook

APRIL = 4  # a financial year starts in it


def traced_in(stylebook: Stylebook) -> Callable[[Context, str, Told | Cleared], str]:
    """What gives words as they were filed, each figure of the fact noted, percentages as the house sets them."""

    @pass_context
    def traced(context: Context, words: str, local: Told | Cleared) -> str:
        figures = dict((local.cleared if isinstance(local, Told) else local).figures)
        plain = " ".join(words.split()).removesuffix(".")

        def show(match: re.Match[str]) -> str:
            figure = figures[match[0]]
            return str(context["notebook"].show(figure, _in_house(match[0], figure, stylebook)))

        return words_for(figures).sub(show, plain) if figures else plain

    return traced


def _in_house(shown: str, figure: Figure, stylebook: Stylebook) -> str:
    """A whole percentage as the house sets it; anything else as filed, since its source chose how exact it is."""
    is_percentage = figure.unit is Unit.PER_CENT and shown.endswith(("per cent", "%"))
    return stylebook.figure(figure) if is_percentage and figure.value == as_shown(figure) else shown


@pass_context
def span(context: Context, period: Period) -> str:
    """
    The months a period runs over, from January to December 2018; empty if an end of it is not known.

    Each year is noted as the financial year its month lies in, which is how the proof desk reads a month.
    """
    start, end = period.start, period.end
    if start is None or end is None:
        return ""
    if (start.year, start.month) == (end.year, end.month):
        return f"in {month(context, end)}"
    first = month_name(start.month) if start.year == end.year else month(context, start)
    return f"from {first} to {month(context, end)}"


@pass_context
def month(context: Context, day: dt.date) -> str:
    """The month a day lies in, with its year: April 2019."""
    start = day.year if day.month >= APRIL else day.year - 1
    label = f"{start}-{(start + 1) % 100:02}"
    figure = Figure(
        value=Fraction(start),
        unit=Unit.YEAR,
        means=f"{month_name(day.month)} {day.year}",
        period=label,
        formula=Formula.YEAR,
    )
    return f"{month_name(day.month)} {context['notebook'].show(figure, str(day.year))}"
