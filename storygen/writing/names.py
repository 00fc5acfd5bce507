"""Names: what a wording may speak of, and what each name stands for."""

from typing import TypedDict

from storygen.model.angle import National, Shown
from storygen.model.area import Area
from storygen.model.edition import Edition
from storygen.model.fact import Fact
from storygen.model.figure import Figure
from storygen.model.house import House
from storygen.model.plan import StoryPlan
from storygen.writing.desk import Desk


class Shared(TypedDict):
    """What every passage of a story may speak of."""

    area: Area
    edition: Edition
    source: str
    sources: str
    nation: str
    scope: str
    house: House
    total: Fact | None
    mix: tuple[Fact, ...]
    national: National
    median_rate: Figure | None
    history: tuple[tuple[str, Figure | None], ...]
    before: Figure | None
    before_unidentified: Figure | None
    estimate: str | None


class Own(TypedDict):
    """What a passage speaks of besides: its fact, and what its angle shows of its own."""

    fact: Fact | None
    its: Shown


def shared(plan: StoryPlan, desk: Desk) -> Shared:
    """The names every passage of a plan shares, with their values."""
    topic, angles = desk.topic, plan.angles
    return {
        "area": plan.area,
        "edition": plan.edition,
        "source": topic.short_source,
        "sources": "; ".join(source.attribution for source in topic.sources),
        "nation": topic.national,
        "scope": topic.national_scope,
        "house": desk.stylebook.house,
        "total": angles.total,
        "mix": angles.mix,
        "national": angles.national,
        "median_rate": angles.median_rate,
        "history": angles.history,
        "before": _before(plan),
        "before_unidentified": angles.unidentified_before,
        "estimate": plan.estimate,
    }


def _before(plan: StoryPlan) -> Figure | None:
    """The total of the year before as published, comparable or not."""
    return plan.angles.history[-2][1] if len(plan.angles.history) > 1 else None
