"""Near records, milestones, firsts and zeros, peaks, longer changes, reversals and the steepest changes."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from statistics import median

import oracle

from storygen.model.fact import Fact

MILESTONES = (100, 500, 1_000, 5_000, 10_000)


def _number(fact: Fact, year: str, back: int = 0) -> int:
    found = oracle.count(fact.area.label, fact.category.label, _year(year, back))
    assert found is not None
    return found


def _year(year: str, back: int) -> str:
    start = int(year[:4]) - back
    return f"{start}-{(start + 1) % 100:02}"


def _history(fact: Fact, year: str) -> list[int]:
    """Numbers held, oldest first, from the first comparable year to this one."""
    years = [each for each in oracle.years() if fact.comparable_from <= each <= year]
    held = (oracle.count(fact.area.label, fact.category.label, each) for each in years)
    return [number for number in held if number is not None]


def _is_near_record(fact: Fact, year: str, sign: int) -> bool:
    *earlier, now = _history(fact, year)
    record = sign * max(sign * number for number in earlier)
    beyond = [number for number in earlier if sign * number >= sign * now]
    return sign * record > sign * now and (len(beyond) == 1 or abs(record - now) * 100 <= 2 * record)


def _is_milestone(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    return any(now >= mark and all(number < mark for number in earlier) for mark in MILESTONES)


def _is_first(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    return now >= 3 and len(earlier) >= 7 and set(earlier) == {0}


def _is_none(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    return now == 0 and earlier[-1] > 0 and median(earlier) >= 5


def _is_below_peak(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    return now * 4 <= max(earlier) * 3 and max(earlier) not in earlier[-2:] and earlier.count(max(earlier)) == 1


def _is_above_trough(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    return min(earlier) * 4 <= now * 3 and min(earlier) not in earlier[-2:] and earlier.count(min(earlier)) == 1


def _is_longer(fact: Fact, year: str, sign: int) -> bool:
    now = _number(fact, year)
    then = [_number(fact, year, back) for back in (4, 5, 6)]
    is_clear = sign * (now - then[1]) * 10 >= then[1] >= 50
    return is_clear and all(sign * (now - each) > 0 for each in then) and fact.comparable_from <= _year(year, 6)


def _is_reversal(fact: Fact, year: str, sign: int) -> bool:
    before, last, now = (_number(fact, year, back) for back in (2, 1, 0))
    undone = Fraction(now - last, before - last)
    return sign * (now - last) > 0 and undone >= Fraction(4, 5) and fact.comparable_from <= _year(year, 2)


def _is_steepest(fact: Fact, year: str, sign: int) -> bool:
    history = _history(fact, year)
    *earlier, newest = (sign * Fraction(now - before, before) for before, now in pairwise(history))
    return len(history) >= 8 and newest > 0 and all(newest > each for each in earlier)


def _is_typical(fact: Fact, year: str) -> bool:
    *earlier, now = _history(fact, year)
    at_most, at_least = sum(each <= now for each in earlier), sum(each >= now for each in earlier)
    return min(at_most, at_least) * 4 >= len(earlier) - 1


TRUTHS: dict[str, Callable[[Fact, str], bool]] = {
    "near-record-high": lambda fact, year: _is_near_record(fact, year, 1),
    "near-record-low": lambda fact, year: _is_near_record(fact, year, -1),
    "milestone": _is_milestone,
    "first-recorded": _is_first,
    "none-recorded": _is_none,
    "below-peak": _is_below_peak,
    "above-trough": _is_above_trough,
    "longer-rise": lambda fact, year: _is_longer(fact, year, 1),
    "longer-fall": lambda fact, year: _is_longer(fact, year, -1),
    "rise-after-fall": lambda fact, year: _is_reversal(fact, year, 1),
    "fall-after-rise": lambda fact, year: _is_reversal(fact, year, -1),
    "steepest-rise": lambda fact, year: _is_steepest(fact, year, 1),
    "steepest-fall": lambda fact, year: _is_steepest(fact, year, -1),
    "typical-year": _is_typical,
}
