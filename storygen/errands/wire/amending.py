"""Amending: the sentences of a story that newer figures contradict, and what should stand in their place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from storygen.errands.falsified import NOT_BORNE_OUT, Newer, faults_of
from storygen.errands.wire.reread import as_read, sentence_of
from storygen.model.copy import Copy
from storygen.model.draft import Paragraph
from storygen.model.issued import Touch
from storygen.model.plan import StoryPlan
from storygen.model.reading import Claim, Ruling
from storygen.model.revised import Amendment
from storygen.model.story import Content
from storygen.proofing import Reader
from storygen.proofing.numerals import numerals
from storygen.proofing.sentences import sentences
from storygen.wire.manuscripts import compared, differences, is_signed, places

Faults = dict[str, tuple[str, ...]]
"""Sentences, each with what the figures say."""

SAID = "It is somebody's own words, which stay as they were said: ask whether they still stand by them."
TURNS = 8  # figures mended in one sentence, at most
LONGER = 12  # characters that a figure may be longer or shorter than another
ALIKE = 0.6  # of the words of two paragraphs made from one wording, for one to be the other's with new figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who reads a story again: by the older figures and by the newer, knowing what was really said."""

    older: Reader
    newer: Reader
    spoken: tuple[str, ...] = ()

    def doubted(self, content: Content, plan: StoryPlan, *, by_newer: bool) -> tuple[Claim, ...]:
        """Every claim that the figures do not support, in people's own words too."""
        reader = self.newer if by_newer else self.older
        reading = reader.read_ours(as_read(content, self.spoken), area=plan.area.slug, year=plan.edition.year)
        return tuple(claim for claim in reading.claims if claim.ruling is not Ruling.SUPPORTED)


def amendments(content: Content, old: Copy, new: Copy, newer: Newer, readers: Readers) -> Iterator[Amendment]:
    """
    Everything in a story that newer figures contradict, in order.

    By the notebook of the draft it was made from, where its sentences still stand; and by the words alone, whatever an
    editor has made of them. What somebody said is noted and stays: its true words are those that were said.
    """
    plan = old.draft.plan
    told, said = _by_words(content, plan, readers)
    faults = {**told, **faults_of(old, newer)}
    drafted = _trues(old, new)
    carried = _carried_over(content, old, faults, drafted)
    sound = (each for each in carried.items() if _is_sound(content, each, plan, readers))
    trues = {**drafted, **dict(sound)}
    spared = _others(plan, newer) if any(_is_claim(says) for says in faults.values()) else ()
    for sentence, says in faults.items():
        if sentence not in trues and not any(name in sentence for name in (*spared, *readers.spoken)):
            trues[sentence] = _mended(content, sentence, says, plan, readers)
    trues |= {sentence: sentence for sentence in said if sentence not in faults}
    for place, text in places(content):
        for sentence, says in {**said, **faults}.items():
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


def _by_words(content: Content, plan: StoryPlan, readers: Readers) -> tuple[Faults, Faults]:
    """
    The sentences whose claims the newer figures contradict and the older did not, with what they say.

    First those of the story's own voice, then those in which somebody said so.
    """
    wrong = [
        [each for each in readers.doubted(content, plan, by_newer=is_new) if each.ruling is Ruling.CONTRADICTED]
        for is_new in (False, True)
    ]
    before = {(sentence_of(content, each), each.truth) for each in wrong[0]}
    told, said = Faults(), Faults()
    for claim in wrong[1]:
        sentence = sentence_of(content, claim)
        if (sentence, claim.truth) not in before:
            into, says = (said, f"{claim.truth} {SAID}") if claim.is_quoted else (told, claim.truth)
            into[sentence] = (*into.get(sentence, ()), says)
    return told, said


def _is_claim(says: Sequence[str]) -> bool:
    """Whether a sentence is false because what the story opens on, or tells next, no longer holds."""
    return any(each.startswith(NOT_BORNE_OUT) for each in says)


def _others(plan: StoryPlan, newer: Newer) -> tuple[str, ...]:
    """What other forces are called: beside one of them a figure says how two stand to each other."""
    others = (area for area in newer.revised.areas if area.slug != plan.area.slug)
    return tuple(name for area in others for name in (area.force, area.headline) if name)


def _mended(content: Content, sentence: str, says: Sequence[str], plan: StoryPlan, readers: Readers) -> str:
    """
    A sentence with the newer figures in it, as the reader puts them there; empty unless it is sure to be true then.

    The reader has to find as much wrong in it as the notebook does, to doubt nothing in it afterwards, and to leave
    every figure above or below the others as it was.
    """
    if _is_claim(says):
        return ""
    now = sentence
    for turn in range(TURNS):
        trial = amended(content, [Amendment(place="", false=sentence, true=now, says=())])
        found = readers.doubted(trial, plan, by_newer=True)
        wrong = [claim for claim in found if sentence_of(trial, claim) == now]
        if not wrong:
            return now if now != sentence and _order(now) == _order(sentence) else ""
        wording = next((claim.wording for claim in wrong if claim.wording), "")
        if abs(len(wording) - len(now)) > LONGER or (turn == 0 and len(wrong) < len(says)):
            return ""
        now = wording
    return ""


def _is_sound(content: Content, instead: tuple[str, str], plan: StoryPlan, readers: Readers) -> bool:
    """Whether the newer figures contradict nothing in a sentence put in another's place."""
    trial = amended(content, [Amendment(place="", false=instead[0], true=instead[1], says=())])
    found = readers.doubted(trial, plan, by_newer=True)
    return not any(each.ruling is Ruling.CONTRADICTED and sentence_of(trial, each) == instead[1] for each in found)


def _order(sentence: str) -> list[bool]:
    """Of each two figures in a sentence, whether the first is the larger."""
    values = [figure.value for figure in numerals(sentence) if figure.value is not None]
    return [one > two for one, two in combinations(values, 2)]


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
