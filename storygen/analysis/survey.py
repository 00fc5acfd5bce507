"""Survey: every candidate of an area, kept or not, with what speaks for and against it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from storygen.analysis.assess import assess, why_not
from storygen.analysis.facts import Candidates, Facts, explain
from storygen.model.angle import Candidate
from storygen.model.house import Boost
from storygen.model.terms import Terms


def survey(candidates: Candidates, facts: Facts, area: str, boosts: Iterable[Boost] = ()) -> tuple[Candidate, ...]:
    """All candidates of an area (its slug), strongest first."""
    assessed = assess(candidates, facts, boosts)
    terms = facts.panel.dataset.topic.terms
    return tuple(_candidate(row, terms) for row in assessed[assessed["area"] == area].to_dict("records"))


def _candidate(row: Mapping[Any, Any], terms: Terms) -> Candidate:
    return Candidate(
        slug=row["slug"],
        code=row["code"],
        category=row["category"],
        about=row["noun"],
        score=Decimal(str(row["score"])).quantize(Decimal("0.1")),
        robustness=Decimal(str(round(row["robustness"], 2))),
        because=explain(row["because"], row, terms),
        why_not=why_not(row, terms),
        can_lead=bool(row["can_lead"]),
        is_kept=bool(row["is_kept"]),
    )
