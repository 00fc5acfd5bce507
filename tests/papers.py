"""What several tests ask of the papers."""

from collections.abc import Callable
from fractions import Fraction

import oracle

from storygen.model.angle import Angles
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.fact import Fact
from storygen.model.plan import StoryPlan

Editions = Callable[[str], dict[str, Copy]]
"""Every copy of a year, by the slug of its area."""


def told_by_tables(plan: StoryPlan) -> Angles:
    """What the tables hold of the area a story is about."""
    assert plan.angles is not None
    return plan.angles


def figure(dataset: Dataset, measure: str, area: str, category: str, year: str) -> float:
    """The one value of a cell."""
    cells = dataset.cells
    held = cells[
        (cells.measure == measure) & (cells.area == area) & (cells.category == category) & (cells.year == year)
    ]
    return float(held["value"].item())


def label(fact: Fact) -> tuple[str, str]:
    """An area and a category as the tables call them."""
    return fact.area.label, fact.category.label


def rates_beside(fact: Fact, year: str) -> tuple[Fraction, Fraction]:
    """A force's rate and the country's, worked out from the CSV files."""
    own, country = oracle.rate(*label(fact), year), oracle.national_rate(fact.category.label, year)
    assert own is not None
    assert country is not None
    return own, country
