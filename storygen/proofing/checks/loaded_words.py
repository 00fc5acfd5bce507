"""Check: no word says more than the tables do (manual R03, R04, R21 to R23, R27 and C.3)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley
from storygen.proofing.sentences import lowered


class Loaded(NamedTuple):
    """Words not to be used, as a pattern, with the rule and what to do about them."""

    rule: str
    words: str
    advice: str


_NUMBER = "the tables count seizures, not what was seized"
_HARM = "seizures do not measure use or harm"
_CAUSE = "the tables give no cause, so attribute it or take it out"
_COMMENT = "this is comment, so let the figure speak"
_AGENT = "say who said so"

LOADED = (
    Loaded("R03", r"amounts?(?<!not the amount)(?<!not the amounts) of", _NUMBER),
    Loaded(
        "R03",
        r"(?:less|more) (?:drugs|heroin|cocaine|crack|cannabis|ecstasy|ketamine)"
        r"(?! cocaine| seizure| than (?:crack )?\w+ seizure)",
        _NUMBER,
    ),
    Loaded("R03", r"less seizures", 'write "fewer seizures"'),
    Loaded("R03", r"hauls?", _NUMBER),
    Loaded("R03", r"high(?:er)?[- ]quality seizures", "the tables know number and quantity, and nothing of quality"),
    Loaded("R04", r"flood(?:ed|ing|s)?", _HARM),
    Loaded("R04", r"epidemics?", _HARM),
    Loaded("R04", r"rife", _HARM),
    Loaded("R04", r"drugs? (?:problem|crisis|scourge|plague)", _HARM),
    Loaded("R21", r"because of", _CAUSE),
    Loaded("R21", r"due to", _CAUSE),
    Loaded("R21", r"thanks to", _CAUSE),
    Loaded("R21", r"driven by", _CAUSE),
    Loaded("R21", r"as a result of", _CAUSE),
    Loaded("R21", r"caused by", _CAUSE),
    Loaded("R21", r"led to", _CAUSE),
    Loaded("R21", r"prompt(?:ed|ing|s)", _CAUSE),
    Loaded("R21", r"sparked|fuelled", _CAUSE),
    Loaded("R22", r"shock(?:ing|ed)?", _COMMENT),
    Loaded("R22", r"stagger(?:ing|ed)", _COMMENT),
    Loaded("R22", r"whopping", _COMMENT),
    Loaded("R22", r"alarming(?:ly)?", _COMMENT),
    Loaded("R22", r"s(?:oar|lump|kyrocket)(?:ed|ing|s)?|rocket(?:ed|ing|s)?|plung(?:ed|ing|es|e)", _COMMENT),
    Loaded("R22", r"war on drugs", _COMMENT),
    Loaded("R23", r"(?:has|have) been (?:labelled|dubbed|revealed|named)", _AGENT),
    Loaded("R27", r"statistically significant(?:ly)?|significant(?:ly)?", "describe the change instead of testing it"),
)


def check(galley: Galley) -> Iterator[Finding]:
    """Find words that exaggerate, explain or mistake counts for quantities."""
    for paragraph in galley.paragraphs:
        for start, end, loaded in _found(paragraph.text):
            words = paragraph.text[start:end]
            message = f'Take "{words}" out or put it otherwise: {loaded.advice}.'
            yield paragraph.finding(loaded.rule, words, message)


@lru_cache(maxsize=10_000)  # many a sentence stands in a draft after another, and in the edited one again
def _found(text: str) -> tuple[tuple[int, int, Loaded], ...]:
    """Where words of the list stand in a text, and which they are."""
    lower = lowered(text)
    return tuple((*match.span(), _which(lower, match.start())) for match in _ANY.finditer(lower))


def _which(lower: str, start: int) -> Loaded:
    return next(each for each in LOADED if re.compile(rf"(?:{each.words})\b").match(lower, start))


# In lower case and without names of groups, so that a word none of these begins with is passed over at once.
_ANY = re.compile(rf"\b(?:{'|'.join(each.words for each in LOADED)})\b")
