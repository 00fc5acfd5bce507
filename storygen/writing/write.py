"""Write: a plan into a draft, passage by passage."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from storygen.model.angle import Angles
from storygen.model.draft import Draft, Note, Paragraph
from storygen.model.figure import Figure
from storygen.model.local_fact import Told
from storygen.model.plan import Passage, StoryPlan
from storygen.model.topic import Kind
from storygen.style.stylebook import Stylebook
from storygen.writing.desk import Desk
from storygen.writing.furniture import CROSSHEADS, with_crossheads, with_read_more
from storygen.writing.notebook import Notebook

Words = tuple[str, tuple[Note, ...]]
"""A paragraph's text, with the notes on its figures."""

Finish = Callable[[Stylebook, str], str]

HEADLINES = ("headline", "offer")
FINISH: Mapping[str, Finish] = MappingProxyType(
    {**dict.fromkeys(HEADLINES, Stylebook.headline), "lead": Stylebook.open_story}
)
"""What a house does to paragraphs of one role alone."""

LABELLED = "-capital"
"""The end of a section's name that calls a place the capital of a drug, in one sentence with the measure."""


def write(plan: StoryPlan, desk: Desk) -> Draft:
    """
    The draft of a plan, every figure in it noted, with what the house sets between its paragraphs.

    Which of several wordings is used depends on the seed, the edition, the area and the wording alone, so that one
    area's story never changes another's. Raises TemplateError for a template that cannot be rendered.
    """
    house, shared = desk.stylebook.house, _shared(plan, desk)
    passages = with_read_more(plan, house.read_more)
    paragraphs = tuple(_paragraph(passage, plan, desk, shared) for passage in passages)
    words = desk.wordings.ways(*CROSSHEADS, _seed(plan, desk)) if house.crossheads else ()
    return Draft(plan=plan, house=house.name, paragraphs=with_crossheads(paragraphs, words))


def _paragraph(passage: Passage, plan: StoryPlan, desk: Desk, shared: dict[str, Any]) -> Paragraph:
    section = _section(passage, desk)
    text, notes = _first_fitting(_ways(passage, section, plan, desk, shared), _longest(passage, desk))
    return Paragraph(role=passage.role, text=text, notes=notes, wording=f"{passage.wording}#{section}")


def _section(passage: Passage, desk: Desk) -> str:
    """The section to be used: for one drug, the one with the label, if the house likes it and the wording has it."""
    labelled = f"{passage.section}{LABELLED}"
    is_fit = desk.stylebook.house.capital_label and passage.fact and passage.fact.category.kind is Kind.ITEM
    return labelled if is_fit and labelled in desk.wordings.sections(passage.wording) else passage.section


def _ways(passage: Passage, section: str, plan: StoryPlan, desk: Desk, shared: dict[str, Any]) -> Iterator[Words]:
    """Every way of saying a passage, the chosen one first, each written when it is asked for."""
    at_desk = desk.for_headlines if passage.role in HEADLINES else desk
    finish: Finish = FINISH.get(passage.role, _as_it_is)
    for wording in desk.wordings.ways(passage.wording, section, _seed(plan, desk, passage.local)):
        notebook = Notebook()
        context = {**shared, "fact": passage.fact, "its": passage.its, "local": passage.local, "notebook": notebook}
        marked = _close_up(at_desk.stylebook.dress(at_desk.render(wording, context, plan.area.force)))
        yield notebook.lift(finish(at_desk.stylebook, marked))


def _as_it_is(_: Stylebook, text: str) -> str:
    return text


def _longest(passage: Passage, desk: Desk) -> int | None:
    """The most characters a passage may have, None where it may have any number."""
    return desk.stylebook.house.headline.longest if passage.role in HEADLINES else None


def _first_fitting(ways: Iterator[Words], longest: int | None) -> Words:
    """The first way that is no longer than it may be; the shortest of them all if none is."""
    tried = []
    for words in ways:
        if longest is None or len(words[0]) <= longest:
            return words
        tried.append(words)
    return min(tried, key=lambda words: len(words[0]))


def _seed(plan: StoryPlan, desk: Desk, local: Told | None = None) -> str:
    """What wording depends on; one local fact need not read as the next."""
    fact = f"|{local.fact.id}" if local else ""
    return f"{plan.edition.seed}|{desk.topic.name}|{plan.edition.year}|{plan.area.slug}{fact}"


def _close_up(text: str) -> str:
    """Doubled spaces closed up; line breaks stay."""
    return re.sub(r"[ \t]+", " ", text)


def _shared(plan: StoryPlan, desk: Desk) -> dict[str, Any]:
    """What every passage of a story may speak of."""
    topic = desk.topic
    return {
        "area": plan.area,
        "edition": plan.edition,
        "source": topic.short_source,
        "sources": "; ".join(source.attribution for source in topic.sources),
        "nation": topic.national,
        "scope": topic.national_scope,
        "house": desk.stylebook.house,
        "local_sources": plan.local_sources,
        **(_of_tables(plan.angles) if plan.angles else {}),
    }


def _of_tables(angles: Angles) -> dict[str, Any]:
    """What the tables hold of the area and the country."""
    return {
        "total": angles.total,
        "mix": angles.mix,
        "national": angles.national,
        "median_rate": angles.median_rate,
        "history": angles.history,
        "before": _before(angles),
        "before_unidentified": angles.unidentified_before,
    }


def _before(angles: Angles) -> Figure | None:
    """The total of the year before as published, comparable or not."""
    return angles.history[-2][1] if len(angles.history) > 1 else None
