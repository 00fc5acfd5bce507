"""
Measures how the newest edition on each topic reads, and writes what it found to docs/readability.md.

What is measured is the copy a reader sees: not the editor's part, nor the open slots for quotes. A shape is a sentence
with its figures, its names and its words for up and down masked: two stories that share one say the same thing alike.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from storygen.model.copy import Copy
from storygen.model.draft import Paragraph
from storygen.model.figure import Unit
from storygen.model.plan import Form
from storygen.newsroom import produce
from storygen.office import Order, open_office
from storygen.paths import topics

REPORT = Path(__file__).resolve().parents[1] / "docs" / "readability.md"
APART = {"headline", "offer", "standfirst", "quote", "ask", "source", "disclosure"}
BOILERPLATE = {"caveat", "law"}
"""The same in many drafts by intent."""

IN_WORDS = {Unit.PLACE, Unit.YEARS, Unit.YEAR, Unit.TIMES}
"""Places, lengths of time, years and multiples: read as words, not as figures."""

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
NUMBER = re.compile(
    r"\b\d[\d,.]*(?:-\d\d)?(?:kg|%)?|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+(?:st|nd|rd|th)|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
)
MOVES = re.compile(r"\b(?:up|down|rose|fell|rise|fall|more|fewer|higher|lower|highest|lowest|larger|smaller|most)\b")
SHOWN = 12
MOST_LEADS, MOST_BODY = 4, 1 / 3
INTRODUCTION = """\
# How the editions read

Written by `make readability`, of the newest edition on each topic. Copy is what a reader sees: the editor's part, quote
slots, source and disclosure are left out. A shape is a sentence with figures, names and the words for up and down
masked. Caveat and law count as boilerplate."""


@dataclass(frozen=True, slots=True)
class Story:
    """A draft as a reader sees it."""

    copy: Copy

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Body copy, headline and standfirst apart."""
        return tuple(each for each in self.copy.draft.paragraphs if each.role not in APART)

    @property
    def words(self) -> int:
        """Length of the body."""
        return sum(len(each.text.split()) for each in self.paragraphs)

    @property
    def sentences(self) -> Iterator[tuple[str, str]]:
        """Every sentence, with the part its paragraph plays."""
        for paragraph in self.paragraphs:
            yield from ((paragraph.role, sentence) for sentence in SENTENCE.split(paragraph.text))

    @property
    def shapes(self) -> Iterator[tuple[str, str]]:
        """Every sentence masked, with the part its paragraph plays."""
        names = re.compile(rf"\b(?:{'|'.join(map(re.escape, self._names()))})\b", re.IGNORECASE)
        for role, sentence in self.sentences:
            yield role, NUMBER.sub("0", MOVES.sub("~", names.sub("N", sentence)))

    @property
    def figures(self) -> tuple[int, ...]:
        """How many figures stand in each paragraph."""
        return tuple(sum(note.figure.unit not in IN_WORDS for note in each.notes) for each in self.paragraphs)

    def _names(self) -> list[str]:
        """The area, the forces beside it and the drugs, the longest first."""
        plan = self.copy.draft.plan
        facts = [passage.fact for passage in plan.passages if passage.fact]
        facts += plan.angles.mix if plan.angles else ()
        ranks = [rank for fact in facts for rank in (fact.rank, fact.regional_rank) if rank]
        areas = [plan.area, *(rank.next_area for rank in ranks)]
        names = {each for area in areas for each in (area.force, area.the_force, area.place, area.region)}
        names |= {fact.category.noun for fact in facts} - {"drugs"}
        return sorted(names - {""}, key=len, reverse=True)


def stories(copies: Iterable[Copy]) -> tuple[Story, ...]:
    """The articles of an edition."""
    return tuple(Story(copy) for copy in copies if copy.draft.plan.form is Form.ARTICLE)


def spread_of(label: str, values: Iterable[float]) -> str:
    """One row of the table of sizes: least, middle and most."""
    found = sorted(values)
    return f"| {label} | {found[0]:g} | {median(found):g} | {found[-1]:g} |"


def sizes(found: tuple[Story, ...]) -> Iterator[str]:
    """How long stories, paragraphs and sentences are, and how many figures they hold."""
    yield from ("### Sizes", "", "| | Least | Median | Most |", "| --- | ---: | ---: | ---: |")
    yield spread_of("words in a story", (story.words for story in found))
    yield spread_of("paragraphs in a story", (len(story.paragraphs) for story in found))
    yield spread_of("words in a sentence", (len(each.split()) for story in found for _, each in story.sentences))
    yield spread_of("figures in a story", (sum(story.figures) for story in found))
    yield spread_of("figures in a paragraph", (each for story in found for each in story.figures))


def repeats(found: tuple[Story, ...]) -> Iterator[str]:
    """Which shapes come back in the most drafts, leads first."""
    leads = Counter(shape for story in found for role, shape in story.shapes if role == "lead")
    skipped = {"lead", *BOILERPLATE}
    body = Counter(shape for story in found for shape in {each for role, each in story.shapes if role not in skipped})
    yield from ("### Repetition", "")
    yield f"The commonest shape of a lead is in {max(leads.values())} drafts (at most {MOST_LEADS} are wanted),"
    yield f"that of any other sentence in {max(body.values())} (at most {int(MOST_BODY * len(found))})."
    yield from ("", "| Drafts | Shape |", "| ---: | --- |")
    commonest = sorted((leads + body).items(), key=lambda pair: (-pair[1], pair[0]))
    yield from (f"| {number} | {shape} |" for shape, number in commonest[:SHOWN])


def section(topic: str) -> Iterator[str]:
    """What was found of a topic's newest edition."""
    office = open_office(Order(topic=topic))
    found = stories(produce(office))
    yield f"## {office.dataset.topic.title}, {office.edition.year}"
    yield from ("", f"{len(found)} drafts in the house style `{office.desk.stylebook.house.name}`.", "")
    yield from (*sizes(found), "", *repeats(found))


def main() -> None:
    """Write the report."""
    lines = [INTRODUCTION, *(line for topic in topics() for line in ("", *section(topic)))]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
