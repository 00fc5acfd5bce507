"""Check: a place among forces is claimed no wider than the forces held (manual R14, B.0)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.model.dataset import Dataset
from storygen.proofing.galley import Galley

NATIONS = {"England", "Wales"}

_NATIONWIDE = re.compile(
    r"\b(?:(?:of|in|throughout|forces? across|areas? across) England and Wales"
    r"|(?:in|of|around|across) the (?:country|nation|UK)"
    r"|nationally|nationwide|in (?:Britain|the United Kingdom))\b",
    re.IGNORECASE,
)
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
    if _holds_both_nations(galley.dataset):
        return
    for paragraph in galley.paragraphs:
        if not _NATIONWIDE.search(paragraph.text):
            continue
        for sentence in paragraph.sentences():
            wide = _NATIONWIDE.search(sentence)
            rank = wide and _RANK.search(_IN_TIME.sub("", sentence))
            if rank and wide:
                yield paragraph.finding("R14", wide[0], _message(rank[0], wide[0]))


def _holds_both_nations(dataset: Dataset) -> bool:
    return {area.nation for area in dataset.areas if area.is_territorial} >= NATIONS


def _message(rank: str, wide: str) -> str:
    lack = "but the tables do not hold every force there"
    return f'"{rank}" goes with "{wide}", {lack}: name the forces compared.'
