"""The other drugs of an area, beside which one of them is told."""

from storygen.analysis.columns.keys import LEAST_SUBJECT_WEIGHT
from storygen.analysis.evidence import Evidence
from storygen.model.figure import Figure
from storygen.model.topic import Category, Kind, Topic

Pair = tuple[Figure, Figure]


def others(evidence: Evidence, category: str) -> tuple[Category, ...]:
    """The single drugs a story may be about, but for the one named."""
    return tuple(
        each
        for each in evidence.topic.categories
        if each.kind is Kind.ITEM and each.weight >= LEAST_SUBJECT_WEIGHT and each.slug != category
    )


def pair(evidence: Evidence, area: str, category: str) -> Pair | None:
    """This year's number and the one before, where the two may be compared; None where they may not."""
    if evidence.number(area, category) is None:
        return None
    newest = evidence.series(area, category)[:2]
    is_whole = [each.period for each in newest] == [evidence.year(), evidence.year(1)]
    return (newest[0], newest[1]) if is_whole else None


def pairs(evidence: Evidence, area: str, category: str) -> tuple[tuple[Category, Pair], ...]:
    """The other drugs with two comparable numbers, the most often found first."""
    held = ((each, pair(evidence, area, each.slug)) for each in others(evidence, category))
    found = [(each, numbers) for each, numbers in held if numbers]
    return tuple(sorted(found, key=lambda one: -one[1][0].value))


def forms(topic: Topic, category: Category) -> tuple[Category, ...]:
    """The forms of a drug that have a quantity but no number: their nouns name the drug, as "cannabis plants" does."""
    of_it = (each for each in topic.categories if category.noun in each.noun.split() and each.slug != category.slug)
    return tuple(each for each in of_it if not each.is_counted)


def known(figure: Figure | None) -> Figure:
    """A figure the facts have shown to be there."""
    if figure is None:
        raise AssertionError("an angle was found on a figure that is not held")
    return figure
