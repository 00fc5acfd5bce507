"""What a table must be before anyone computes with it: every label known, every cell a number."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from storygen.errors import SourceError
from storygen.model.topic import Category, Topic
from storygen.sources.areas import Directory
from storygen.sources.catalogue import Axis, Entry
from storygen.sources.sheets import Sheet
from storygen.sources.years import financial_years, mid_years

WHOLE = re.compile(r"[0-9]{1,15}")  # as many digits as a float holds exactly
MEASURED = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
CORNERS = {"area": "Force", "category": "Drug", "year": "Year", "mid-year": "Year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What may stand along an axis: the slug or year each label means, and the labels that must be there."""

    meaning: dict[str, str]
    required: frozenset[str]


def category_label(category: Category, entry: Entry) -> str:
    """A category's label in a table: with its unit where quantities are printed."""
    return f"{category.label} ({category.unit})" if entry.values == "measured" else category.label


def labels_of(axis: Axis, entry: Entry, topic: Topic, directory: Directory) -> Labels:
    """The labels of a table's axis; of an imported table none must be there, for it may add to others."""
    labels = _labels(axis, entry, topic, directory)
    return labels if entry.release is None else Labels(meaning=labels.meaning, required=frozenset())


def _labels(axis: Axis, entry: Entry, topic: Topic, directory: Directory) -> Labels:
    if axis == "area":
        slugs = directory.territorial if entry.category == "people" else directory.expected
        required = frozenset(area.label for area in directory.areas if area.slug in slugs)
        return Labels(meaning=directory.by_label, required=required)
    if axis == "category":
        meaning = {category_label(each, entry): each.slug for each in _tabulated(entry, topic)}
        return Labels(meaning=meaning, required=frozenset(meaning))
    years = financial_years if axis == "year" else mid_years
    meaning = years(entry.first or "", entry.last or "")
    return Labels(meaning=meaning, required=frozenset(meaning))


def check(sheet: Sheet, entry: Entry, rows: Labels, columns: Labels) -> None:
    """Raise SourceError for the first label or cell of `sheet` that breaks the contract of its entry."""
    corner = CORNERS[entry.rows]
    if sheet.corner != corner:
        found, expected = f"the heading '{sheet.corner}'", f"'{corner}' over the labels of the rows"
        raise SourceError(dataset=sheet.file, found=found, expected=expected)
    _check_labels(sheet.file, "column", sheet.columns, columns)
    _check_labels(sheet.file, "row", sheet.rows, rows)
    _check_cells(sheet, entry)


def _tabulated(entry: Entry, topic: Topic) -> list[Category]:
    if entry.values == "measured":
        return [category for category in topic.categories if category.unit is not None]
    if "area" in (entry.rows, entry.columns) and entry.release is not None:
        return [
            each for each in topic.categories if each.is_counted
        ]  # a later release may tabulate a drug further back
    if "area" in (entry.rows, entry.columns):
        return [each for each in topic.categories if each.is_tabulated_in(entry.year or "")]
    return list(topic.categories)


def _check_labels(file: str, axis: str, found: dict[str, int], labels: Labels) -> None:
    for label in found:
        if label not in labels.meaning:
            close = get_close_matches(label, labels.meaning, n=1)
            expected = f"a known name, perhaps {close[0]}" if close else "a name the topic knows"
            raise _at(file, axis, label, found=f"an unknown {axis}", expected=expected)
    for label in labels.meaning:
        if label in labels.required and label not in found:
            raise _at(file, axis, label, found=f"no such {axis}", expected=f"one {axis} of that name")


def _at(file: str, axis: str, label: str, *, found: str, expected: str) -> SourceError:
    row, column = (label, None) if axis == "row" else (None, label)
    return SourceError(dataset=file, row=row, column=column, found=found, expected=expected)


def _check_cells(sheet: Sheet, entry: Entry) -> None:
    pattern = WHOLE if entry.values == "whole" else MEASURED
    for row, texts in zip(sheet.rows, sheet.grid, strict=True):
        for column, text in zip(sheet.columns, texts, strict=True):
            if not pattern.fullmatch(text) and not (entry.may_be_blank and not text):
                found = f"'{text}'" if text else "an empty cell"
                expected = _wanted(entry)
                raise SourceError(dataset=sheet.file, row=row, column=column, found=found, expected=expected)


def _wanted(entry: Entry) -> str:
    number = "a whole number" if entry.values == "whole" else "a quantity, in digits with at most one point,"
    return f"{number} of 0 or more{', or nothing' if entry.may_be_blank else ''}"
