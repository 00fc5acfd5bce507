"""Angles: seizures after years without, and none after years with."""

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import highest_before
from storygen.analysis.registry import finds
from storygen.model.angle import NOTHING, Shown
from storygen.model.topic import Kind

COUNT, YEARS = 3, 8
MANY = 20  # after none at all, as striking as it gets
USUAL, USUAL_YEARS = 5, 5
LARGE = 50


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    """The highest of the earlier numbers, unless that is the year before's."""
    series = evidence.series(area, category)
    most = highest_before(series)
    return NOTHING if most is series[1] else {"most": most}


@finds("first-recorded", code="A07", prior=0.60, about=[Kind.ITEM])
def first_recorded(facts: Facts) -> Candidates:
    """
    Three seizures or more of a drug of which every earlier comparable year had none; never opens a story.

    Eligible with 8 usable years, which leaves out a drug the tables have only lately had a column for. A blank is no
    zero: a missing year is said, and a doubtful number above zero forbids the claim. The drug may have been seized
    before under another name, so the copy says "since at least" (manual B.1, A07).
    """
    return facts.where(
        (facts.count >= COUNT)
        & (facts.record_high == 0)
        & facts.is_record_high
        & facts.previous.notna()
        & (facts.usable_years >= YEARS),
        leads=False,
        magnitude=facts.count / MANY,
        because="{count:,.0f} {things}, after none in any comparable year since {window_start}",
    )


@finds("none-recorded", code="A08", prior=0.60, about=[Kind.ITEM], shows=_shown)
def none_recorded(facts: Facts) -> Candidates:
    """
    No seizure of a drug that earlier comparable years had a median of 5 or more of; never opens a story.

    The zero must be typed in the table: a blank is no zero. The year before must have had some, or it is no news, and
    there must be 5 earlier years. A force may have stopped counting a drug, which an editor should ask (manual A08).
    """
    return facts.where(
        (facts.newest == 0) & (facts.previous > 0) & (facts.middle >= USUAL) & (facts.usable_years > USUAL_YEARS),
        leads=False,
        magnitude=facts.middle / LARGE,
        because="none, after {previous:,.0f} the year before and {middle:,.0f} in the middle year since {window_start}",
    )
