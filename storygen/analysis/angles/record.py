"""Angles: the highest or lowest number in all the comparable years held."""

from storygen.analysis.certainty import of_record
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Tells

YEARS, LEAD_YEARS = 8, 10
COUNT, LEAD_COUNT = 20, 50
CLEAR_MARGIN = 0.20  # a record broken by a fifth is as big as records get


@finds("record-high", code="A01", prior=0.95, claims=Claim.RECORD_HIGH, hides=["highest-since"], tells=[Tells.HIGH])
def record_high(facts: Facts) -> Candidates:
    """
    This year's number is above every earlier comparable one.

    Eligible with 8 usable years and 20 seizures; leads with 10 and 50 (manual B.0). A tie is no record, and one
    beaten by no more than chance is worth little. The claim reaches back to the first comparable year held, never to
    "the start of records".
    """
    return facts.where(
        facts.is_record_high
        & facts.previous.notna()
        & ~facts.is_flat
        & facts.is_of_named_drugs
        & (facts.usable_years >= YEARS)
        & (facts.count >= COUNT),
        leads=(facts.usable_years >= LEAD_YEARS) & (facts.count >= LEAD_COUNT),
        magnitude=(facts.count / facts.record_high - 1) / CLEAR_MARGIN,
        certainty=of_record(facts, facts.record_high),
        because="{count:,.0f} is above every comparable year since {window_start}; "
        "the highest before was {record_high:,.0f}",
    )


@finds("record-low", code="A02", prior=0.90, claims=Claim.RECORD_LOW, hides=["lowest-since"], tells=[Tells.LOW])
def record_low(facts: Facts) -> Candidates:
    """
    This year's number is below every earlier comparable one, as for a record high.

    The level guard comes first: a force that has stopped counting is not news of this kind.
    """
    return facts.where(
        facts.is_record_low
        & facts.previous.notna()
        & ~facts.is_flat
        & (facts.usable_years >= YEARS)
        & (facts.count >= COUNT),
        leads=(facts.usable_years >= LEAD_YEARS) & (facts.count >= LEAD_COUNT),
        magnitude=(1 - facts.count / facts.record_low) / CLEAR_MARGIN,
        certainty=of_record(facts, facts.record_low),
        because="{count:,.0f} is below every comparable year since {window_start}; "
        "the lowest before was {record_low:,.0f}",
    )
