"""The running order: from published tables to drafts. The only file that knows the route; read it first."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from storygen import __version__
from storygen.analysis import establish, find_angles, judge, repertoire, survey
from storygen.model.angle import Candidate
from storygen.model.copy import Copy
from storygen.model.plan import StoryPlan
from storygen.model.wording import Flaw, Use
from storygen.office import Office, Order, open_office
from storygen.paths import settings_of, shipped
from storygen.planning import plan_local_story, plan_story, sections
from storygen.proofing import proof, read_back
from storygen.publishing import Press, Report, Run, describe_run, publish
from storygen.quoting import answered
from storygen.writing import check, coverage, write


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


def produce(office: Office) -> Iterator[Copy]:
    """The copy of every area asked for, in the order of the tables."""
    for plan in plans(office):
        yield read_back(proof(write(plan, office.desk), office.dataset, office.contacts.quotes), office.reader)


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
