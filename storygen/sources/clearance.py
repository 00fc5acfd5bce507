"""Clearance: what speaks against printing a local fact. Each rule gives its reasons as the end of a sentence."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storygen.errors import nearest
from storygen.model.area import Area
from storygen.model.local_fact import AddressLevel, FactKind, LocalFact, Position, Proceedings, words_for
from storygen.model.topic import Topic

HEADLINE = 80  # characters (manual C.4)
PLACE_WITHIN = 3  # words
FIGURES = 3  # in a paragraph, as in every other (manual A.6)
WIDER = ("Britain", "Great Britain", "the UK", "the United Kingdom", "England", "Wales", "England and Wales")
QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]|(?<!\w)['\u2018]")  # an apostrophe follows a letter
TWO_SENTENCES = re.compile(r"[.!?]\s+\S")
BREAKS = re.compile(r"[|\r\n]")
PLACES = 9  # decimal
LARGEST = 10**15  # nothing an editor files is larger, and a longer number could not be printed
UNPRINTABLE = {"Cc", "Co", "Cs", "Cn"}
AREA_ENDS = (" police force area", " force area", " police area", " area")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a fact is judged by: the day of the run, every force there is, and the topic."""

    on: dt.date
    areas: tuple[Area, ...]
    topic: Topic

    def area(self, name: str) -> Area | None:
        """The force that `name` means, by slug, label, code, force, place or headline name; None if none is."""
        wanted = name.casefold()
        return next((area for area in self.areas if wanted in {each.casefold() for each in _names(area)}), None)


def objections(fact: LocalFact, bench: Bench) -> tuple[str, ...]:
    """Everything that speaks against printing a fact, empty if nothing does."""
    return tuple(reason for rule in RULES for reason in rule(fact, bench))


def _names(area: Area) -> tuple[str, ...]:
    return tuple(name for name in (area.slug, area.label, area.code, area.force, area.place, area.headline) if name)


def _approval(fact: LocalFact, bench: Bench) -> Iterator[str]:
    if not (fact.approved_by or "").strip():
        yield "nobody has approved it"
    if fact.expires and fact.expires < bench.on:
        yield f"it expired on {fact.expires}"


def _age(fact: LocalFact, bench: Bench) -> Iterator[str]:
    published = fact.source.date
    if published is None:
        yield "its source has no date"
    elif published > bench.on:
        yield f"its source is dated {published}, after the day of the run"
    elif (age := (bench.on - published).days) > fact.use.max_age_days:
        yield f"its source is {age:,} days old, and {fact.use.max_age_days:,} are allowed"


def _period(fact: LocalFact, bench: Bench) -> Iterator[str]:
    start, end = fact.period.start, fact.period.end
    if any(not figure.is_date for figure in fact.figures) and not (start and end):
        yield "it has a number and no period"
    if start and end and start > end:
        yield "its period ends before it starts"
    if end and end > bench.on:
        yield "its period ends after the day of the run"


def _force(fact: LocalFact, bench: Bench) -> Iterator[str]:
    if bench.area(fact.force) is None:
        yield f"no force is called {fact.force!r} ({nearest(fact.force, [area.slug for area in bench.areas])})"


def _area(fact: LocalFact, bench: Bench) -> Iterator[str]:
    """An area the tables know by name may be no other than the force's own; of a town they know nothing."""
    own, claimed = bench.area(fact.force), _bare(fact.area)
    if own is None or claimed in _bare_names(own):
        return
    wider = {_bare(name) for name in (*WIDER, bench.topic.national, *(area.region for area in bench.areas))}
    if claimed in wider:
        yield f"its area, {fact.area}, is wider than that of {own.the_force}"
    elif any(claimed in _bare_names(area) for area in bench.areas):
        yield f"its area, {fact.area}, is that of another force"
    elif not claimed:
        yield "it does not say where it holds"


def _bare(name: str) -> str:
    """A place without its article and without the words that only say it is a force's."""
    bare = name.strip().casefold()
    ending = next((each for each in AREA_ENDS if bare.endswith(each)), "")
    return bare.removesuffix(ending).removeprefix("the ")


def _bare_names(area: Area) -> set[str]:
    return {_bare(name) for name in _names(area)}


def _law(fact: LocalFact, _: Bench) -> Iterator[str]:
    """Contempt, restrictions, children and what is nobody's business (manual C.5)."""
    legal = fact.legal
    if legal.proceedings is Proceedings.ACTIVE:
        yield "proceedings are active"
    if legal.proceedings is Proceedings.CONCLUDED and legal.outcome_checked_on is None:
        yield "proceedings are concluded, and nobody has checked the outcome"
    if not legal.restrictions_checked:
        yield "nobody has checked for reporting restrictions"
    if legal.under_18:
        yield "it concerns somebody under 18"
    if legal.previous_convictions:
        yield "it tells of previous convictions"
    if legal.address_level is AddressLevel.STREET:
        yield "it gives an address to the street"


def _people(fact: LocalFact, _: Bench) -> Iterator[str]:
    answers = {
        "proceedings": fact.legal.proceedings,
        "under_18": fact.legal.under_18,
        "address_level": fact.legal.address_level,
        "previous_convictions": fact.legal.previous_convictions,
    }
    unanswered = [flag for flag, answer in answers.items() if answer is None]
    if fact.people and unanswered:
        yield f"it names people, and legal does not say {', '.join(unanswered)}"


def _court(fact: LocalFact, _: Bench) -> Iterator[str]:
    """A court result stands at a story's end, and only where its link to the story is stated."""
    if fact.kind is not FactKind.COURT:
        return
    if fact.use.position is not Position.TAIL:
        yield "a court result stands in the tail or not at all"
    if not (fact.relevance.drugs or fact.relevance.angles):
        yield "a court result must say in relevance what links it to a story"


def _relevance(fact: LocalFact, bench: Bench) -> Iterator[str]:
    known = [category.slug for category in bench.topic.categories]
    for slug in fact.relevance.drugs:
        if slug not in known:
            yield f"nothing in the tables is called {slug!r} ({nearest(slug, known)})"


def _words(fact: LocalFact, _: Bench) -> Iterator[str]:
    source = fact.source
    printed = (fact.text, fact.headline or "", source.title, source.said_by, source.again or "")
    if not all(words.strip() for words in (fact.id, fact.text, source.title, source.said_by)):
        yield "its id, text, title or said_by is empty"
    if any(QUOTED.search(words) for words in printed):
        yield "it holds quotation marks, and a quote belongs to the quote bank"
    if any(unicodedata.category(each) in UNPRINTABLE for words in printed for each in words if each != "\n"):
        yield "it holds a character that is not for print"
    figures = (words for figure in fact.figures for words in (figure.what, figure.unit))
    if any(BREAKS.search(words) for words in (fact.id, fact.area, source.said_by, source.url or "", *figures)):
        yield "a line break or an upright stroke stands where it would break the editor's tables"
    if TWO_SENTENCES.search(fact.text):
        yield "its text is more than one sentence"


def _figures(fact: LocalFact, _: Bench) -> Iterator[str]:
    words = (fact.text, fact.headline or "", fact.source.title, fact.source.said_by, fact.source.again or "")
    for figure in fact.figures:
        if not figure.shown.strip() or not any(words_for([figure.shown]).search(each) for each in words):
            yield f"{figure.shown!r} stands nowhere in its text"
        if not 0 <= figure.value < LARGEST or figure.value.adjusted() < -PLACES:
            yield f"the value shown as {figure.shown!r} is below nought, or too large or too small to be printed"
    if sum(not figure.is_date for figure in fact.figures) > FIGURES:
        yield f"it has more than {FIGURES} figures; make it two facts"
    for key in ("what", "shown"):
        times = Counter(str(getattr(figure, key)) for figure in fact.figures)
        if twice := next((each for each, number in times.items() if number > 1), None):
            yield f"two of its figures have the same {key}, {twice!r}"


def _headline(fact: LocalFact, bench: Bench) -> Iterator[str]:
    """A headline and its text name the place the fact holds for, no wider and no narrower (manual C.4, R24)."""
    area, headline = bench.area(fact.force), fact.headline
    if area is None or headline is None:
        return
    place = area.headline if _bare(fact.area) in _bare_names(area) else fact.area
    before, found, _ = headline.partition(place)
    if not found or len(before.split()) >= PLACE_WITHIN:
        yield f"its headline does not name {place} in its first {PLACE_WITHIN} words"
    if place not in fact.text:
        yield f"it has a headline, and its text does not name {place}"
    if len(headline) > HEADLINE:
        yield f"its headline has more than {HEADLINE} characters"
    if headline.rstrip().endswith((".", "?", "!")):
        yield "its headline ends in a full stop or a question"


RULES: tuple[Callable[[LocalFact, Bench], Iterator[str]], ...] = (
    _approval,
    _age,
    _period,
    _force,
    _area,
    _law,
    _people,
    _court,
    _relevance,
    _words,
    _figures,
    _headline,
)
