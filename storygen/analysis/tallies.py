"""Tallies: how many forces, or drugs, rose and fell, and every force's number beside the others'."""

from dataclasses import dataclass
from fractions import Fraction

from storygen.analysis.drugs import Pair, pair
from storygen.analysis.evidence import Evidence
from storygen.analysis.workings import change, difference
from storygen.model.figure import Figure, Formula, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many went up, how many down, and how many were compared."""

    up: Figure
    down: Figure
    size: Figure


def pairs(evidence: Evidence, category: str) -> tuple[Pair, ...]:
    """The two numbers of every force whose two can be compared, in the order of the tables."""
    found = (pair(evidence, area.slug, category) for area in evidence.forces)
    return tuple(each for each in found if each)


def newest(evidence: Evidence, category: str) -> tuple[Figure, ...]:
    """This year's number of every force that has a usable one."""
    held = [area.slug for area in evidence.forces if evidence.number(area.slug, category)]
    series = (evidence.series(area, category)[:1] for area in held)
    return tuple(first for (first,) in filter(None, series) if first.period == evidence.year())


def tally(compared: tuple[Pair, ...], means: str) -> Tally:
    """Count the pairs by which way they went; `means` says whose they are."""
    moves = tuple(difference(now, before) for now, before in compared)
    return Tally(
        up=_count(moves, Formula.HOW_MANY_UP, sum(move.value > 0 for move in moves), f"{means} with more"),
        down=_count(moves, Formula.HOW_MANY_DOWN, sum(move.value < 0 for move in moves), f"{means} with fewer"),
        size=size(moves, f"{means} compared"),
    )


def size(figures: tuple[Figure, ...], means: str) -> Figure:
    """How many figures there are."""
    return _count(figures, Formula.SIZE, len(figures), means)


def changes(compared: tuple[Pair, ...], least: int) -> tuple[Figure, ...]:
    """The changes in per cent of the pairs whose earlier number is at least so large."""
    return tuple(change(now, before) for now, before in compared if before.value >= least)


def total(figures: tuple[Figure, ...], means: str) -> Figure:
    """Figures added."""
    return _count(figures, Formula.SUM, sum((each.value for each in figures), Fraction(0)), means)


def _count(figures: tuple[Figure, ...], formula: Formula, value: Fraction | int, means: str) -> Figure:
    return Figure(
        value=Fraction(value), unit=Unit.COUNT, formula=formula, inputs=figures, period=figures[0].period, means=means
    )
