"""Passages: how the planning desk asks for a paragraph, alone or as part of a story."""

from fractions import Fraction
from math import floor

from storygen.model.angle import NOTHING, Angle, Shown, Tells
from storygen.model.fact import Fact
from storygen.model.figure import Figure, Formula
from storygen.model.plan import Passage
from storygen.model.topic import Kind
from storygen.planning.budget import Part, Worth

HALF = Fraction(1, 2)
RECORDS = {Formula.RECORD_HIGH_SINCE, Formula.RECORD_LOW_SINCE}


def passage(role: str, wording: str, section: str, fact: Fact | None, its: Shown = NOTHING) -> Passage:
    """A paragraph that plays a part, from a section of a wording, about a fact."""
    return Passage(role=role, wording=wording, section=section, fact=fact, its=its)


def part(*passages: Passage, figures: int, worth: Worth = Worth.MUST) -> Part:
    """Passages that stand or fall together, with the most figures they show."""
    return Part(passages=passages, figures=figures, worth=worth)


def prints_alike(one: Figure | None, other: Figure | None) -> bool:
    """Whether two figures come to the same whole number in print, half up."""
    return one is not None and other is not None and floor(one.value + HALF) == floor(other.value + HALF)


def is_total(fact: Fact) -> bool:
    """Whether a fact is about everything in the table."""
    return fact.category.kind is Kind.TOTAL


def is_record(angle: Angle) -> bool:
    """Whether an angle gives the total's number a record, high or low: readers are told of one, however it scores."""
    is_extreme = bool({Tells.HIGH, Tells.LOW} & angle.tells) and Tells.RATE not in angle.tells
    since = angle.fact.since
    return is_total(angle.fact) and is_extreme and since is not None and since.formula in RECORDS
