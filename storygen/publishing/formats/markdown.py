"""Format: Markdown for an editor – front matter, the copy, and under a rule everything needed to check it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storygen.model.copy import Copy
from storygen.model.draft import Draft, Note
from storygen.model.figure import Formula
from storygen.model.plan import Form, StoryPlan
from storygen.model.topic import Topic
from storygen.publishing.environment import lay_out
from storygen.publishing.voices import provenance, voice_lines
from storygen.publishing.workings import cells, value, workings

SUFFIX = {Form.ARTICLE: ".md", Form.LOCAL: ".md", Form.QUESTIONS: ".questions.md"}
EDITORS_ONLY = {"headline", "offer", "standfirst", "ask", "series", "context"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table of figures: the words in the copy, what they stand for, how and from which cells."""

    shown: str
    means: str
    workings: str
    cells: str


def file_name(draft: Draft) -> str:
    """The file an area's story is written to: `dorset.md`, or `lancashire.questions.md`."""
    return f"{draft.plan.area.slug}{SUFFIX[draft.plan.form]}"


def markdown(copy: Copy, topic: Topic, version: str, folder: Path, beside: str | None = None) -> str:
    """
    The page for one area, from the layouts in `folder`.

    `beside` names the file of the same story that a person has changed and that is therefore left alone.
    """
    draft = copy.draft
    return lay_out(
        folder,
        f"{draft.plan.form}.md",
        draft.plan.area.force,
        front_matter=list(_front_matter(copy, topic, version)),
        beside=beside,
        verdict=copy.verdict,
        objections=[] if draft.plan.open_slots else copy.objections,
        plan=draft.plan,
        headline=draft.of_role("headline")[0].text,
        offers=[each.text for each in draft.of_role("offer")],
        standfirst=[each.text for each in draft.of_role("standfirst")],
        series=[each.text for each in draft.of_role("series")],
        context=[each.text for each in draft.of_role("context")],
        questions=[each.text for each in draft.of_role("ask")],
        paragraphs=[each for each in draft.paragraphs if each.role not in EDITORS_ONLY],
        figures=list(_lines(draft)),
        voices=list(voice_lines(draft.plan)),
        provenance=list(provenance(draft.plan)),
        doubts=copy.doubts,
        reminder=topic.reminder,
    )


def _front_matter(copy: Copy, topic: Topic, version: str) -> Iterator[tuple[str, str]]:
    """Flat keys, their values quoted as JSON strings are, which YAML reads."""
    draft, plan = copy.draft, copy.draft.plan
    status = "questions" if plan.form is Form.QUESTIONS else copy.verdict.value
    fields: dict[str, str | int] = {
        "title": draft.of_role("headline")[0].text,
        "slug": f"{plan.area.slug}-{topic.name.replace('_', '-')}-{plan.edition.year}",
        "area": plan.area.force,
        "area_code": plan.area.code,
        "edition": plan.edition.year,
        "house": draft.house,
        "angle": _angle(plan),
        "score": str(plan.lead.score) if plan.lead else "",
        "status": status,
        "open_quote_slots": len(plan.open_slots),
        "source": "; ".join(_sources(plan, topic)),
        "storygen": version,
    }
    for key, field in fields.items():
        yield key, json.dumps(field, ensure_ascii=False)


def _angle(plan: StoryPlan) -> str:
    """What a story opens on: an angle, a local fact, or the veto that leaves only questions."""
    if plan.form is Form.LOCAL:
        return f"local:{plan.local[0].fact.id}"
    return f"{plan.lead.slug}:{plan.lead.fact.category.slug}" if plan.lead else plan.vetoes[0].slug


def _sources(plan: StoryPlan, topic: Topic) -> Iterator[str]:
    """The sources a story draws on: those of the tables, where it rests on them, and those of its local facts."""
    if plan.angles:
        yield from (source.attribution for source in topic.sources)
    yield from (each.fact.source.title for each in plan.local_sources)


def _lines(draft: Draft) -> Iterator[Line]:
    """Every figure shown, once for each way it is shown, in the order it is first met; years stand for themselves."""
    notes = (note for paragraph in draft.paragraphs for note in paragraph.notes)
    seen: set[tuple[str, str]] = set()
    for note in notes:
        key = (note.shown, note.figure.means)
        if note.figure.formula is not Formula.YEAR and key not in seen:
            seen.add(key)
            yield _line(note)


def _line(note: Note) -> Line:
    figure = note.figure
    how = workings(figure) if note.nearest == 1 else f"{value(figure.value)}, to the nearest {note.nearest:,}"
    return Line(shown=note.shown, means=figure.means, workings=how, cells=cells(figure))
