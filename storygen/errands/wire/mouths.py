"""Mouths: whether a quote stands beside the name of whoever said it, and nobody else's name between (manual D.5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storygen.errands.wire.remade import Remade
from storygen.model.manuscript import Manuscript
from storygen.model.quote import Quote
from storygen.model.speaker import Speaker
from storygen.proofing.quoted import COVER, covered

_FORCE = re.compile(r"\bforce\b")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


def words_of(quote: Quote) -> tuple[str, ...]:
    """The paragraphs of somebody's words that may stand between quotation marks: all of them, or the part chosen."""
    return tuple(dict.fromkeys((*quote.printed, *quote.text)))


def all_covered(text: str, spoken: Sequence[str]) -> str:
    """A paragraph with everything in it that was really said covered."""
    while (less := covered(text, spoken)) != text:
        text = less
    return text


@dataclass(frozen=True, slots=True)
class Mouths:
    """An editor's copy, read for who is named beside what was said."""

    manuscript: Manuscript
    remade: Remade

    def is_named(self, quote: Quote, place: int) -> bool:
        """
        Whether every passage of a quote in a text of the copy, by its place from 0, stands beside its speaker's name.

        The name nearest to the words is the one that counts: in front of them in their paragraph, else behind them
        where they open it, else in the paragraph before. A running quote is carried from paragraph to paragraph, and
        the headline and standfirst may leave the name to the body. Names inside other people's words do not count.
        """
        text = self.manuscript.texts[place]
        if text in {each.text for each in self.remade.paragraphs} and quote.printed[0] in text:
            return True  # as it was drafted, with its introduction
        return all(self._is_beside(quote, place, *span) for span in _spans(text, words_of(quote)))

    def _is_beside(self, quote: Quote, place: int, start: int, end: int) -> bool:
        own = self._bare(place)
        before, after = own[:start], own[end:]
        if named := list(self._named(quote, before)):
            return named[-1]
        if place < len(self.manuscript.texts) - len(self.manuscript.body):
            return not any(not is_own for is_own in self._named(quote, after))
        if quote.speaker.organisation == self._force and not quote.speaker.name and _FORCE.search(before):
            return True
        if not before.strip() and (named := list(self._named(quote, after))):
            return named[0]
        previous = self.manuscript.texts[place - 1]
        if named := list(self._named(quote, self._bare(place - 1))):
            return named[-1]
        return not before.strip() and bool(list(_spans(previous, words_of(quote))))

    @property
    def _force(self) -> str:
        return self.remade.copy.draft.plan.area.force

    def _bare(self, place: int) -> str:
        """A text of the copy without what was said in it, nothing moved."""
        spoken = [words for quote in self.remade.office.contacts.quotes for words in words_of(quote)]
        return _straight(all_covered(self.manuscript.texts[place], spoken)).replace(COVER, " ")

    def _named(self, quote: Quote, text: str) -> Iterator[bool]:
        """Everybody named in a text, in order: whether it is who said the quote."""
        speaker = quote.speaker
        own = {_straight(each) for each in _calls(speaker)}
        about = {_straight(_ARTICLE.sub("", each)) for each in speaker.introduction} - own
        others = {_straight(each) for each in self._others(speaker)} - own - about
        every = sorted({*own, *about, *others}, key=len, reverse=True)
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)", text):
            if found[0] not in about:
                yield found[0] in own

    def _others(self, speaker: Speaker) -> Iterator[str]:
        """Whoever else might be taken for the speaker: others in the bank, bodies in the directory, other forces."""
        contacts, area, copy = self.remade.office.contacts, self.remade.copy.draft.plan.area, self.manuscript.texts
        for other in {quote.speaker for quote in contacts.quotes} - {speaker}:
            yield _ARTICLE.sub("", other.organisation)
            if other.name:
                yield other.name
            if any(other.name in text for text in copy):  # a surname alone may be any word
                yield from filter(None, [other.surname])
        for body in contacts.directory.values():
            if not body.is_role:
                name = body.names.get(area.slug, body.name).replace("{force}", area.force)
                yield _ARTICLE.sub("", name.replace("{place}", area.place))
        yield from (each.force for each in self.remade.office.dataset.areas if each.force)


def _calls(speaker: Speaker) -> tuple[str, ...]:
    """What a speaker is called: a person by name or surname, a spokesperson by the organisation."""
    if speaker.name:
        return speaker.name, speaker.surname
    return (_ARTICLE.sub("", speaker.organisation),)


def _straight(text: str) -> str:
    return text.replace("\u2019", "'")


def _spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where the words of a quote stand in a text, marks and all."""
    while (less := covered(text, words)) != text:
        changed = [place for place, (old, new) in enumerate(zip(text, less, strict=True)) if old != new]
        yield changed[0], changed[-1] + 1
        text = less
