"""The indefinite article, by how the word behind it sounds."""

import re

_CONSONANT = re.compile(r"(?:uni|eu|one\b|us[aeiu]|u[bkt][aeiou]|[^aeiou])", re.IGNORECASE)
_SILENT = re.compile(r"h(?:onest|onou?r|our|eir)", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,}\b")
SPOKEN_WITH_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an NHS trust, but a UK body."""


def one_of(name: str) -> str:
    """
    A name with "a" or "an" in place of "the", if it has that.

    >>> one_of("Dorset Police"), one_of("Avon and Somerset Police"), one_of("the NPCC"), one_of("a university")
    ('a Dorset Police', 'an Avon and Somerset Police', 'an NPCC', 'a university')
    """
    bare = re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)
    if _INITIALS.match(bare):
        return f"{'an' if bare[0] in SPOKEN_WITH_VOWEL else 'a'} {bare}"
    return f"{'a' if _CONSONANT.match(bare) and not _SILENT.match(bare) else 'an'} {bare}"
