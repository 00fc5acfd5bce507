"""What may be said of a drug across the country, worked out from the CSV files in plain loops."""

from collections.abc import Callable
from fractions import Fraction

import oracle

CLASSES = {
    "A": ("Cocaine", "Crack", "Ecstasy", "Heroin", "LSD", "Methadone", "Morphine"),
    "B": ("All cannabis", "Amphetamines", "Barbiturates", "Mephedrone (non-injection)"),
    "C": ("Anabolic steroids", "Benzodiazepines", "GHB", "Temazepam"),
}
KETAMINE, MOVED = "Ketamine", "2014-15"  # from class C to class B


def of_class(drug: str, year: str) -> tuple[str, ...]:
    """Drugs of the class a drug belonged to in a year, itself among them."""
    classes = {**CLASSES, "B" if year >= MOVED else "C": (*CLASSES["B" if year >= MOVED else "C"], KETAMINE)}
    return next(drugs for drugs in classes.values() if drug in drugs)


def border_parts(drug: str, year: str) -> tuple[Fraction, Fraction]:
    """Border Force's part of all authorities' seizures, and of the quantity they seized, in per cent."""
    number, whole = oracle.count("Border Force", drug, year), oracle.national_count(drug, year)
    (column,) = (each for each in _amounts(year)["Border Force"] if each.partition(" (")[0] == drug)
    amount = Fraction(_amounts(year)["Border Force"][column])
    assert number is not None
    assert whole
    everywhere = Fraction(oracle.table("national/quantities.csv")[column][year])
    return Fraction(number * 100, whole), amount * 100 / everywhere


def _amounts(year: str) -> dict[str, dict[str, str]]:
    return oracle.table(f"quantities/{year}.csv")


def _earlier(drug: str, year: str) -> dict[str, int]:
    """National numbers of all earlier years, oldest first, those before the areas' tables among them."""
    cells = oracle.table("national/seizures.csv")[drug]
    return {each: int(cell) for each, cell in cells.items() if each < year and cell}


def _record(drug: str, year: str, sign: int) -> str | None:
    earlier, now = _earlier(drug, year), oracle.national_count(drug, year)
    assert now is not None
    return min(earlier) if all(sign * now > sign * number for number in earlier.values()) else None


def _since(drug: str, year: str, sign: int) -> str | None:
    earlier, now = _earlier(drug, year), oracle.national_count(drug, year)
    assert now is not None
    return max((each for each, number in earlier.items() if sign * number >= sign * now), default=None)


REACH: dict[str, Callable[[str, str], str | None]] = {
    "record-high-since": lambda drug, year: _record(drug, year, 1),
    "record-low-since": lambda drug, year: _record(drug, year, -1),
    "highest-since": lambda drug, year: _since(drug, year, 1),
    "lowest-since": lambda drug, year: _since(drug, year, -1),
}
"""The year an extreme reaches back to, by what is claimed of it; None where there is no such extreme."""
