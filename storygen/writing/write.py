"""Write: a plan into a draft, passage by passage."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from storygen.model.cleared import Told
from storygen.model.draft import Draft, Note, Paragraph
from storygen.model.plan import Passage, StoryPlan
from storygen.model.topic import Kind
from storygen.style.stylebook import Stylebook
from storygen.writing.desk import Desk
from storygen.writing.furniture import CROSSHEADS, with_crossheads, with_read_more
from storygen.writing.names import Own, Shared, shared
from storygen.writing.notebook import Notebook
from storygen.writing.spoken import voiced, with_words

Words = tuple[str, tuple[Note, ...], int]
"""A paragraph's text, with the notes on its figures and the line of the wording it was made from."""

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
    house, names = desk.stylebook.house, shared(plan, desk)
    passages = with_read_more(plan, house.read_more)
    paragraphs = tuple(_paragraph(passage, plan, desk, names) for passage in passages)
    words = desk.wordings.ways(*CROSSHEADS, _seed(plan, desk)) if house.crossheads else ()
    return Draft(plan=plan, house=house.name, paragraphs=with_crossheads(paragraphs, words))


def _paragraph(passage: Passage, plan: StoryPlan, desk: Desk, names: Shared) -> Paragraph:
    section = _section(passage, desk)
    text, notes, line = _first_fitting(_ways(passage, section, plan, desk, names), _longest(passage, desk))
    if passage.spoken:
        text, notes = with_words(text, notes, desk.stylebook, passage.spoken, plan.area.force)
    return Paragraph(role=passage.role, text=text, notes=notes, wording=f"{passage.wording}#{section}", line=line)


def _section(passage: Passage, desk: Desk) -> str:
    """The section to be used: for one drug, the one with the label, if the house likes it and the wording has it."""
    labelled = f"{passage.section}{LABELLED}"
    is_fit = desk.stylebook.house.capital_label and passage.fact and passage.fact.category.kind is Kind.ITEM
    return labelled if is_fit and labelled in desk.wordings.sections(passage.wording) else passage.section


def _ways(passage: Passage, section: str, plan: StoryPlan, desk: Desk, names: Shared) -> Iterator[Words]:
    """Every way of saying a passage, the chosen one first, each written when it is asked for."""
    at_desk = desk.for_headlines if passage.role in HEADLINES else desk
    finish: Finish = FINISH.get(passage.role, _as_it_is)
    for wording in desk.wordings.ways(passage.wording, section, _seed(plan, desk, passage.local)):
        notebook = Notebook()
        own: Own = {"fact": passage.fact, "its": passage.its, "local": passage.local}
        context = {**names, **own, **voiced(passage), "notebook": notebook}
        marked = _close_up(at_desk.stylebook.dress(at_desk.render(wording, context, plan.area.force)))
        yield (*notebook.lift(finish(at_desk.stylebook, marked)), wording.line)


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
