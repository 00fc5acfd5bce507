"""Check: no record is claimed for longer than the tables reach (manual R14)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley

_ENDLESS = re.compile(
    r"\b(?:since (?:\w+ )?records (?:began|begin|started)|(?:ever|first) recorded|on record|all-time)\b",
    re.IGNORECASE,
)


def check(galley: Galley) -> Iterator[Finding]:
    """Find claims about all records: the official series is older than any table held."""
    for paragraph in galley.paragraphs:
        for claim in _ENDLESS.finditer(paragraph.text):
            yield paragraph.finding("R14", claim[0], _message(claim[0], galley.dataset.years))


def _message(claim: str, years: tuple[str, ...]) -> str:
    start = f'write "since at least {years[0]}"' if years else "name the first year held"
    return f'"{claim}" reaches further back than the tables: {start}.'
