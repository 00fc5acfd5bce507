"""The running order: from published tables to drafts. The only file that knows the route; read it first."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from storygen import __version__
from storygen.analysis import establish, find_angles, judge, repertoire, survey
from storygen.errors import UsageError
from storygen.lookups import areas_called, edition_of, stores_of, topic_of, wish_for, year_called
from storygen.model.angle import Candidate
from storygen.model.area import Area
from storygen.model.cleared import NO_FACTS, LocalFacts
from storygen.model.contacts import Contacts
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.house import House
from storygen.model.plan import Brief, StoryPlan, Wish
from storygen.model.wording import Flaw, Use
from storygen.paths import settings_of, shipped, topic_folder, wordings_of
from storygen.planning import plan_local_story, plan_story, sections
from storygen.proofing import Reader, Vocabulary, proof, read_back
from storygen.publishing import Press, Report, Run, describe_run, publish
from storygen.quoting import answered, open_contacts, voices_in
from storygen.settings import load
from storygen.sources import annex, read, read_local_facts
from storygen.style import Stylebook, house
from storygen.writing import Desk, check, coverage, open_desk, write


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


def plans(office: Office) -> Iterator[StoryPlan]:
    """
    The plan of every area asked for, in the order of the tables; a vetoed area's is a question sheet.

    Stories from local facts alone come last.
    """
    wanted = {area.slug for area in office.wanted}
    for plan in answered(
        _planned(office, wanted), office.contacts, house=office.desk.stylebook.house.name, now=office.now
    ):
        if plan.area.slug in wanted:
            yield plan


def _planned(office: Office, wanted: set[str]) -> Iterator[StoryPlan]:
    """The stories as they would be without an answer from anybody; all of them where quotes have to be shared out."""
    facts = establish(office.dataset, office.edition)  # columns, all areas at once: a rank needs every force
    style, wish = office.desk.stylebook.house, office.wish
    for angles in judge(find_angles(facts), facts, style.boosts, wish):
        if angles.area.slug in wanted or office.contacts.quotes:
            yield plan_story(angles, office.edition, office.brief(angles.area))
    for area in office.elsewhere:
        yield plan_local_story(area, office.edition, office.brief(area))


def produce(office: Office) -> Iterator[Copy]:
    """The copy of every area asked for, in the order of the tables."""
    for plan in plans(office):
        yield read_back(proof(write(plan, office.desk), office.dataset, office.contacts.quotes), office.reader)


def candidates(office: Office) -> tuple[Candidate, ...]:
    """Every candidate of the one area asked for, kept or not, strongest first."""
    facts = establish(office.dataset, office.edition)
    (area,) = office.areas
    return survey(find_angles(facts), facts, area.slug, office.desk.stylebook.house.boosts)


def flaws(office: Office) -> tuple[Flaw, ...]:
    """Everything wrong with the wording an office would write with, whatever the edition."""
    return check(office.desk, _asked(office))


def uses(office: Office) -> tuple[Use, ...]:
    """How often the areas asked for use each way of saying each thing."""
    drafts = (write(plan, office.desk) for plan in plans(office))
    return coverage(drafts, office.desk, _asked(office))


def _asked(office: Office) -> dict[str, frozenset[str]]:
    """The sections that plans of an office's topic may ask for."""
    topic = office.dataset.topic
    return sections(repertoire(topic), office.contacts.voices, topic)


def fill(order: Order, on_copy: Callable[[Copy, int], None] = lambda *_: None) -> Report:
    """
    Carry out an order: read, establish, judge, plan, write, proof, publish.

    `on_copy` hears of each copy as it is made, with how many there will be. Raises a StorygenError, having written
    nothing, for anything that cannot be used.
    """
    office = open_office(order)
    copies = []
    for copy in produce(office):
        copies.append(copy)
        on_copy(copy, len(office.wanted))
    refused = tuple(map(str, office.local.refused))
    unused = dict.fromkeys(str(each) for copy in copies for each in copy.draft.plan.left_out)
    report = publish(copies, _press(order, office))
    return replace(report, refused=refused, left_out=tuple(each for each in unused if each not in refused))


def run_of(order: Order, office: Office) -> Run:
    """What an order's drafts depend on, as their manifest has it."""
    run = describe_run(
        office.dataset,
        office.edition,
        house=office.desk.stylebook.house.name,
        version=__version__,
        folders={
            **({"own": order.templates} if order.templates else {}),
            **({"local-facts": order.local_facts} if order.local_facts else {}),
            **settings_of(office.dataset.topic.name),
        },
    )
    return replace(run, local_facts_on=str(order.on) if order.on else None)


def _press(order: Order, office: Office) -> Press:
    return Press(
        folder=order.output / office.dataset.topic.shelf / office.edition.year,
        layouts=shipped("templates") / "formats",
        topic=office.dataset.topic,
        run=run_of(order, office),
        silent=tuple(area.slug for area in office.silent),
    )


def _local_facts(order: Order, dataset: Dataset) -> LocalFacts:
    """The facts filed where the order says, as on its day; none where it names no folder."""
    if order.local_facts and order.on:
        return read_local_facts(order.local_facts, order.on, dataset)
    if order.local_facts:
        raise UsageError("Local facts are judged by a day: say which, as in --on 2026-11-23")
    if order.on:
        raise UsageError("--on is the day local facts are judged by: give their folder too, with --local-facts")
    return NO_FACTS


def folders_of(order: Order) -> tuple[Path, ...]:
    """Where wording is looked for: the newsroom's own templates in front of those that ship."""
    if order.templates is not None and not order.templates.is_dir():
        raise UsageError(f"There is no folder of templates {str(order.templates)!r}")
    own = (order.templates,) if order.templates else ()
    return (*own, shipped("templates"))


def quotes_folder(order: Order) -> Path:
    """The folder a newsroom keeps its quotes in, there yet or not."""
    return order.quotes or Path("quotes-bank")


def _quotes_of(order: Order) -> Path:
    if order.quotes is not None and not order.quotes.is_dir():
        raise UsageError(f"There is no folder of quotes {str(order.quotes)!r}; storygen quotes add makes one")
    return quotes_folder(order)
