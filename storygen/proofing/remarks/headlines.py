"""Remark: a headline that says more than the text under it (manual R24)."""

from collections.abc import Iterator

from storygen.model.reading import Claim, Remark
from storygen.proofing.reading.whole import Whole, remark

KINDS = {"rank", "since", "record", "streak", "first", "multiple", "change", "count", "rate", "quantity"}


def find(copy: Whole) -> Iterator[Remark]:
    """Find claims of the headline that the body does not make."""
    body = [claim for line in (*copy.of_role("standfirst"), *copy.body) for claim in copy.claims_of(line)]
    for line in copy.of_role("headline"):
        for claim in copy.claims_of(line):
            if body and claim.kind in KINDS and not any(_same(claim, each) for each in body):
                start = claim.column - line.sentence.place(0)[1]
                says = "The text does not say this: a headline may not say more than the report under it."
                yield remark(line, "R24", says, start, start + len(claim.text))


def _same(claim: Claim, other: Claim) -> bool:
    is_alike = claim.kind == other.kind or {claim.kind, other.kind} <= {"since", "record"}
    return is_alike and (claim.drug, claim.value.lstrip("-")) == (other.drug, other.value.lstrip("-"))
