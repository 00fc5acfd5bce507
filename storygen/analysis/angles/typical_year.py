"""Angle: a total like those of most years."""

from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.histories import highest_before, lowest_before
from storygen.analysis.registry import finds
from storygen.model.angle import Shown
from storygen.model.topic import Kind

YEARS = 8


def _shown(evidence: Evidence, area: str, category: str) -> Shown:
    series = evidence.series(area, category)
    return {"lowest": lowest_before(series), "highest": highest_before(series)}


@finds("typical-year", code="A09", prior=0.10, about=[Kind.TOTAL], shows=_shown)
def typical_year(facts: Facts) -> Candidates:
    """
    A total in the middle half of its own comparable history, its change on the year flat or small.

    Eligible with 8 usable years. Small is within the usual spread of counts of that size. It is what is left to say
    where there is no news, so it is worth next to nothing and opens a story only if nothing else can (manual A09, A14).
    """
    return facts.where(
        (facts.newest >= facts.lower)
        & (facts.newest <= facts.upper)
        & (facts.is_flat | ~facts.is_notable)
        & facts.previous.notna()
        & (facts.usable_years >= YEARS),
        magnitude=0.0,
        because="{count:,.0f}, between the quartiles of the years since {window_start}: {lower:,.0f} and {upper:,.0f}",
    )
