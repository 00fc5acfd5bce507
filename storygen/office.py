"""An office: an order looked up, with everything the newsroom works with while it carries the order out."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from storygen.errors import UsageError
from storygen.lookups import areas_called, edition_of, stores_of, topic_of, wish_for, year_called
from storygen.model.area import Area
from storygen.model.cleared import NO_FACTS, LocalFacts
from storygen.model.contacts import Contacts
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.plan import Brief, Wish
from storygen.paths import shipped, topic_folder, wordings_of
from storygen.proofing import Reader, Vocabulary
from storygen.quoting import open_contacts, voices_in
from storygen.settings import load
from storygen.sources import annex, read, read_local_facts
from storygen.style import Stylebook, house
from storygen.writing import Desk, open_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """
    What a newsroom asks for.

    `year` None is the newest held; `areas` empty is all of them; `lead`, as `A33:cocaine`, is what one area's story is
    to lead on; `templates` is a folder of the newsroom's own wording, `local_facts` one of facts no table holds, which
    are judged as on the day `on`, and `data` are folders of releases it has imported.
    """

    topic: str = "drug_seizures"
    year: str | None = None
    areas: tuple[str, ...] = ()
    lead: str | None = None
    house: str = "regional"
    templates: Path | None = None
    local_facts: Path | None = None
    on: dt.date | None = None
    data: tuple[Path, ...] = ()
    quotes: Path | None = None
    now: dt.datetime | None = None
    output: Path = field(default_factory=lambda: Path("output"))
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """
    An order looked up: the tables, the edition, the house's desk, voices and quotes, the areas wanted, the time.

    `elsewhere` are areas wanted that the tables do not hold and `local`, the local facts, can make a story of; of
    those that are `silent` every fact is refused.
    """

    dataset: Dataset
    edition: Edition
    desk: Desk
    reader: Reader
    contacts: Contacts
    areas: tuple[Area, ...]
    wish: Wish | None = None
    local: LocalFacts = NO_FACTS
    elsewhere: tuple[Area, ...] = ()
    silent: tuple[Area, ...] = ()
    now: dt.datetime | None = None

    @property
    def wanted(self) -> tuple[Area, ...]:
        """The areas asked for that have a story: those of the tables, then those of local facts alone."""
        return (*self.areas, *self.elsewhere)

    def brief(self, area: Area) -> Brief:
        """What an area's story is planned with."""
        style = self.desk.stylebook.house
        voices = voices_in(area, self.contacts)
        return Brief(voices=voices, house=style, wish=self._wish_for(area), local=self.local.of(area))

    def _wish_for(self, area: Area) -> Wish | None:
        """The wish, which is for an area asked for: the others are planned only to share out quotes."""
        return self.wish if area in self.areas else None


def open_office(order: Order, style: House | None = None) -> Office:
    """
    Look up everything an order names; `style`, if given, is worked in instead of the house the order names.

    Raises a StorygenError for anything that cannot be used.
    """
    dataset = read(topic_of(order.topic), stores=stores_of(order.data))
    local = _local_facts(order, dataset)
    folders = folders_of(order)
    style = style or house(order.house, [folder / "houses" for folder in folders])
    areas = areas_called(order.areas, dataset, local)
    slugs = {area.slug for area in dataset.stories}
    held = tuple(area for area in areas if area.slug in slugs)
    beyond = tuple(area for area in areas if area.slug not in slugs)
    return Office(
        dataset=annex(dataset, local),
        edition=edition_of(dataset, year_called(order.year, dataset), order.seed),
        reader=open_reader(dataset),
        desk=open_desk(dataset.topic, Stylebook(style), wordings_of(dataset.topic.name, folders)),
        contacts=contacts_of(order),
        areas=held,
        wish=wish_for(order.lead, held, dataset) if order.lead else None,
        local=local,
        elsewhere=tuple(area for area in beyond if local.of(area).cleared),
        silent=tuple(area for area in beyond if not local.of(area).cleared),
        now=order.now,
    )


def contacts_of(order: Order) -> Contacts:
    """The contacts book of an order's topic: what ships, and what the newsroom keeps."""
    topic = topic_of(order.topic)
    return open_contacts(shipped("quotes") / topic, _quotes_of(order) / topic)


def open_reader(dataset: Dataset) -> Reader:
    """The proof desk's reader of any copy, with the names the topic's `reading.yaml` adds, if it has one."""
    names = topic_folder(dataset.topic.name) / "reading.yaml"
    return Reader(
        dataset, load(names, Vocabulary, f"{dataset.topic.name}/reading.yaml") if names.is_file() else Vocabulary()
    )


def folders_of(order: Order) -> tuple[Path, ...]:
    """Where wording is looked for: the newsroom's own templates in front of those that ship."""
    if order.templates is not None and not order.templates.is_dir():
        raise UsageError(f"There is no folder of templates {str(order.templates)!r}")
    own = (order.templates,) if order.templates else ()
    return (*own, shipped("templates"))


def quotes_folder(order: Order) -> Path:
    """The folder a newsroom keeps its quotes in, there yet or not."""
    return order.quotes or Path("quotes-bank")


def _local_facts(order: Order, dataset: Dataset) -> LocalFacts:
    """The facts filed where the order says, as on its day; none where it names no folder."""
    if order.local_facts and order.on:
        return read_local_facts(order.local_facts, order.on, dataset)
    if order.local_facts:
        raise UsageError("Local facts are judged by a day: say which, as in --on 2026-11-23")
    if order.on:
        raise UsageError("--on is the day local facts are judged by: give their folder too, with --local-facts")
    return NO_FACTS


def _quotes_of(order: Order) -> Path:
    if order.quotes is not None and not order.quotes.is_dir():
        raise UsageError(f"There is no folder of quotes {str(order.quotes)!r}; storygen quotes add makes one")
    return quotes_folder(order)
