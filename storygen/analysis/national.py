"""The country's own story: its total, what moved it, its single drugs, and how many forces went which way."""

from storygen.analysis.evidence import Evidence
from storygen.analysis.national_drugs import national_drugs
from storygen.analysis.panel import NATIONAL
from storygen.analysis.tallies import pairs, tally
from storygen.analysis.workings import share
from storygen.model.angle import National, Spread
from storygen.model.fact import Fact
from storygen.model.figure import Figure
from storygen.model.topic import Kind, Topic

MAINLY = 50  # per cent of a change, from which one class accounts for most of it (manual A82)


def national(evidence: Evidence, topic: Topic) -> National:
    """The national total of all authorities, and the class behind most of its change, if one is."""
    total = evidence.fact(NATIONAL, topic.total.slug)
    if total is None:
        raise AssertionError("no national total is held for the edition")
    groups = [evidence.fact(NATIONAL, each.slug) for each in topic.categories if each.kind is Kind.GROUP]
    driven = [(part, group) for group in groups if group and (part := _part(group, total))]
    part, driver = max(driven, key=lambda pair: pair[0].value, default=(None, None))
    is_main = part is not None and part.value >= MAINLY
    return National(
        total=total,
        driver=driver if is_main else None,
        drugs=national_drugs(evidence, topic, total.count.period),
        held=evidence.pools.scope,
        spread=_spread(evidence, topic),
    )


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
    return share(group.difference, total.difference)
