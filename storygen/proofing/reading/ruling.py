"""From what a claim says and what the figures give to a ruling on it, with the words for an editor."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.ledger import NATIONAL, POLICE
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import REST, Line

Fits = Callable[[Truth], bool]
Says = Callable[[Truth], str]


class About(NamedTuple):
    """What a claim may speak of: an area, a drug and a year, with what the figures give for it."""

    area: str
    drug: str
    period: str
    truth: Truth | None


def rule(  # noqa: PLR0913 - what a claim says has as many sides
    line: Line,
    kind: str,
    span: tuple[int, int],
    options: Sequence[About],
    *,
    fits: Fits,
    says: Says,
    value: str = "",
    unit: str = "",
    cites: str = "R02",
    is_sure: bool = True,
) -> Claim:
    """
    Rule on a claim: supported if any reading the words allow holds, else contradicted, else not to be checked.

    `span` is the claim's first token and one past its last; `says` puts what the figures give as it might be
    written. Where the words do not say for sure what is meant, nothing is called wrong.
    """
    line.used.update(range(*span))
    is_sure = is_sure and not (line.is_open and len({each.area for each in options}) > 1)
    about, ruling = _decide(options, fits, is_sure=is_sure)
    if ruling is Ruling.SUPPORTED:
        line.settled = about.area
    return make(
        line, kind, span, about, ruling, _explain(line, about, ruling, says, is_sure=is_sure),
        value=value, unit=unit, cites=cites,
    )  # fmt: skip


def _decide(options: Sequence[About], fits: Fits, *, is_sure: bool) -> tuple[About, Ruling]:
    held = [each for each in options if each.truth is not None]
    for each in held:
        if each.truth is not None and fits(each.truth):
            return each, Ruling.SUPPORTED
    if held:
        return held[0], Ruling.CONTRADICTED if is_sure else Ruling.UNCHECKABLE
    return options[0] if options else About("", "", "", None), Ruling.UNCHECKABLE


def make(  # noqa: PLR0913, PLR0917 - the same
    line: Line,
    kind: str,
    span: tuple[int, int],
    about: About,
    ruling: Ruling,
    truth: str,
    *,
    value: str = "",
    unit: str = "",
    cites: str = "R02",
) -> Claim:
    """A claim with its place in the file."""
    start, end = line.tokens[span[0]].start, line.tokens[span[1] - 1].end
    row, column = line.sentence.place(start)
    return Claim(
        text=line.sentence.text[start:end],
        line=row,
        column=column,
        end=column + end - start,
        kind=kind,
        area=about.area.removeprefix(REST),
        drug=about.drug,
        period=about.period,
        value=value,
        unit=unit,
        ruling=ruling,
        truth=truth,
        working=about.truth if ruling is not Ruling.UNCHECKABLE else None,
        rule=cites,
        is_quoted=any(one <= start < two for one, two in line.sentence.quoted),
    )


def _explain(line: Line, about: About, ruling: Ruling, says: Says, *, is_sure: bool) -> str:
    subject = named(line, about)
    if ruling is Ruling.SUPPORTED:
        return ""
    if about.truth is None:
        return needed(line, about)
    if not is_sure:
        return f"It is not clear what this speaks of; for {subject} the figures give {says(about.truth)}."
    return f"For {subject} the figures give {says(about.truth)} ({about.truth.working})."


def named(line: Line, about: About) -> str:
    """What a claim speaks of, in words."""
    ledger = line.context.reckoner.ledger
    drug = next((each.counted for each in ledger.topic.categories if each.slug == about.drug), "the drug")
    return f"{drug}, {area_name(line, about.area)}, {about.period}"


def area_name(line: Line, area: str) -> str:
    """An area in words."""
    ledger = line.context.reckoner.ledger
    if area == NATIONAL:
        return f"{ledger.topic.national} ({ledger.topic.national_scope})"
    if area == POLICE:
        return f"police forces of {ledger.topic.national}"
    if area in ledger.areas:
        return ledger.areas[area].force
    return f"the rest of {area.removeprefix(REST)}" if area.startswith(REST) else area


def needed(line: Line, about: About) -> str:
    """Why a claim cannot be checked, and what would be needed."""
    ledger = line.context.reckoner.ledger
    if not about.area:
        return "It cannot be told whose figure this is: name the force, or give --area."
    if not about.drug:
        return "It cannot be told which drug this is about: name it."
    if about.period and about.period not in ledger.years:
        return f"No tables for {about.period} are held (those held run from {ledger.years[0]} to {ledger.years[-1]})."
    return f"The tables hold no figure for {named(line, about)}."


def shown(number: Numeral) -> str:
    """A number as JSON gives it: its value without commas, empty where it cannot be read."""
    return (
        "" if number.value is None else str(float(number.value)) if number.value.denominator > 1 else str(number.value)
    )


def as_number(truth: Truth) -> str:
    """A whole number or a rate as it might be printed."""
    return plain(truth.value) if truth.value.denominator == 1 else f"{_rounded(truth):,}"


def as_percent(truth: Truth) -> str:
    """A percentage as it might be printed, its direction left to the verb."""
    size = abs(truth.value)
    return f"{float(size):.1f} per cent" if size < 1 else f"{_rounded(truth)} per cent"


def _rounded(truth: Truth) -> int:
    return int(abs(truth.value) + truth.value.__class__(1, 2))
