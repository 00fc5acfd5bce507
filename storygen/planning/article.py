"""
The order of an article: the inverted pyramid.

Lead, its evidence, the total and its benchmark, the caveat by the sixth paragraph, the mix, what else is news, the
country, the voices, the source (manual A.6.2 and B.2).
"""

from collections.abc import Iterator

from storygen.model.angle import NOTHING, Angle, Angles, Shown
from storygen.model.fact import Fact, Stance
from storygen.model.figure import Figure, Unit
from storygen.model.plan import Passage, Slot
from storygen.model.topic import Kind

UPWARD = {"record-high", "highest-since", "highest-in-region"}
DOWNWARD = {"record-low", "lowest-since", "lowest-in-region"}
SAYS_COUNTS = {"rise", "fall", "first-rise", "first-fall"}
"""Leads that give this year's number and the last, so that the next paragraph need not."""

RIVALS = {
    "highest-rate": "national", "title-kept": "national", "title-taken": "national", "highest-in-region": "regional",
}  # fmt: skip
FIRST_PLACES = {"highest-rate", "title-kept", "title-taken"}
OF_RATE = {
    *RIVALS, "lowest-rate", "lowest-in-region", "top-three", "rank-up", "rank-down", "above-region", "below-region",
    "multiple-of-national", "fraction-of-national",
}  # fmt: skip
SAYS_SPREAD = {"few-up", "few-down"}
"""Angles that say how many forces went which way, so that the country's paragraphs need not."""

FULL_MIX = 3
SECONDS = 2
RECENT = 3  # years
QUANTITIES = {Unit.KG, Unit.DOSES, Unit.PLANTS}
WORTH_SAYING = 10  # per cent of seizures with no drug identified, from which readers are told (manual A63)
TOO_MUCH = 20  # per cent, from which a share of all seizures would mislead


def article(angles: Angles, lead: Angle, seconds: tuple[Angle, ...], slots: tuple[Slot, ...]) -> tuple[Passage, ...]:
    """The passages of an article, in order, and the questions for its editor."""
    caveat = _caveat(lead, seconds)
    is_on_total = _is_total(lead.fact)
    return (
        *_opening(angles, lead),
        *(() if is_on_total else (caveat,)),
        *_total(angles, lead),
        *(_second(angle, lead) for angle in sorted(seconds, key=_is_not_of_rate) if _is_total(angle.fact)),
        *((caveat,) if is_on_total else ()),
        *_mix(angles, lead),
        *(_second(angle, lead) for angle in seconds if not _is_total(angle.fact)),
        *_national(angles, (lead, *seconds)),
        *(_slot(slot, lead.fact) for slot in slots),
        _passage("source", "story/source", "source", lead.fact),
        _passage("disclosure", "story/disclosure", "disclosure", lead.fact),
        *_ask(angles, lead),
    )


def _caveat(lead: Angle, seconds: tuple[Angle, ...]) -> Passage:
    """What the figures are no evidence of; a story that tells quantities must not say that it tells none."""
    shown = [each for angle in (lead, *seconds) for each in angle.its.values()]
    tells_quantity = any(isinstance(each, Figure) and each.unit in QUANTITIES for each in shown)
    return _passage("caveat", "story/caveat", "with-quantities" if tells_quantity else "caveat", lead.fact)


def room_beside(lead: Angle) -> int:
    """How many further angles a story has room for: fewer where the lead itself takes three paragraphs."""
    return SECONDS - 1 if lead.slug in RIVALS else SECONDS


def _opening(angles: Angles, lead: Angle) -> Iterator[Passage]:
    wording = f"angles/{lead.slug}"
    yield _passage("headline", wording, "headline", lead.fact, lead.its)
    yield _standfirst(angles, lead)
    yield _passage("lead", wording, "lead", lead.fact, lead.its)
    if not _is_total(lead.fact):
        yield _passage("evidence", wording, "evidence", lead.fact, lead.its)
    if lead.slug in RIVALS:
        yield _passage("rival", "story/rival", RIVALS[lead.slug], lead.fact)


def _standfirst(angles: Angles, lead: Angle) -> Passage:
    total = angles.total or lead.fact
    section = "number"
    if _is_total(lead.fact) and total.rate:
        section = "rate"
    elif total.previous and not _is_total(lead.fact):
        section = "total"
    return _passage("standfirst", "story/standfirst", section, total)


def _total(angles: Angles, lead: Angle) -> Iterator[Passage]:
    total = angles.total
    if total is None:
        return
    if section := _total_section(angles, total, lead):
        yield _passage("total", "story/total", section, total)
    if angles.is_growth_unnamed:
        yield _passage("unidentified", "story/unidentified", "growth", angles.unidentified)
    if total.previous and _is_recent_break(total, angles):
        yield _passage("total", "story/total", "since-break", total)
    stance = total.rate_stance
    section = _benchmark_section(stance, lead) if stance else "unranked"
    yield _passage("benchmark", "story/benchmark", section, total)


def _is_recent_break(total: Fact, angles: Angles) -> bool:
    """Whether the totals became comparable only within the last few years, so that a reader must be told."""
    years = [year for year, _ in angles.history]
    return total.comparable_from > years[0] and total.comparable_from in years[-RECENT:]


def _total_section(angles: Angles, total: Fact, lead: Angle) -> str:
    """Which way the total is told; empty where the lead has told it all."""
    if total.previous is None:
        return _why_no_comparison(angles)
    is_run = total.steps is not None and not total.is_flat
    if _is_total(lead.fact) and lead.slug in SAYS_COUNTS:
        return "run-only" if is_run else ""
    leads = "lead-" if _is_total(lead.fact) else ""
    return f"{leads}running" if is_run and not lead.slug.startswith("run-") else f"{leads}plain"


def _why_no_comparison(angles: Angles) -> str:
    if len(angles.history) == 1:
        return "first-year"
    return "no-comparison-doubtful" if angles.history[-2][1] else "no-comparison-missing"


def _benchmark_section(stance: Stance, lead: Angle) -> str:
    """A contrast word only where two truths pull apart: a high that is below the country's rate, or the reverse."""
    pulls_apart = (lead.slug in UPWARD and stance is Stance.BELOW) or (lead.slug in DOWNWARD and stance is Stance.ABOVE)
    return f"but-{stance}" if pulls_apart and _is_total(lead.fact) else stance.value


def _mix(angles: Angles, lead: Angle) -> Iterator[Passage]:
    """The drugs most often found; where many were not identified, that is said and no share is given (R11, R12)."""
    group, unidentified = angles.group, angles.unidentified
    unknown = unidentified.share.value if unidentified and unidentified.share else 0
    if len(angles.mix) == FULL_MIX:
        yield _passage("mix", "story/mix", "three", angles.mix[0])
    if group and group.share_stance and unknown < TOO_MUCH and lead.slug != "class-share":
        yield _passage("group", "story/group", group.share_stance.value, group)
    if unknown >= WORTH_SAYING and not angles.is_growth_unnamed:
        section = "comparable" if group and group.previous else "not-comparable"
        yield _passage("unidentified", "story/unidentified", section, unidentified)


def _is_not_of_rate(angle: Angle) -> bool:
    """Sort what is said of the rate first, since the benchmark has just given it."""
    return angle.slug not in OF_RATE


def _second(angle: Angle, lead: Angle) -> Passage:
    """A further angle; one on the total adds to what has just been said, one like the lead need not explain again."""
    section = "second-total" if _is_total(angle.fact) else "second"
    if {angle.slug, lead.slug} <= FIRST_PLACES and not _is_total(angle.fact):
        section = "second-again"
    return _passage("second", f"angles/{angle.slug}", section, angle.fact, angle.its)


def _national(angles: Angles, told: tuple[Angle, ...]) -> Iterator[Passage]:
    total = angles.national.total
    if total.change is None:
        return
    section = "first" if total.first_in else "running" if total.steps else "plain"
    section += "-contrast" if angles.goes_against_country else ""
    yield _passage("national", "story/national", section, total)
    if angles.national.driver:
        yield _passage("national", "story/national", "driver", angles.national.driver)
    spread, is_told = angles.national.spread, not SAYS_SPREAD.isdisjoint(angle.slug for angle in told)
    if spread and spread.risen.value and spread.fallen.value and not is_told:
        section = "spread-risen" if spread.risen.value > spread.fallen.value else "spread-fallen"
        yield _passage("national", "story/national", section, total)


def _slot(slot: Slot, fact: Fact) -> Passage:
    return _passage("quote", "story/slots", slot.ask if fact.previous else slot.ask_first, fact)


def _ask(angles: Angles, lead: Angle) -> Iterator[Passage]:
    yield _passage("ask", "story/ask", "lead", lead.fact)
    if lead.fact.previous:
        yield _passage("ask", "story/ask", "comparison", lead.fact)
    if lead.fact.comparable_from > angles.history[0][0]:
        yield _passage("ask", "story/ask", "break", lead.fact)


def _is_total(fact: Fact) -> bool:
    return fact.category.kind is Kind.TOTAL


def _passage(role: str, wording: str, section: str, fact: Fact | None, its: Shown = NOTHING) -> Passage:
    return Passage(role=role, wording=wording, section=section, fact=fact, its=its)
