"""Revision day: every story that was sent beside a newer release; what is false is drafted anew, and nothing sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from storygen.errands.falsified import Newer, newer_than
from storygen.errands.wire.amending import Readers, amended, amendments
from storygen.errands.wire.books import Books
from storygen.errands.wire.mouths import words_of
from storygen.errands.wire.remade import EDITORS_ONLY, figures_of
from storygen.errands.wire.revised_pages import Page, keep_pages
from storygen.lookups import stores_of, topic_of
from storygen.model.copy import Copy, Verdict
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.issued import Making, Version, Waiting
from storygen.model.plan import Form
from storygen.model.revised import Amendment, Grade, Revised
from storygen.model.story import PubStatus
from storygen.newsroom import produce
from storygen.office import Office, Order, open_office, open_reader
from storygen.sources import read
from storygen.wire import Ledger, making_behind, newest_versions, put_down
from storygen.wire.manuscripts import REVISED, correction_note

FROM_LOCAL_FACTS = "local:"  # how the angle of a story that rests on no table begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """Two states of a topic's tables by the names of their newest releases, and where new versions are drafted."""

    old: str
    new: str
    output: Path


@dataclass(frozen=True, slots=True)
class _Day:
    """What a revision day works with: both states of the tables, and the readers of each."""

    order: Order
    old: Dataset
    new: Dataset

    def order_for(self, making: Making) -> Order:
        """The order some drafts were made by."""
        return replace(self.order, year=making.edition, seed=making.seed, house=making.house)


def revise(releases: Releases, order: Order, books: Books) -> tuple[Revised, ...]:
    """
    What a newer release makes of every story in the ledger that was not killed, by key.

    Where one needs it, a correction note and a new version are drafted, and wait in the ledger for a person. Raises a
    StorygenError for a release that is not held, and for a ledger or wording that cannot be used.
    """
    stores = stores_of(order.data)
    old, new = (read(topic_of(order.topic), stores=stores, until=name) for name in (releases.old, releases.new))
    day = _Day(order, old, new)
    found = list[Revised]()
    with books.open() as ledger:
        for making, versions in _by_making(ledger, order.topic):
            found += _of_making(making, versions, day, releases)
        for each in found:
            if each.file:
                put_down(ledger, _waiting(each, releases, books))
    return tuple(sorted(found, key=lambda each: each.version.story.key))


def _by_making(ledger: Ledger, topic: str) -> Iterator[tuple[Making, list[Version]]]:
    """The stories on a topic that may need a new version, those made alike together."""
    made: dict[str, tuple[Making, list[Version]]] = {}
    for version in list(newest_versions(ledger)):
        if version.story.topic == topic and version.story.status is not PubStatus.CANCELED:
            making = making_behind(ledger, version)
            made.setdefault(str(making), (making, []))[1].append(version)
    yield from made.values()


def _of_making(making: Making, versions: Sequence[Version], day: _Day, releases: Releases) -> Iterator[Revised]:
    if making.figures == figures_of(day.new):  # they are of the newer release already
        yield from (Revised(version=version, grade=Grade.NOTHING) for version in versions)
        return
    slugs = {version.story.place.slug for version in versions}
    order = day.order_for(making)
    now = replace(open_office(order), dataset=day.new)
    before, after = (dict(_drafts(office, slugs)) for office in (replace(now, dataset=day.old), now))
    newer = newer_than(day.old, day.new, Edition(year=making.edition, seed=making.seed))
    spoken = tuple(words for quote in now.contacts.quotes for words in words_of(quote))
    readers = Readers(older=open_reader(day.old), newer=open_reader(newer.revised), spoken=spoken)
    pages = dict[str, Page]()
    found = list[Revised]()
    for version in versions:
        slug = version.story.place.slug
        if version.story.angle.startswith(FROM_LOCAL_FACTS):
            found.append(Revised(version=version, grade=Grade.NOTHING))
            continue
        if slug not in before or slug not in after:
            why = f"the tables hold nothing on {version.story.place.name} any more, or never did: look at it yourself"
            found.append(Revised(version=version, grade=Grade.CORRECTION, because=why))
            continue
        revised = _judged(version, before[slug], after[slug], newer, readers)
        if revised.grade is not Grade.NOTHING and not revised.because:
            false = tuple(each for each in revised.amendments if each.true != each.false)
            pages[slug] = Page(copy=after[slug], version=version, amendments=false)
        found.append(revised)
    if pages:
        files = keep_pages(pages, replace(order, output=releases.output), now)
        found = [replace(each, file=files.get(each.version.story.place.slug, "")) for each in found]
    yield from found


def _drafts(office: Office, slugs: Iterable[str]) -> Iterator[tuple[str, Copy]]:
    areas = tuple(area for area in office.dataset.stories if area.slug in slugs)
    for copy in produce(replace(office, areas=areas)) if areas else ():
        yield copy.draft.plan.area.slug, copy


def _judged(version: Version, old: Copy, new: Copy, newer: Newer, readers: Readers) -> Revised:
    content = version.story.content
    found = tuple(amendments(content, old, new, newer, readers))
    if all(each.true == each.false for each in found):  # nothing is, or only what somebody said
        grade = Grade.NOTHING if _told(old) == _told(new) else Grade.UPDATE
        return Revised(version=version, grade=grade, amendments=found)
    note = _note(version, found)
    because = _no_draft(new)
    return Revised(version=version, grade=Grade.CORRECTION, amendments=found, note=note, because=because)


def _note(version: Version, found: Sequence[Amendment]) -> str:
    """The note drafted on what is false: wrong and right where that is known, else what the figures say."""
    content = version.story.content
    told = correction_note(content, amended(content, found)) or f"CORRECTION: {content.headline}."
    open_ = [
        f"In {each.place}, \u201c{each.false}\u201d is wrong: {' '.join(each.says)}" for each in found if not each.true
    ]
    return " ".join([told, *open_, REVISED])


def _no_draft(new: Copy) -> str:
    """Why there is no draft from the newer figures, empty where there is one."""
    if new.draft.plan.form is Form.QUESTIONS:
        veto = new.draft.plan.vetoes[0].because
        return f"the newer figures are in doubt ({veto}), so nothing is drafted: hold the story and ask the force"
    if new.verdict is Verdict.HELD:
        return f"the proof desk holds the draft from the newer figures: {new.findings[0].message}"
    return ""


def _told(copy: Copy) -> list[str]:
    return [each.text for each in copy.draft.paragraphs if each.role not in EDITORS_ONLY]


def _waiting(revised: Revised, releases: Releases, books: Books) -> Waiting:
    return Waiting(
        uri=revised.version.story.uri,
        release=releases.new,
        grade=revised.grade.value,
        note=revised.note,
        file=revised.file,
        at=books.now,
    )
