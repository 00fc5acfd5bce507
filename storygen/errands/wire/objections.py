"""Objections: everything that keeps an editor's file from being approved, each with its line."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from difflib import get_close_matches

from storygen.errands.wire.mouths import Mouths, all_covered, words_of
from storygen.errands.wire.remade import Remade
from storygen.errands.wire.reread import contradictions
from storygen.model.contacts import CLOSED
from storygen.model.manuscript import Hole, Manuscript
from storygen.model.plan import Slot
from storygen.model.quote import Quote
from storygen.model.voice import Need
from storygen.proofing.checks import quotation_marks
from storygen.proofing.galley import Galley, ReadParagraph
from storygen.proofing.quoted import covered
from storygen.proofing.recount import Recount
from storygen.quoting import Case, Title, why_not
from storygen.wire.manuscripts import is_signed

SILENCE = re.compile(r"declined to comment|approached for comment|not responded by the time of publication")
ALWAYS = {
    "source": "the line that says where the figures are from has been cut or changed",
    "disclosure": "the line that says how the story was made has been cut or changed",
}
"""What stands in every story, and what to say where it does not; the name of who checked it may be filled in."""
ASKING = "[QUOTE NEEDED"
MARKS = "\"'\u201c\u201d\u2018\u2019"


def objections(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """What is wrong with a file: holes, voices that are missing, words nobody said, and what the figures contradict."""
    yield from manuscript.holes
    if manuscript.is_unsettled:  # words that stand beside those they may replace are neither said nor claimed yet
        return
    for finding in remade.copy.findings:
        yield Hole(line=1, what=f"the draft it comes from is held by the proof desk: {finding.message}")
    heard, unsaid = dict(_heard(manuscript, remade)), list(_unsaid(manuscript, remade))
    yield from _silences(manuscript, remade)
    yield from _furniture_cut(manuscript, remade)
    yield from _twice(manuscript, remade)
    yield from _unfit(manuscript, remade, heard)
    yield from _voices(manuscript, remade, {*heard.values(), *(quote for _, quote in unsaid if quote)})
    yield from (hole for hole, _ in unsaid)
    yield from contradictions(manuscript, remade)


def _heard(manuscript: Manuscript, remade: Remade) -> Iterator[tuple[tuple[int, str], Quote]]:
    """Every quote of the bank that stands in the copy, by the place of the paragraph it stands in and its name."""
    for place, text in enumerate(manuscript.texts):
        for quote in remade.office.contacts.quotes:
            if covered(text, words_of(quote)) != text:
                yield (place, quote.id), quote


def _silences(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """What is said of somebody who said nothing, other than the log bears out."""
    drafted = {paragraph.text for paragraph in remade.paragraphs}
    for text, line in zip(manuscript.texts, manuscript.lines, strict=True):
        if SILENCE.search(text) and text not in drafted:
            yield Hole(line=line, what="the log of requests does not bear this out: see storygen quotes note")


def _furniture_cut(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """What readers must be told of source and making, where it has been taken out or put in other words."""
    texts = [_straight(text) for text in manuscript.texts]  # a program may have set curly apostrophes
    for paragraph in remade.paragraphs:
        what, drafted = ALWAYS.get(paragraph.role), _straight(paragraph.text)
        if what and not any(drafted in text or is_signed(text, drafted) for text in texts):
            yield Hole(
                line=manuscript.lines[-1],
                what=f"{what}, and must stand as drafted: put back \u201c{paragraph.text}\u201d",
            )


def _straight(text: str) -> str:
    return text.replace("\u2019", "'").replace("\u2018", "'")


def _twice(manuscript: Manuscript, remade: Remade) -> Iterator[Hole]:
    """Words of the bank that stand in the body a second time."""
    first = len(manuscript.texts) - len(manuscript.body)
    for quote in remade.office.contacts.quotes:
        for words in quote.printed:
            places = [place for place, text in enumerate(manuscript.texts) if covered(text, [words]) != text]
            for place in [each for each in places if each >= first][1:]:
                yield Hole(line=manuscript.lines[place], what=f"what {quote.id} says stands in the story already")


def _unfit(manuscript: Manuscript, remade: Remade, heard: dict[tuple[int, str], Quote]) -> Iterator[Hole]:
    """Quotes that stand where they may not: without an approval, about something else, or in another's mouth."""
    plan, office, mouths = remade.copy.draft.plan, remade.office, Mouths(manuscript, remade)
    for (place, name), quote in heard.items():
        line = manuscript.lines[place]
        if not office.contacts.is_approved(quote, office.edition):
            yield Hole(line=line, what=f"nobody has put a name to the use of {name}: storygen quotes approve {name}")
        elif quote not in plan.quotes and (why := why_not(_case(quote, remade))):
            yield Hole(line=line, what=f"{name} may not stand in this story: {why}")
        if not mouths.is_named(quote, place):
            who = quote.speaker.name or quote.speaker.organisation
            yield Hole(line=line, what=f"{name} was said by {who}, who is not named beside it as the one who speaks")


def _case(quote: Quote, remade: Remade) -> Case:
    """A quote beside the story somebody has put it in."""
    office = remade.office
    title = Title(house=office.desk.stylebook.house.name, now=office.now)
    return Case(quote=quote, plan=remade.copy.draft.plan, title=title, contacts=office.contacts)


def _voices(manuscript: Manuscript, remade: Remade, heard: AbstractSet[Quote]) -> Iterator[Hole]:
    """Voices the story waits for, where no hole says so already, or must have and has lost."""
    seats = {remade.office.contacts.seat_of(quote) for quote in heard}
    asked = " ".join(text for text in manuscript.texts if text.startswith(ASKING)).replace("\u2019", "'")
    for slot in remade.copy.draft.plan.slots:
        if slot.voice.seat in seats:
            continue
        if slot.is_open and slot.voice.who not in asked:
            yield Hole(line=manuscript.lines[0], what=_missing(slot))
        elif slot.quote and slot.need is Need.REQUIRED:
            what = f"what the {slot.voice.who} said ({slot.quote.id}) is not in it, and the story must have it"
            yield Hole(line=manuscript.lines[0], what=f"{what}: put it back, or draft again")
        elif slot.status in CLOSED and slot.need is Need.REQUIRED and not _is_silence_told(slot, manuscript):
            yield Hole(line=manuscript.lines[0], what=f"the story must say that {slot.party} gave no answer")


def _is_silence_told(slot: Slot, manuscript: Manuscript) -> bool:
    """Whether the copy says of somebody who must be heard that they did not answer."""
    party = slot.party.casefold()
    return any(SILENCE.search(text) and party in text.casefold() for text in manuscript.texts)


def _missing(slot: Slot) -> str:
    who = slot.voice.who.removeprefix("the ").removeprefix("a ")
    without = "set-aside does without it" if slot.may_be_set_aside else "note says why they did not"
    return f"the story still waits for the {who}: storygen quotes add keeps what they said, {without}"


def _unsaid(manuscript: Manuscript, remade: Remade) -> Iterator[tuple[Hole, Quote | None]]:
    """Words between quotation marks that nobody said so, each with the quote they come nearest to."""
    quotes = {words: quote for quote in remade.office.contacts.quotes for words in words_of(quote)}
    paragraphs = tuple(
        ReadParagraph(number=number, text=all_covered(text, list(quotes)), notes=(), numerals=())
        for number, text in enumerate(manuscript.texts)
    )
    dataset = remade.office.dataset
    for finding in quotation_marks.check(
        Galley(paragraphs=paragraphs, dataset=dataset, recount=Recount(dataset)),
    ):
        near = get_close_matches(finding.words.strip(MARKS), list(quotes), n=1, cutoff=0.6)
        quote = quotes[near[0]] if near else None
        what = f"{finding.words} is not in the bank of quotes: storygen quotes add puts in what was really said"
        if quote:
            what = f"{finding.words} is not what was said: {quote.id} has it as \u201c{near[0]}\u201d"
        yield Hole(line=manuscript.lines[finding.paragraph], what=what), quote
