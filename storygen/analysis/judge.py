"""Judge: each area's angles in order of news value, with the facts to tell them, or the reason there is no story."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from storygen.analysis.cautions import cautions
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts, Vetoes, explain
from storygen.analysis.national import national
from storygen.analysis.registry import guards, rules
from storygen.analysis.score import score
from storygen.model.angle import NOTHING, Angle, Angles, Shown, Veto
from storygen.model.area import Area

SHORTLIST = 8  # angles of an area worked out for print, besides those about its total
MIX = 3


def judge(candidates: Candidates, facts: Facts) -> Iterator[Angles]:
    """What there is to say in each area that gets a story, in the order of the tables, strongest angle first."""
    evidence = Evidence(facts)
    scored = candidates.assign(score=score(candidates, facts.panel.dataset.topic.guards).round(4))
    ordered = scored.sort_values(["score", "slug", "category"], ascending=[False, True, True], kind="stable")
    is_short = (ordered.groupby("area").cumcount() < SHORTLIST) | ordered["is_total"]
    shortlists = dict(tuple(ordered[is_short].groupby("area")))
    country, mixes = national(evidence, facts.panel.dataset.topic), _mixes(facts)
    vetoed, unnamed = _vetoes(facts), set(facts.area[~facts.is_of_named_drugs])
    for area in facts.panel.dataset.stories:
        yield Angles(
            area=area,
            angles=_angles(shortlists.get(area.slug), area, evidence),
            total=evidence.fact(area.slug, facts.panel.dataset.topic.total.slug),
            group=evidence.group(area.slug),
            unidentified=evidence.unidentified(area.slug),
            unidentified_before=evidence.unidentified_before(area.slug),
            mix=tuple(found for each in mixes.get(area.slug, ()) if (found := evidence.fact(area.slug, each))),
            history=evidence.history(area.slug),
            median_rate=evidence.median_rate,
            is_growth_unnamed=area.slug in unnamed,
            national=country,
            vetoes=vetoed.get(area.slug, ()),
            cautions=cautions(facts, area),
        )


def _angles(shortlist: Candidates | None, area: Area, evidence: Evidence) -> tuple[Angle, ...]:
    if shortlist is None:
        return ()
    return tuple(_angle(row, area, evidence) for row in shortlist.to_dict("records"))


def _angle(row: Mapping[Any, object], area: Area, evidence: Evidence) -> Angle:
    fact = evidence.fact(area.slug, str(row["category"]))
    if fact is None:
        raise AssertionError(f"an angle was found where {area.slug} has no figure for {row['category']}")
    return Angle(
        slug=str(row["slug"]),
        code=str(row["code"]),
        fact=fact,
        score=Decimal(str(row["score"])).quantize(Decimal("0.1")),
        because=explain(str(row["because"]), row),
        can_lead=bool(row["can_lead"]),
        its=_shown(str(row["slug"]), evidence, area.slug, str(row["category"])),
    )


def _shown(slug: str, evidence: Evidence, area: str, category: str) -> Shown:
    shows = rules()[slug].shows
    return MappingProxyType(dict(shows(evidence, area, category))) if shows else NOTHING


def _mixes(facts: Facts) -> dict[str, list[str]]:
    """Each area's most seized categories, in order."""
    foremost = facts.columns[facts.item_place <= MIX].sort_values(["area", "item_place"])
    return {str(area): list(rows) for area, rows in foremost.groupby("area")["category"]}


def _vetoes(facts: Facts) -> dict[str, tuple[Veto, ...]]:
    found: dict[str, tuple[Veto, ...]] = {}
    for rule in guards():
        rows: Vetoes = rule.look(facts)
        for row in rows.to_dict("records"):
            veto = Veto(slug=rule.slug, code=rule.code, because=explain(str(row["because"]), row))
            found[str(row["area"])] = (*found.get(str(row["area"]), ()), veto)
    return found
