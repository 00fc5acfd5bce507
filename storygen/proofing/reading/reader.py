"""The reader: any text in, every claim in it out, each with a ruling. Opened once for many texts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from storygen.model.dataset import Dataset
from storygen.model.reading import Claim, Reading, Ruling
from storygen.model.topic import Kind
from storygen.proofing.claims import finders
from storygen.proofing.reading import antecedents
from storygen.proofing.reading.almanac import Almanac
from storygen.proofing.reading.grammar import Token
from storygen.proofing.reading.lexicon import Vocabulary, lexicon
from storygen.proofing.reading.measures import measure
from storygen.proofing.reading.mending import mended
from storygen.proofing.reading.pages import Page, Sentence, lay_out
from storygen.proofing.reading.reckoning import Reckoner
from storygen.proofing.reading.reference import REST, Context, Line, year_of
from storygen.proofing.reading.sureness import only_if_sure
from storygen.proofing.reading.tokens import tokens
from storygen.proofing.reading.whole import Whole
from storygen.proofing.remarks import remarks


class Said(NamedTuple):
    """A sentence that has been read: its line, its claims, and what has been spoken of after it."""

    line: Line
    claims: tuple[Claim, ...]
    context: Context


class Reader:
    """
    A reader of copy on one topic, with its words and its figures at hand.

    A sentence met again in the same place, after the same has been spoken of, is not read again.
    """

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        """Learn the topic's words and index its figures."""
        self.dataset = dataset
        self._words = lexicon(dataset, vocabulary)
        self._reckoner = Reckoner(Almanac(dataset))
        self._tokens = lru_cache(maxsize=20_000)(self._tokenize)
        self._say = lru_cache(maxsize=5_000)(self._read_sentence)

    def _tokenize(self, sentence: str) -> tuple[Token, ...]:
        return tokens(sentence, self._words)

    def read(self, text: str, *, name: str = "", area: str = "", year: str = "") -> Reading:
        """
        Read a text about an area (its slug) in a year; either may be empty, and is then taken from the text.

        A draft of ours is known by its front matter. In anybody else's copy what is wrong is an error only where the
        desk is sure what the words speak of; else it is a question.
        """
        page = lay_out(text)
        reading = self.read_page(page, area=area, year=year, is_ours=bool(page.about))
        return replace(reading, name=name, lines=tuple(text.splitlines()))

    def read_ours(self, text: str, *, area: str, year: str) -> Reading:
        """Read what an editor made of a draft of ours, without its front matter: whatever is wrong is an error."""
        return replace(self.read_page(lay_out(text), area=area, year=year), lines=tuple(text.splitlines()))

    def read_page(self, page: Page, *, area: str = "", year: str = "", is_ours: bool = True) -> Reading:
        """Read a text that has been laid out."""
        context = self._context(page, area, year)
        read = list(self._follow(page, context))
        if not is_ours:
            spoken = [said.line for said in read]
            read = [said._replace(claims=only_if_sure(spoken[: at + 1], said.claims)) for at, said in enumerate(read)]
        found = tuple(claim for said in read for claim in said.claims)
        whole = Whole(
            lines=tuple(said.line for said in read),
            claims=found,
            by_line={id(said.line): said.claims for said in read},
            dataset=self.dataset,
            almanac=self._reckoner.almanac,
            area=context.area,
            year=context.year,
        )
        said = tuple(each for find in remarks() for each in find(whole)) if found else ()
        return Reading(
            name="", area=context.area, year=context.year, claims=found, note=_note(found, page),
            remarks=tuple(sorted(said, key=lambda each: (each.line, each.column))),
        )  # fmt: skip

    def _follow(self, page: Page, context: Context) -> Iterator[Said]:
        """Read a page from its first sentence to its last, each in the light of those before it."""
        before: list[Line] = []
        for sentence in page.sentences:
            said = self._say(sentence, context)
            if antecedents.wrong(said.claims):
                said = self._meant(said, before)
            before.append(said.line)
            context = said.context
            yield said

    def _meant(self, doubted: Said, before: Sequence[Line]) -> Said:
        """
        A sentence with something wrong in it, read as of what else it may go on about where that bears it out better.

        Where it would only hold by a word that says which way, it is not clear what is meant, and nothing is wrong.
        """
        found, is_open = doubted, False
        is_guess = antecedents.is_guess(doubted.line)
        for context in antecedents.others(doubted.line, before):
            said = self._say(doubted.line.sentence, context)
            if antecedents.bears_out(said.claims, found.claims):
                found = said._replace(context=said.context._replace(area=doubted.context.area))
            is_same_force = context.area == doubted.line.context.area
            is_open |= is_same_force and antecedents.is_open(said.claims, doubted.claims)
        if found is doubted and is_open:
            return doubted._replace(claims=antecedents.left_open(doubted.claims))
        return found._replace(claims=antecedents.without_wording(found.claims)) if is_guess else found

    def _read_sentence(self, sentence: Sentence, context: Context) -> Said:
        line = Line(sentence=sentence, tokens=self._tokens(sentence.text), context=context)
        measure(line)
        claims = tuple(self._claims(line))
        return Said(line, claims, _carry_on(line))

    def _claims(self, line: Line) -> list[Claim]:
        found = sorted(_found(line), key=lambda claim: (claim.line, claim.column))
        if not line.patches or line.sentence.quoted or not (wording := self._wording(line)):
            return found
        return [replace(each, wording=wording) if each.ruling is Ruling.CONTRADICTED else each for each in found]

    def _wording(self, line: Line) -> str:
        """The nearest true wording of a sentence, read again in its place and found true; else empty."""
        wording = mended(line.sentence.text, line.patches)
        again = Line(
            sentence=line.sentence._replace(text=wording, places=line.sentence.places[:1]),
            tokens=self._tokens(wording), context=line.context._replace(last_measure=line.last_measure),
        )  # fmt: skip
        measure(again)
        is_true = wording and all(claim.ruling is Ruling.SUPPORTED for claim in _found(again))
        return wording if is_true else ""

    def _context(self, page: Page, area: str, year: str) -> Context:
        """Whose story it is and of which year: as asked, as the front matter says, or as the first sentences do."""
        almanac = self._reckoner.almanac
        heads = [self._tokens(sentence.text) for sentence in page.sentences]
        code = page.about.get("area_code", "")
        of_code = next((each.slug for each in almanac.forces if code and each.code == code), "")
        areas = [str(token.value) for line in heads for token in line if token.tag == "area"]
        years = [year_of(token) for line in heads for token in line if token.tag == "year"]
        return Context(
            area=area or of_code or next(iter(areas), ""),
            year=year or page.about.get("edition", "") or max(filter(None, years), default=""),
            reckoner=self._reckoner,
        )


def _found(line: Line) -> list[Claim]:
    return [claim for find in finders(line.kinds) for claim in find(line)]


def _note(found: tuple[Claim, ...], page: Page) -> str:
    """What kept a text from being checked at all, as a sentence; empty if nothing did."""
    if not page.sentences:
        return "There is nothing to read: the text holds no sentence."
    if not found:
        return "No claim about the topic's figures was found in this text."
    return ""


def _carry_on(line: Line) -> Context:
    """What has been spoken of once a sentence has been read, for the next."""
    context, kind_of = line.context, line.context.reckoner.almanac.kinds
    item = next((each for each in line.named() if kind_of[each] is Kind.ITEM), context.last_item)
    area, drug, year = context.last_area, context.last_drug, context.last_year
    if line.measures or line.kinds & {"drug", "whole"}:
        area, year = _area_spoken_of(line), line.main_year()
        about = line.drug_at(0)
        drug = about if about and kind_of[about] not in {Kind.UNKNOWN, Kind.REST} else drug
    return context._replace(
        paragraph=line.sentence.paragraph, last_area=area, last_drug=drug, last_year=year, last_item=item,
        last_measure=line.last_measure, told=line.told,
    )  # fmt: skip


def _area_spoken_of(line: Line) -> tuple[str, ...]:
    area = line.subject()
    is_beside = any(each.startswith(REST) for each in area)  # the rest of a region is only ever set beside the force
    if "next" in line.rivals or is_beside:
        return line.context.last_area
    return (line.settled,) if line.settled and line.is_open else area
