"""The order of a story from local facts alone: for a force the tables do not hold (manual A.7)."""

from collections.abc import Iterator

from storygen.model.area import Area
from storygen.model.cleared import Cleared
from storygen.model.edition import Edition
from storygen.model.plan import Brief, Form, Passage, StoryPlan, asking, in_place
from storygen.planning.budget import within
from storygen.planning.local import WORDING, about, in_order, local_parts, local_passage, told_and_left
from storygen.planning.passages import part, passage
from storygen.planning.voices import local_slots


def plan_local_story(area: Area, edition: Edition, brief: Brief) -> StoryPlan:
    """
    The story of an area from its local facts, in the order they are filed, as far as the house has room.

    It opens on the first fact with a headline; ValueError if there is none.
    """
    facts = brief.local
    lead = next((each for each in facts.cleared if each.can_lead), None)
    if lead is None:
        raise ValueError(f"no local fact on {area.force} can open a story")
    passages = tuple(_passages(lead, brief))
    local, left_out = told_and_left(passages, facts, brief.house)
    slots = local_slots(brief.voices)
    return StoryPlan(
        area=area,
        edition=edition,
        form=Form.LOCAL,
        angles=None,
        lead=None,
        is_routine=False,
        is_chosen=False,
        seconds=(),
        passed_over=(),
        passages=in_place(passages, asking(slots)),
        slots=slots,
        local=local,
        left_out=left_out,
    )


def _passages(lead: Cleared, brief: Brief) -> Iterator[Passage]:
    others = tuple(each for each in brief.local.cleared if each is not lead)
    opening = part(local_passage("lead", lead), figures=lead.counted)
    body, tail = in_order(within([opening, *local_parts(others)], brief.house))
    yield about("headline", "headline", lead)
    yield from body
    yield from tail
    yield passage("source", WORDING, "source", None)
    yield passage("disclosure", WORDING, "disclosure", None)
    yield passage("ask", WORDING, "ask-since", None)
    if any(each.local and each.local.cleared.counted for each in (*body, *tail)):
        yield passage("ask", WORDING, "ask-numbers", None)
