"""Check: a place among forces is claimed no wider than the forces held (manual R14, B.0)."""

import re
from collections.abc import Iterable, Iterator

from storygen.model.area import Area
from storygen.model.copy import Finding
from storygen.proofing.galley import Galley
from storygen.proofing.sentences import lowered

FEWEST = 40  # of the 43 forces, for a place "in England and Wales" (manual B.0, "Pool for ranks")
WELSH = 4  # all of them: a pool without one may lack the very force that leads

_NATIONWIDE = re.compile(
    r"\b(?:(?:of|in|throughout|forces? across|areas? across) england and wales"
    r"|(?:in|of|around|across) the (?:country|nation|uk)"
    r"|nationally|nationwide|in (?:britain|the united kingdom))\b"
)  # in lower case
_WIDE = ("england and wales", "the country", "nation", "the uk", "britain", "united kingdom")
"""One of these is in everything the pattern finds, and they are looked for far faster."""
_RANK = re.compile(
    r"\b(?:highest|lowest|tops?|topped|bottom|capital|rank(?:s|ed|ing)?"
    r"|(?:biggest|largest|smallest|greatest|steepest|heaviest)(?: \w+){0,3} rate"
    r"|(?:any other|no other|no) (?:police )?(?:force|area)|anywhere else)\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:highest|lowest)\b(?:(?!\b(?:forces?|areas?|rates?|ranks?)\b)[^,;])*\bsince\b", re.IGNORECASE
)


def check(galley: Galley) -> Iterator[Finding]:
    """
    Find sentences that rank forces across England and Wales on tables of one nation's forces.

    "The highest since 2012-13" compares years, not forces, and "higher than the rate across England and
    Wales" compares with a total: neither is a rank.
    """
    if is_countrywide(galley.dataset.areas):
        return
    for paragraph in galley.paragraphs:
        lower = lowered(paragraph.text)
        if not any(word in lower for word in _WIDE) or not _NATIONWIDE.search(lower):
            continue
        for sentence in paragraph.sentences():
            wide = _NATIONWIDE.search(lowered(sentence))
            rank = wide and _RANK.search(_IN_TIME.sub("", sentence))
            if rank and wide:
                words = sentence[wide.start() : wide.end()]
                yield paragraph.finding("R14", words, _message(rank[0], words))


def is_countrywide(areas: Iterable[Area]) -> bool:
    """Whether forces are enough of the country's to rank one among all of them."""
    nations = [area.nation for area in areas if area.is_territorial]
    return len(nations) >= FEWEST and nations.count("Wales") >= WELSH


def _message(rank: str, wide: str) -> str:
    lack = "but the tables do not hold every force there"
    return f'"{rank}" goes with "{wide}", {lack}: name the forces compared.'
