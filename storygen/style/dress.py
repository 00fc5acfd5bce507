"""
Dress: what a house does to running copy, one small step after another.

The copy may hold private-use characters, which mark figures while a paragraph is in the making. Every step leaves
them where they are. What stands between double marks is somebody's words: the marks become the house's, the words stay.
"""

import re
from collections.abc import Mapping

from storygen.model.house import House
from storygen.style.words import cardinal, ordinal

DASHES = {"en": " – ", "em": " — ", "comma": ", "}
MARKS = {
    "straight": {"double": ('"', '"'), "single": ("'", "'")},
    "curly": {"double": ("“", "”"), "single": ("‘", "’")},
}
OTHER = {"double": "single", "single": "double"}
TAILS = {"": "", "%": " per cent", "kg": " kilograms", "m": " million"}
ALL_IN_WORDS = 10**9  # a place at the start of a sentence is spelled, however large

_WORDS = re.compile(r"[\"“][^\"“”]*(?:[\"”]|\Z)")
_HELD = "\ufffc"  # stands for somebody's words while the rest is dressed
_IN_PLACE = re.compile(_HELD)
_CLASS = re.compile(r"\bclass (?=[ABC]\b)")
_QUOTED = re.compile(
    r"(?<![\w.,;:!?])[\"“](?P<double>[^\"“”]*)(?P<close>[\"”]|\Z)"  # a running quote is closed in a later paragraph
    r"|(?<!\w)['‘](?P<single>(?:[^'‘’]|(?<=\w)['’](?=\w))+)['’](?!\w)"
    r"|[\"“”]|['‘’]"
)
_MARK = re.compile(r"['‘’\"“”]")
_OPENING = r"(?:(?P<size>\d{1,3}(?:,\d{3})+|\d+)(?![.,/–-]?\d)(?P<tail>%|kg|m|st|nd|rd|th)?(?!\w)|(?P<letter>[^\W\d_]))"
_AT_START = re.compile(rf"(?P<before>[\ue000-\uf8ff]*){_OPENING}")
_AFTER_STOP = re.compile(rf"(?P<before>[.!?]['’\"”)]* +[\ue000-\uf8ff]+){_OPENING}")
_TWO_YEARS = re.compile(r"(\byears to [\ue000-\uf8ff]*)the year to ")


def dress(text: str, house: House) -> str:
    """Copy as the house sets it: dashes, capitals, quotation marks, and no numeral at the start of a sentence."""
    words = iter(_WORDS.findall(text))
    text = _WORDS.sub(_HELD, text)
    for step in (dashes, class_capitals, years_together, openings):
        text = step(text, house)
    return quotation_marks(_IN_PLACE.sub(lambda _: next(words), text), house)


def dashes(text: str, house: House) -> str:
    """What sets off an aside, where a wording has a spaced en dash."""
    return text.replace(" – ", DASHES[house.dash])


def class_capitals(text: str, house: House) -> str:
    """Class A with a capital, or class A."""
    return _CLASS.sub("Class ", text) if house.class_caps else text


def quotation_marks(text: str, house: House) -> str:
    """The house's marks round what is quoted, the other kind inside them, and its apostrophe."""
    return _marked(text, MARKS[house.quotes], house.quote_marks) if _MARK.search(text) else text


def years_together(text: str, _: House) -> str:
    """Eight years to March 2019, where a wording would give eight years to the year to March 2019."""
    return _TWO_YEARS.sub(r"\1", text) if "years to" in text else text


def openings(text: str, _: House) -> str:
    """
    The first word of a paragraph, and every figure that starts a sentence, as a sentence starts.

    A letter becomes a capital; a whole number is spelled, its unit too (manual C.2). A year, or a number with decimals,
    has no words of its own: a wording must not start with it.
    """
    if first := _AT_START.match(text):
        text = _opened(first) + text[first.end() :]
    return _AFTER_STOP.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    if found["letter"]:
        return found["before"] + found["letter"].upper()
    size, tail = int(found["size"].replace(",", "")), found["tail"] or ""
    words = cardinal(size) + TAILS[tail] if tail in TAILS else ordinal(size, ALL_IN_WORDS)
    return found["before"] + words[:1].upper() + words[1:]


def _marked(text: str, marks: Mapping[str, tuple[str, str]], outer: str) -> str:
    opening, closing = marks[outer]

    def set_one(found: re.Match[str]) -> str:
        quoted = found["double"] if found["single"] is None else found["single"]
        if quoted is None:
            return closing if found[0] in '"“”' else marks["single"][1]
        return f"{opening}{_marked(quoted, marks, OTHER[outer])}{'' if found['close'] == '' else closing}"

    return _QUOTED.sub(set_one, text)
