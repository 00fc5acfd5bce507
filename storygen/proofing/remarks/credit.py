"""Remark: the police credited with a total that counts the border as well (manual R06)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.almanac import NATIONAL
from storygen.proofing.reading.whole import Whole, remark

KINDS = {"count", "quantity", "change", "direction", "multiple"}
_POLICE = re.compile(r"\b(?:the )?police\b(?! forces?,)", re.IGNORECASE)


def find(copy: Whole) -> Iterator[Remark]:
    """Find sentences that give the country's total, all authorities in it, to the police alone."""
    if not copy.almanac.topic.police_less:
        return  # nobody but the police is in it
    for line in copy.lines:
        if not any(
            each.area == NATIONAL and each.kind in KINDS and not each.is_quoted for each in copy.claims_of(line)
        ):
            continue
        text = line.sentence.text
        found = _POLICE.search(text)
        if found and not any(other.casefold() in text.casefold() for other in _others(copy)):
            says = f"This total is of {copy.almanac.topic.national_scope}: name them all."
            yield remark(line, "R06", says, found.start(), found.end())


def _others(copy: Whole) -> Iterator[str]:
    """The other authorities in the national tables, as a text may name them."""
    for slug in copy.almanac.topic.police_less:
        yield copy.almanac.areas[slug].place.removeprefix("the ")
        yield copy.almanac.areas[slug].force
