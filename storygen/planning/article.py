"""
The order of an article: the inverted pyramid.

Lead, its evidence, the total and its benchmark, the caveat by the sixth paragraph, the mix, what else is news, the
country, the voices, the source (manual A.6.2 and B.2). What a story must carry is always there; the rest as far as the
house has room for figures and paragraphs.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from storygen.model.angle import Angle, Angles, Shown, Tells
from storygen.model.fact import Fact, Stance
from storygen.model.figure import Figure, Unit
from storygen.model.plan import Brief, Passage
from storygen.planning.budget import Part, Worth, within
from storygen.planning.choose import in_print
from storygen.planning.country import country
from storygen.planning.headlines import headlines
from storygen.planning.local import in_order, local_parts, with_sources
from storygen.planning.mix import mix
from storygen.planning.passages import is_record, is_total, part, passage
from storygen.planning.unusual import with_unusual

RECENT = 3  # years
BEFORE_CAVEAT = 5  # paragraphs
QUANTITIES = {Unit.KG, Unit.DOSES, Unit.PLANTS}
FIRSTS = {Tells.FIRST: "national", Tells.FIRST_OF_REGION: "regional"}


def article(angles: Angles, lead: Angle, seconds: tuple[Angle, ...], brief: Brief) -> tuple[Passage, ...]:
    """The passages of an article, in order, and the questions for its editor; of local facts, those that bear on it."""
    told = within([*_body(angles, lead, seconds), *local_parts(brief.local.cleared)], brief.house)
    body, tail = in_order(told)
    return (
        *headlines(angles, lead, in_print(seconds, told)),
        *_standfirst(angles, lead),
        *_with_caveat(tuple(with_unusual(body, angles.unusual)), lead),
        *tail,
        *with_sources(
            passage("source", "story/source", "source" if angles.area.is_ranked else "unranked", lead.fact),
            passage("disclosure", "story/disclosure", "disclosure", lead.fact),
            has_facts=any(each.local for each in told),
        ),
        *_ask(angles, lead, body),
    )


def _label(angles: Angles, lead: Angle) -> str | None:
    """The wording that says what is not final about the lead's number, or the total; None where all is (manual R17)."""
    if angles.estimate(lead.fact.category.slug):
        return "story/estimate"
    return "story/provisional" if angles.provision(lead.fact.category.slug) else None


def _standfirst(angles: Angles, lead: Angle) -> Iterator[Passage]:
    """What the headline leaves unsaid, and with it that the figures are an estimate, if they are (manual R17)."""
    total = angles.total or lead.fact
    is_of_number = is_total(lead.fact) and Tells.RATE not in lead.tells
    section = "number"
    if is_of_number and total.rate:
        section = "rate"
    elif total.previous and not is_of_number and not (angles.shift or angles.is_growth_unnamed):
        section = "total"
    yield passage("standfirst", "story/standfirst", section, total)
    if label := _label(angles, lead):
        yield passage("standfirst", label, "standfirst", lead.fact)


def _body(angles: Angles, lead: Angle, seconds: tuple[Angle, ...]) -> list[Part]:
    records = [angle for angle in seconds if is_record(angle)]
    on_total = [angle for angle in seconds if is_total(angle.fact) and angle not in records]
    return [
        *_opening(angles, lead),
        *_law(angles, lead),
        *_total(angles, lead),
        *(_second(angle, lead, seconds) for angle in records),
        *_benchmark(angles, lead, records),
        *(_second(angle, lead, seconds) for angle in sorted(on_total, key=_is_not_of_rate)),
        *mix(angles, lead, seconds),
        *(_second(angle, lead, seconds) for angle in seconds if not is_total(angle.fact)),
        *country(angles, lead, seconds),
    ]


def _opening(angles: Angles, lead: Angle) -> Iterator[Part]:
    """
    The lead and, for one about a drug, its number and, where it speaks of one, its rate (manual R13b).

    That the number is an estimate is said by the third paragraph (manual R17).
    """
    wording = f"angles/{lead.slug}"
    yield part(passage("lead", wording, "lead", lead.fact, lead.its), figures=_figures_of(lead))
    if not is_total(lead.fact):
        yield part(passage("evidence", wording, "evidence", lead.fact, lead.its), figures=3)
    if label := _label(angles, lead):
        yield part(passage("estimate", label, "estimate", lead.fact), figures=0)
    if is_total(lead.fact):
        return
    if pool := _pool_led(lead):
        yield part(passage("rival", "story/rival", f"{pool}-rate", lead.fact), figures=2)
    elif Tells.RATE in lead.tells:
        yield part(passage("rate", "story/rate", "beside-nation", lead.fact), figures=2)


def _pool_led(lead: Angle) -> str | None:
    """Among which forces the lead gives a first place, so that who came next must follow."""
    return next((pool for first, pool in FIRSTS.items() if first in lead.tells), None)


def _figures_of(lead: Angle) -> int:
    """The most figures a lead shows: both numbers and the change, or the size of a pool, or two of its own."""
    return 3 if Tells.NUMBERS in lead.tells else 1 if Tells.PLACE in lead.tells else 2


def _law(angles: Angles, lead: Angle) -> Iterator[Part]:
    """After a rank for one drug, what the law says an offence with it may bring (manual A.6.2)."""
    drug = angles.national.drugs.get(lead.fact.category.slug)
    if Tells.PLACE not in lead.tells or drug is None or drug.law is None or drug.group is None:
        return
    years: Shown = {"possession": drug.law.possession, "group": drug.group}
    section, its = ("years", {**years, "supply": drug.law.supply}) if drug.law.supply else ("life", years)
    yield part(passage("law", "story/law", section, lead.fact, its), figures=0, worth=Worth.LAW)


def _total(angles: Angles, lead: Angle) -> Iterator[Part]:
    total = angles.total
    if total is None:
        return
    if total.is_unsettled:
        section = "lead-total" if is_total(lead.fact) else "total"
        yield part(passage("total", "story/provisional", section, total), figures=2)
    elif section := _total_section(angles, total, lead):
        yield part(passage("total", "story/total", section, total), figures=0 if section == "run-only" else 3)
    if angles.shift:
        section = "whole" if angles.shift.is_whole else "most"
        yield part(passage("total", "story/shift", section, total), figures=0)
    if angles.is_growth_unnamed:
        section = "more-than-growth" if angles.is_named_fewer else "growth"
        yield part(passage("unidentified", "story/unidentified", section, angles.unidentified), figures=2)
    if total.previous and _is_recent_break(total, angles):
        yield part(passage("total", "story/total", "since-break", total), figures=0)


def _benchmark(angles: Angles, lead: Angle, records: list[Angle]) -> Iterator[Part]:
    total = angles.total
    if total is None:
        return
    tells = frozenset[Tells]().union(*(each.tells for each in (lead, *records) if is_total(each.fact)))
    section = _benchmark_section(total, total.rate_stance, tells) if total.rate_stance else "unranked"
    yield part(passage("benchmark", "story/benchmark", section, total), figures=2)
    if is_total(lead.fact) and (pool := _pool_led(lead)):
        yield part(passage("rival", "story/rival", pool, lead.fact), figures=1)


def _is_recent_break(total: Fact, angles: Angles) -> bool:
    """Whether the totals became comparable only within the last few years, so that a reader must be told."""
    years = [year for year, _ in angles.history]
    return total.comparable_from > years[0] and total.comparable_from in years[-RECENT:]


def _total_section(angles: Angles, total: Fact, lead: Angle) -> str:
    """Which way the total is told; empty where the lead has told it all."""
    if total.previous is None:
        return _why_no_comparison(angles)
    is_run = total.steps is not None and not total.is_flat and not angles.is_named_fewer
    if is_total(lead.fact) and Tells.NUMBERS in lead.tells:
        return "run-only" if is_run else ""
    leads = "lead-" if is_total(lead.fact) else ""
    return f"{leads}running" if is_run and Tells.RUN not in lead.tells else f"{leads}plain"


def _why_no_comparison(angles: Angles) -> str:
    if len(angles.history) == 1:
        return "first-year"
    return "no-comparison-doubtful" if angles.history[-2][1] else "no-comparison-missing"


def _benchmark_section(total: Fact, stance: Stance, tells: frozenset[Tells]) -> str:
    """
    A contrast word only where two truths pull apart: a high that is below the country's rate, or the reverse.

    The number's own movement stands right before it, so one that goes the rate's way leaves nothing to contrast.
    """
    side = _side(total)
    is_high_below = Tells.HIGH in tells and side is Stance.BELOW and not total.fell
    is_low_above = Tells.LOW in tells and side is Stance.ABOVE and not total.rose
    if not (is_high_below or is_low_above):
        return stance.value
    return f"but-{side}" if stance is side else f"but-just-{side}"


def _side(fact: Fact) -> Stance:
    """On which side of the national rate a rate prints, however close; in line only where both print alike."""
    rates = (fact.rate, fact.national_rate)
    own, national = (floor(each.value + Fraction(1, 2)) if each else 0 for each in rates)
    return Stance.ABOVE if own > national else Stance.BELOW if own < national else Stance.IN_LINE


def _is_not_of_rate(angle: Angle) -> bool:
    """Sort what is said of the rate first, since the benchmark has just given it."""
    return Tells.RATE not in angle.tells


def _second(angle: Angle, lead: Angle, seconds: tuple[Angle, ...]) -> Part:
    """
    A further angle: one on the total adds to what has just been said, one like the lead need not explain again.

    One on the total's rate belongs to the benchmark, which the caveat follows. A rank of a drug, or of its change, is
    followed by its number and change (manual R13b).
    """
    worth = Worth.SECOND if angle is seconds[0] else Worth.LATER
    wording = f"angles/{angle.slug}"
    if is_total(angle.fact):
        role = "benchmark" if Tells.RATE in angle.tells else "second"
        figures = 0 if is_record(angle) else 2
        return part(passage(role, wording, "second-total", angle.fact, angle.its), figures=figures, worth=worth)
    section = "second-again" if Tells.FIRST in angle.tells & lead.tells else "second"
    told = passage("second", wording, section, angle.fact, angle.its)
    if not angle.tells & {Tells.PLACE, Tells.POOL}:
        return part(told, figures=3, worth=worth)
    return part(told, passage("number", "story/number", "number", angle.fact), figures=5, worth=worth)


def _with_caveat(body: tuple[Passage, ...], lead: Angle) -> Iterator[Passage]:
    """
    The body with the caveat in its place: after the evidence of a drug's story, after the benchmark of a total's.

    It comes by the sixth paragraph, whatever has to be said before (manual R04).
    """
    last = {"evidence", "estimate", "rival", "rate", "law"} if not is_total(lead.fact) else {"benchmark", "rival"}
    place = max(index for index, each in enumerate(body) if each.role in last)
    tells_quantity = any(
        isinstance(shown, Figure) and shown.unit in QUANTITIES for each in body for shown in each.its.values()
    )
    place = min(place, BEFORE_CAVEAT - 1)
    yield from body[: place + 1]
    yield passage("caveat", "story/caveat", "with-quantities" if tells_quantity else "caveat", lead.fact)
    yield from body[place + 1 :]


def _ask(angles: Angles, lead: Angle, body: tuple[Passage, ...]) -> Iterator[Passage]:
    yield passage("ask", "story/ask", "lead", lead.fact)
    if lead.fact.previous:
        yield passage("ask", "story/ask", "comparison", lead.fact)
    if lead.fact.comparable_from > angles.history[0][0]:
        yield passage("ask", "story/ask", "break", lead.fact)
    if any(each.role == "law" for each in body):
        yield passage("ask", "story/ask", "law", lead.fact)
