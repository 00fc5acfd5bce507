"""The angles on the mix of drugs and on the part an area's force has in a larger whole."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import oracle

from storygen.model.fact import Fact

DRUGS = (
    *("Cocaine", "Crack", "Ecstasy", "Heroin", "LSD", "Methadone", "Morphine", "All cannabis", "Amphetamines"),
    *("Ketamine", "Mephedrone (non-injection)", "Anabolic steroids", "Benzodiazepines", "GHB", "Temazepam"),
    *("Trafficking of drugs", "Possession of drugs"),
)


def year_before(year: str) -> str:
    """The year before, as written in the tables."""
    start = int(year[:4]) - 1
    return f"{start}-{(start + 1) % 100:02}"


def _numbers(fact: Fact, drug: str, year: str) -> tuple[int, int]:
    now, before = (oracle.count(fact.area.label, drug, each) or 0 for each in (year, year_before(year)))
    return now, before


def _others(fact: Fact, year: str) -> Iterator[tuple[int, int]]:
    return (_numbers(fact, drug, year) for drug in DRUGS if drug != fact.category.label)


def _is_close_second(fact: Fact, year: str) -> bool:
    own, others = _numbers(fact, fact.category.label, year)[0], [now for now, _ in _others(fact, year)]
    third = max(other for other in others if other <= own)
    ahead = sum(other > own for other in others)
    return ahead <= 1 and third >= 50 and (own - third <= 5 or (own - third) * 50 < own)


def _overtakes(fact: Fact, year: str) -> bool:
    now, before = _numbers(fact, fact.category.label, year)
    passed = [one for one in _others(fact, year) if min(one) >= 30 and before < one[1] and 10 * now >= 11 * one[0]]
    return bool(passed) and now > before >= 30


def _shift(fact: Fact, year: str) -> Fraction:
    now, before = (oracle.share(fact.area.label, fact.category.label, each) for each in (year, year_before(year)))
    assert now is not None
    assert before is not None
    return now - before


def _diverges(fact: Fact, year: str) -> bool:
    now, before = _numbers(fact, fact.category.label, year)
    total_now, total_before = _numbers(fact, oracle.total(), year)
    return (now - before) * (total_now - total_before) < 0


def _national_part(fact: Fact, year: str) -> Fraction:
    own = oracle.count(fact.area.label, fact.category.label, year)
    police = oracle.national_police_count(fact.category.label, year)
    assert own is not None
    assert police
    return Fraction(own, police)


def _regional_part(fact: Fact, year: str) -> Fraction:
    """How many times an equal split of the region's seizures; 0 if the region is not whole."""
    region = [area["label"] for area in oracle.areas() if area["region"] == fact.area.region]
    numbers = {label: oracle.count(label, fact.category.label, year) for label in region}
    held = [number for number in numbers.values() if number is not None]
    own = numbers[fact.area.label]
    return Fraction((own or 0) * len(held), sum(held)) if len(held) == len(region) else Fraction(0)


def _times_the_national_share(fact: Fact, year: str) -> Fraction:
    own = oracle.share(fact.area.label, fact.category.label, year)
    country = oracle.national_share(fact.category.label, year)
    assert own is not None
    assert country
    return own / country if own >= 3 else Fraction(0)


TRUTHS: dict[str, Callable[[Fact, str], bool]] = {
    "share": lambda fact, year: _times_the_national_share(fact, year) >= Fraction(5, 4),
    "close-second": _is_close_second,
    "share-shift": lambda fact, year: abs(_shift(fact, year)) >= 5,
    "overtakes": _overtakes,
    "class-diverges": _diverges,
    "national-part": lambda fact, year: _national_part(fact, year) >= Fraction(3, 100),
    "concentration": lambda fact, year: _national_part(fact, year) >= Fraction(2, 5),
    "regional-part": lambda fact, year: _regional_part(fact, year) >= Fraction(3, 2),
}
