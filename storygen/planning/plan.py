"""Plan: an article, or where a guard forbids one, questions for the force."""

from dataclasses import replace

from storygen.errors import UsageError
from storygen.model.angle import Angle, Angles
from storygen.model.edition import Edition
from storygen.model.plan import Brief, Form, StoryPlan, Wish, asking, in_place
from storygen.planning.article import article
from storygen.planning.choose import NEWS, choose_lead, choose_seconds, in_print, passed_over
from storygen.planning.local import bearing, told_and_left
from storygen.planning.question_sheet import question_sheet
from storygen.planning.voices import sheet_slots, slots_of

SHEET_ONLY = "a guard forbids an article on its force"


def plan_story(angles: Angles, edition: Edition, brief: Brief) -> StoryPlan:
    """
    The story of an area: what leads, what follows, which voices it waits for, as far as the house has room.

    Raises UsageError for a wish that cannot be had, ValueError if there is no angle at all.
    """
    wish = brief.wish
    if angles.vetoes:
        if wish:
            raise UsageError(f"A guard forbids an article on {angles.area.force}: {angles.vetoes[0].because}")
        return _question_sheet(angles, edition, brief)
    lead = _wished(angles, wish) if wish else choose_lead(angles)
    seconds = choose_seconds(angles, lead)
    facts = bearing(brief.local, (lead, *seconds), edition)
    passages = article(angles, lead, seconds, replace(brief, local=facts))
    local, left_out = told_and_left(passages, facts, brief.house)
    is_routine = wish is None and lead.score < NEWS
    slots = slots_of(brief.voices, angles, lead, passages, is_routine=is_routine)
    return StoryPlan(
        area=angles.area,
        edition=edition,
        form=Form.ARTICLE,
        angles=angles,
        lead=lead,
        is_routine=is_routine,
        is_chosen=wish is not None,
        seconds=in_print(seconds, passages),
        passed_over=passed_over(angles, lead),
        passages=in_place(passages, asking(slots)),
        slots=slots,
        local=local,
        left_out=left_out,
    )


def _wished(angles: Angles, wish: Wish) -> Angle:
    """The strongest angle that an editor's wish fits; it may be one the desk would not lead on."""
    for angle in angles.angles:
        if wish.fits(slug=angle.slug, code=angle.code, category=angle.fact.category.slug):
            return angle
    raise UsageError(
        f"{angles.area.force} has no angle {wish} that holds; `storygen angles {angles.area.slug}` lists those it has"
    )


def _question_sheet(angles: Angles, edition: Edition, brief: Brief) -> StoryPlan:
    return StoryPlan(
        area=angles.area,
        edition=edition,
        form=Form.QUESTIONS,
        angles=angles,
        lead=None,
        is_routine=False,
        is_chosen=False,
        seconds=(),
        passed_over=(),
        passages=question_sheet(angles),
        slots=sheet_slots(brief.voices, angles),
        left_out=(*brief.local.refused, *(each.refused(SHEET_ONLY) for each in brief.local.cleared)),
    )
