"""The nearest true wording: a claim's own words with what the figures give put in, in the form the copy used."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from storygen.model.reading import Truth
from storygen.proofing import vocabulary as v
from storygen.proofing.bands import in_band
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.english import OPPOSITES
from storygen.proofing.reading.parsed import Patch
from storygen.proofing.reading.reference import Line
from storygen.proofing.rounding import half_up
from storygen.proofing.shapes import Kind

Mend = Callable[[Truth], tuple[Patch, ...]]
"""What to change in a sentence so that it says what the figures give; nothing where no wording near it would do."""

FINE = Fraction(1, 20)  # how far rounding may take a figure that stands in another's place
_LARGEST = 100  # written as figures from here up, whatever the copy did
_OTHER_WAY = {"up": ("down",), "down": ("up",), "more": ("fewer",), "fewer": ("more",)}
FEWEST_TIMES = Fraction(12, 10)  # less is no multiple: nobody writes "1.0 times the number"
IN_WORDS = 10  # "one in 17"
MOST_ODDS = 20  # "one in 39" is a percentage to anybody
_SCALES = {"million": 6, "billion": 9, "m": 6}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def mended(text: str, patches: Sequence[tuple[Patch, ...]]) -> str:
    """
    A sentence with what mends each of its claims; empty where one has nothing, or two would change the same words.

    >>> mended("It rose by 40 per cent.", [(Patch(11, 13, "33"),)])
    'It rose by 33 per cent.'
    """
    if not patches or not all(patches):
        return ""
    inner = sorted(set(chain.from_iterable(patches)))
    if any(one.end > two.start for one, two in pairwise(inner)):
        return ""
    for start, end, words in reversed(inner):
        text = f"{text[:start]}{words}{text[end:]}"
    return text.strip()


def figure(line: Line, place: int, scale: Fraction | int = 1) -> Mend:
    """Put the true number where the copy has one, in figures or words and to as many places; a hedge goes."""
    number = line.number(place)
    return lambda truth: (Patch(_start(line, number), number.end, like(number, abs(truth.value) / scale)),)


def share(line: Line, place: int) -> Mend:
    """Put the true percentage in; for "a third" or "one in five" as odds if they fit, else as a percentage."""
    number = line.number(place)
    if number.kind is Kind.CARDINAL:
        return figure(line, place)
    behind = line.tokens[place + 1].tag if place + 1 < len(line.tokens) else ""
    before_noun = behind in {"drug", "things", "whole"}  # "one in four drug offences"
    return lambda truth: (
        Patch(_start(line, number), number.end, _part_of(line, number, truth, before_noun=before_noun)),
    )


def turned(line: Line, place: int) -> tuple[Patch, ...]:
    """The word at a token for the other direction; nothing where none is known."""
    token = line.tokens[place]
    said = line.sentence.text[token.start : token.end]
    other = OPPOSITES.get(said.lower(), "")
    if "while" in line.kinds and any(at != place for at in line.places(*_OTHER_WAY.get(token.tag, ()))):
        return ()  # "class A rose while class B rose" is no English: what is set against it went that way already
    return (Patch(token.start, token.end, _cased(other, said)),) if other else ()


def moved(line: Line, place: int, way: int, sign: int, scale: Fraction | int = 1) -> Mend:
    """Put in how far something moved, and turn the word that says which way where that is wrong as well."""

    def mend(truth: Truth) -> tuple[Patch, ...]:
        is_wrong_way = sign * truth.value < 0
        turn = turned(line, way) if is_wrong_way and way >= 0 else ()
        if not truth.value or (is_wrong_way and not turn):
            return ()
        put = share(line, place) if line.tokens[place].tag != "count" else figure(line, place, scale)
        return (*put(truth), *turn)

    return mend


def times(line: Line, place: int, width: int) -> Mend:
    """Put in the true multiple: another verb or hedge where one fits, a change in per cent, or so many times."""
    number, last = line.number(place), line.tokens[place + width - 1].end

    def mend(truth: Truth) -> tuple[Patch, ...]:
        is_verb = number.words.lower().endswith(("ed", "ing"))
        is_perfect = place > 0 and line.tokens[place - 1].tag == "be"
        words = _verb(number, truth.value, is_perfect=is_perfect) if is_verb else _so_many(truth.value)
        return (Patch(_start(line, number), last, words),) if words else ()

    return mend


def nth(line: Line, place: int, value: int) -> tuple[Patch, ...]:
    """The true place or length where the copy has an ordinal, or a number of years."""
    number = line.number(place)
    words = ordinal(value, like=number.words) if number.kind is Kind.ORDINAL else like(number, Fraction(value))
    return (Patch(number.start, number.end, words),)


def year(line: Line, place: int, start: int) -> tuple[Patch, ...]:
    """The true year where the copy has one: 2018-19, 2018/19, the year to March 2019."""
    token = line.tokens[place]
    said = line.sentence.text[token.start : token.end]
    span = re.compile(r"[0-9]{4}([-/\u2013])([0-9]{4}|[0-9]{2})")
    if span.search(said):
        words = span.sub(lambda found: f"{start}{found[1]}{str(start + 1)[-len(found[2]) :]}", said)
    else:
        words = re.sub("[0-9]{4}", str(start + 1), said)
    return (Patch(token.start, token.end, words),)


def named(line: Line, place: int, name: str) -> tuple[Patch, ...]:
    """Another name in place of a token's, with a capital where that has one."""
    token = line.tokens[place]
    return (Patch(token.start, token.end, _cased(name, line.sentence.text[token.start : token.end])),)


def like(number: Numeral, value: Fraction) -> str:
    """A value as a number was shown: in words or figures, in millions, to as many places."""
    if number.words[:1].isalpha() and value.denominator == 1 and value < _LARGEST:
        return _cased(cardinal(int(value)), number.words)
    scale = re.search(r"(?: ?)(million|billion|m)$", number.words, re.IGNORECASE)
    if scale:
        power = _SCALES[scale[1].lower()]
        return f"{_figures(value / 10**power, max(1, number.places + power))}{scale[0]}"
    places = max(0, number.places)
    while value and abs(half_up(value, places) / value - 1) > FINE:
        places += 1  # 9.64 is not shown as 10, nor what is not nothing as 0
    return _figures(value, places)


def cardinal(value: int) -> str:
    """
    A whole number below 100 in words.

    >>> cardinal(7), cardinal(42)
    ('seven', 'forty-two')
    """
    if value < 20:  # noqa: PLR2004 - where English starts to count in tens
        return ("no", *v.UNITS, *v.TEENS)[value]
    tens, units = divmod(value, 10)
    return v.TENS[tens - 2] + (f"-{v.UNITS[units - 1]}" if units else "")


def ordinal(value: int, *, like: str = "") -> str:
    """
    A place: in words, or with an ending where `like` has figures.

    >>> ordinal(3), ordinal(22, like="2nd"), ordinal(12, like="2nd")
    ('third', '22nd', '12th')
    """
    if like[:1].isdigit() or value >= _LARGEST:
        is_teen = value % 100 // 10 == 1
        return f"{value}{'th' if is_teen else _ENDINGS.get(value % 10, 'th')}"
    words = ("", *v.UNIT_ORDINALS, *v.TEEN_ORDINALS)
    if value < len(words):
        return words[value]
    tens, units = divmod(value, 10)
    return f"{v.TENS[tens - 2]}-{v.UNIT_ORDINALS[units - 1]}" if units else v.TENS_ORDINALS[tens - 2]


def _figures(value: Fraction, places: int) -> str:
    return f"{float(half_up(value, places)):,.{places}f}"


def _start(line: Line, number: Numeral) -> int:
    """Where a number begins, its hedge and article included."""
    before = line.sentence.text[: number.start]
    pattern = rf"(?:{re.escape(number.hedge)}\s+)?(?:an?\s+)?$" if number.hedge else r"(?:\ban?\s+)?$"
    if number.kind is Kind.CARDINAL and not number.hedge:
        return number.start
    found = re.search(pattern, before, re.IGNORECASE)
    return found.start() if found else number.start


def _part_of(line: Line, number: Numeral, truth: Truth, *, before_noun: bool) -> str:
    size = abs(truth.value)
    if number.kind is Kind.ODDS and size:
        bottom = int(half_up(100 / size))
        if 1 < bottom <= MOST_ODDS and abs(size / 100 - Fraction(1, bottom)) <= Fraction(1, 20 * bottom):  # manual C.3
            return _cased(f"one in {cardinal(bottom) if bottom <= IN_WORDS else bottom}", number.words)
    sign = "%" if "%" in line.sentence.text else " per cent"
    joint = " of" if number.kind is Kind.ODDS and before_noun else ""
    return f"{_figures(size, 0 if size >= 1 else 1)}{sign}{joint}"


def _verb(number: Numeral, ratio: Fraction, *, is_perfect: bool) -> str:
    """A verb for a multiple: "nearly trebled", else "rose by 33 per cent"."""
    for stem, multiple in (("doubl", Fraction(2)), ("trebl", Fraction(3)), ("halv", Fraction(1, 2))):
        for hedge in ("", "nearly", "more than"):
            is_far = hedge == "more than" and not multiple / 2 < ratio < multiple + 1
            if in_band(multiple, hedge, ratio) and not is_far:
                return _cased(f"{hedge} {stem}ed".strip(), number.words)
    if not number.words.lower().endswith("ed") or ratio == 1:
        return ""
    way = ("risen" if is_perfect else "rose") if ratio > 1 else ("fallen" if is_perfect else "fell")
    return f"{way} by {_figures(abs(100 * (ratio - 1)), 0)} per cent"


def _so_many(ratio: Fraction) -> str:
    """A multiple as it stands before "as many" or "the rate": "2.1 times", "half"; nothing for other parts."""
    if in_band(Fraction(1, 2), "", ratio):
        return "half"
    whole = int(half_up(ratio))
    if 1 < whole <= IN_WORDS and in_band(Fraction(whole), "", ratio):
        return "twice" if whole == 2 else f"{cardinal(whole)} times"  # noqa: PLR2004 - "two times" is no English
    return f"{_figures(ratio, 1)} times" if ratio >= FEWEST_TIMES else ""


def _cased(words: str, said: str) -> str:
    return words[:1].upper() + words[1:] if said[:1].isupper() else words
