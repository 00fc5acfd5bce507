"""The words a template may ask for. Those that show a figure take a note of it."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from storygen.model.fact import Fact
from storygen.model.figure import Figure, Formula, Unit
from storygen.style.articles import one_of
from storygen.style.moves import moved
from storygen.style.rounding import as_shown
from storygen.style.stylebook import Stylebook, nearest
from storygen.writing.local import month, span, traced_in


def filters(stylebook: Stylebook) -> dict[str, Callable[..., Any]]:
    """
    Every filter, by name.

    figure, ordinal, spelled, trace, roughly, part, odds, times, multiple, multiple_now and thousands print a figure,
    each in its way, and year a year; all of them write in the notebook. moved is the verb for a fact's change, way(up,
    down, level) chooses between words by the sign of a figure as shown, shows tells whether anything is left of it once
    rounded, and agree puts a word that goes with the force into the house's number. traced gives the words of a local
    fact, span its period and month a date of it, and all three take notes. one_of sets "a" or "an" before a name.
    """
    return {
        "figure": _noted(stylebook.figure),
        "ordinal": _noted(stylebook.ordinal),
        "spelled": _noted(stylebook.spelled),
        "trace": _noted(stylebook.trace),
        "roughly": _noted(stylebook.roughly),
        "part": _noted(stylebook.part),
        "odds": _noted(stylebook.odds),
        "times": _noted(stylebook.times),
        "multiple": _noted(stylebook.multiple),
        "multiple_now": _noted(stylebook.multiple_now),
        "thousands": _noted(stylebook.thousands, nearest),
        "year": _year(stylebook),
        "agree": stylebook.agree,
        "moved": moved_by,
        "way": way,
        "shows": shows,
        "traced": traced_in(stylebook),
        "span": span,
        "month": month,
        "one_of": one_of,
    }


def _noted(
    words_for: Callable[[Figure], str], rounded_to: Callable[[Figure], int] = lambda _: 1
) -> Callable[[Context, Figure], str]:
    # Without pass_context Jinja may run a filter once, at compile time, and take no notes again.
    @pass_context
    def show(context: Context, figure: Figure) -> str:
        shown: str = context["notebook"].show(figure, words_for(figure), rounded_to(figure))
        return shown

    return show


def _year(stylebook: Stylebook) -> Callable[[Context, str], str]:
    @pass_context
    def year(context: Context, label: str) -> str:
        """A year, "2018-19" to us, as the house names it; noted as standing for itself."""
        figure = Figure(
            value=Fraction(int(label[:4])),
            unit=Unit.YEAR,
            means=f"the year {label}",
            period=label,
            formula=Formula.YEAR,
        )
        shown: str = context["notebook"].show(figure, stylebook.figure(figure))
        return shown

    return year


def way(figure: Figure, up: str, down: str, level: str = "") -> str:
    """One of three wordings, by the sign of the figure as it is printed."""
    shown = as_shown(figure)
    return up if shown > 0 else down if shown < 0 else level


def moved_by(fact: Fact) -> str:
    """The verb for a fact's change as it is printed: edged up, rose, jumped, and the mirrors."""
    if fact.change is None:
        raise ValueError("there is no change to find a verb for")
    return moved(as_shown(fact.change), is_large=fact.is_large)


def shows(figure: Figure) -> bool:
    """Whether the figure, once rounded for print, is anything but nought."""
    return as_shown(figure) != 0
