"""The country's paragraphs: its total and what moved it, the lead's own drug, and how many forces went which way."""

from collections.abc import Iterator
from dataclasses import replace

from storygen.model.angle import Angle, Angles, National, NationalDrug, Shown, Split, Tells
from storygen.model.fact import Fact
from storygen.model.figure import Figure
from storygen.model.plan import Passage
from storygen.planning.budget import Part, Worth
from storygen.planning.passages import is_total, part, passage

MOST = 50  # per cent
LEAST_REACH = 3  # years


def country(angles: Angles, lead: Angle, seconds: tuple[Angle, ...]) -> Iterator[Part]:
    """What is said of the country; nothing before there is a year to compare with (manual A80 to A86)."""
    national = angles.national
    if not is_told(national):
        return
    yield _total(angles)
    if national.turned_after and is_total(lead.fact) and not national.total.is_flat:
        yield part(_shown("turned", national.total, {"years": national.turned_after}), figures=1, worth=Worth.TURN)
    if national.driver and not national.total.is_flat:
        yield _driver(national, national.driver)
    if national.police and is_total(lead.fact):
        yield part(_shown("police", national.total, national.police), figures=2, worth=Worth.SPLIT)
    if drug := national.drugs.get(lead.fact.category.slug):
        yield from _drug(drug)
    if not any(Tells.SPREAD in angle.tells for angle in (lead, *seconds)):
        yield from _spread(national)


def is_told(national: National) -> bool:
    """Whether there is a change to tell of the country, or a reason to give for having none."""
    return national.total.change is not None or national.is_in_doubt


def _total(angles: Angles) -> Part:
    section = national_total(angles.national) + ("-contrast" if angles.goes_against_country else "")
    figures = 3 if angles.national.total.change and not angles.national.total.is_flat else 1
    return part(passage("national", "story/national", section, angles.national.total), figures=figures)


def national_total(national: National) -> str:
    """Which way the country's total is told: with no change, flat, the first rise or fall for years, one of a run."""
    total = national.total
    if total.change is None:
        return "in-doubt"
    if total.is_flat:
        return "flat"
    return "first" if total.first_in else "running" if total.steps else "plain"


def _driver(national: National, driver: Fact) -> Part:
    """The class behind most of the change; where there is room, how the class the topic reports went as well."""
    told = part(passage("national", "story/national", "driver", driver), figures=0, worth=Worth.DRIVER)
    group = national.group
    if group is None or group.change is None or group.is_flat or group.category == driver.category:
        return told
    return replace(told, fuller=part(_shown("driver-group", group, {"driver": driver.category}), figures=1))


def _shown(section: str, fact: Fact, its: Shown) -> Passage:
    return passage("national", "story/national", section, fact, its)


def _drug(drug: NationalDrug) -> Iterator[Part]:
    """The lead's drug across the country: its number, place and how far back that reaches; the border's part of it."""
    its: Shown = {"place": drug.place, "group": drug.group} if drug.place and drug.group else {}
    since = drug.fact.since
    section = since.formula.replace(" ", "-") if since and _reaches_far(since) else "plain"
    yield part(_about(section, drug.fact, its), figures=1, worth=Worth.DRUG)
    if drug.split:
        its = {"number": drug.split.of_number, "part": drug.split.of_quantity, "quantity": drug.split.quantity}
        yield part(_about(_sides(drug.split), drug.fact, its), figures=3, worth=Worth.SPLIT)


def _reaches_far(since: Figure) -> bool:
    """Whether an extreme reaches back far enough to be one."""
    return int(since.period[:4]) - since.value >= LEAST_REACH


def _sides(split: Split) -> str:
    """Whether the border has most of the one and little of the other."""
    is_most = split.of_number.value > MOST, split.of_quantity.value > MOST
    return "split-alike" if is_most[0] == is_most[1] else "split-contrast"


def _about(section: str, fact: Fact, its: Shown) -> Passage:
    return passage("national", "story/national-drug", section, fact, its)


def _spread(national: National) -> Iterator[Part]:
    """How many forces went which way, the larger number first (manual B.1, A86)."""
    spread = national.spread
    if spread and spread.risen.value and spread.fallen.value:
        section = "spread-risen" if spread.risen.value > spread.fallen.value else "spread-fallen"
        yield part(passage("national", "story/national", section, national.total), figures=3, worth=Worth.SPREAD)
