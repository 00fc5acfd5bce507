"""Remark: nothing early says that seizures reflect what police do, not how many people use drugs (manual R04)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.whole import Whole, remark
from storygen.proofing.sentences import lowered

LATEST = 6  # paragraphs of the body
FEWEST = 6  # claims, from which a text is a report on the figures and no passing mention

_CAVEAT = re.compile(
    r"police activity|what (?:the )?police (?:do|look for)|how many people use|prevalence|not a (?:measure|guide|sign)"
    r"|recording|do(?:es)? not (?:show|mean|measure|indicate)|say(?:s)? nothing of"
)  # in lower case


def find(copy: Whole) -> Iterator[Remark]:
    """Find copy on the figures without the caveat, or with it too late."""
    asks = sum(line.sentence.text.endswith("?") for line in copy.body)
    if len(copy.claims) < FEWEST or not copy.body or asks > 1:
        return  # a passing mention, or a sheet of questions that no reader sees
    told = next((line for line in copy.body if _CAVEAT.search(lowered(line.sentence.text))), None)
    if told is None:
        terms = copy.almanac.topic.terms
        says = f"Say within six paragraphs that {terms.counted} reflect police activity, not {terms.unmeasured}."
        yield remark(copy.body[0], "R04", says)
    elif copy.paragraph_of(told) > LATEST:
        says = f"The caveat comes in paragraph {copy.paragraph_of(told)}; it belongs in the first six."
        yield remark(told, "R04", says)
