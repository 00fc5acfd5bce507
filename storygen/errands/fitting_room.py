"""The fitting room: house styles listed, shown on a paragraph, and tried on a whole edition."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from storygen.analysis.registry import angles
from storygen.errors import UsageError, nearest
from storygen.model.copy import Copy
from storygen.model.draft import Draft
from storygen.model.fact import Fact
from storygen.model.house import Boost, House
from storygen.model.plan import Form, Passage, StoryPlan
from storygen.newsroom import plans, produce
from storygen.office import Office, Order, folders_of, open_office
from storygen.proofing import proof
from storygen.style import house_files, read_house
from storygen.writing import write

SPECIMEN = "story/specimen"


def houses(order: Order) -> tuple[House, ...]:
    """Every house style an order may name, by name. Raises a StorygenError for one that cannot be used."""
    files = house_files([folder / "houses" for folder in folders_of(order)])
    return tuple(read_house(path) for path in files.values())


def specimen(order: Order) -> Copy:
    """
    A headline and one paragraph of the area asked for, the first with an article if none is, as a house sets them.

    Raises UsageError where no area asked for has an article.
    """
    office = open_office(order)
    for plan in plans(office):
        told = plan.angles
        if plan.form is Form.ARTICLE and told and told.total and told.group:
            return proof(_specimen(plan, told.group, office), office.dataset)
    raise UsageError(f"No article can be written from the figures of {office.edition.year} for what was asked")


def tried(order: Order, file: Path | None = None) -> Iterator[tuple[House, tuple[Copy, ...]]]:
    """
    House styles, each with the copy of every area asked for written in it and proofed: the one in `file`, or all known.

    Raises a StorygenError for a file that cannot be used, or whose boosts name what there is not.
    """
    for style in houses(order) if file is None else (read_house(file),):
        office = open_office(order, style)
        for boost in style.boosts:
            _check(boost, style, office)
        yield style, tuple(produce(office))


def _specimen(plan: StoryPlan, fact: Fact, office: Office) -> Draft:
    headline = next(passage for passage in plan.passages if passage.role == "headline")
    paragraph = Passage(role="lead", wording=SPECIMEN, section="specimen", fact=fact)
    return write(replace(plan, passages=(headline, paragraph)), office.desk)


def _check(boost: Boost, style: House, office: Office) -> None:
    """Refuse a boost for an area, a drug or an angle that is not known: it would never do anything."""
    asked = {"area": boost.area, "drug": boost.drug, "angle": boost.angle}
    known = {
        "area": [area.slug for area in office.dataset.stories],
        "drug": [category.slug for category in office.dataset.topic.categories],
        "angle": [rule.slug for rule in angles()],
    }
    for kind, name in asked.items():
        if name is not None and name not in known[kind]:
            near = nearest(name, sorted(known[kind]))
            raise UsageError(f"houses/{style.name}.yaml boosts an unknown {kind}, {name!r}; {near}")
