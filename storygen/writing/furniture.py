"""Furniture: what a house sets between the paragraphs of a story – places for links, and crossheads."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from storygen.model.cleared import Cleared, Told
from storygen.model.draft import Paragraph
from storygen.model.fact import Fact
from storygen.model.plan import Form, Passage, StoryPlan
from storygen.writing.wordings import Wording

READ_MORE, LINK = "story/read-more", "story/local"
CROSSHEADS = ("story/crossheads", "words")
ASKED: Mapping[str, frozenset[str]] = MappingProxyType(
    {READ_MORE: frozenset({"1", "2", "3"}), CROSSHEADS[0]: frozenset({CROSSHEADS[1]})}
)
"""The sections that houses ask for, and no plan; a house has three places for links at most."""

EVERY = 7  # paragraphs to a crosshead (manual C.2)
AHEAD = 2  # paragraphs, one of which holds its word
NOT_BODY = frozenset({"headline", "offer", "standfirst", "read-more", "quote", "voice", "source", "disclosure", "ask"})


def with_read_more(plan: StoryPlan, places: int) -> tuple[Passage, ...]:
    """
    The passages of a story with so many places for links, spread over its body.

    Links among the local facts fill the first of them. Each of the others uses the section of its wording named by its
    number, and only a person can fill it; a story from local facts alone has none of those.
    """
    if plan.form is Form.QUESTIONS:
        return plan.passages
    places = places if plan.form is Form.ARTICLE else len(plan.links)
    body = [number for number, passage in enumerate(plan.passages) if passage.role not in NOT_BODY]
    after = [(body[max(0, len(body) * place // (places + 1) - 1)], place) for place in range(1, places + 1) if body]
    return tuple(_spread(plan, after))


def _spread(plan: StoryPlan, after: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    fact = plan.lead.fact if plan.lead else None
    for number, passage in enumerate(plan.passages):
        yield passage
        yield from (_place(place, plan.links, fact) for spot, place in after if spot == number)


def _place(number: int, links: tuple[Cleared, ...], fact: Fact | None) -> Passage:
    """The place of that number, from 1, with its link if there is one for it."""
    if number <= len(links):
        link = Told(cleared=links[number - 1])
        return Passage(role="read-more", wording=LINK, section="read-more", fact=fact, local=link)
    return Passage(role="read-more", wording=READ_MORE, section=str(number), fact=fact)


def with_crossheads(paragraphs: Sequence[Paragraph], words: Sequence[Wording]) -> tuple[Paragraph, ...]:
    """
    The paragraphs with a crosshead after every seventh of the body.

    It is the first of the words that one of the next two paragraphs holds, each used once; none where no word is held.
    """
    left, found, passed = list(words), list[Paragraph](), 0
    for number, paragraph in enumerate(paragraphs):
        is_body = paragraph.role not in NOT_BODY
        if is_body and passed and passed % EVERY == 0:
            ahead = " ".join(each.text for each in paragraphs[number : number + AHEAD]).casefold()
            fitting = [word for word in left if word.source.casefold() in ahead.split()]
            found += [_crosshead(word) for word in fitting[:1]]
            left = [word for word in left if word not in fitting[:1]]
        found.append(paragraph)
        passed += is_body
    return tuple(found)


def _crosshead(word: Wording) -> Paragraph:
    return Paragraph(role="crosshead", text=word.source, notes=(), wording="#".join(CROSSHEADS), line=word.line)
