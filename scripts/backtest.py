"""
Runs every edition held as if it were the newest, and writes what the desk would have done to docs/backtest.md.

Only what was known at the time is used: no figure of a later year, and of the known defects only blank and partial
years, which anyone could see. What came out is then held against the years that followed and the defects found since.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from storygen.model.angle import Angle
from storygen.model.dataset import Dataset
from storygen.model.plan import StoryPlan
from storygen.model.topic import Effect
from storygen.newsroom import plans
from storygen.office import Office, Order, open_office
from storygen.paths import topics

REPORT = Path(__file__).resolve().parents[1] / "docs" / "backtest.md"
VISIBLE = {Effect.MISSING, Effect.PARTIAL}
INTRODUCTION = """\
# Back-test

Written by `make backtest`. Every edition from the second year held is made as if it were the newest, from the figures
up to that year and the defects anyone could see at the time. National totals that are published apart are those of the
newest edition throughout, the only ones held. A lead counts as news from a value of 40."""
FOUND = """\
Of {leads} leads that a later year or a defect found since can judge, {wrong} turned out to be no news: the figure has
that defect, or the next year undid most of a large movement."""
REVERSED = 0.8  # of last year's movement undone within a year
LARGE = 1.5  # times: a movement worth calling undone
FOUND_SINCE = {Effect.SUSPECT, Effect.BREAK}


@dataclass(frozen=True, slots=True)
class Lead:
    """What an area's story led on in an edition."""

    year: str
    area: str
    angle: Angle

    @property
    def key(self) -> tuple[str, str, str]:
        """Area, angle and drug: the same key a year later is the same story again."""
        return self.area, self.angle.slug, self.angle.fact.category.slug


def as_known_then(office: Office, year: str) -> Office:
    """The office of a year, with the defects anyone could have seen in it."""
    topic = office.dataset.topic
    seen = tuple(issue for issue in topic.issues if issue.effect in VISIBLE and issue.from_year <= year)
    dataset = replace(office.dataset, topic=replace(topic, issues=seen))
    return replace(office, dataset=dataset, edition=replace(office.edition, year=year))


def run(office: Office) -> dict[str, list[StoryPlan]]:
    """The plans of every edition with a year before it, oldest first."""
    return {year: list(plans(as_known_then(office, year))) for year in office.dataset.years[1:]}


def leads_of(editions: dict[str, list[StoryPlan]]) -> list[Lead]:
    """Every lead that was news, in order."""
    return [
        Lead(year, plan.area.slug, plan.lead)
        for year, planned in editions.items()
        for plan in planned
        if plan.lead and not plan.is_routine
    ]


def artefacts(leads: Iterable[Lead], dataset: Dataset) -> Iterator[tuple[Lead, str]]:
    """Leads that the next year's figures, or a defect found since, showed to be no news; with the reason."""
    for lead in leads:
        reason = _found_since(lead, dataset) or _undone(lead, dataset)
        if reason:
            yield lead, reason


def _found_since(lead: Lead, dataset: Dataset) -> str:
    for issue in dataset.topic.issues:
        category = lead.angle.fact.category.slug
        touched = issue.covers(area=lead.area, category=category, measure=dataset.topic.measure, year=lead.year)
        if touched and issue.area == lead.area and issue.effect in FOUND_SINCE and issue.from_year == lead.year:
            return issue.issue
    return ""


def _undone(lead: Lead, dataset: Dataset) -> str:
    """A large movement of the lead's number of which most was undone within a year."""
    before, now, after = _numbers(lead, dataset)
    if not before or not now or not after or max(now / before, before / now) < LARGE:
        return ""
    if (before - now) * (after - now) <= 0 or abs(after - now) < REVERSED * abs(now - before):
        return ""
    return f"{before:,.0f}, {now:,.0f}, then {after:,.0f}: most of the movement was undone within a year"


def _numbers(lead: Lead, dataset: Dataset) -> tuple[float | None, ...]:
    years, cells = dataset.years, dataset.cells
    place = years.index(lead.year)
    mine = cells[
        (cells["measure"] == dataset.topic.measure)
        & (cells["area"] == lead.area)
        & (cells["category"] == lead.angle.fact.category.slug)
    ].set_index("year")["value"]
    window = (*years, "")[place - 1 : place + 2]  # the newest year has none after it
    held = mine.dropna()
    return tuple(float(held[year]) if year in held.index else None for year in window)


def table(head: list[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *([str(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def report(editions: dict[str, list[StoryPlan]], dataset: Dataset) -> str:
    """What was found of a topic."""
    leads = leads_of(editions)
    wrong = list(artefacts(leads, dataset))
    found = [lead for lead, _ in wrong]
    judged = [lead for lead in leads if lead.year != dataset.years[-1] or lead in found]
    parts = [
        f"## {dataset.topic.title}",
        "### Editions",
        _editions(editions),
        "### What led",
        table(["Angle", "Leads", "Share"], _shares(lead.angle.slug for lead in leads)),
        "### About what",
        table(["Category", "Leads", "Share"], _shares(lead.angle.fact.category.noun for lead in leads)),
        "### Told again",
        _repeats(leads, editions),
        "### Artefacts",
        FOUND.format(leads=len(judged), wrong=len(wrong)),
        table(["Year", "Force", "Lead", "What was found"], (_artefact(lead, reason) for lead, reason in wrong)),
    ]
    return "\n\n".join(parts)


def _artefact(lead: Lead, reason: str) -> tuple[str, str, str, str]:
    fact = lead.angle.fact
    return lead.year, fact.area.force, f"{lead.angle.slug}, {fact.category.noun}", reason


def _editions(editions: dict[str, list[StoryPlan]]) -> str:
    rows = []
    for year, planned in editions.items():
        vetoed = Counter(veto.slug for plan in planned for veto in plan.vetoes)
        news = sum(plan.lead is not None and not plan.is_routine for plan in planned)
        routine = sum(plan.is_routine for plan in planned)
        sheets = sum(bool(plan.vetoes) for plan in planned)
        vetoes = ", ".join(f"{slug} {count}" for slug, count in sorted(vetoed.items()))
        rows.append((year, news, routine, sheets, vetoes))
    return table(["Edition", "News", "Routine", "Question sheets", "Vetoes"], rows)


def _shares(names: Iterable[str]) -> list[tuple[str, int, str]]:
    counted = Counter(names)
    whole = sum(counted.values())
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(name, count, f"{count / whole:.0%}") for name, count in ordered]


def _repeats(leads: list[Lead], editions: dict[str, list[StoryPlan]]) -> str:
    years = list(editions)
    held = {(lead.year, lead.key) for lead in leads}
    again = [lead for lead in leads if lead.year != years[-1] and (years[years.index(lead.year) + 1], lead.key) in held]
    could = sum(lead.year != years[-1] for lead in leads)
    return f"{len(again)} of {could} leads were the same area's lead, on the same angle and category, a year later."


def main() -> None:
    """Run every edition on every topic and write the report."""
    parts = [INTRODUCTION]
    for topic in topics():
        office = open_office(Order(topic=topic))
        editions = run(office)
        parts.append(report(editions, office.dataset))
        print(f"{topic}: {len(editions)} editions, {len(leads_of(editions))} leads")
    REPORT.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
