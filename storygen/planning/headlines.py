"""Headlines: the lead's own, and what an editor may prefer: one straight, one of rank, one of contrast (manual C.4)."""

from collections.abc import Iterator

from storygen.model.angle import Angle, Angles, Tells
from storygen.model.fact import Fact, Stance
from storygen.model.plan import Passage
from storygen.planning.passages import is_total, passage


def headlines(angles: Angles, lead: Angle, seconds: tuple[Angle, ...]) -> Iterator[Passage]:
    """The headline on the lead, then the others on offer; none says more than the copy does (manual R24)."""
    yield passage("headline", f"angles/{lead.slug}", "headline", lead.fact, lead.its)
    total = angles.total
    is_straight = is_total(lead.fact) and Tells.NUMBERS in lead.tells
    if total and total.change and not total.is_flat and not is_straight and not angles.shift:
        yield _offer("straight", total)
    if Tells.PLACE not in lead.tells:
        yield from _of_rank(total, lead, seconds)
    if not angles.shift:
        yield from _of_contrast(angles, lead)


def _of_rank(total: Fact | None, lead: Angle, seconds: tuple[Angle, ...]) -> Iterator[Passage]:
    """The first rank the copy tells, or else how the total's rate stands beside the country's."""
    ranked = next((angle for angle in seconds if Tells.PLACE in angle.tells), None)
    if ranked:
        yield passage("offer", f"angles/{ranked.slug}", "headline", ranked.fact, ranked.its)
    elif total and total.rate_stance and not (is_total(lead.fact) and Tells.RATE in lead.tells):
        yield _offer(f"rate-{total.rate_stance}", total)


def _of_contrast(angles: Angles, lead: Angle) -> Iterator[Passage]:
    total, fact = angles.total, lead.fact
    if Tells.FIRST in lead.tells and fact.fell and not fact.is_flat:
        yield _offer("first-but-fewer", fact)
    elif total and _pulls_apart(lead, total, Tells.HIGH, Stance.BELOW):
        yield _offer("high-but-below", total)
    elif total and _pulls_apart(lead, total, Tells.LOW, Stance.ABOVE):
        yield _offer("low-but-above", total)
    elif total and total.change and angles.goes_against_country:
        yield _offer("against-country", total)


def _pulls_apart(lead: Angle, total: Fact, extreme: Tells, stance: Stance) -> bool:
    """Whether the lead is an extreme of the total's number while its rate stands on the other side of the country's."""
    is_of_number = extreme in lead.tells and Tells.RATE not in lead.tells
    return is_total(lead.fact) and is_of_number and total.rate_stance is stance


def _offer(section: str, fact: Fact) -> Passage:
    return passage("offer", "story/offer", section, fact)
