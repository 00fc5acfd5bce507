"""Angles: second to the record, or close to it."""

from collections.abc import Iterator

import pandas as pd

from storygen.analysis.angles.since import GAP
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import highest_before, lowest_before, place_of_newest
from storygen.analysis.registry import finds
from storygen.model.angle import Shown
from storygen.model.figure import Figure, Formula

YEARS, LEAD_YEARS = 8, 10
COUNT, LEAD_COUNT = 20, 50
CLOSE = 0.02  # of the record
FAR = 0.20  # of the record: from there on nothing is left of its shine


def _high(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    return dict(_shown(series, highest_before(series), Formula.PLACE_FROM_TOP))


def _low(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    return dict(_shown(series, lowest_before(series), Formula.PLACE_FROM_BOTTOM))


def _shown(series: tuple[Figure, ...], record: Figure, formula: Formula) -> Iterator[tuple[str, Figure]]:
    """The record, as `last` if it was the year before's and as `record` if not; the `place`, if it is the second."""
    place = place_of_newest(series, formula)
    if place.value == 2 and series[0].value not in {each.value for each in series[1:]}:  # noqa: PLR2004 - a place
        yield "place", place
    yield ("last" if record is series[1] else "record"), record


@finds("near-record-high", code="A05", prior=0.40, shows=_high)
def near_record_high(facts: Facts) -> Candidates:
    """
    Higher in one comparable year only, or within 2 per cent of the highest number.

    Eligible with 8 usable years and 20 seizures, comparable with the year before and not flat. Whatever reaches back
    three years or more is told as the highest since that year instead (A03). A number level with another year's is
    second to nothing; one above the record is no near record; a record reached twice, or beaten by a doubtful number,
    names no year. A number said to be close need not be second (manual B.1, A05). One that moved away from the record
    of the year before leads no story, and is told as that movement (manual R13b).
    """
    is_close = (facts.count >= (1 - CLOSE) * facts.record_high) & facts.is_lone_high
    return facts.where(
        _is_eligible(facts, facts.reach_high)
        & (facts.is_second_high | is_close)
        & (facts.count < facts.record_high)
        & facts.is_of_named_drugs,
        leads=_leads(facts) & (facts.change > 0),
        magnitude=1 - (1 - facts.count / facts.record_high) / FAR,
        because="{count:,.0f} is next to the highest comparable number since {window_start}, {record_high:,.0f}",
    )


@finds("near-record-low", code="A05", prior=0.35, shows=_low)
def near_record_low(facts: Facts) -> Candidates:
    """Lower in one comparable year only, or within 2 per cent of the lowest number: the mirror (manual B.1, A05)."""
    is_close = (facts.count <= (1 + CLOSE) * facts.record_low) & facts.is_lone_low
    return facts.where(
        _is_eligible(facts, facts.reach_low) & (facts.is_second_low | is_close) & (facts.count > facts.record_low),
        leads=_leads(facts) & (facts.change < 0),
        magnitude=1 - (facts.count / facts.record_low - 1) / FAR,
        because="{count:,.0f} is next to the lowest comparable number since {window_start}, {record_low:,.0f}",
    )


def _is_eligible(facts: Facts, reach: pd.Series) -> pd.Series:
    is_told_already = reach >= GAP
    is_long = (facts.usable_years >= YEARS) & (facts.columns["count"] >= COUNT)
    return facts.previous.notna() & ~facts.is_flat & ~is_told_already & is_long


def _leads(facts: Facts) -> pd.Series:
    return (facts.usable_years >= LEAD_YEARS) & (facts.columns["count"] >= LEAD_COUNT)
