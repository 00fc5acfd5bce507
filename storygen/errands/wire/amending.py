"""Amending: the sentences of a story that newer figures contradict, and what should stand in their place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from storygen.errands.falsified import Newer, faults_of
from storygen.errands.wire.reread import as_read, sentence_of
from storygen.model.copy import Copy
from storygen.model.draft import Paragraph
from storygen.model.issued import Touch
from storygen.model.revised import Amendment
from storygen.model.story import Content
from storygen.proofing import Reader
from storygen.proofing.sentences import sentences
from storygen.wire.manuscripts import compared, differences, is_signed, places

ALIKE = 0.6  # of the words of two paragraphs made from one wording, for one to be the other's with new figures


def amendments(
    content: Content, old: Copy, new: Copy, newer: Newer, readers: tuple[Reader, Reader]
) -> Iterator[Amendment]:
    """
    Everything in a story that newer figures contradict, in order.

    By the notebook of the draft it was made from, where its sentences still stand; and by the words alone, whatever an
    editor has made of them: `readers` are of the older figures and of the newer.
    """
    faults = {**_by_words(content, old, readers), **faults_of(old, newer)}
    drafted = _trues(old, new)
    trues = {**drafted, **_carried_over(content, old, faults, drafted)}
    for place, text in places(content):
        for sentence, says in faults.items():
            if " ".join(sentence.split()) in text:
                yield Amendment(place=place, false=sentence, true=trues.get(sentence, ""), says=says)


def amended(content: Content, found: Sequence[Amendment]) -> Content:
    """A story with every false sentence replaced that something true is known for."""
    true = {each.false: each.true for each in found if each.true}

    def mended(text: str) -> str:
        for false, sentence in true.items():
            text = text.replace(false, sentence)
        return text

    body = tuple(replace(block, text=mended(block.text)) for block in content.body)
    return replace(content, headline=mended(content.headline), standfirst=mended(content.standfirst), body=body)


def unsigned(content: Content, paragraphs: Sequence[Paragraph]) -> Content:
    """A story with the place for the editor's name open again, as its draft has it: somebody else may approve this."""
    open_ = [each.text for each in paragraphs if each.role == "disclosure"]
    body = (
        replace(block, text=next((text for text in open_ if is_signed(block.text, text)), block.text))
        for block in content.body
    )
    return replace(content, body=tuple(body))


def _by_words(content: Content, old: Copy, readers: tuple[Reader, Reader]) -> dict[str, tuple[str, ...]]:
    """The sentences whose claims the newer figures contradict and the older did not, with what they say."""
    before, after = ([*_contradicted(content, old, reader)] for reader in readers)
    found: dict[str, tuple[str, ...]] = {}
    for sentence, truth in after:
        if (sentence, truth) not in before:
            found[sentence] = (*found.get(sentence, ()), truth)
    return found


def _contradicted(content: Content, old: Copy, reader: Reader) -> Iterator[tuple[str, str]]:
    """Each sentence with a claim that the figures contradict, and what they say."""
    plan = old.draft.plan
    for claim in reader.read(as_read(content), area=plan.area.slug, year=plan.edition.year).contradicted:
        yield sentence_of(content, claim), claim.truth


def _trues(old: Copy, new: Copy) -> Mapping[str, str]:
    """Each sentence of a draft with the one in its place in a draft from newer figures, where there is one."""
    found = dict[str, str]()
    for paragraph, other in _pairs(old.draft.paragraphs, new.draft.paragraphs):
        before, after = list(sentences(paragraph.text)), list(sentences(other.text))
        if len(before) == len(after):
            found.update(zip(before, after, strict=True))
        found[paragraph.text] = other.text
    return found


def _carried_over(
    content: Content, old: Copy, faults: Mapping[str, object], trues: Mapping[str, str]
) -> dict[str, str]:
    """Sentences an editor has put in other words, with the figures changed as they change in the draft's own."""
    drafted = [(each.text, each.text) for each in old.draft.paragraphs]
    edits = [edit for edit in compared(drafted, [text for _, text in places(content)]) if edit.touch is Touch.CHANGED]
    found: dict[str, str] = {}
    for edit in edits:
        pieces = list(differences(edit.before, trues.get(edit.before, edit.before)))
        for sentence in faults:
            if sentence in edit.after and sentence not in trues and (changed := _with(sentence, pieces)) != sentence:
                found[sentence] = changed
    return found


def _with(sentence: str, pieces: Sequence[tuple[str, str]]) -> str:
    """A sentence with each piece in place of the other that it holds once."""
    for wrong, right in pieces:
        whole = re.compile(rf"(?<![\w,.]){re.escape(wrong)}(?![\w]|[,.]\d)") if wrong else None
        if whole and right and len(whole.findall(sentence)) == 1:
            sentence = right.join(whole.split(sentence))
    return sentence


def _pairs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Paragraphs of two drafts that say the same of other figures."""
    left = list(new)
    for paragraph in old:
        same = [
            each
            for each in left
            if (each.role, each.wording) == (paragraph.role, paragraph.wording) and _are_alike(paragraph, each)
        ]
        if same:
            left.remove(same[0])
            yield paragraph, same[0]


def _are_alike(paragraph: Paragraph, other: Paragraph) -> bool:
    words = (paragraph.text.split(), other.text.split())
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= ALIKE
