"""The country's story of each single drug: its number, its place in its class, and the border's part of it."""

from fractions import Fraction

from storygen.analysis.evidence import LEAST_BASE, Evidence
from storygen.analysis.panel import NATIONAL
from storygen.analysis.tallies import size
from storygen.analysis.workings import share
from storygen.model.angle import Law, NationalDrug, Split
from storygen.model.fact import Fact
from storygen.model.figure import Cell, Figure, Formula, Unit
from storygen.model.topic import Category, Kind, Penalty, Topic

LEAST_PART = 1  # per cent


def national_drugs(evidence: Evidence, topic: Topic, year: str) -> dict[str, NationalDrug]:
    """Every single drug counted in the national table of a year, by slug."""
    facts = {each.slug: fact for each in topic.categories if (fact := _fact(evidence, each))}
    return {
        slug: NationalDrug(
            fact=fact,
            group=_group(fact, topic, year),
            place=_place(fact, [each for each in facts.values() if _is_beside(fact, each, year)]),
            split=_split(evidence, fact, topic.border),
            law=next((_law(each, year) for each in topic.law if each.covers(fact.category, year)), None),
        )
        for slug, fact in facts.items()
    }


def _fact(evidence: Evidence, category: Category) -> Fact | None:
    is_drug = category.kind is Kind.ITEM and category.is_counted
    return evidence.fact(NATIONAL, category.slug) if is_drug else None


def _group(fact: Fact, topic: Topic, year: str) -> Category | None:
    slug = fact.category.group_in(year)
    return topic.category(slug) if slug else None


def _is_beside(fact: Fact, other: Fact, year: str) -> bool:
    """Whether two drugs belong to the same class in a year."""
    return fact.category.group_in(year) == other.category.group_in(year)


def _place(fact: Fact, peers: list[Fact]) -> Figure | None:
    """
    A drug's place among those of its class by national number (manual B.1, A84).

    None for a drug alone in its class, one level with another, and one in no class.
    """
    values = [each.count.value for each in peers]
    if len(peers) == 1 or values.count(fact.count.value) > 1 or not peers[0].category.classes:
        return None
    counts = tuple(each.count for each in peers)
    return Figure(
        value=Fraction(1 + sum(value > fact.count.value for value in values)), unit=Unit.PLACE,
        formula=Formula.PLACE_FROM_TOP, inputs=(fact.count, size(counts, "drugs of the class")),
        period=fact.count.period, means=f"place in its class: {fact.count.means}",
    )  # fmt: skip


def _split(evidence: Evidence, fact: Fact, border: str | None) -> Split | None:
    """
    The border's part of a drug by number and by quantity, always both (manual B.1, A83).

    None where either is not held, under 50 seizures, where the border's part would exceed the whole, or where a part is
    too small to print.
    """
    drug = fact.category.slug
    if border is None or fact.count.value < LEAST_BASE:
        return None
    number, amount = evidence.number(border, drug), evidence.amount(border, drug)
    whole = evidence.amount(NATIONAL, drug)
    if number is None or amount is None or whole is None or not 0 < amount.value <= whole.value:
        return None
    of_number = share(number, fact.count, f"share of all {evidence.topic.authorities}' {evidence.topic.terms.counted}:")
    of_quantity = share(amount, whole, "share of the quantity all authorities seized:")
    if min(of_number.value, of_quantity.value) < LEAST_PART:
        return None
    return Split(of_number=of_number, of_quantity=of_quantity, quantity=whole)


def _law(penalty: Penalty, year: str) -> Law:
    return Law(
        possession=_sentence(penalty, "possession", penalty.possession, year),
        supply=None if penalty.supply is None else _sentence(penalty, "supply", penalty.supply, year),
    )


def _sentence(penalty: Penalty, offence: str, years: int, year: str) -> Figure:
    return Figure(
        value=Fraction(years), unit=Unit.YEARS, formula=Formula.CELL, period=year,
        means=f"greatest sentence for {offence}, {penalty.group}, in years",
        cell=Cell(file=Penalty.FILE, row=penalty.row, column=offence),
    )  # fmt: skip
