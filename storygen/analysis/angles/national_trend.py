"""Angles: against the national trend."""

from storygen.analysis.certainty import of_change
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds

BASE = 100
EACH = 3.0  # per cent: both movements must be at least this


@finds("rise-against-trend", code="A50", prior=0.70, claims=Claim.UP)
def rise_against_trend(facts: Facts) -> Candidates:
    """Up by 3 per cent or more while the country's forces together went down by as much (manual B.1, A50)."""
    return facts.where(
        (facts.change >= EACH) & (facts.national_change <= -EACH) & (facts.previous >= BASE),
        magnitude=facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="up {change:.1f} per cent against the national movement of {national_change:+.1f} per cent",
    )


@finds("fall-against-trend", code="A50", prior=0.70, claims=Claim.DOWN)
def fall_against_trend(facts: Facts) -> Candidates:
    """Down by 3 per cent or more while the country's forces together went up by as much: the mirror."""
    return facts.where(
        (facts.change <= -EACH) & (facts.national_change >= EACH) & (facts.previous >= BASE),
        magnitude=-facts.log_change / facts.usual_change,
        certainty=of_change(facts),
        because="down {change_size:.1f} per cent against the national movement of {national_change:+.1f} per cent",
    )
