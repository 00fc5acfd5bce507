"""Plan: an article, or where a guard forbids one, questions for the force."""

from storygen.model.angle import Angles
from storygen.model.edition import Edition
from storygen.model.plan import Form, Slot, StoryPlan
from storygen.planning.article import article, room_beside
from storygen.planning.choose import NEWS, choose_lead, choose_seconds, passed_over
from storygen.planning.question_sheet import question_sheet


def plan_story(angles: Angles, edition: Edition, slots: tuple[Slot, ...]) -> StoryPlan:
    """The story of an area: what leads, what follows, which voices it waits for. ValueError if there is no angle."""
    if angles.vetoes:
        return _question_sheet(angles, edition)
    lead = choose_lead(angles)
    seconds = choose_seconds(angles, lead, room_beside(lead))
    return StoryPlan(
        area=angles.area,
        edition=edition,
        form=Form.ARTICLE,
        angles=angles,
        lead=lead,
        is_routine=lead.score < NEWS,
        seconds=seconds,
        passed_over=passed_over(angles, lead),
        passages=article(angles, lead, seconds, slots),
        slots=slots,
    )


def _question_sheet(angles: Angles, edition: Edition) -> StoryPlan:
    return StoryPlan(
        area=angles.area,
        edition=edition,
        form=Form.QUESTIONS,
        angles=angles,
        lead=None,
        is_routine=False,
        seconds=(),
        passed_over=(),
        passages=question_sheet(angles),
        slots=(),
    )
