"""What an editor should know about an area's figures before believing a story about them."""

from collections import defaultdict

from storygen.analysis.comparability import EVERY
from storygen.analysis.facts import Facts, explain
from storygen.analysis.registry import Effect, guards
from storygen.model.angle import Veto
from storygen.model.topic import KnownIssue, Topic


def vetoes(facts: Facts) -> dict[str, tuple[Veto, ...]]:
    """The guards that forbid a story, by area, each with its reason."""
    found: dict[str, tuple[Veto, ...]] = defaultdict(tuple)
    terms = facts.panel.dataset.topic.terms
    for rule in guards():
        if rule.effect is Effect.VETO:
            for row in rule.look(facts).to_dict("records"):
                veto = Veto(slug=rule.slug, code=rule.code, because=explain(str(row["because"]), row, terms))
                found[str(row["area"])] += (veto,)
    return found


def cautions(facts: Facts) -> dict[str, tuple[str, ...]]:
    """What the guards warn of and the known issues that bear on each area by this edition, as sentences, by area."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    terms = facts.panel.dataset.topic.terms
    for rule in guards():
        if rule.effect is Effect.WARN:
            for row in rule.look(facts).to_dict("records"):
                found[str(row["area"])] += (f"{explain(str(row['because']), row, terms)}.",)
    for issue in _known(facts):
        areas = [area.slug for area in facts.panel.forces] if issue.area == EVERY else [issue.area]
        for area in areas:
            found[area] += (f"{_when(issue)}: {issue.issue} ({issue.evidence})",)
    return found


def _known(facts: Facts) -> list[KnownIssue]:
    """The issues known by this edition that are an area's own, or every area's and about more than one drug."""
    year, topic = facts.panel.edition.year, facts.panel.dataset.topic
    return [
        issue
        for issue in topic.issues
        if issue.measure in {"all", topic.measure} and issue.from_year <= year and _is_worth_telling(issue, topic)
    ]


def _is_worth_telling(issue: KnownIssue, topic: Topic) -> bool:
    return issue.area != EVERY or not {EVERY, topic.total.slug}.isdisjoint(issue.categories)


def _when(issue: KnownIssue) -> str:
    first, last = issue.from_year, issue.to_year
    return first if first == last else f"{first} to {last}"
