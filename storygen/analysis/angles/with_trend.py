"""Angles: the same way as the country, and the same way but much faster."""

from dataclasses import replace

import pandas as pd

from storygen.analysis.certainty import of_change
from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.panel import POLICE
from storygen.analysis.registry import Claim, finds
from storygen.analysis.workings import change, ratio
from storygen.model.angle import Shown
from storygen.model.figure import Figure

BASE = 100
EACH = 3.0  # per cent: both movements must be at least this
TIMES = 2.0  # the country's movement, to outpace it
BECAUSE = "changed by {change:.1f} per cent, forces nationally by {national_change:.1f} per cent"


def _times(evidence: Evidence, area: str, category: str) -> Shown:
    own, country = (_change(evidence, each, category) for each in (area, POLICE))
    return {"times": replace(ratio(own, country), means=f"{own.means}, as a multiple of the country's")}


def _change(evidence: Evidence, area: str, category: str) -> Figure:
    return change(*(known(evidence.number(area, category, back)) for back in (0, 1)))


def _moved(facts: Facts, sign: int) -> pd.Series:
    is_alike = (facts.change * sign >= EACH) & (facts.national_change * sign >= EACH)
    return is_alike & (facts.previous >= BASE) & facts.is_of_named_drugs


def _follows(facts: Facts, sign: int) -> Candidates:
    magnitude = facts.log_change.abs() / facts.usual_change
    return facts.where(
        _moved(facts, sign), leads=False, magnitude=magnitude, certainty=of_change(facts), because=BECAUSE
    )


def _outpaces(facts: Facts, sign: int) -> Candidates:
    return facts.where(
        _moved(facts, sign) & (facts.change / facts.national_change >= TIMES) & facts.is_large,
        leads=~facts.is_fresh,
        magnitude=facts.log_change.abs() / facts.usual_change,
        certainty=of_change(facts),
        because=BECAUSE,
    )


@finds("rise-with-trend", code="A51", prior=0.30, claims=Claim.UP)
def rise_with_trend(facts: Facts) -> Candidates:
    """Up by 3 per cent or more, as the country's forces together went up; "also" joins the two (manual A51)."""
    return _follows(facts, 1)


@finds("fall-with-trend", code="A51", prior=0.30, claims=Claim.DOWN)
def fall_with_trend(facts: Facts) -> Candidates:
    """Down by 3 per cent or more, as the country's forces together went down: the mirror (manual A51)."""
    return _follows(facts, -1)


@finds("rise-outpaces", code="A52", prior=0.60, claims=Claim.UP, hides=["rise-with-trend"], shows=_times)
def rise_outpaces(facts: Facts) -> Candidates:
    """
    A large rise, at least twice that of the country's forces together, which itself is 3 per cent or more.

    The country's movement is that of the police forces alone, so that like is compared with like (manual A52).
    """
    return _outpaces(facts, 1)


@finds("fall-outpaces", code="A52", prior=0.55, claims=Claim.DOWN, hides=["fall-with-trend"], shows=_times)
def fall_outpaces(facts: Facts) -> Candidates:
    """A large fall, at least twice that of the country's forces together: the mirror (manual A52)."""
    return _outpaces(facts, -1)
