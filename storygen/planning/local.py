"""Local facts in a story: which bear on it, where each stands, and why one is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from storygen.model.angle import Angle
from storygen.model.cleared import Cleared, LocalFacts, Refusal, Told
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.local_fact import Period, Position
from storygen.model.plan import Passage
from storygen.planning.budget import Part, Worth
from storygen.planning.passages import part, passage

WORDING = "story/local"
NO_ROOM = "the house has no room for more figures or paragraphs"
NO_PLACE = "the house has no place for it among its READ MORE lines"


def bearing(facts: LocalFacts, angles: tuple[Angle, ...], edition: Edition) -> LocalFacts:
    """The facts that bear on a story with these angles; the others are refused, with the reason."""
    against = {each.fact.id: _why_not(each, angles, edition) for each in facts.cleared}
    return LocalFacts(
        cleared=tuple(each for each in facts.cleared if not against[each.fact.id]),
        refused=(
            *facts.refused,
            *(each.refused(reason) for each in facts.cleared if (reason := against[each.fact.id])),
        ),
    )


def local_parts(cleared: tuple[Cleared, ...]) -> Iterator[Part]:
    """
    A paragraph for each fact: no fact shares one with another, or with a figure from the tables (manual A.7).

    One that leads to another story is no paragraph of this one.
    """
    for each in cleared:
        if not _is_link(each):
            yield part(local_passage("local", each), figures=each.counted, worth=Worth.LOCAL)


def local_passage(role: str, cleared: Cleared) -> Passage:
    """The paragraph that tells a fact; a lead opens on the fact where it can, not on its source."""
    order = _order(cleared.fact.text)
    return about(role, "after" if role == "lead" and order == "either" else order, cleared)


def about(role: str, section: str, cleared: Cleared) -> Passage:
    """A passage that shows something of a fact."""
    return replace(passage(role, WORDING, section, None), local=Told(cleared=cleared))


def in_order(told: Iterable[Passage]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The body of a story and its tail, each source by its full name and each period in months where first met."""
    body, tail = list[Passage](), list[Passage]()
    for each in told:
        (tail if each.local and each.local.fact.use.position is Position.TAIL else body).append(each)
    sources: set[str] = set()
    return tuple(_introduced(body, sources)), tuple(_introduced(tail, sources))


def with_sources(source: Passage, disclosure: Passage, *, has_facts: bool) -> Iterator[Passage]:
    """The source line and the disclosure of a story from tables, each with the local facts' own after it."""
    yield source
    if has_facts:
        yield passage("source", WORDING, "source", None)
    yield disclosure
    if has_facts:
        yield passage("disclosure", WORDING, "disclosure-beside", None)


def told_and_left(
    passages: tuple[Passage, ...], facts: LocalFacts, house: House
) -> tuple[tuple[Cleared, ...], tuple[Refusal, ...]]:
    """The facts that stand in the story, in its order, then those it links to; and the others with the reason."""
    in_copy = dict.fromkeys(each.local.cleared for each in passages if each.local)
    links = tuple(each for each in facts.cleared if _is_link(each))[: house.read_more]
    told = (*in_copy, *links)
    left = (each.refused(NO_PLACE if _is_link(each) else NO_ROOM) for each in facts.cleared if each not in told)
    return told, (*facts.refused, *left)


def _is_link(cleared: Cleared) -> bool:
    return cleared.fact.use.position is Position.READ_MORE


def _why_not(cleared: Cleared, angles: tuple[Angle, ...], edition: Edition) -> str:
    """Why a fact does not belong in a story; empty if it does."""
    relevance = cleared.fact.relevance
    if relevance.years and edition.year not in relevance.years:
        return f"it belongs to stories on {', '.join(relevance.years)}"
    if relevance.drugs and not {angle.fact.category.slug for angle in angles} & set(relevance.drugs):
        return f"the story has no angle on {', '.join(relevance.drugs)}"
    if relevance.angles and not {name for angle in angles for name in (angle.slug, angle.code)} & set(relevance.angles):
        return f"the story has no angle {', '.join(relevance.angles)}"
    return ""


def _order(text: str) -> str:
    """What may open the sentence: never a numeral, and no capital inside it that only a sentence's start explains."""
    first = text.strip()[:1]
    if first.isupper():
        return "after"
    return "either" if first.isalpha() else "before"


def _introduced(passages: Iterable[Passage], sources: set[str]) -> Iterator[Passage]:
    """The passages, each told whether its source has been named, and its period just before; notes the sources."""
    period: Period | None = None
    for each in passages:
        if each.local is None:
            yield each
            continue
        cleared = each.local.cleared
        is_known = cleared.fact.source.said_by in sources
        is_same = period is not None and cleared.open_period == period
        yield replace(each, local=replace(each.local, is_source_known=is_known, is_period_known=is_same))
        sources.add(cleared.fact.source.said_by)
        period = cleared.open_period or period
