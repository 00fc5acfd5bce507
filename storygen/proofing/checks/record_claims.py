"""Check: no record is claimed for longer than the tables reach (manual R14)."""

import re
from collections.abc import Iterator

from storygen.model.copy import Finding
from storygen.proofing.galley import Galley
from storygen.proofing.sentences import lowered

_ENDLESS = re.compile(
    r"\b(?:since (?:\w+ )?records (?:began|begin|started)|(?:ever|first) recorded|on record|all-time)\b"
)  # in lower case


_COMPARABLE = re.compile(r" in ([0-9]{4}-[0-9]{2})\b")


def check(galley: Galley) -> Iterator[Finding]:
    """Find claims about all records, unless they name the year the comparable ones began in and it is held."""
    for paragraph in galley.paragraphs:
        lower = lowered(paragraph.text)
        for claim in _ENDLESS.finditer(lower) if "record" in lower or "all-time" in lower else ():
            words = paragraph.text[claim.start() : claim.end()]
            if not _is_held(claim[0], paragraph.text[claim.end() :], galley):
                yield paragraph.finding("R14", words, _message(words, galley.dataset.years))


def _is_held(claim: str, rest: str, galley: Galley) -> bool:
    """Whether a claim is about comparable records, says when they began, and the tables reach so far."""
    year = _COMPARABLE.match(rest)
    if claim != "since comparable records began" or not year:
        return False
    return year[1] == galley.dataset.topic.records_began and year[1] in galley.dataset.years


def _message(claim: str, years: tuple[str, ...]) -> str:
    start = f'write "since at least {years[0]}"' if years else "name the first year held"
    return f'"{claim}" reaches further back than the tables: {start}.'
