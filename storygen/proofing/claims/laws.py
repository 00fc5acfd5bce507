"""Claims: the greatest sentences for a class of drugs, against the topic's table of penalties (manual R25)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from storygen.model.reading import Claim, Ruling, Truth
from storygen.model.topic import Kind, Penalty
from storygen.proofing.reading import mending
from storygen.proofing.reading.reference import Line
from storygen.proofing.reading.ruling import About, make, rule, shown
from storygen.proofing.sentences import lowered

TURN = 0
CUES = frozenset({"up", "down", "years"})

_LAW = re.compile(r"\b(?:prison|imprisonment|sentences?|unlimited fine|behind bars|jail)\b")  # in lower case, as below
_GREATEST = re.compile(r"\b(?:maximum|up to|at most|possess\w*)\b")  # a court's sentence is no law
_SUPPLY = re.compile(r"\bsuppl\w+")


def find(line: Line) -> Iterator[Claim]:
    """Find spans of years in prison; the words "up" and "for" of such a sentence move no number."""
    text = lowered(line.sentence.text)
    if not _GREATEST.search(text) or not _LAW.search(text):
        return
    penalty, supply = _penalty(line), _SUPPLY.search(text)
    line.used.update(line.places("up", "down"))
    for place in line.places("count"):
        if line.measures.get(place) == "years":
            is_supply = supply is not None and supply.start() < line.tokens[place].start
            yield _ruled(line, place, penalty, is_supply=is_supply)


def _penalty(line: Line) -> Penalty | None:
    """The law for the drug or the class a sentence names."""
    almanac, year = line.context.reckoner.almanac, line.main_year()
    named = [almanac.topic.category(drug) for drug in line.named()]
    groups = [each.slug for each in named if each.kind is Kind.GROUP]
    groups += [group for each in named if (group := each.group_in(year))]
    if not groups and line.context.last_item:
        groups = [almanac.topic.category(line.context.last_item).group_in(year) or ""]
    in_force = [each for each in almanac.topic.law if (each.from_year or year) <= year <= (each.to_year or year)]
    return next((each for each in in_force if groups and each.group == groups[0]), None)


def _ruled(line: Line, place: int, penalty: Penalty | None, *, is_supply: bool) -> Claim:
    number = line.number(place)
    line.used.add(place)
    years = None if penalty is None else penalty.supply if is_supply else penalty.possession
    about = About("", penalty.group if penalty else "", line.main_year(), None)
    if penalty is None or years is None:
        says = (
            "The table of penalties does not say: it may be life, or no drug is named."
            if penalty
            else ("No drug or class is named, or the topic holds no law for it.")
        )
        ruling = Ruling.CONTRADICTED if penalty else Ruling.UNCHECKABLE
        return make(
            line, "law", (place, place + 2), about, ruling, says, value=shown(number), unit="years", cites="R25"
        )
    truth = Truth(value=Fraction(years), working=f"{penalty.row}: {'supply' if is_supply else 'possession'}")
    return rule(
        line, "law", (place, place + 2), (about._replace(truth=truth),),
        fits=lambda truth: truth.value == number.value, says=lambda truth: f"{truth.value} years", value=shown(number),
        unit="years", cites="R25", mends=mending.figure(line, place),
    )  # fmt: skip
