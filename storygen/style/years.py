"""Financial years and dates, in the form a house gives them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from storygen.model.house import House

LAST_DAY = (31, "March")  # of the year of account the tables keep


def year(start: int, house: House) -> str:
    """A financial year by the calendar year it starts in, as the house names it (manual R36)."""
    return FORMS[house.years](start, house)


def date(day: int, month: str, calendar_year: int, house: House) -> str:
    """
    A day, in the order the house has it.

    >>> date(31, "March", 2019, House(name="x", title="X", disclosure="", dates="March 31"))
    'March 31, 2019'
    """
    return f"{month} {day}, {calendar_year}" if house.dates == "March 31" else f"{day} {month} {calendar_year}"


def _joined(mark: str) -> Callable[[int, House], str]:
    return lambda start, _: f"{start}{mark}{(start + 1) % 100:02d}"


def _to_month(start: int, _: House) -> str:
    return f"the year to {LAST_DAY[1]} {start + 1}"


def _to_day(start: int, house: House) -> str:
    return f"the year to {date(*LAST_DAY, start + 1, house)}"


FORMS: Mapping[str, Callable[[int, House], str]] = MappingProxyType(
    {
        "2018-19": _joined("-"),
        "2018/19": _joined("/"),
        "year to March 2019": _to_month,
        "year to 31 March 2019": _to_day,
    }
)
"""How a year is set, by the example a house names it with."""
