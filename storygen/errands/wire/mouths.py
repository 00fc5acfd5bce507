"""Mouths: whether a quote stands beside the name of whoever said it, and in nobody else's mouth (manual D.5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storygen.errands.wire.attribution import (
    ABOUT,
    BODY,
    OWN,
    PERSON,
    Attribution,
    capitals,
    is_pronoun,
    speaks,
    stands_for_one,
    stands_in,
)
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
        Whether every passage of a quote in a text of the copy, by its place from 0, is given to its speaker.

        The sentence that leads up to the words counts, else the one that follows them, else whoever was named last,
        back to the paragraph before: each may name the speaker and nobody else as who speaks. A running quote is
        carried from paragraph to paragraph, and the headline and standfirst may leave the name to the body. Names
        inside other people's words do not count.
        """
        text = self.manuscript.texts[place]
        if text in {each.text for each in self.remade.paragraphs} and quote.printed[0] in text:
            return True  # as it was drafted, with its introduction
        attribution = self._attribution(quote)
        return all(self._is_given(quote, attribution, place, *span) for span in spans(text, words_of(quote)))

    def _is_given(self, quote: Quote, attribution: Attribution, place: int, start: int, end: int) -> bool:
        own = self._bare(place)
        before, after = own[:start], own[end:]
        if place < len(self.manuscript.texts) - len(self.manuscript.body):
            return attribution.leads_in(before) is not False and attribution.follows(after) is not False
        *earlier, lead = _sentences(before)
        tail = next(iter(_sentences(after.rstrip())))
        if lead.strip():
            is_tailed = bool(re.match(r"[\s,\u2013-]*[a-z]|\s*[\u2013\u2014(-]", tail)) and speaks(tail)
            if is_tailed and attribution.follows(tail) is False:
                return False
            return self._is_led(quote, attribution, lead, self._back(earlier, place))
        if tail.strip() and (given := attribution.follows(tail)) is not None:
            return given
        if speaks(tail):
            return self._is_led(quote, attribution, tail, self._back(earlier, place))
        named = self._last_named(attribution, self._back(earlier, place))
        return bool(named) if named is not None else not before.strip() and self._runs_on(quote, place)

    def _is_led(self, quote: Quote, attribution: Attribution, lead: str, back: Sequence[str]) -> bool:
        """Whether a sentence that says who spoke means the speaker, by name or as somebody named just before."""
        if (given := attribution.leads_in(lead)) is not None:
            return given
        if quote.speaker.organisation == self._force and not quote.speaker.name and _FORCE.search(lead):
            return not attribution.is_strange(lead)
        if attribution.is_strange(lead) or not stands_in(lead):
            return False
        if is_pronoun(lead, ("he", "she")) and not quote.speaker.name and not any(map(stands_for_one, back)):
            return False
        return bool(self._last_named(attribution, back, is_it=is_pronoun(lead, ("it", "they"))))

    def _last_named(self, attribution: Attribution, back: Sequence[str], *, is_it: bool = False) -> bool | None:
        found = (attribution.has_named(sentence, is_it=is_it) for sentence in back)
        return next((named for named in found if named is not None), None)

    def _back(self, earlier: Sequence[str], place: int) -> list[str]:
        """The sentences before some words, the nearest first, to the beginning of the paragraph before."""
        return [*reversed(earlier), *reversed(_sentences(self._bare(place - 1)))]

    def _runs_on(self, quote: Quote, place: int) -> bool:
        return bool(list(spans(self.manuscript.texts[place - 1], words_of(quote))))

    @property
    def _force(self) -> str:
        return self.remade.copy.draft.plan.area.force

    def _bare(self, place: int) -> str:
        """A text of the copy without what was said in it, nothing moved."""
        spoken = [words for quote in self.remade.office.contacts.quotes for words in words_of(quote)]
        return _straight(all_covered(self.manuscript.texts[place], spoken)).replace(COVER, " ")

    def _attribution(self, quote: Quote) -> Attribution:
        """How sentences are read for a speaker: whose every name in them is; a report speaks for its body."""
        speaker, is_report = quote.speaker, quote.obtained.method == "report"
        own = {_straight(each) for each in _calls(speaker, is_body=is_report)}
        about = {_straight(_ARTICLE.sub("", each)) for each in speaker.introduction}
        others = {_straight(name): sign for name, sign in self._others(speaker)}
        known = {**dict.fromkeys(self._known(), ABOUT), **others}
        names = {**known, **dict.fromkeys(about, ABOUT), **dict.fromkeys(own, OWN)}
        short = speaker.surname if speaker.name else _ARTICLE.sub("", speaker.organisation)
        return Attribution(names=names, short=_straight(short), is_person=bool(speaker.name) and not is_report)

    def _known(self) -> Iterator[str]:
        """Names that are no speaker's: places, and whatever the draft itself names."""
        area = self.remade.copy.draft.plan.area
        yield from filter(None, (area.place, area.headline, area.region, area.nation))
        for paragraph in self.remade.paragraphs:
            if paragraph.role not in {"voice", "local"}:
                yield from map(_straight, capitals(paragraph.text))

    def _others(self, speaker: Speaker) -> Iterator[tuple[str, str]]:
        """Whoever else might be taken for the speaker: others in the bank, bodies in the directory, other forces."""
        contacts, area, copy = self.remade.office.contacts, self.remade.copy.draft.plan.area, self.manuscript.texts
        for other in {quote.speaker for quote in contacts.quotes} - {speaker}:
            yield _ARTICLE.sub("", other.organisation), BODY
            if other.name:
                yield other.name, PERSON
            if other.name and any(other.name in text for text in copy):  # a surname alone may be any word
                yield other.surname, PERSON
        for body in contacts.directory.values():
            if not body.is_role:
                name = body.names.get(area.slug, body.name).replace("{force}", area.force)
                yield _ARTICLE.sub("", name.replace("{place}", area.place)), BODY
        yield from ((each.force, BODY) for each in self.remade.office.dataset.areas if each.force)


def _calls(speaker: Speaker, *, is_body: bool) -> Iterator[str]:
    """What a speaker is called: a person by name or surname, with a rank or without, a spokesperson by the body."""
    if is_body or not speaker.name:
        yield _ARTICLE.sub("", speaker.organisation)
    for name in filter(None, (speaker.name, speaker.surname)):
        yield name
        yield f"{speaker.rank} {name}".lstrip()


def _sentences(text: str) -> list[str]:
    """The sentences of a text, one at least, the last perhaps unfinished; somebody's words part them too."""
    return re.split(r"(?<=[.!?])\s+|\s{4,}", text)


def _straight(text: str) -> str:
    return text.replace("\u2019", "'")


def spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where words that somebody said stand in a text, marks and all."""
    while (less := covered(text, words)) != text:
        changed = [place for place, (old, new) in enumerate(zip(text, less, strict=True)) if old != new]
        yield changed[0], changed[-1] + 1
        text = less
