"""Angles: up or down the ranking by many places."""

from storygen.analysis.certainty import of_change
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Shown, Tells

PLACES = 8
COUNT = 50
FAR = 24  # places: as far as anyone moves


def _places(evidence: Evidence, area: str, category: str) -> Shown:
    """Last year's place and how many were compared then."""
    before = evidence.pools.place(area, category, 1)
    return {"before": before, "size_before": before.inputs[1]}


@finds("rank-up", code="A37", prior=0.45, claims=Claim.UP, shows=_places, tells=[Tells.RATE])
def rank_up(facts: Facts) -> Candidates:
    """
    Eight places or more up the ranking of rates, by a large rise, on 50 seizures in both years.

    Each year has its own pool and its own residents. A place in the middle of a ranking is worth little by itself, so
    that this never opens a story; without a large change of the number it would be noise (manual A37, A94).
    """
    return facts.where(
        (facts.place_before - facts.place >= PLACES)
        & facts.is_large
        & (facts.change > 0)
        & (facts.previous >= COUNT)
        & (facts.count >= COUNT)
        & facts.is_of_named_drugs,
        leads=False,
        magnitude=(facts.place_before - facts.place) / FAR,
        certainty=of_change(facts),
        because="from place {place_before:.0f} to {place:.0f} of {pool:.0f} forces by rate",
    )


@finds("rank-down", code="A37", prior=0.40, claims=Claim.DOWN, shows=_places, tells=[Tells.RATE])
def rank_down(facts: Facts) -> Candidates:
    """Eight places or more down the ranking of rates, by a large fall: the mirror (manual A37)."""
    return facts.where(
        (facts.place - facts.place_before >= PLACES)
        & facts.is_large
        & (facts.change < 0)
        & (facts.previous >= COUNT)
        & (facts.count >= COUNT),
        leads=False,
        magnitude=(facts.place - facts.place_before) / FAR,
        certainty=of_change(facts),
        because="from place {place_before:.0f} to {place:.0f} of {pool:.0f} forces by rate",
    )
