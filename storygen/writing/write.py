"""Write: a plan into a draft, passage by passage."""

import re
from typing import Any

from storygen.model.draft import Draft, Paragraph
from storygen.model.figure import Figure
from storygen.model.plan import Passage, StoryPlan
from storygen.writing.desk import Desk
from storygen.writing.notebook import Notebook


def write(plan: StoryPlan, desk: Desk) -> Draft:
    """
    The draft of a plan, every figure in it noted.

    Which of several wordings is used depends on the seed, the edition, the area and the wording alone, so that one
    area's story never changes another's. Raises TemplateError for a template that cannot be rendered.
    """
    shared = _shared(plan, desk)
    paragraphs = tuple(_paragraph(passage, plan, desk, shared) for passage in plan.passages)
    return Draft(plan=plan, house=desk.stylebook.house.name, paragraphs=paragraphs)


def _paragraph(passage: Passage, plan: StoryPlan, desk: Desk, shared: dict[str, Any]) -> Paragraph:
    notebook = Notebook()
    wording = desk.wordings.choose(passage.wording, passage.section, _seed(plan, desk))
    context = {**shared, "fact": passage.fact, "its": passage.its, "notebook": notebook}
    marked = desk.render(wording, context, plan.area.force)
    if passage.role == "lead":
        marked = desk.stylebook.open_story(marked)
    text, notes = notebook.lift(_set(desk.stylebook.dress(marked)))
    return Paragraph(role=passage.role, text=text, notes=notes, wording=f"{passage.wording}#{passage.section}")


def _seed(plan: StoryPlan, desk: Desk) -> str:
    return f"{plan.edition.seed}|{desk.topic.name}|{plan.edition.year}|{plan.area.slug}"


def _set(text: str) -> str:
    """Spaces closed up and the first letter a capital; line breaks stay."""
    tidy = re.sub(r"[ \t]+", " ", text)
    return tidy[:1].upper() + tidy[1:]


def _shared(plan: StoryPlan, desk: Desk) -> dict[str, Any]:
    """What every passage of a story may speak of."""
    topic, angles = desk.topic, plan.angles
    return {
        "area": plan.area,
        "edition": plan.edition,
        "source": topic.short_source,
        "sources": "; ".join(source.attribution for source in topic.sources),
        "nation": topic.national,
        "scope": topic.national_scope,
        "house": desk.stylebook.house,
        "total": angles.total,
        "mix": angles.mix,
        "national": angles.national,
        "median_rate": angles.median_rate,
        "history": angles.history,
        "before": _before(plan),
        "before_unidentified": angles.unidentified_before,
    }


def _before(plan: StoryPlan) -> Figure | None:
    """The total of the year before as published, comparable or not."""
    return plan.angles.history[-2][1] if len(plan.angles.history) > 1 else None
