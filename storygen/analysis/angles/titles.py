"""Angles: the highest rate of the forces compared, again or for the first time since another force had it."""

import pandas as pd

from storygen.analysis.angles import national_rank
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import Claim, finds
from storygen.model.angle import Shown, Tells

HIDES = ("highest-rate", *national_rank.highest_rate.hides)


def _years(evidence: Evidence, area: str, category: str) -> Shown:
    return {"years": evidence.pools.titles(area, category)}


def _before(evidence: Evidence, _: str, category: str) -> Shown:
    return {"before": evidence.pools.leader(category, 1)}


@finds(
    "title-kept",
    code="A36",
    prior=0.95,
    claims=Claim.TOP,
    hides=HIDES,
    shows=_years,
    tells=[Tells.RATE, Tells.PLACE, Tells.FIRST],
)
def title_kept(facts: Facts) -> Candidates:
    """
    A highest rate that the force had the year before as well, told with the number of years running.

    Each earlier year has its own pool, the forces with usable figures then, and its own residents. In each the force
    must have led by more than chance, with no doubtful rate as high, and its number must be comparable with this
    year's; the first year held ends the run (manual A36, R13).
    """
    return _found(facts, facts.titles > 0, "led {titles} years before this one too")


@finds(
    "title-taken",
    code="A36",
    prior=1.0,
    claims=Claim.TOP,
    hides=HIDES,
    shows=_before,
    tells=[Tells.RATE, Tells.PLACE, Tells.FIRST],
)
def title_taken(facts: Facts) -> Candidates:
    """A highest rate where another force clearly led the year before, is still compared and is not doubted (A36)."""
    return _found(facts, facts.is_taken, "another force led the year before")


def _found(facts: Facts, found: pd.Series, because: str) -> Candidates:
    """The rows of the angle `highest-rate` for which more holds, with all that it weighs."""
    highest = national_rank.highest_rate.find(facts)
    return facts.where(
        found & facts.columns.index.isin(highest.index),
        leads=highest["can_lead"],
        magnitude=highest["magnitude"],
        certainty=highest["certainty"],
        because="{rate:,.0f} for every million people, the highest of {pool:.0f} forces; " + because,
    )
