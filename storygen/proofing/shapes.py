"""The shapes a number takes in prose, and how each is read."""

import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from string import ascii_letters
from typing import NamedTuple

from storygen.proofing import vocabulary as v


class Kind(StrEnum):
    """What sort of number was read, which decides what it may stand for."""

    CARDINAL = "cardinal"  # 1,188; seven; 0.3; 1.2 million
    ORDINAL = "ordinal"  # 10th; third
    TALLY = "tally"  # once, twice, thrice
    YEAR = "year"  # 2018-19; March 2019; worth the calendar year the financial year starts in
    PART = "part"  # half, two-thirds
    ODDS = "odds"  # one in five
    MULTIPLE = "multiple"  # doubled, halved, fivefold
    VAGUE = "vague"  # hundreds, ½: nothing exact can be read


class Worth(NamedTuple):
    """What a number is worth (None if that cannot be read with certainty) and how many decimals it shows."""

    kind: Kind
    value: Fraction | None
    places: int = 0


Reader = Callable[[re.Match[str]], Worth]

_IDIOMS = r"(?!-(?:aid|class|degree|guess|guessing|hand|off|party|person|rate|sided|time|way)\b)"
_SCALE = f"(?: (?:{'|'.join(v.SCALES)}))"
_SHORT_SCALES = {**v.SCALES, "m": 6, "thousand": 3}
_LETTERS = f" {ascii_letters}"
_MONTHS = ("january", "february", "march", "april", "may", "june", "july")
_LATE_MONTHS = ("august", "september", "october", "november", "december")
_MONTH = f"(?:{'|'.join(_MONTHS + _LATE_MONTHS)})"
_AFTER_MONTH = f"(?:{'|'.join(f'(?<={month} )' for month in _MONTHS + _LATE_MONTHS)})"
_LONGEST_MONTH = len("september ")
_DATED = re.compile(rf"\b({'|'.join(_MONTHS + _LATE_MONTHS)}|mid)[ -]$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def _span(match: re.Match[str]) -> Worth:
    first, last = re.split(r"[-/\u2013]", match[0])
    follows = (int(first) + 1) % 10 ** len(last) == int(last)
    return Worth(Kind.YEAR, Fraction(int(first)) if follows else None)


LONGEST = 40  # characters; no figure of ours has as many, and Python refuses to read some thousands


def _figures(match: re.Match[str]) -> Worth:
    number = match[0].rstrip(_LETTERS)
    scale = match[0][len(number) :].strip().lower()
    if month := _month_before(match):
        return Worth(Kind.YEAR, Fraction(int(number) - (month in _MONTHS[:3])))
    if not _GROUPED.fullmatch(number) or len(number) > LONGEST:
        return Worth(Kind.CARDINAL, None)
    whole, _, decimals = number.replace(",", "").partition(".")
    places = len(decimals) - _SHORT_SCALES.get(scale, 0)
    digits = int(whole + decimals)
    value = Fraction(digits, 10**places) if places > 0 else Fraction(digits * 10**-places)
    return Worth(Kind.CARDINAL, value, places)


def _month_before(match: re.Match[str]) -> str:
    """Find the month of a bare year ("mid" for a mid-year); empty where the number is no such year."""
    if not re.fullmatch("[0-9]{4}", match[0]):
        return ""
    start = match.start()
    month = _DATED.search(match.string[max(0, start - _LONGEST_MONTH) : start].lower())
    return month[1] if month else ""


def _day(match: re.Match[str]) -> Worth:
    """Read a whole date as the year of account it lies in, were every year to end with its first three months."""
    shown = match.string[max(0, match.start() - _LONGEST_MONTH) : match.end()].lower()
    is_early = any(month in shown for month in _MONTHS[:3])
    return Worth(Kind.YEAR, Fraction(int(match[0][-4:]) - is_early))


def _nth(match: re.Match[str]) -> Worth:
    return Worth(Kind.ORDINAL, Fraction(match[0][:-2]))


def _odds(match: re.Match[str]) -> Worth:
    top, bottom = (
        int(each) if each.isdigit() else v.whole(each)
        for each in re.split(" in every | in | out of every | out of ", match[0].lower())
    )
    return Worth(Kind.ODDS, Fraction(top, bottom) if bottom else None)


def _part(match: re.Match[str]) -> Worth:
    return Worth(Kind.PART, Fraction(*v.part(match[0])))


def _fold(match: re.Match[str]) -> Worth:
    return Worth(Kind.MULTIPLE, Fraction(v.whole(match[0][: -len("fold")])))


def _fold_in_figures(match: re.Match[str]) -> Worth:
    return Worth(Kind.MULTIPLE, Fraction(re.sub("-?fold$", "", match[0], flags=re.IGNORECASE)))


def _multiple(match: re.Match[str]) -> Worth:
    stem = re.sub("(?:e|es|ed|ing)$", "", match[0].lower())
    return Worth(Kind.MULTIPLE, Fraction(*v.STEMS[stem]))


def _tally(match: re.Match[str]) -> Worth:
    return Worth(Kind.TALLY, Fraction(v.TALLIES[match[0].lower()]))


def _ordinal(match: re.Match[str]) -> Worth:
    return Worth(Kind.ORDINAL, Fraction(v.whole(match[0])))


def _cardinal(match: re.Match[str]) -> Worth:
    number, _, scale = match[0].lower().rpartition(" ")
    power = v.SCALES.get(scale, 0)
    return Worth(Kind.CARDINAL, Fraction(v.whole(number if power else match[0])) * 10**power, -power)


def _vague(_: re.Match[str]) -> Worth:
    return Worth(Kind.VAGUE, None)


_NO_ODDS = (
    r"(?! (?:years?|months?|weeks?|days?|forces|police forces|areas|regions|times"
    r"|of(?! (?:them|those|these|all|its|their|the (?:force|county|total|drug))\b))\b)"
)
"""What makes of "two in three" a count: years and forces are counted one by one."""

_IN_FIGURES: tuple[tuple[str, Reader], ...] = (
    (rf"[1-9] (?:in(?: every)?|out of(?: every)?) (?:[2-9]|10|20|50|100)\b(?![-/\u2013,.]?[0-9]){_NO_ODDS}", _odds),
    (r"(?<![0-9])[0-9]{4}[-/\u2013](?:[0-9]{4}|[0-9]{2})(?![0-9])", _span),
    (r"[0-9]+(?:st|nd|rd|th)\b", _nth),
    (r"[0-9]{1,3}(?:\.[0-9]{1,3})?-?fold\b", _fold_in_figures),
    (rf"[0-9]{{1,2}} {_MONTH} [0-9]{{4}}(?![0-9])", _day),
    (rf"{_AFTER_MONTH}[0-9]{{1,2}},? [0-9]{{4}}(?![0-9])", _day),
    (rf"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?(?:(?:{_SCALE}| thousand)\b|m\b)?", _figures),
    (r"[²³¹¼-¾⁰-₉⅐-↉]", _vague),
)
_IN_WORDS: tuple[tuple[str, Reader], ...] = (
    (rf"one in (?:every )?(?:[0-9]+|{v.CARDINAL})\b(?![-/\u2013,.]?[0-9])", _odds),
    (rf"{v.SMALL} (?:in(?: every)?|out of(?: every)?) (?:{v.ROUND}|{v.SMALL})\b{_NO_ODDS}", _odds),
    (rf"{v.FRACTION}\b", _part),
    (rf"{v.CARDINAL}-?fold\b", _fold),
    (rf"(?:{'|'.join(v.STEMS)})(?:e|es|ed|ing)\b", _multiple),
    (r"(?:once(?! the\b)|twice|thrice)\b", _tally),  # "once the others are left out" counts nothing
    (rf"{v.ORDINAL}\b{_IDIOMS}", _ordinal),
    (rf"{v.CARDINAL}{_SCALE}?\b{_IDIOMS}", _cardinal),
    (r"(?:hundreds|thousands|millions|dozens)\b", _vague),
)


def _one_of(shapes: tuple[tuple[str, Reader], ...], first: int) -> str:
    return "|".join(f"(?P<shape{n}>{shape})" for n, (shape, _) in enumerate(shapes, first))


READERS = {f"shape{n}": reader for n, (_, reader) in enumerate((*_IN_FIGURES, *_IN_WORDS))}
"""How to read a match of PATTERN, by the name of the group that matched."""

# The look at the first letters spares trying every shape at every character.
PATTERN = re.compile(
    rf"(?=[0-9²³¹¼-¾⁰-₉⅐-↉])(?:{_one_of(_IN_FIGURES, 0)})"
    rf"|\b(?={'|'.join(v.STARTS)})(?:{_one_of(_IN_WORDS, len(_IN_FIGURES))})",
    re.ASCII,
)
"""Any number in a text in lower case whose spaces and hyphens are plain ones."""
