"""Remark: an estimate, or a figure of part of a year, told as if it were neither or labelled too late (manual R17)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Remark, Ruling
from storygen.proofing.reading.whole import Whole, remark
from storygen.proofing.sentences import lowered

LATEST = 3  # paragraphs
_LABEL = re.compile(r"\b(?:estimate[ds]?|part of (?:a|the) year|incomplete|provisional)\b")  # in lower case
_COUNTED = re.compile(r"\bfigures?\b|\bnumbers?\b|\btotals?\b|\bseizures\b")


def find(copy: Whole) -> Iterator[Remark]:
    """Find labels after the third paragraph, and figures that need one and have none."""
    labels = [line for line in copy.body if _is_label(line.sentence.text)]
    if labels and copy.paragraph_of(labels[0]) > LATEST:
        says = f"The label comes in paragraph {copy.paragraph_of(labels[0])}; say by the third that it is an estimate."
        yield remark(labels[0], "R17", says)
    if labels:
        return
    for line in copy.lines:
        for claim in copy.claims_of(line):
            is_told = claim.kind == "count" and claim.ruling is Ruling.SUPPORTED and claim.area in copy.almanac.areas
            if is_told and copy.almanac.is_estimate(claim.area, claim.drug, claim.period):
                start = claim.column - line.sentence.place(0)[1]
                says = "This figure is an estimate, or covers part of the year only: say so beside it."
                yield remark(line, "R17", says, start, start + len(claim.text))
                return


def _is_label(text: str) -> bool:
    """Whether a sentence says that figures are not complete."""
    lower = lowered(text)
    if not any(word in lower for word in ("estimate", "part of", "incomplete", "provisional")):
        return False
    return bool(_LABEL.search(lower)) and bool(_COUNTED.search(text))
