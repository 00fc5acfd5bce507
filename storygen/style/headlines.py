"""Headlines: their letters, and the house's ways that differ in them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from storygen.model.house import House

SMALL = frozenset({"a", "an", "and", "as", "at", "but", "by", "for", "in", "nor", "of", "on", "or", "per", "the", "to"})
_WORD = re.compile(r"(?<!\w)[^\W\d_][\w'’]*")  # not the letters of 10th or 5kg


def in_headlines(house: House) -> House:
    """The house as it writes headlines, with single quotation marks in them (manual C.4)."""
    own = house.headline
    return replace(
        house,
        percent=own.percent or house.percent,
        years=own.years or house.years,
        words_up_to=house.words_up_to if own.words_up_to is None else own.words_up_to,
        quote_marks="single",
    )


def headline_case(text: str, house: House) -> str:
    """
    A headline in the letters the house sets headlines in.

    >>> headline_case("Dorset: 10th rise in a row", House(name="x", title="X", disclosure=""))
    'Dorset: 10th rise in a row'
    """
    return CASES[house.headline.case](text)


def _title(text: str) -> str:
    opening = _WORD.search(text)
    first = opening.start() if opening else 0

    def capital(word: re.Match[str]) -> str:
        is_small = word[0] in SMALL and word.start() != first
        return word[0] if is_small else word[0][:1].upper() + word[0][1:]

    return _WORD.sub(capital, text)


CASES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "sentence": lambda text: text,
        "title": _title,
        "upper": lambda text: _WORD.sub(lambda word: word[0].upper(), text),
    }
)
