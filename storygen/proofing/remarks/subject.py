"""Remark: a headline or an opening about another force or another year than the story's (manual R24, R36)."""

from collections.abc import Iterator

from storygen.model.reading import Remark
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import area_name
from storygen.proofing.reading.whole import Whole, remark


def find(copy: Whole) -> Iterator[Remark]:
    """Find the wrong force and the wrong year at the top, where the claim itself may be true of them."""
    for line in (*copy.of_role("headline", "offer", "standfirst"), *copy.body[:1]):
        yield from _force(copy, line)
    for line in (*copy.of_role("headline", "offer", "standfirst"), *copy.body[:1]):
        yield from _year(copy, line)


def _force(copy: Whole, line: Line) -> Iterator[Remark]:
    own = line.own_area()
    named = [token for token in line.tokens if token.tag in {"area", "rival"}]
    if not copy.area or own == copy.area or any(token.value == copy.area for token in named):
        return
    first = next((token for token in named if token.value == own), None)
    if first is not None and not _is_quoted(line, first.start):
        says = f"The story is about {area_name(line, copy.area)}, and this about {area_name(line, own)}."
        yield remark(line, "R24", says, first.start, first.end)


def _year(copy: Whole, line: Line) -> Iterator[Remark]:
    year = line.main_year()
    if not copy.year or not year or year == copy.year:
        return
    token = next((each for each in line.tokens if each.tag == "year"), None)
    if token is not None and not _is_quoted(line, token.start):
        says = f"The story is of {copy.year}, and this of {year}."
        yield remark(line, "R36", says, token.start, token.end)


def _is_quoted(line: Line, place: int) -> bool:
    return any(start <= place < end for start, end in line.sentence.quoted)
