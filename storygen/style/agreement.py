"""Words that agree with the force: one thing in most houses, several people in some."""

from collections.abc import Mapping
from types import MappingProxyType

PLURALS: Mapping[str, str] = MappingProxyType(
    {"was": "were", "has": "have", "is": "are", "it": "they", "its": "their", "does": "do"}
)


def agreeing(word: str, force: str) -> str:
    """
    The singular `word` in the number a house gives the force.

    ValueError for a word whose plural is not known.

    >>> agreeing("its", "plural"), agreeing("was", "singular")
    ('their', 'was')
    """
    if word not in PLURALS:
        raise ValueError(f"{word!r} has no plural here; known are {', '.join(PLURALS)}")
    return PLURALS[word] if force == "plural" else word
