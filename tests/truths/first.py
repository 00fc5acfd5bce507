"""The angles of the first edition."""

from collections.abc import Callable
from fractions import Fraction

import oracle
from papers import label, rates_beside

from storygen.model.fact import Fact

COMMONEST = ("Cocaine", "Heroin", "All cannabis", "Crack", "Possession of drugs", "Trafficking of drugs")


def _changes(fact: Fact, year: str) -> tuple[Fraction, Fraction]:
    own, country = oracle.change(*label(fact), year), oracle.national_police_change(fact.category.label, year)
    assert own is not None
    assert country is not None
    return own, country


def _back_to(fact: Fact) -> str:
    assert fact.since is not None
    start = int(fact.since.value)
    return f"{start}-{(start + 1) % 100:02}"


def _ratio(fact: Fact, year: str) -> Fraction:
    change = oracle.change(*label(fact), year)
    assert change is not None
    return 1 + change / 100


def _place(fact: Fact, year: str, region: str | None = None) -> tuple[int, int]:
    found = oracle.rank_of(*label(fact), year, region)
    assert found is not None
    return found


def _is_last(fact: Fact, year: str, region: str | None = None) -> bool:
    pool = oracle.rates(fact.category.label, year, region)
    return pool[fact.area.label] == min(pool.values())


def _is_first_item(fact: Fact, year: str) -> bool:
    own = oracle.count(*label(fact), year)
    others = (oracle.count(fact.area.label, drug, year) for drug in COMMONEST)
    return own is not None and all(own >= (other or 0) for other in others)


def _is_first_in(fact: Fact, year: str, sign: int) -> bool:
    change, years = oracle.change(*label(fact), year), oracle.first_in(*label(fact), year)
    return fact.first_in is not None and fact.first_in.value == years and (change or 0) * sign > 0


TRUTHS: dict[str, Callable[[Fact, str], bool]] = {
    "record-high": lambda fact, year: oracle.highest_since(*label(fact), year, _back_to(fact)) is None,
    "record-low": lambda fact, year: oracle.lowest_since(*label(fact), year, _back_to(fact)) is None,
    "highest-since": lambda fact, year: oracle.highest_since(*label(fact), year) == _back_to(fact),
    "lowest-since": lambda fact, year: oracle.lowest_since(*label(fact), year) == _back_to(fact),
    "rise": lambda fact, year: (oracle.change(*label(fact), year) or 0) > 0,
    "fall": lambda fact, year: (oracle.change(*label(fact), year) or 0) < 0,
    "first-rise": lambda fact, year: _is_first_in(fact, year, 1),
    "first-fall": lambda fact, year: _is_first_in(fact, year, -1),
    "doubled": lambda fact, year: _ratio(fact, year) >= 2,
    "halved": lambda fact, year: _ratio(fact, year) <= Fraction(1, 2),
    "run-of-rises": lambda fact, year: oracle.run(*label(fact), year) >= 3,
    "run-of-falls": lambda fact, year: oracle.run(*label(fact), year) <= -3,
    "highest-rate": lambda fact, year: _place(fact, year)[0] == 1,
    "lowest-rate": _is_last,
    "highest-in-region": lambda fact, year: _place(fact, year, fact.area.region)[0] == 1,
    "lowest-in-region": lambda fact, year: _is_last(fact, year, fact.area.region),
    "above-national": lambda fact, year: rates_beside(fact, year)[0] > rates_beside(fact, year)[1],
    "below-national": lambda fact, year: rates_beside(fact, year)[0] < rates_beside(fact, year)[1],
    "in-line-with-national": lambda fact, year: (
        abs(rates_beside(fact, year)[0] / rates_beside(fact, year)[1] - 1) < Fraction(5, 100)
    ),
    "most-seized": _is_first_item,
    "class-share": lambda fact, year: (
        (oracle.share(*label(fact), year) or 0) > (oracle.national_share(fact.category.label, year) or 100)
    ),
    "rise-against-trend": lambda fact, year: _changes(fact, year)[0] > 0 > _changes(fact, year)[1],
    "fall-against-trend": lambda fact, year: _changes(fact, year)[0] < 0 < _changes(fact, year)[1],
}
