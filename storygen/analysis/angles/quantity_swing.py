"""Angles: much more or much less of a drug by quantity than the year before, with the number or against it."""

import numpy as np
import pandas as pd

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.quantities import SLIP
from storygen.analysis.registry import finds
from storygen.analysis.workings import change
from storygen.model.angle import Shown
from storygen.model.topic import Kind

SWING = 2.5  # times; half of all quantities of cocaine move twofold in a year
FAR = 10.0
COUNT, BASE = 20, 50
MATTERS = 0.6  # of the weight readers give a drug: less is a further fact, not a story


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """The quantities of both years and the change, which says which way it went and is not printed."""
    now, before = (known(evidence.amount(area, category, back)) for back in (0, 1))
    return {"amount": now, "amount_before": before, "amount_change": change(now, before)}


@finds(
    "quantity-swing", code="A71", prior=0.45, about=[Kind.ITEM], hides=["quantity"], shows=shows, needs_quantities=True
)
def quantity_swing(facts: Facts) -> Candidates:
    """
    Two and a half times the year before's quantity or more, or two-fifths or less.

    On 5kg, 500 doses or 100 plants in both years and 20 seizures, both years comparable in number and quantity, and not
    so far apart that one may be a slip. One find can do it, so the sentence that says so is part of every wording
    (manual A71, R19).
    """
    return facts.where(
        _is_swing(facts) & (facts.count >= COUNT),
        leads=facts.weight >= MATTERS,
        magnitude=_size(facts),
        because="{amount_before:,.1f} {unit} the year before, {amount:,.1f} now, in {count:,.0f} {things}",
    )


@finds(
    "number-against-quantity",
    code="A74",
    prior=0.50,
    about=[Kind.ITEM],
    hides=["quantity", "quantity-swing", "rise", "fall"],
    shows=shows,
    needs_quantities=True,
)
def number_against_quantity(facts: Facts) -> Candidates:
    """
    Clearly more seizures and much less of the drug, or the reverse.

    The number changes by a large change, from 50 seizures, and the quantity by a swing the other way. It never leads:
    it explains what a number of seizures is, and is not (manual A74, R03, R19).
    """
    opposite = np.sign(facts.amount_ratio - 1) * np.sign(facts.change) < 0
    return facts.where(
        _is_swing(facts) & opposite & facts.is_large & ~facts.is_flat & (facts.previous >= BASE),
        leads=False,
        magnitude=_size(facts),
        because="from {previous:,.0f} to {count:,.0f} {things}, but from {amount_before:,.1f} to {amount:,.1f} {unit}",
    )


def _is_swing(facts: Facts) -> pd.Series:
    """Whether the quantity moved far, from enough to enough, in two years whose numbers may be compared too."""
    enough = (facts.amount >= facts.telling_amount) & (facts.amount_before >= facts.telling_amount)
    times = facts.amount_ratio.clip(lower=1 / facts.amount_ratio)
    return enough & (times >= SWING) & (times < SLIP) & facts.previous.notna()


def _size(facts: Facts) -> pd.Series:
    return pd.Series(np.log(facts.amount_ratio.where(facts.amount_ratio > 0)).abs() / np.log(FAR))
