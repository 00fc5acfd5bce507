"""Tables a person reads in a terminal, and the same as JSON for another program."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from storygen.model.angle import Candidate
from storygen.model.copy import Copy
from storygen.model.house import House
from storygen.model.plan import Form, StoryPlan
from storygen.model.wording import Flaw, Use


def show_candidates(candidates: Iterable[Candidate], *, title: str) -> None:
    """An area's candidates, strongest first; what may not lead is dim, what was dropped is struck out."""
    table = Table("Angle", "About", "Value", "Robust", "Because", "But", title=title, title_justify="left")
    for each in candidates:
        style = "bold" if each.can_lead else "strike dim" if not each.is_kept else "dim"
        name = f"{each.slug} ({each.code})"
        table.add_row(
            name, each.about, str(each.score), f"{each.robustness:.0%}", each.because, each.why_not, style=style
        )
    Console(markup=False).print(table)


def show_newslist(plans: Sequence[StoryPlan], *, title: str) -> None:
    """What is news where, strongest first, then the forces a guard has questions for."""
    table = Table("Force", "Lead", "About", "Value", "Because", title=title, title_justify="left")
    for plan in by_value(plans):
        if plan.lead is None:
            reasons = "; ".join(veto.because for veto in plan.vetoes)
            table.add_row(plan.area.force, "question sheet", "", "", reasons, style="yellow")
        else:
            style = "dim" if plan.is_routine else ""
            lead = plan.lead
            table.add_row(
                plan.area.force, lead.slug, lead.fact.category.noun, str(lead.score), lead.because, style=style
            )
    Console(markup=False).print(table)


def show_uses(uses: Sequence[Use], *, title: str) -> None:
    """Every way of saying a section and how often it was used; what was not used is dim."""
    table = Table("Wording", "Section", "Way", "Line", "Paragraphs", title=title, title_justify="left")
    for each in uses:
        way, style = f"{each.way} of {each.ways}", "" if each.times else "dim"
        table.add_row(each.wording, each.section, way, str(each.line), str(each.times), style=style)
    table.caption = f"{sum(each.times > 0 for each in uses)} of {len(uses)} used"
    Console(markup=False).print(table)


def show_rows(rows: Sequence[dict[str, Any]], *columns: str, title: str) -> None:
    """Some columns of rows, as a table; what is not so is left blank."""
    table = Table(*(name.replace("_", " ") for name in columns), title=title, title_justify="left")
    for row in rows:
        table.add_row(*(_cell(row[name]) for name in columns))
    Console(markup=False).print(table if rows else f"{title}: none")


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return {True: "yes", False: "", None: ""}.get(value, str(value)) if isinstance(value, bool | None) else str(value)


def by_value(plans: Sequence[StoryPlan]) -> list[StoryPlan]:
    """Stories by news value, question sheets last, each in the order of the forces' names."""
    return sorted(plans, key=lambda plan: (-plan.lead.score if plan.lead else 1, plan.area.force))


def candidate_fields(candidate: Candidate) -> dict[str, Any]:
    """A candidate for another program."""
    return {
        "angle": candidate.slug,
        "code": candidate.code,
        "category": candidate.category,
        "score": float(candidate.score),
        "robustness": float(candidate.robustness),
        "because": candidate.because,
        "why_not": candidate.why_not,
        "can_lead": candidate.can_lead,
        "is_kept": candidate.is_kept,
    }


def plan_fields(plan: StoryPlan) -> dict[str, Any]:
    """An area's line in the newslist for another program."""
    lead = plan.lead
    return {
        "area": plan.area.slug,
        "force": plan.area.force,
        "form": plan.form.value,
        "angle": lead.slug if lead else None,
        "category": lead.fact.category.slug if lead else None,
        "score": float(lead.score) if lead else None,
        "is_routine": plan.is_routine,
        "because": lead.because if lead else "; ".join(veto.because for veto in plan.vetoes),
    }


def house_fields(style: House) -> dict[str, Any]:
    """A house style for another program: every setting, by the name it has in its file."""
    return asdict(style)


def trial_lines(style: House, copies: Sequence[Copy]) -> Iterator[str]:
    """What came of writing copy in a house style: every finding of the proof desk, and headlines too long for it."""
    findings = [(copy, finding) for copy in copies for finding in copy.findings]
    yield f"{style.name}: {len(copies)} drafts and question sheets written, {len(findings)} findings"
    for copy, finding in findings:
        yield f"  {copy.draft.plan.area.force}, {finding.rule}: {finding.message}"
    for copy in copies:
        headline = copy.draft.of_role("headline")[0].text
        if len(headline) > style.headline.longest and copy.draft.plan.form is Form.ARTICLE:
            yield f"  no wording is as short as {style.headline.longest} characters: {headline}"


def flaw_fields(flaw: Flaw) -> dict[str, Any]:
    """A flaw in the wording for another program."""
    return asdict(flaw)


def use_fields(use: Use) -> dict[str, Any]:
    """How often a way of saying something was used, for another program."""
    return asdict(use)


def to_json(fields: Iterable[dict[str, Any]]) -> str:
    """A list of objects, a line each."""
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in fields) + "\n]"
