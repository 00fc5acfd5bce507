"""Claims: any number that no other kind of claim could read; nothing is held against it (manual R01)."""

from collections.abc import Iterator

from storygen.model.reading import Claim, Ruling
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, make, shown

TURN = 9
CUES = frozenset({"count", "percent", "points", "part", "multiple", "ordinal", "vague", "money", "measured"})
_NEEDS = {
    "money": "The tables hold no values in money: say where this comes from.",
    "spell": "The tables count by the year: say how this average was worked out.",
    "sum": "Seizures of two drugs do not add up, since one may be of both: give each its number.",
    "years": "The tables hold no such span of years: say where this comes from.",
}


def find(line: Line) -> Iterator[Claim]:
    """Find the numbers left over."""
    for place in line.places(*CUES):
        if place in line.used:
            continue
        number = line.number(place)
        if number.words.lower() in {"one", "first"}:
            continue  # "one of many" and "the first time" are no figures
        if place + 1 < len(line.tokens) and str(line.tokens[place + 1].value).lower() == "months":
            continue  # nor is "the 12 months to March"
        line.used.add(place)
        kind = line.measures.get(place, line.tokens[place].tag)
        needs = _NEEDS.get(kind, "The tables cannot say what this number counts: give its source, or attribute it.")
        yield make(
            line, "number", (place, place + 1), About("", "", "", None), Ruling.UNCHECKABLE, needs,
            value=shown(number), unit="", cites="R01",
        )  # fmt: skip
