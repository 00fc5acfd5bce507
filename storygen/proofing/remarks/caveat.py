"""Remark: nothing early says that seizures reflect what police do, not how many people use drugs (manual R04)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.whole import Whole, remark

LATEST = 6  # paragraphs of the body
FEWEST = 6  # claims, from which a text is a report on the figures and no passing mention

_CAVEAT = re.compile(
    r"police activity|what (?:the )?police (?:do|look for)|how many people use|prevalence|not a (?:measure|guide|sign)"
    r"|recording|do(?:es)? not (?:show|mean|measure|indicate)|say(?:s)? nothing of",
    re.IGNORECASE,
)


def find(copy: Whole) -> Iterator[Remark]:
    """Find copy on the figures without the caveat, or with it too late."""
    asks = sum(line.sentence.text.endswith("?") for line in copy.body)
    if len(copy.claims) < FEWEST or not copy.body or asks > 1:
        return  # a passing mention, or a sheet of questions that no reader sees
    lines = [line for line in copy.body if _CAVEAT.search(line.sentence.text)]
    if not lines:
        told = copy.ledger.topic.terms
        says = f"Say within six paragraphs that {told.counted} reflect police activity, not {told.unmeasured}."
        yield remark(copy.body[0], "R04", says)
    elif copy.paragraph_of(lines[0]) > LATEST:
        says = f"The caveat comes in paragraph {copy.paragraph_of(lines[0])}; it belongs in the first six."
        yield remark(lines[0], "R04", says)
