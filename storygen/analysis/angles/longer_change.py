"""
Angles: more, or fewer, than five years before.

The spans are fixed, so that none is picked for its effect: `SPANS` in `columns/movements.py` holds 5 and 10 years, and
the longest one held is used. A change over ten years needs the years either side of its start, eleven and nine
years back: with ten years held it is never possible, and it joins of itself once twelve are.
"""

from fractions import Fraction

import numpy as np
import pandas as pd

from storygen.analysis.columns.movements import SPANS
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import change_over, years_between
from storygen.analysis.registry import finds
from storygen.analysis.workings import ratio
from storygen.model.angle import Shown

BASE, LEAD_BASE = 50, 100
CLEAR = 10.0  # per cent: over five years less is no movement
LIKELY = 0.5
NEARLY_DOUBLE, HALF = Fraction(190, 100), Fraction(515, 1000)  # from here on there is a word (manual A12, A13)


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    held = {figure.period: figure for figure in evidence.series(area, category)}
    spans = [span for span in SPANS if {evidence.year(span + each) for each in (-1, 0, 1)} <= set(held)]
    now, then = held[str(evidence.year())], held[str(evidence.year(spans[-1]))]
    figures = {"then": then, "change": change_over(now, then), "years": years_between(now, then)}
    times = ratio(now, then)
    return {**figures, "times": times} if times.value >= NEARLY_DOUBLE or times.value < HALF else figures


@finds("longer-rise", code="A15", prior=0.40, shows=_shown)
def longer_rise(facts: Facts) -> Candidates:
    """
    Up by 10 per cent or more on five years before, on a count of 50 then (100 to lead).

    What decides the sign of a longer change may be its first year, so the years either side of that one must be
    comparable too and show the same way. It is sure if beyond what nine in ten changes in a single year would be, and
    may then lead, unless this year went the other way. A total that grew this year by seizures with no drug
    identified is left out (manual B.1, A15).
    """
    change = _log_change(facts)
    return facts.where(
        facts.is_steady & (_per_cent(facts) >= CLEAR) & _is_eligible(facts) & facts.is_of_named_drugs,
        leads=_leads(facts) & (facts.change > 0),
        magnitude=change / (2 * facts.usual_change),
        certainty=_is_sure(facts).map({True: 1.0, False: LIKELY}),
        because="up from {then:,.0f} to {count:,.0f} in {span} years",
    )


@finds("longer-fall", code="A15", prior=0.40, shows=_shown)
def longer_fall(facts: Facts) -> Candidates:
    """Down by 10 per cent or more on five years before: the mirror (manual B.1, A15)."""
    change = _log_change(facts)
    return facts.where(
        facts.is_steady & (_per_cent(facts) <= -CLEAR) & _is_eligible(facts),
        leads=_leads(facts) & (facts.change < 0),
        magnitude=-change / (2 * facts.usual_change),
        certainty=_is_sure(facts).map({True: 1.0, False: LIKELY}),
        because="down from {then:,.0f} to {count:,.0f} in {span} years",
    )


def _is_eligible(facts: Facts) -> pd.Series:
    return (facts.then >= BASE) & facts.previous.notna()


def _per_cent(facts: Facts) -> pd.Series:
    return (facts.newest / facts.then - 1) * 100


def _log_change(facts: Facts) -> pd.Series:
    return pd.Series(np.log(facts.newest.clip(lower=1) / facts.then.clip(lower=1)), index=facts.columns.index)


def _is_sure(facts: Facts) -> pd.Series:
    return _log_change(facts).abs() > facts.usual_change


def _leads(facts: Facts) -> pd.Series:
    return (facts.then >= LEAD_BASE) & _is_sure(facts)
