"""Angles: about twice the national rate or more, and half of it or less."""

from dataclasses import replace

from storygen.analysis.drugs import known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.panel import POLICE
from storygen.analysis.registry import Claim, finds
from storygen.analysis.workings import ratio
from storygen.model.angle import Shown, Tells
from storygen.model.figure import Figure

TWICE, HALF = 1.9, 0.5
COUNT, LEAD_COUNT = 50, 100
FAR = 3.0


def _above(evidence: Evidence, area: str, category: str) -> Shown:
    return {"times": _ratio(*_rates(evidence, area, category))}


def _below(evidence: Evidence, area: str, category: str) -> Shown:
    """How many times the force's rate the country's is: the words for multiples only go up."""
    own, country = _rates(evidence, area, category)
    return {"times": _ratio(country, own)}


def _rates(evidence: Evidence, area: str, category: str) -> tuple[Figure, Figure]:
    return known(evidence.rate(area, category)), known(evidence.rate(POLICE, category))


def _ratio(high: Figure, low: Figure) -> Figure:
    return replace(ratio(high, low), means=f"{high.means}, as a multiple of {low.means}")


@finds(
    "multiple-of-national",
    code="A48",
    prior=0.50,
    claims=Claim.ABOVE,
    hides=["above-national"],
    shows=_above,
    tells=[Tells.RATE],
)
def multiple_of_national(facts: Facts) -> Candidates:
    """
    A rate 1.9 times the national one or more, on 50 seizures (100 to lead), comparable with the year before.

    The words stop at "more than treble". The national rate counts Wales and leaves out Border Force (manual A48, C.3).
    """
    return facts.where(
        (facts.ratio >= TWICE) & (facts.count >= COUNT) & facts.previous.notna(),
        leads=facts.columns["count"] >= LEAD_COUNT,
        magnitude=(facts.ratio - 1) / (FAR - 1),
        because="{rate:,.0f} for every million people, {ratio:.2f} times the national {national_rate:,.0f}",
    )


@finds(
    "fraction-of-national",
    code="A48",
    prior=0.40,
    claims=Claim.BELOW,
    hides=["below-national"],
    shows=_below,
    tells=[Tells.RATE],
)
def fraction_of_national(facts: Facts) -> Candidates:
    """A rate half the national one or less, on 50 seizures: usually recording, so that only a total may lead (A48)."""
    return facts.where(
        (facts.ratio <= HALF) & (facts.count >= COUNT) & facts.previous.notna(),
        leads=facts.is_total,
        magnitude=(1 / facts.ratio - 1) / (FAR - 1),
        because="{rate:,.0f} for every million people, {ratio:.2f} times the national {national_rate:,.0f}",
    )
