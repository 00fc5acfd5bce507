"""Remark: a change in per cent without the number it starts from (manual R08)."""

from collections.abc import Iterator

from storygen.model.reading import Claim, Remark, Ruling
from storygen.proofing.reading.almanac import POLICE
from storygen.proofing.reading.whole import Whole, remark


def find(copy: Whole) -> Iterator[Remark]:
    """Find the first change in per cent of each series whose earlier number the copy never gives."""
    told = {(each.area, each.drug, each.period) for each in copy.claims if each.kind in {"count", "quantity", "rate"}}
    seen: set[tuple[str, str]] = set()
    for line in copy.lines:
        for claim in copy.claims_of(line):
            series = (claim.area, claim.drug)
            if claim.kind != "change" or claim.is_quoted or series in seen or not _needs_base(copy, claim):
                continue
            seen.add(series)
            if not any((*series, year) in told for year in copy.almanac.years if year < claim.period):
                start = claim.column - line.sentence.place(0)[1]
                says = "Give the number this change starts from, or readers cannot tell how much it is."
                yield remark(line, "R08", says, start, start + len(claim.text))


def _needs_base(copy: Whole, claim: Claim) -> bool:
    """Whether a change is the story's own, and known: one across the country is only set beside it."""
    return claim.ruling is Ruling.SUPPORTED and claim.area == copy.area and claim.area != POLICE
