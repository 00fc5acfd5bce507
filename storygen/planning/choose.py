"""Choose: the angle that leads, those that follow it, and those an editor may prefer."""

from collections.abc import Iterable
from decimal import Decimal

from storygen.model.angle import Angle, Angles, Tells
from storygen.model.plan import Passage
from storygen.planning.passages import is_record, is_total

NEWS = Decimal(40)  # a lower score is no news in itself (manual B.4, bands)
WORTH_A_PARAGRAPH = Decimal(25)
CLEAR_CHANGE = 5  # per cent
PASSED_OVER = 3
ROOM = 2  # further angles
LATER = {"second", "benchmark"}
"""What a paragraph on a further angle does in a story."""


def choose_lead(angles: Angles) -> Angle:
    """
    The angle a story opens on.

    The strongest fit to lead, if it is strong enough to be news; on a quiet day a clear change of the total,
    then whatever else can be said of it, then anything. ValueError if there is no angle at all.
    """
    fit = [angle for angle in angles.angles if angle.can_lead]
    strong = [angle for angle in fit if angle.score >= NEWS]
    routine = [angle for angle in fit if is_total(angle.fact)]
    moved = [angle for angle in routine if _is_clear_change(angle)]
    for choice in (strong, moved, routine, fit, angles.angles):
        if choice:
            return choice[0]
    raise ValueError(f"no angle was found for {angles.area.force}")


def choose_seconds(angles: Angles, lead: Angle) -> tuple[Angle, ...]:
    """The further angles, each worth a paragraph, not yet told and unlike the others: a record, then the strongest."""
    chosen: list[Angle] = []
    for angle in sorted(angles.angles, key=lambda each: not is_record(each)):
        is_news = is_record(angle) or (angle.score >= WORTH_A_PARAGRAPH and not _is_told_anyway(angle))
        is_new = is_total(angle.fact) or angle.fact.category.slug not in {
            each.fact.category.slug for each in (lead, *chosen)
        }
        is_unlike = angle is not lead and angle.slug not in {each.slug for each in chosen}
        if is_news and is_new and is_unlike and len(chosen) < ROOM:
            chosen.append(angle)
    return tuple(chosen)


def in_print(seconds: tuple[Angle, ...], passages: Iterable[Passage]) -> tuple[Angle, ...]:
    """Those further angles that found room in the copy; of the others nothing may be said, in a headline either."""
    printed = {(each.wording, each.fact.category.slug) for each in passages if each.role in LATER and each.fact}
    return tuple(each for each in seconds if (f"angles/{each.slug}", each.fact.category.slug) in printed)


def passed_over(angles: Angles, lead: Angle) -> tuple[Angle, ...]:
    """The next three candidates an editor may lead on instead."""
    return tuple(angle for angle in angles.angles if angle is not lead)[:PASSED_OVER]


def _is_clear_change(angle: Angle) -> bool:
    change = angle.fact.change
    return Tells.NUMBERS in angle.tells and change is not None and abs(change.value) >= CLEAR_CHANGE


def _is_told_anyway(angle: Angle) -> bool:
    return Tells.SHARE in angle.tells or (is_total(angle.fact) and Tells.ROUTINE in angle.tells)
