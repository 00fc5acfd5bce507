"""The reader: any text in, every claim in it out, each with a ruling. Opened once for many texts."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from storygen.model.dataset import Dataset
from storygen.model.reading import Claim, Reading, Ruling
from storygen.model.topic import Kind
from storygen.proofing.claims import finders
from storygen.proofing.reading.almanac import Almanac
from storygen.proofing.reading.grammar import Token
from storygen.proofing.reading.lexicon import Vocabulary, lexicon
from storygen.proofing.reading.measures import measure
from storygen.proofing.reading.mending import mended
from storygen.proofing.reading.pages import Page, lay_out
from storygen.proofing.reading.reckoning import Reckoner
from storygen.proofing.reading.reference import REST, Context, Line, year_of
from storygen.proofing.reading.tokens import tokens
from storygen.proofing.reading.whole import Whole
from storygen.proofing.remarks import remarks


class Reader:
    """A reader of copy on one topic, with its words and its figures at hand."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        """Learn the topic's words and index its figures."""
        self.dataset = dataset
        self._words = lexicon(dataset, vocabulary)
        self._reckoner = Reckoner(Almanac(dataset))
        self._tokens = lru_cache(maxsize=20_000)(self._tokenize)

    def _tokenize(self, sentence: str) -> tuple[Token, ...]:
        return tokens(sentence, self._words)

    def read(self, text: str, *, name: str = "", area: str = "", year: str = "") -> Reading:
        """Read a text about an area (its slug) in a year; either may be empty, and is then taken from the text."""
        return self.read_page(lay_out(text), name=name, area=area, year=year, lines=tuple(text.splitlines()))

    def read_page(
        self, page: Page, *, name: str = "", area: str = "", year: str = "", lines: tuple[str, ...] = ()
    ) -> Reading:
        """Read a text that has been laid out."""
        context = self._context(page, area, year)
        read = [(line, self._claims(line)) for line in self._lines(page, context)]
        found = tuple(claim for _, of_line in read for claim in of_line)
        whole = Whole(
            lines=tuple(line for line, _ in read),
            claims=found,
            by_line={id(line): tuple(of_line) for line, of_line in read},
            dataset=self.dataset,
            almanac=self._reckoner.almanac,
            area=context.area,
            year=context.year,
        )
        said = tuple(each for find in remarks() for each in find(whole)) if found else ()
        return Reading(
            name=name, area=context.area, year=context.year, claims=found, lines=lines, note=_note(found, page),
            remarks=tuple(sorted(said, key=lambda each: (each.line, each.column))),
        )  # fmt: skip

    def _lines(self, page: Page, context: Context) -> Iterator[Line]:
        for sentence in page.sentences:
            line = Line(sentence=sentence, tokens=self._tokens(sentence.text), context=context)
            measure(line)
            yield line
            _carry_on(line)

    def _claims(self, line: Line) -> list[Claim]:
        told = line.context.told
        found = sorted(_found(line), key=lambda claim: (claim.line, claim.column))
        if (
            not line.patches
            or line.sentence.quoted
            or not (wording := self._wording(line, replace(line.context, told=told)))
        ):
            return found
        return [replace(each, wording=wording) if each.ruling is Ruling.CONTRADICTED else each for each in found]

    def _wording(self, line: Line, context: Context) -> str:
        """The nearest true wording of a sentence, read again in its place and found true; else empty."""
        wording = mended(line.sentence.text, line.patches)
        again = Line(
            sentence=replace(line.sentence, text=wording, places=line.sentence.places[:1]),
            tokens=self._tokens(wording), context=context,
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


def _carry_on(line: Line) -> None:
    """Remember what a sentence spoke of, for the next."""
    context = line.context
    is_open, area, year = line.is_open, line.subject(), line.main_year()
    context.paragraph = line.sentence.paragraph
    kind_of = context.reckoner.almanac.kinds
    context.last_item = next((each for each in line.named() if kind_of[each] is Kind.ITEM), context.last_item)
    if not line.measures and not line.kinds & {"drug", "whole"}:
        return
    context.last_year = year
    is_beside = any(each.startswith(REST) for each in area)  # the rest of a region is only ever set beside the force
    if "next" not in line.rivals and not is_beside:
        context.last_area = (line.settled,) if is_open and line.settled else area
    drug = line.drug_at(0)
    if drug and kind_of[drug] not in {Kind.UNKNOWN, Kind.REST}:
        context.last_drug = drug
