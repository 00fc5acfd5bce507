"""Formulas that look back along a series, newest first: runs, firsts and extremes (see `Formula`)."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from operator import ge, gt, le, lt

from storygen.model.figure import Formula
from storygen.proofing.entries import CannotRecountError, Entry, Exact

Compare = Callable[[Exact, Exact], bool]


def _is_step(newer: Entry, older: Entry, moves: Compare) -> bool:
    """Say whether the value moved that way from one year to the next; across a missing year it did not."""
    return newer.year == older.year + 1 and moves(newer.value, older.value)


def _run(inputs: Sequence[Entry], *, moves: Compare) -> Exact:
    """Count the steps that way in a row, back from the newest year; the first other step or gap ends it."""
    steps = 0
    while steps + 1 < len(inputs) and _is_step(inputs[steps], inputs[steps + 1], moves):
        steps += 1
    return steps


def _first_in(inputs: Sequence[Entry], *, moves: Compare) -> Exact:
    """
    Count the years since the value last moved that way before it did so in the newest year.

    Totals of 2, 1 and 2 for 2012-13, 2013-14 and 2014-15, up from 1 in 2011-12, give 2: risen in 2012-13
    and again in 2014-15. It fails where the newest step goes another way, where the one before goes the same
    way, where there is no earlier such step, and where a year is missing on the way back to it.
    """
    if _run(inputs, moves=moves) != 1:
        raise CannotRecountError("the newest year is not the first of its kind after years of another")
    for newer, older in pairwise(inputs[1:]):
        if newer.year != older.year + 1:
            raise CannotRecountError(f"no value is held between {older.period} and {newer.period}")
        if moves(newer.value, older.value):
            return inputs[0].year - newer.year
    raise CannotRecountError("no earlier year moved the same way")


def _newest_first(inputs: Sequence[Entry]) -> tuple[Entry, Sequence[Entry]]:
    newest, *earlier = inputs
    if not earlier or any(each.year >= newest.year for each in earlier):
        raise CannotRecountError("its inputs are not a newest year followed by earlier ones")
    return newest, earlier


def _since(inputs: Sequence[Entry], *, reaches: Compare) -> Exact:
    """Find the latest earlier year whose value reaches the newest one."""
    newest, earlier = _newest_first(inputs)
    found = [each.year for each in earlier if reaches(each.value, newest.value)]
    if not found:
        raise CannotRecountError("no earlier year reaches the newest value")
    return max(found)


def _record(inputs: Sequence[Entry], *, reaches: Compare) -> Exact:
    """Give the oldest year, provided that no earlier value reaches the newest one."""
    newest, earlier = _newest_first(inputs)
    rival = next((each for each in earlier if reaches(each.value, newest.value)), None)
    if rival is not None:
        raise CannotRecountError(f"it is no record, as {rival.period} reaches the newest value")
    return min(each.year for each in inputs)


MILESTONES = (100, 500, 1_000, 5_000, 10_000)


def _milestone(inputs: Sequence[Entry]) -> Exact:
    """Find the largest milestone that the newest value reached and no earlier one did."""
    newest, earlier = _newest_first(inputs)
    reached = [mark for mark in MILESTONES if newest.value >= mark > max(each.value for each in earlier)]
    if not reached:
        raise CannotRecountError("no milestone was reached for the first time")
    return max(reached)


SERIES: dict[Formula, Callable[[Sequence[Entry]], Exact]] = {
    Formula.MILESTONE: _milestone,
    Formula.RISES: partial(_run, moves=gt),
    Formula.FALLS: partial(_run, moves=lt),
    Formula.FIRST_RISE_IN: partial(_first_in, moves=gt),
    Formula.FIRST_FALL_IN: partial(_first_in, moves=lt),
    Formula.HIGHEST_SINCE: partial(_since, reaches=ge),
    Formula.LOWEST_SINCE: partial(_since, reaches=le),
    Formula.RECORD_HIGH_SINCE: partial(_record, reaches=ge),
    Formula.RECORD_LOW_SINCE: partial(_record, reaches=le),
}
"""How to apply each formula to its inputs, newest first."""
