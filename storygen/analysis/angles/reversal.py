"""Angles: a change that undoes most of last year's."""

import pandas as pd

from storygen.analysis.certainty import of_change
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Shown, Tells

BASE = 50
MOST = 0.80


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    return {"before": evidence.series(area, category)[2]}


@finds(
    "rise-after-fall",
    code="A17",
    prior=0.60,
    claims=Claim.UP,
    hides=["rise", "doubled", "steepest-rise", "biggest-rise"],
    shows=_shown,
    tells=[Tells.NUMBERS],
)
def rise_after_fall(facts: Facts) -> Candidates:
    """
    A large rise that makes good four fifths or more of a large fall the year before.

    Large is what it is for any change, tested for both years. It takes the place of the rise, and of a doubling: a jump
    from a low year, told alone, misleads. All three years must be comparable, with 50 seizures in the earlier two. The
    low year may be a slip of recording, so the copy gives the three numbers and says no more (manual B.1, A17).
    """
    return facts.where(
        _is_undone(facts) & (facts.change > 0) & facts.is_of_named_drugs,
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="up from {previous:,.0f} to {count:,.0f}, after falling from {before_previous:,.0f}",
    )


@finds(
    "fall-after-rise",
    code="A17",
    prior=0.60,
    claims=Claim.DOWN,
    hides=["fall", "halved", "steepest-fall", "biggest-fall"],
    shows=_shown,
    tells=[Tells.NUMBERS],
)
def fall_after_rise(facts: Facts) -> Candidates:
    """A large fall that takes back four fifths or more of a large rise the year before: the mirror (manual A17)."""
    return facts.where(
        _is_undone(facts) & (facts.change < 0),
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="down from {previous:,.0f} to {count:,.0f}, after rising from {before_previous:,.0f}",
    )


def _is_undone(facts: Facts) -> pd.Series:
    undone = (facts.previous - facts.newest) / (facts.previous - facts.before_previous)
    are_enough = (facts.previous >= BASE) & (facts.before_previous >= BASE)
    return facts.is_large & facts.was_large & (undone >= MOST) & are_enough
