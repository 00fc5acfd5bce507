"""The words of a topic: which category, force, region or unit each name stands for, and the English around them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from storygen.model.area import Area
from storygen.model.dataset import Dataset
from storygen.model.topic import Category, Kind
from storygen.proofing.reading.english import CUES

END = ""
Branch = dict[str, "Branch | tuple[str, object]"]
"""Terms to what may follow them; under `END` the tag and the meaning of the phrase that ends there."""

EVERYBODY = "everybody"
"""What a name of all authorities together stands for."""

THINGS = "things"
"""The tag of what a topic counts, whatever it is."""

SPLIT = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """Names of a unit, the unit of the tables it belongs to, and how many of that unit one is."""

    unit: str
    names: tuple[str, ...]
    worth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A topic's further names (its `reading.yaml`): by slug of a category or a force, or by region as in areas.csv."""

    drugs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    units: tuple[UnitWords, ...] = ()


def lexicon(dataset: Dataset, vocabulary: Vocabulary) -> Branch:
    """Every phrase the desk knows, as a tree of words; a topic's names come before English where both have one."""
    root: Branch = {}
    for tag, phrases in CUES.items():
        for phrase in filter(None, phrases.split("|")):
            _plant(root, phrase, tag, phrase)
    terms = dataset.topic.terms
    for phrase in (terms.counted, terms.named, *vocabulary.things):
        _plant(root, phrase, THINGS, phrase)
    for tag, phrase, meaning in _names(dataset, vocabulary):
        _plant(root, phrase, tag, meaning)
        _plant(root, f"the {phrase}", tag, meaning)
    return root


def words(phrase: str) -> list[str]:
    """
    Split a phrase as sentences are split: in lower case, at spaces and hyphens.

    >>> words("Dyfed-Powys Police")
    ['dyfed', 'powys', 'police']
    """
    return [word for word in SPLIT.split(phrase.lower()) if word]


def _plant(root: Branch, phrase: str, tag: str, meaning: object) -> None:
    branch = root
    for word in words(phrase):
        found = branch.setdefault(word, {})
        if isinstance(found, dict):  # the other kind of value stands under END only, which is no word
            branch = found
    branch[END] = (tag, meaning)


def _names(dataset: Dataset, vocabulary: Vocabulary) -> Iterator[tuple[str, str, object]]:
    """Every name with its tag and what it stands for, in one order always: where two are alike, the last one stands."""
    yield from _names_of_drugs(dataset, vocabulary)
    yield "nation", dataset.topic.national, dataset.topic.national
    for name in vocabulary.everybody:
        yield "nation", name, EVERYBODY
    for region in sorted({area.region for area in dataset.stories}):
        for name in (region, region.removeprefix("the "), *vocabulary.regions.get(region, ())):
            yield "region", name, region
    for area in dataset.areas:
        for name in _names_of_force(area, dataset, vocabulary):
            yield "area" if area.is_territorial else "other", name, area.slug
    for slug in unheld(dataset):
        for name in (slug.replace("-", " "), f"{slug.replace('-', ' ')} police", *vocabulary.forces.get(slug, ())):
            yield "area", name, slug
    for unit in vocabulary.units:
        for name in unit.names:
            yield "unit", name, (unit.unit, Fraction(unit.worth))


def unheld(dataset: Dataset) -> list[str]:
    """The areas whose residents are held and whose police force has no row, by slug."""
    people = dataset.cells[dataset.cells["measure"] == "population"]["area"]
    return sorted({str(each) for each in people.unique()} - {area.slug for area in dataset.areas})


def _names_of_drugs(dataset: Dataset, vocabulary: Vocabulary) -> Iterator[tuple[str, str, object]]:
    for category in dataset.topic.categories:
        for name in (*_called(category, dataset.topic.terms.counted), *vocabulary.drugs.get(category.slug, ())):
            yield "drug", name, category.slug
        if category.kind is Kind.TOTAL:
            yield "whole", category.counted, category.slug
            yield "whole", category.named, category.slug
    for name in vocabulary.whole:
        yield "whole", name, dataset.topic.total.slug


def _names_of_force(area: Area, dataset: Dataset, vocabulary: Vocabulary) -> Iterator[str]:
    """A force's full name, and its short ones where no region is called the same."""
    yield area.force
    yield from vocabulary.forces.get(area.slug, ())
    short = [area.slug.replace("-", " "), area.label, area.headline]
    short += [area.place.removeprefix("the ")] if area.is_territorial else []
    regions = {each.region.casefold() for each in dataset.stories}
    yield from (name for name in short if not any(name.casefold() in region for region in regions))


def _called(category: Category, things: str) -> Iterator[str]:
    """A category's noun, and the words that stand before the `things` counted, as "seizures", for it."""
    if category.kind is Kind.TOTAL:
        return  # its noun is everybody's: "drugs" names nothing
    yield category.noun
    for name in (category.counted, category.named):
        if name.endswith(f" {things}"):
            yield name.removesuffix(f" {things}")
