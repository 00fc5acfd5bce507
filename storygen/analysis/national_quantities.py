"""The country's quantities: the drugs of which far more, or far less, was seized than the year before."""

import math

from storygen.analysis.evidence import Evidence
from storygen.analysis.panel import NATIONAL
from storygen.analysis.workings import change, share
from storygen.model.angle import Swing
from storygen.model.figure import Figure
from storygen.model.topic import Category, Kind

TIMES = 1.5  # either way; all the country's finds together move less than one force's
MOST = 2  # drugs
CARED_FOR = 0.6  # of the weight readers give a drug


def swings(evidence: Evidence) -> tuple[Swing, ...]:
    """
    The drugs whose national quantity moved most, by the reader's weight, the strongest first (manual A71).

    Half as much again as the year before, or two thirds of it; comparable in both years; all authorities together, with
    the border's part where it is held (manual A83).
    """
    moved = [(_size(each, evidence), each) for each in evidence.topic.categories if _is_weighed(each)]
    strongest = sorted((pair for pair in moved if pair[0]), key=lambda pair: -pair[0])[:MOST]
    return tuple(swing for _, each in strongest if (swing := _swing(each, evidence)))


def _is_weighed(category: Category) -> bool:
    return category.kind is Kind.ITEM and category.unit is not None and float(category.weight) >= CARED_FOR


def _size(category: Category, evidence: Evidence) -> float:
    """How far a quantity moved, as a logarithm times the reader's weight; 0 if not far."""
    times = evidence.times_the_quantity(NATIONAL, category.slug)
    moved = abs(math.log(times)) if times else 0.0
    return moved * float(category.weight) if moved >= math.log(TIMES) else 0.0


def _swing(category: Category, evidence: Evidence) -> Swing | None:
    now, before = (evidence.amount(NATIONAL, category.slug, back) for back in (0, 1))
    border = evidence.amount(evidence.topic.border, category.slug) if evidence.topic.border else None
    if now is None or before is None:
        return None
    return Swing(
        category=category,
        amount=now,
        before=before,
        change=change(now, before),
        border_part=_part(border, now) if border and 0 < border.value <= now.value else None,
    )


def _part(border: Figure, whole: Figure) -> Figure:
    return share(border, whole, "share of the quantity all authorities seized:")
