"""What an editor should know about an area's figures before believing a story about them."""

from storygen.analysis.comparability import EVERY
from storygen.analysis.facts import Facts
from storygen.model.area import Area
from storygen.model.topic import KnownIssue, Topic

WORTH_A_WARNING = 10.0  # per cent of seizures with the drug not identified (manual A63)


def cautions(facts: Facts, area: Area) -> tuple[str, ...]:
    """The known issues that bear on an area by this edition, and what its own figures warn of, as sentences."""
    edition, topic = facts.panel.edition, facts.panel.dataset.topic
    known = [
        f"{_when(issue.from_year, issue.to_year)}: {issue.issue} ({issue.evidence})"
        for issue in topic.issues
        if issue.measure in {"all", "seizures"} and issue.from_year <= edition.year and _bears_on(issue, area, topic)
    ]
    return (*_own(facts, area), *known)


def _bears_on(issue: KnownIssue, area: Area, topic: Topic) -> bool:
    """Whether an issue is the area's own, or every area's and about more than one drug."""
    is_general = issue.area == EVERY and not {EVERY, topic.total.slug}.isdisjoint(issue.categories)
    return issue.area == area.slug or is_general


def _own(facts: Facts, area: Area) -> list[str]:
    row = facts.everywhere.iloc[facts.panel.rows[(area.slug, facts.panel.dataset.topic.total.slug)]]
    found = []
    if row["unidentified"] >= WORTH_A_WARNING:
        found.append(f"The drug was not identified in {row['unidentified']:.0f} per cent of the area's seizures.")
    if _are_drugs_cut_off(facts, area) and row["previous"] == row["printed_before"]:
        found.append("Figures for single drugs are not comparable with the year before; those for the total are.")
    if row["window_start"] > facts.panel.dataset.years[0]:
        found.append(f"Totals before {row['window_start']} are not comparable and are left out of every comparison.")
    if row["has_gaps"]:
        found.append("A year is missing among the comparable totals; no run is counted across it.")
    return found


def _are_drugs_cut_off(facts: Facts, area: Area) -> bool:
    """Whether no single drug's number can be compared with the year before."""
    drugs = facts.columns[(facts.area == area.slug) & facts.is_item]
    return bool(drugs["previous"].isna().all())


def _when(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
