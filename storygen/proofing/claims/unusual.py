"""Claims: that a year was unlike the others, in the words the topic lists for it (manual A, effect unusual)."""

import re
from collections.abc import Iterator

from storygen.model.reading import Claim, Ruling
from storygen.model.topic import Effect, KnownIssue
from storygen.proofing.reading.dated import year_of
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, make
from storygen.proofing.sentences import lowered

TURN = 0
CUES = frozenset({"year"})

_APART = re.compile(r"[\s,(]*(?:(?:was|is|itself) )?")


def find(line: Line) -> Iterator[Claim]:
    """Find "2020-21, a year of the pandemic" and "2020-21 was a year of the pandemic"."""
    text = lowered(line.sentence.text)
    for issue in line.context.reckoner.almanac.topic.issues:
        if issue.effect is not Effect.UNUSUAL or issue.issue.lower() not in text:
            continue
        for place in line.places("year"):
            behind = _APART.sub("", text[line.tokens[place].end :], count=1)
            if behind.startswith(issue.issue.lower()):
                yield _ruled(line, place, issue)


def _ruled(line: Line, place: int, issue: KnownIssue) -> Claim:
    year, first, last = year_of(line.tokens[place]), issue.from_year, issue.to_year or issue.from_year
    line.used.add(place)
    ruling = Ruling.SUPPORTED if first <= year <= last else Ruling.CONTRADICTED
    listed = first if first == last else f"{first} to {last}"
    says = "" if ruling is Ruling.SUPPORTED else f"What is listed as {issue.issue} is {listed}."
    return make(line, "unusual", (place, place + 1), About("", "", year, None), ruling, says, value=year, unit="year")
