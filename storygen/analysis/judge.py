"""Judge: each area's angles in order of news value, with the facts to tell them, or the reason there is no story."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from types import MappingProxyType

import pandas as pd

from storygen.analysis.assess import assess, why_not
from storygen.analysis.cautions import cautions, vetoes
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts, explain
from storygen.analysis.guards.shifted import shifts
from storygen.analysis.labels import reasons, unusual
from storygen.analysis.national import national
from storygen.analysis.registry import rules
from storygen.analysis.rows import Row, rows_by
from storygen.model.angle import NOTHING, Angle, Angles, National, Seized, Shown
from storygen.model.area import Area
from storygen.model.figure import Figure, Unit
from storygen.model.house import Boost
from storygen.model.plan import Wish
from storygen.model.topic import Effect

SHORTLIST = 8  # angles of an area worked out for print, besides those about its total
MIX = 3
LEAST_SEIZURES = 5  # of a drug, for a force to be asked about its quantity (manual R28)


def judge(
    candidates: Candidates, facts: Facts, boosts: Iterable[Boost] = (), wish: Wish | None = None
) -> Iterator[Angles]:
    """
    What there is to say in each area that gets a story, in the order of the tables, strongest angle first.

    What an editor wishes to lead on is worked out for print wherever it holds, however weak it is.
    """
    evidence, topic = Evidence(facts), facts.panel.dataset.topic
    shortlists = _shortlists(assess(candidates, facts, boosts), wish)
    country, mixes = national(evidence, topic), _mixes(facts)
    vetoed, warned = vetoes(facts), cautions(facts)
    estimated, provisional = (reasons(facts, effect) for effect in (Effect.ESTIMATED, Effect.PROVISIONAL))
    shifted, years = shifts(facts), MappingProxyType(unusual(facts.panel))
    unnamed = set(facts.area[~facts.is_of_named_drugs])
    for area in facts.panel.forces:
        yield Angles(
            area=area,
            angles=tuple(_angle(row, area, evidence) for row in shortlists.get(area.slug, ())),
            total=evidence.fact(area.slug, topic.total.slug),
            group=evidence.group(area.slug),
            unidentified=evidence.unidentified(area.slug),
            unidentified_before=evidence.unidentified_before(area.slug),
            mix=tuple(found for each in mixes.get(area.slug, ()) if (found := evidence.fact(area.slug, each))),
            history=evidence.history(area.slug),
            median_rate=evidence.median_rate,
            is_growth_unnamed=area.slug in unnamed,
            national=country,
            vetoes=vetoed.get(area.slug, ()),
            cautions=warned.get(area.slug, ()),
            estimates=MappingProxyType(estimated.get(area.slug, {})),
            provisional=MappingProxyType(provisional.get(area.slug, {})),
            shift=shifted.get(area.slug),
            unusual=years,
            seized=_seized(area, country, evidence) if area.slug in vetoed else (),
        )


def _shortlists(assessed: Candidates, wish: Wish | None) -> dict[str, tuple[Row, ...]]:
    """Each area's strongest candidates, the strongest that may lead, all about its total, and any wished for."""
    kept = assessed[assessed["is_kept"]]
    leading = kept[kept["can_lead"]].groupby("area").cumcount()
    may_lead = (leading < SHORTLIST).reindex(kept.index, fill_value=False)
    is_short = (kept.groupby("area").cumcount() < SHORTLIST) | may_lead | kept["is_total"]
    if wish:
        keys = zip(kept["slug"], kept["code"], kept["category"], strict=True)
        fits = [wish.fits(slug=slug, code=code, category=category) for slug, code, category in keys]
        is_short |= pd.Series(fits, index=kept.index)
    return rows_by(kept[is_short], "area")


def _angle(row: Row, area: Area, evidence: Evidence) -> Angle:
    fact = evidence.fact(area.slug, str(row["category"]))
    if fact is None:
        raise AssertionError(f"an angle was found where {area.slug} has no figure for {row['category']}")
    return Angle(
        slug=str(row["slug"]),
        code=str(row["code"]),
        fact=fact,
        score=Decimal(str(row["score"])).quantize(Decimal("0.1")),
        because=explain(str(row["because"]), row, evidence.topic.terms),
        why_not=why_not(row, evidence.topic.terms),
        can_lead=bool(row["can_lead"]),
        its=_shown(str(row["slug"]), evidence, area.slug, str(row["category"])),
        tells=rules()[str(row["slug"])].tells,
    )


def _shown(slug: str, evidence: Evidence, area: str, category: str) -> Shown:
    shows = rules()[slug].shows
    return MappingProxyType(dict(shows(evidence, area, category))) if shows else NOTHING


def _mixes(facts: Facts) -> dict[str, list[str]]:
    """Each area's most seized categories, in order."""
    foremost = facts.columns[facts.item_place <= MIX].sort_values(["area", "item_place"])
    return {str(area): list(rows) for area, rows in foremost.groupby("area")["category"]}


def _seized(area: Area, country: National, evidence: Evidence) -> tuple[Seized, ...]:
    """What an area seized of the drugs whose national quantity moved most, for the force to confirm."""
    drugs = [swing.category.slug for swing in country.swings if swing.category.is_counted]
    pairs = ((evidence.fact(area.slug, drug), evidence.amount(area.slug, drug)) for drug in drugs)
    held = [Seized(fact=fact, amount=amount) for fact, amount in pairs if fact and amount]
    return tuple(each for each in held if each.fact.count.value >= LEAST_SEIZURES and _can_be_shown(each.amount))


def _can_be_shown(amount: Figure) -> bool:
    """Not where a quantity of nought says nothing: of a weight it says that the table rounds (manual A75)."""
    return bool(amount.value) or amount.unit is Unit.KG
