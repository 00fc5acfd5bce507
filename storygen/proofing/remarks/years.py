"""Remark: a bare calendar year, or "last year", for a year that runs from April to March (manual R36)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.whole import Whole, remark
from storygen.proofing.sentences import lowered

_DATED = re.compile(r"(?:to|ending) (?:the end of )?(?:\d+ )?[A-Z][a-z]+ $")
_LAST = re.compile(r"\b(?:last|this) year\b")  # in lower case


def find(copy: Whole) -> Iterator[Remark]:
    """Find years that do not say which twelve months they are, in sentences with a figure."""
    for line in copy.lines:
        if all(claim.kind == "number" for claim in copy.claims_of(line)):
            continue
        for token in (line.tokens[at] for at in line.places("year")):
            words = line.sentence.text[token.start : token.end]
            is_bare = words.isdigit() and not _DATED.search(line.sentence.text[: token.start])
            if is_bare and not _is_quoted(line.sentence.quoted, token.start):
                yield remark(line, "R36", _SAYS.format(words), token.start, token.end)
        lower = lowered(line.sentence.text)
        for found in _LAST.finditer(lower) if " year" in lower else ():
            if not _is_quoted(line.sentence.quoted, found.start()):
                yield remark(line, "R36", _SAYS.format(line.sentence.text[slice(*found.span())]), *found.span())


_SAYS = (
    "\u201c{0}\u201d is not a year of these tables, which run from April to March: write 2018-19, or the year to March."
)


def _is_quoted(quoted: tuple[tuple[int, int], ...], place: int) -> bool:
    return any(start <= place < end for start, end in quoted)
