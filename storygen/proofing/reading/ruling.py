"""From what a claim says and what the figures give to a ruling on it, with the words for an editor."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from storygen.model.reading import Claim, Ruling, Truth
from storygen.proofing.numerals import Numeral
from storygen.proofing.reading.almanac import NATIONAL, POLICE
from storygen.proofing.reading.mending import Mend
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import REST, Line
from storygen.proofing.shapes import Kind

TEN, ROUNDED = 10, Fraction(2, 100)  # a slip of one place, and how near to it a rounded figure may be

UNSLIPPED = {"place", "years", "year", "forces", "times"}
"""What is counted in so few that ten of it is no slip of a place."""

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
    takes_denial: bool = False,
    mends: Mend | None = None,
    loosely: Fits | None = None,
) -> Claim:
    """
    Rule on a claim: supported if any reading the words allow holds, else contradicted, else not to be checked.

    `span` is the claim's first token and one past its last; `says` puts what the figures give as it might be
    written, and `mends` how to put it into the sentence. Where the words do not say for sure what is meant, nothing
    is called wrong; nor where one of the areas they may be about is not held, nor where a hedged number is true as far
    as it goes (`loosely`). What the words deny is not ruled on, unless `fits` has turned it about (`takes_denial`).
    """
    line.used.update(range(*span))
    is_sure = is_sure and not (line.is_open and not all(each.truth for each in options))
    about, ruling = _decide(options, fits, is_sure=is_sure)
    if line.is_denied(span[0]) and not takes_denial:
        ruling = Ruling.UNCHECKABLE
    if ruling is Ruling.SUPPORTED:
        line.settled = about.area
    if ruling is Ruling.CONTRADICTED and loosely and about.truth and loosely(about.truth):
        return make(line, kind, span, about, Ruling.UNCHECKABLE, _far(line, about, says), value=value, unit=unit)
    explained = _explain(line, about, ruling, says, is_sure=is_sure)
    if ruling is Ruling.CONTRADICTED:
        explained += _slip(value, about.truth) if unit not in UNSLIPPED else ""
        line.patches.append(mends(about.truth) if mends and about.truth else ())
    return make(
        line, kind, span, about, ruling, explained,
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
        is_quoted=bool(line.sentence.quoted) and any(one <= start < two for one, two in line.sentence.quoted),
    )


def _explain(line: Line, about: About, ruling: Ruling, says: Says, *, is_sure: bool) -> str:
    if ruling is Ruling.SUPPORTED:
        return ""
    if about.truth is None:
        return needed(line, about)
    if ruling is Ruling.UNCHECKABLE and is_sure:
        return f"The sentence denies this: for {named(line, about)} the figures give {says(about.truth)}."
    subject = named(line, about)
    if not is_sure:
        return f"It is not clear what this speaks of; for {subject} the figures give {says(about.truth)}."
    told, working = says(about.truth), about.truth.working
    return f"For {subject} the figures give {told}{f' ({working})' if working not in {'', told} else ''}."


def _far(line: Line, about: About, says: Says) -> str:
    told = says(about.truth) if about.truth else ""
    return f"True as far as it goes, but far from the figure: for {named(line, about)} it is {told}."


def _slip(value: str, truth: Truth | None) -> str:
    """What a figure is out by where that is a factor of ten, as a sentence; else empty."""
    if truth is None or not truth.value or not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value):
        return ""
    ratio = abs(Fraction(value) / truth.value)
    if abs(ratio / TEN - 1) <= ROUNDED:
        return " The copy has ten times that."
    return " The copy has a tenth of that." if abs(ratio * TEN - 1) <= ROUNDED else ""


def named(line: Line, about: About) -> str:
    """What a claim speaks of, in words."""
    almanac = line.context.reckoner.almanac
    drug = next((each.counted for each in almanac.topic.categories if each.slug == about.drug), "the drug")
    return ", ".join(filter(None, (drug, area_name(line, about.area), about.period)))


def things(line: Line) -> str:
    """What the topic counts, as the unit of a number: seizures."""
    return line.context.reckoner.almanac.topic.terms.counted


def area_name(line: Line, area: str) -> str:
    """An area in words."""
    almanac = line.context.reckoner.almanac
    if area == NATIONAL:
        return f"{almanac.topic.national} ({almanac.topic.national_scope})"
    if area == POLICE:
        return f"police forces of {almanac.topic.national}"
    if area in almanac.areas:
        return almanac.areas[area].force
    if area in almanac.unheld:
        return f"{area.replace('-', ' ').title()} Police"
    return f"the rest of {area.removeprefix(REST)}" if area.startswith(REST) else area


def needed(line: Line, about: About) -> str:
    """Why a claim cannot be checked, and what would be needed."""
    almanac = line.context.reckoner.almanac
    if about.area in almanac.unheld:
        return f"The tables hold no row of {area_name(line, about.area)}."
    if untold := _untold(about):
        return untold
    if about.period not in almanac.years:
        return f"No tables for {about.period} are held (those held run from {almanac.years[0]} to {almanac.years[-1]})."
    if almanac.number(about.area, about.drug, about.period):
        return f"The tables hold no earlier figure to compare for {named(line, about)}."
    return f"The tables hold no figure for {named(line, about)}."


def _untold(about: About) -> str:
    """What copy has to say before a claim of it can be checked; empty if it says it all."""
    if not about.area:
        return "It cannot be told whose figure this is: name the force, or give --area."
    if not about.drug:
        return "It cannot be told which drug this is about: name it."
    return "" if about.period else "It cannot be told which year this is about: name it, or give --edition."


def shown(number: Numeral) -> str:
    """A number as JSON gives it: its value without commas, empty where it cannot be read."""
    return (
        "" if number.value is None else str(float(number.value)) if number.value.denominator > 1 else str(number.value)
    )


def shown_part(number: Numeral) -> str:
    """A part as JSON gives it, in per cent: of "a third" 33.33."""
    if number.value and number.kind in {Kind.PART, Kind.ODDS, Kind.ORDINAL}:
        part = 1 / number.value if number.kind is Kind.ORDINAL else number.value
        return plain(100 * part)
    return shown(number)


def as_number(truth: Truth) -> str:
    """A whole number or a rate as it might be printed."""
    return plain(truth.value) if truth.value.denominator == 1 else f"{_rounded(truth):,}"


def as_percent(truth: Truth) -> str:
    """A percentage as it might be printed, its direction left to the verb."""
    size = abs(truth.value)
    return f"{float(size):.1f} per cent" if size < 1 else f"{_rounded(truth)} per cent"


def _rounded(truth: Truth) -> int:
    return int(abs(truth.value) + truth.value.__class__(1, 2))
