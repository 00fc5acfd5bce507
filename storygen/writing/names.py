"""Names: what a wording may speak of, and what each name stands for."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from storygen.model.angle import Angles, National, Shift, Shown
from storygen.model.area import Area
from storygen.model.cleared import Cleared, Told
from storygen.model.edition import Edition
from storygen.model.fact import Fact
from storygen.model.figure import Figure
from storygen.model.house import House
from storygen.model.plan import Slot, StoryPlan
from storygen.model.speaker import Speaker
from storygen.model.terms import Terms
from storygen.model.topic import Category
from storygen.writing.desk import Desk


class Shared(TypedDict):
    """What every passage of a story may speak of; what the tables hold, only where they hold the area."""

    area: Area
    edition: Edition
    source: str
    sources: str
    nation: str
    scope: str
    terms: Terms
    everything: Category
    house: House
    disclosure: str
    local_sources: tuple[Cleared, ...]
    estimate: str | None
    provision: str | None
    shift: NotRequired[Shift | None]
    unusual: NotRequired[Mapping[str, str]]
    total: NotRequired[Fact | None]
    mix: NotRequired[tuple[Fact, ...]]
    national: NotRequired[National]
    median_rate: NotRequired[Figure | None]
    history: NotRequired[tuple[tuple[str, Figure | None], ...]]
    before: NotRequired[Figure | None]
    before_unidentified: NotRequired[Figure | None]


class Own(TypedDict):
    """What a passage speaks of besides: its fact, what its angle shows of its own, its local fact, who speaks."""

    fact: Fact | None
    its: Shown
    local: Told | None
    slot: NotRequired[Slot]
    speaker: NotRequired[Speaker]
    words: NotRequired[str]


def shared(plan: StoryPlan, desk: Desk) -> Shared:
    """The names every passage of a plan shares, with their values."""
    topic, angles = desk.topic, plan.angles
    names: Shared = {
        "area": plan.area,
        "edition": plan.edition,
        "source": topic.short_source,
        "sources": "; ".join(source.attribution for source in topic.sources),
        "nation": topic.national,
        "scope": topic.national_scope,
        "terms": topic.terms,
        "everything": topic.total,
        "house": desk.stylebook.house,
        "disclosure": _disclosure(desk),
        "local_sources": plan.local_sources,
        "estimate": plan.estimate,
        "provision": plan.provision,
    }
    if angles is None:
        return names
    return {
        **names,
        "total": angles.total,
        "mix": angles.mix,
        "shift": angles.shift,
        "unusual": angles.unusual,
        "national": angles.national,
        "median_rate": angles.median_rate,
        "history": angles.history,
        "before": _before(angles),
        "before_unidentified": angles.unidentified_before,
    }


def _disclosure(desk: Desk) -> str:
    """How the report was made, as the house says it, with the topic's figures and their producers named."""
    producers = " and ".join(source.producer for source in desk.topic.sources)
    told = desk.stylebook.house.disclosure.replace("{statistics}", desk.topic.statistics)
    return told.replace("{producers}", producers)


def _before(angles: Angles) -> Figure | None:
    """The total of the year before as published, comparable or not."""
    return angles.history[-2][1] if len(angles.history) > 1 else None
