"""The angles on ranks and benchmarks."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import oracle
from papers import label

from storygen.model.fact import Fact

DRUGS = (
    *("Cocaine", "Crack", "Ecstasy", "Heroin", "LSD", "Methadone", "Morphine", "All cannabis", "Amphetamines"),
    *("Ketamine", "Mephedrone (non-injection)", "Anabolic steroids", "Benzodiazepines", "GHB", "Temazepam"),
    *("Trafficking of drugs", "Possession of drugs"),
)
BREAKS = {
    ("Merseyside", "2010-11"), ("Merseyside", "2016-17"), ("Nottinghamshire", "2012-13"), ("Norfolk", "2011-12"),
    ("Thames Valley", "2014-15"), ("Thames Valley", "2016-17"), ("Cheshire", "2012-13"), ("Cheshire", "2017-18"),
}  # fmt: skip
"""Force and year from which earlier numbers cannot be compared."""

PARTS_APART = {("Kent", "2022-23"), ("Metropolitan Police", "2022-23"), ("Metropolitan Police", "2021-22")}
"""Force and year from which recorded trafficking and possession, each for itself, cannot be compared with earlier."""

BAD = {("Surrey", "2012-13"), ("Leicestershire", "2015-16"), ("Suffolk", "2017-18")}
"""Force and year whose total is partial or contradicts itself."""


def _forces() -> list[str]:
    return [area["label"] for area in oracle.areas() if area["is_territorial"] == "true"]


def _before(year: str, back: int = 1) -> str:
    start = int(year[:4]) - back
    return f"{start}-{(start + 1) % 100:02}"


def _move(area: str, drug: str, year: str) -> Fraction | None:
    """The change in per cent where the two years can be compared at all; None where they cannot."""
    if (area, year) in BREAKS or {(area, year), (area, _before(year))} & {*BAD, *oracle.subject().doubted}:
        return None
    if drug != oracle.total() and (area, year) in PARTS_APART and not oracle.subject().nation:
        return None
    total, own = oracle.change(area, oracle.total(), year), oracle.change(area, drug, year)
    if total is None or own is None or _leaps(total, Fraction(7, 4)) or _hides(area, drug, year):
        return None
    largest = max(oracle.count(area, drug, each) or 0 for each in (year, _before(year)))
    return None if largest >= 100 and _leaps(own, Fraction(3)) else own


def _leaps(change: Fraction, times: Fraction) -> bool:
    ratio = 1 + change / 100
    return ratio >= times or ratio <= 1 / times


def _hides(area: str, drug: str, year: str) -> bool:
    """Whether the share of seizures with no drug identified moved by more than 5 points."""
    now, then = (oracle.share(area, "Unknown", each) or Fraction(0) for each in (year, _before(year)))
    return drug != oracle.total() and abs(now - then) > Fraction(5)


def _leader(drug: str, year: str) -> str:
    pool = oracle.rates(drug, year)
    return max(pool, key=lambda label: pool[label])


def _place(fact: Fact, year: str) -> int:
    found = oracle.rank_of(*label(fact), year)
    assert found is not None
    return found[0]


def _places_up(fact: Fact, year: str) -> int:
    return _place(fact, _before(year)) - _place(fact, year)


def _rivals(fact: Fact, year: str, sign: int) -> Iterator[str]:
    """Forces with a hundred seizures the year before that moved further the same way."""
    own = oracle.change(*label(fact), year)
    assert own is not None
    for area in _forces():
        move = _move(area, fact.category.label, year)
        if move is not None and sign * move > sign * own:
            before = oracle.count(area, fact.category.label, _before(year)) or 0
            yield from [area] if before >= 100 else []


def _is_biggest(fact: Fact, year: str, sign: int) -> bool:
    own = oracle.change(*label(fact), year)
    return own is not None and sign * own > 0 and not list(_rivals(fact, year, sign))


def _is_most(fact: Fact, year: str) -> bool:
    drug, own = fact.category.label, oracle.count(*label(fact), year) or 0
    return all(own > (oracle.count(other, drug, year) or 0) for other in _forces() if other != fact.area.label)


def _is_of_few(fact: Fact, year: str, sign: int) -> bool:
    moves = {force: _move(force, oracle.total(), year) for force in _forces()}
    alike = [force for force, move in moves.items() if move is not None and sign * move > 0]
    return fact.area.label in alike and len(alike) <= 5


def _all_moved(fact: Fact, year: str, sign: int) -> bool:
    area = fact.area.label
    often = [drug for drug in DRUGS if min(oracle.count(area, drug, each) or 0 for each in (year, _before(year))) >= 20]
    moves = [move for drug in often if (move := _move(area, drug, year)) is not None]
    return len(moves) >= 8 and all(sign * move > 0 for move in moves)


def _beside_rest(fact: Fact, year: str) -> Fraction:
    """The rate as a multiple of that of the region's other forces together."""
    own, drug = fact.area.label, fact.category.label
    others = [label for label in oracle.rates(drug, year, fact.area.region) if label != own]
    seizures = sum(oracle.count(label, drug, year) or 0 for label in others)
    people = sum(oracle.population(label, year) or 0 for label in others)
    rate = oracle.rate(own, drug, year)
    assert rate is not None
    return rate / Fraction(seizures * 1_000_000, people)


def _beside_nation(fact: Fact, year: str) -> Fraction:
    own, country = oracle.rate(*label(fact), year), oracle.national_rate(fact.category.label, year)
    assert own is not None
    assert country is not None
    return own / country


def _moves(fact: Fact, year: str) -> tuple[Fraction, Fraction]:
    own, country = oracle.change(*label(fact), year), oracle.national_police_change(fact.category.label, year)
    assert own is not None
    assert country is not None
    return own, country


def _outpaces(fact: Fact, year: str, sign: int) -> bool:
    own, country = _moves(fact, year)
    return sign * own >= 2 * sign * country >= 6


TRUTHS: dict[str, Callable[[Fact, str], bool]] = {
    "top-three": lambda fact, year: _place(fact, year) in {2, 3},
    "title-kept": lambda fact, year: (
        {_leader(fact.category.label, each) for each in (year, _before(year))} == {fact.area.label}
    ),
    "title-taken": lambda fact, year: (
        _leader(fact.category.label, year) == fact.area.label != _leader(fact.category.label, _before(year))
    ),
    # A number the desk sets aside may stand between, in either year.
    "rank-up": lambda fact, year: _places_up(fact, year) >= 7,
    "rank-down": lambda fact, year: _places_up(fact, year) <= -7,
    "biggest-rise": lambda fact, year: _is_biggest(fact, year, 1),
    "biggest-fall": lambda fact, year: _is_biggest(fact, year, -1),
    "most-outright": _is_most,
    "few-up": lambda fact, year: _is_of_few(fact, year, 1),
    "few-down": lambda fact, year: _is_of_few(fact, year, -1),
    "across-the-board-up": lambda fact, year: _all_moved(fact, year, 1),
    "across-the-board-down": lambda fact, year: _all_moved(fact, year, -1),
    "above-region": lambda fact, year: _beside_rest(fact, year) >= Fraction(105, 100),
    "below-region": lambda fact, year: _beside_rest(fact, year) <= Fraction(95, 100),
    "multiple-of-national": lambda fact, year: _beside_nation(fact, year) >= Fraction(19, 10),
    "fraction-of-national": lambda fact, year: _beside_nation(fact, year) <= Fraction(1, 2),
    "rise-with-trend": lambda fact, year: min(_moves(fact, year)) >= 3,
    "fall-with-trend": lambda fact, year: max(_moves(fact, year)) <= -3,
    "rise-outpaces": lambda fact, year: _outpaces(fact, year, 1),
    "fall-outpaces": lambda fact, year: _outpaces(fact, year, -1),
}
