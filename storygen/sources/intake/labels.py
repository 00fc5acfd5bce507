"""Labels as released – with footnote marks, line breaks, other names – and what each means."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TypeVar

from storygen.model.topic import Category, Topic
from storygen.sources.areas import Directory
from storygen.sources.intake.layouts import Intake

T = TypeVar("T")

EVERY = "*"
FOOTNOTE = re.compile(
    r"\s*(?:[\[(](?:note|notes|footnote)?\s*[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*[\])]|[\[(][repzixc][\])]|[*†‡§#]+|"
    r"\s?(?<![0-9])[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)$",
    re.IGNORECASE,
)
RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
SEVERAL = re.compile(r"\s+(?:and|&)\s+|\s*[/,;+]\s*")


def key(label: str) -> str:
    r"""
    What is left of a label to compare.

    >>> key("Avon & Somerset"), key("London,\nCity of"), key("Number ofseizures¹")
    ('avonandsomerset', 'londoncityof', 'numberofseizures')
    """
    plain = unicodedata.normalize("NFKC", label.translate(RAISED)).casefold().replace("&", " and ")
    return "".join(letter for letter in plain if letter.isalnum() or letter in "%*")


def variants(label: str) -> Iterator[str]:
    """
    The key of a label, then those without the footnote marks it may end in.

    >>> list(variants("West Yorkshire4"))[-1], list(variants("Sussex [note 3]"))[-1], list(variants("Class A"))
    ('westyorkshire', 'sussex', ['classa'])
    """
    seen = None
    while label != seen:
        yield key(label)
        seen, label = label, FOOTNOTE.sub("", label.translate(RAISED).rstrip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a heading means: a category, and what to multiply by where it gives a unit; None where it gives none."""

    category: str
    times: Decimal | None


class Names:
    """Every name a release may use, and what it means; `also` adds names, each with the known one it stands for."""

    def __init__(self, topic: Topic, directory: Directory, intake: Intake, also: Mapping[str, str]) -> None:
        """Gather the names of a topic, its areas and its intake."""
        self._directory = directory
        self._units = {category.slug: category.unit for category in topic.categories}
        self._slugs = {area.slug for area in directory.areas}
        self._areas = {key(name): slug for name, slug in _area_names(directory, intake)}
        self._groups = {key(name): group for name, group in _group_names(directory, intake)}
        self._columns = {key(name): column for name, column in _column_names(topic, intake)}
        self.units = {key(name): each for each in intake.units for name in each.written}
        for name, known in also.items():
            self._adopt(key(name), key(known))

    def area(self, label: str) -> str | None:
        """The slug of an area."""
        return _first(self._areas, label)

    def group(self, label: str) -> str | None:
        """The region or nation a row adds up, "*" for all."""
        return _first(self._groups, label)

    def column(self, label: str) -> Column | None:
        """The category a heading or row is about."""
        return _first(self._columns, label)

    def is_area(self, slug: str) -> bool:
        """Whether a slug is an area's, and not the name of a group."""
        return slug in self._slugs

    def members(self, group: str) -> tuple[frozenset[str], ...]:
        """The areas a group adds up, by slug; more than one answer where a total may be of more than one kind."""
        areas = self._directory.areas
        if group == EVERY:
            return self._directory.territorial, frozenset(area.slug for area in areas)
        return (frozenset(area.slug for area in areas if area.is_territorial and group in {area.region, area.nation}),)

    def unit_of(self, category: str) -> str | None:
        """What a category's quantity is measured in; None if it has none."""
        return self._units[category]

    def several(self, label: str) -> bool:
        """Whether a label names two areas at once."""
        return sum(self.area(part) is not None for part in SEVERAL.split(label)) > 1

    def knows(self, name: str) -> bool:
        """Whether a name stands for anything."""
        return any(each(name) is not None for each in (self.area, self.group, self.column))

    def _adopt(self, name: str, known: str) -> None:
        for names in (self._areas, self._groups, self._columns):
            if known in names:
                names[name] = names[known]  # type: ignore[assignment]  # the same dictionary on both sides


def _first(names: Mapping[str, T], label: str) -> T | None:
    return next((names[each] for each in variants(label) if each in names), None)


def _area_names(directory: Directory, intake: Intake) -> Iterator[tuple[str, str]]:
    for area in directory.areas:
        own = (area.headline, area.place, area.slug, area.force, area.the_force, area.code, area.label)
        yield from ((name, area.slug) for name in (*own, *intake.areas.get(area.slug, ())) if name)


def _group_names(directory: Directory, intake: Intake) -> Iterator[tuple[str, str]]:
    groups = {group for area in directory.areas if area.is_territorial for group in (area.region, area.nation)}
    for group in sorted(groups):
        yield group, group
        yield group.removeprefix("the "), group
    for group, names in intake.groups.items():
        yield from ((name, group) for name in names)


def _column_names(topic: Topic, intake: Intake) -> Iterator[tuple[str, Column]]:
    for category in topic.categories:
        names = {category.label, *intake.categories.get(category.slug, ())}
        for name in sorted(names):
            yield name, Column(category=category.slug, times=None)
        yield from _with_units(category, names, intake)


def _with_units(category: Category, names: Iterable[str], intake: Intake) -> Iterator[tuple[str, Column]]:
    units = [each for each in intake.units if each.unit == category.unit]
    for name, unit in product(sorted(names), units):
        for written in unit.written:
            yield f"{name} {written}", Column(category=category.slug, times=unit.times)
