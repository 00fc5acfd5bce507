"""A draft read back as anybody's copy is read: by its words and the figures, without a look at its notebook."""

from dataclasses import replace

from storygen.model.copy import Copy, Finding
from storygen.model.draft import Draft
from storygen.model.reading import Claim, Reading
from storygen.proofing.reading.pages import Page, Sentence
from storygen.proofing.reading.reader import Reader
from storygen.proofing.sentences import spans

ROLES = {"headline": "headline", "offer": "offer", "standfirst": "standfirst", "crosshead": "crosshead"}
"""Parts of a draft that are not its body; the headlines on offer must be as sound as the one that stands."""

NOT_COPY = {"quote", "voice", "read-more", "local", "source", "disclosure", "series", "ask"}
"""Parts of a draft that ask, credit or tabulate, and facts filed from elsewhere, which no table here bears out."""


def read_back(copy: Copy, reader: Reader) -> Copy:
    """The same copy, with a finding more for every claim in it that the figures contradict (manual R02)."""
    plan = copy.draft.plan
    reading = reader.read_page(draft_page(copy.draft), area=plan.area.slug, year=plan.edition.year)
    found = (*copy.findings, *(_finding(claim) for claim in reading.contradicted))
    return replace(copy, findings=tuple(sorted(found, key=lambda finding: finding.paragraph)))


def read_draft(draft: Draft, reader: Reader) -> Reading:
    """Every claim of a draft, each with its ruling; its lines are its paragraphs."""
    return reader.read_page(draft_page(draft), area=draft.plan.area.slug, year=draft.plan.edition.year)


def draft_page(draft: Draft) -> Page:
    """A draft laid out as a page: one line a paragraph, numbered as they stand."""
    sentences = [
        Sentence(
            text=paragraph.text[start:end],
            places=((0, number, start + 1),),
            paragraph=number,
            role=ROLES.get(paragraph.role, "body"),
        )
        for number, paragraph in enumerate(draft.paragraphs, start=1)
        if paragraph.role not in NOT_COPY
        for start, end in spans(paragraph.text)
    ]
    return Page(sentences=tuple(sentences), about={})


def _finding(claim: Claim) -> Finding:
    return Finding(rule=claim.rule, paragraph=claim.line, words=claim.text, message=claim.truth)
