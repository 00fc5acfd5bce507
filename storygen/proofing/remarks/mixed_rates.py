"""Remark: rates for different numbers of people in one text (manual R02)."""

from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.whole import Whole, remark


def find(copy: Whole) -> Iterator[Remark]:
    """Find the first rate that is not for as many people as those before it."""
    first: object = None
    for line in copy.lines:
        for token in (line.tokens[at] for at in line.places("permillion")):
            first = first or token.value
            if token.value != first:
                says = f"Rates so far were per {first:,}: keep to one."
                yield remark(line, "R02", says, token.start, token.end)
                return
