"""How a number stands beside those of earlier years: beyond all back to one, or how far back none reaches it."""

from fractions import Fraction

from storygen.model.reading import Truth
from storygen.proofing.reading.almanac import Entry
from storygen.proofing.reading.grammar import CHAR
from storygen.proofing.reading.reckoning import plain
from storygen.proofing.reading.reference import Line

Series = tuple[str, str, str]
"""Area, drug and year."""


def measured(line: Line, area: str, drug: str, year: str) -> Entry | None:
    """The number a sentence's extreme is of, or the quantity where that is what it speaks of."""
    reckoner = line.context.reckoner
    if _is_quantity(line):
        return reckoner.almanac.quantity(area, drug, year)
    return reckoner.almanac.number(area, drug, year)


def _is_quantity(line: Line) -> bool:
    """Whether an extreme is of a quantity: so named right behind it, or told of no number of seizures."""
    since = line.tags.find(CHAR["since"])
    if since >= 0 and CHAR["amount"] in line.tags[max(0, since - 5) : since]:
        return True
    before = [kind for place, kind in line.measures.items() if place < since and kind in {"count", "quantity"}]
    return before[-1] == "quantity" if before else CHAR["amount"] in line.tags


def years_before(line: Line, area: str, drug: str, year: str) -> tuple[tuple[str, Entry], ...]:
    """Every year before that a record must stand against, newest first."""
    return line.context.reckoner.earlier(area, drug, year, is_quantity=_is_quantity(line))


def beats_all(line: Line, series: Series, since: str, sign: int) -> Truth | None:
    """1 if every number back to a year lies below this one (above, for a low), else 0."""
    area, drug, year = series
    if not (area and drug and since) or (now := measured(line, area, drug, year)) is None:
        return None
    if measured(line, area, drug, since) is None and since < line.context.reckoner.almanac.years[0]:
        return None
    earlier = [(at, entry) for at, entry in years_before(line, area, drug, year) if at >= since]
    rivals = [(at, entry) for at, entry in earlier if sign * (entry[0] - now[0]) >= 0]
    word = "higher" if sign > 0 else "lower"
    working = (
        f"{plain(now[0])} in {year}, but {plain(rivals[0][1][0])} in {rivals[0][0]}"
        if rivals
        else (f"{plain(now[0])} in {year}, none {word} since {since}")
    )
    cells = now[1] + tuple(cell for _, entry in earlier for cell in entry[1])
    return Truth(value=Fraction(int(bool(earlier) and not rivals)), working=working, cells=cells)


def reaches(line: Line, area: str, drug: str, year: str, sign: int) -> Truth | None:
    """The latest earlier year with a number at least as high (as low), by the year it starts in."""
    if not (area and drug) or (now := measured(line, area, drug, year)) is None:
        return None
    earlier = years_before(line, area, drug, year)
    word = "highest" if sign > 0 else "lowest"
    for at, entry in earlier:
        if sign * (entry[0] - now[0]) >= 0:
            working = f"{plain(now[0])} in {year}, the {word} since {at} ({plain(entry[0])})"
            return Truth(value=Fraction(int(at[:4])), working=working, cells=now[1] + entry[1])
    first = earlier[-1][0] if earlier else year
    return Truth(
        value=Fraction(0), working=f"{plain(now[0])} in {year}, the {word} since at least {first}", cells=now[1]
    )


def steepest(line: Line, series: Series, since: str, sign: int) -> Truth | None:
    """1 if the yearly change in per cent is beyond every one back to a year, and goes the way said, else 0."""
    area, drug, year = series
    reckoner = line.context.reckoner
    now = reckoner.change(area, drug, year, reckoner.almanac.before(year))
    if now is None or not since:
        return None
    at, rivals, cells = reckoner.almanac.before(year), [], now.cells
    while at >= since:
        then = reckoner.change(area, drug, at, reckoner.almanac.before(at))
        if then is not None and reckoner.almanac.window(area, drug, year) < at:
            cells += then.cells
            rivals += [at] if sign * (then.value - now.value) >= 0 else []
        at = reckoner.almanac.before(at)
    way = "rise" if sign > 0 else "fall"
    working = f"{now.working}; {f'a steeper {way} in {rivals[0]}' if rivals else f'no steeper {way} since {since}'}"
    return Truth(value=Fraction(int(not rivals and sign * now.value > 0)), working=working, cells=cells)
