"""The country's own story: its total, what moved it, its single drugs, and how many forces went which way."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from storygen.analysis.evidence import Evidence
from storygen.analysis.national_drugs import national_drugs
from storygen.analysis.national_quantities import swings
from storygen.analysis.panel import NATIONAL
from storygen.analysis.regions import region_parts
from storygen.analysis.tallies import pairs, size, tally
from storygen.analysis.workings import difference, run, share
from storygen.model.angle import NOTHING, National, NationalDrug, Shown, Spread
from storygen.model.fact import Fact
from storygen.model.figure import Figure, Formula, Unit
from storygen.model.topic import Kind, Topic

MAINLY = 50  # per cent of a change, from which one class accounts for most of it (manual A82)
LEAST_RUN = 3  # steps


def national(evidence: Evidence, topic: Topic) -> National:
    """The national total of all authorities, and the class behind most of its change, if one is."""
    total = evidence.fact(NATIONAL, topic.total.slug)
    if total is None:
        raise AssertionError("no national total is held for the edition")
    groups = [evidence.fact(NATIONAL, each.slug) for each in topic.categories if each.kind is Kind.GROUP]
    driven = [(part, group) for group in groups if group and (part := _part(group, total))]
    part, driver = max(driven, key=lambda pair: pair[0].value, default=(None, None))
    is_main = part is not None and part.value >= MAINLY
    drugs = national_drugs(evidence, topic, total.count.period)
    return National(
        total=total,
        driver=driver if is_main else None,
        drugs=drugs,
        held=evidence.pools.scope,
        spread=_spread(evidence, topic),
        forces=size(total.count.inputs, "forces added up") if topic.national_is_sum else None,
        is_in_doubt=topic.national_is_sum and evidence.is_in_doubt(topic.total.slug),
        swings=swings(evidence),
        regions=region_parts(evidence),
        group=evidence.group(NATIONAL),
        police=_police(evidence, topic, total, drugs),
        turned_after=_turned_after(evidence, total),
    )


def _police(evidence: Evidence, topic: Topic, total: Fact, drugs: Mapping[str, NationalDrug]) -> Shown:
    """
    The police's part of all seizures, beside the border's part of the quantity of the drug readers care most about.

    Always both: a few seizures at the border can hold most of a drug (manual A83).
    """
    border = evidence.number(topic.border, topic.total.slug) if topic.border else None
    told = [(drug.fact.category, drug.split) for drug in drugs.values() if drug.split]
    if border is None or not told or not 0 < border.value < total.count.value:
        return NOTHING
    drug, split = max(told, key=lambda pair: pair[0].weight)
    rest = replace(difference(total.count, border), means=f"{total.count.means}, less {border.means}")
    part = share(rest, total.count, f"share of all {topic.authorities}' {topic.terms.counted}:")
    return {"part": part, "drug": drug, "border_part": split.of_quantity}


def _turned_after(evidence: Evidence, total: Fact) -> Figure | None:
    """How many years in a row, three at least, the total had gone the other way before its present run (manual A81)."""
    series = evidence.series(NATIONAL, total.category.slug)[int(total.steps.value) if total.steps else 0 :]
    sign = -1 if total.rose else 1
    steps = [(newer.value - older.value) * sign > 0 for newer, older in pairwise(series)]
    length = steps.index(False) if False in steps else len(steps)
    if total.steps is None or length < LEAST_RUN or total.has_gaps:
        return None
    formula = Formula.FALLS if total.rose else Formula.RISES
    return replace(run(series[: length + 2], formula, length), unit=Unit.COUNT)


def _spread(evidence: Evidence, topic: Topic) -> Spread | None:
    """How many forces' totals rose and fell, of those with two comparable years (manual A86)."""
    compared = pairs(evidence, topic.total.slug)
    if not compared:
        return None
    found = tally(compared, "forces")
    return Spread(risen=found.up, fallen=found.down, size=found.size)


def _part(group: Fact, total: Fact) -> Figure | None:
    if group.difference is None or total.difference is None or not total.difference.value:
        return None
    return share(group.difference, total.difference, "share of the change:")
