"""Years as released: "2018/19", "Year ending March 2019", a date, a bare number."""

import re
from datetime import date, datetime

from storygen.sources.workbooks.grid import Value, text_of
from storygen.sources.years import financial_year, mid_year

TWO_YEARS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*(?:/|-|–|to)\s*((?:19|20)?[0-9]{2})(?=[^0-9]|[0-9]?$)")
ENDING = re.compile(
    r"(?:year ending|y/?e|to|ended)\s+(?:the\s+)?(?:31(?:st)?\s+)?mar(?:ch)?\s+((?:19|20)[0-9]{2})", re.IGNORECASE
)
ONE_YEAR = re.compile(r"(?:mid[- ]?|year\s*)?((?:19|20)[0-9]{2})(?:\s*[*\[(].*)?", re.IGNORECASE)
MID = re.compile(
    r"(?:.*\bmid[- ]?|.*population[ ,]*)?((?:19|20)[0-9]{2})(?:\s*(?:population|persons).*|\s*[*\[(].*)?", re.IGNORECASE
)
MARCH = 3
SHORT = 2  # digits of a year told by its last two


def years_in(text: str) -> list[str]:
    """
    Every financial year a line of text names, in the order it names them.

    >>> years_in("Number of seizures, year ending March 2019"), years_in("Table 3: 2017/18 and 2018-19")
    (['2018-19'], ['2017-18', '2018-19'])
    >>> years_in("Released in 2019 for 2018 to 2019"), years_in("mid-2018"), years_in("2009/10 to 2018/19")
    (['2018-19'], [], ['2009-10', '2018-19'])
    """
    found = [(match.start(), int(match[1]) - 1) for match in ENDING.finditer(text)]
    for match in TWO_YEARS.finditer(text):
        start, end = int(match[1]), match[2]
        if int(end) in {(start + 1) % 100, start + 1} and (len(end) == SHORT or int(end) == start + 1):
            found.append((match.start(), start))
    return list(dict.fromkeys(financial_year(start) for _, start in sorted(found)))


def financial(value: Value) -> str | None:
    r"""
    The financial year a heading stands for; a bare year is the one it ends in, a date must be in March.

    >>> financial("2006/07"), financial("Year ending\nMarch 2019"), financial(2019.0), financial("Dorset")
    ('2006-07', '2018-19', '2018-19', None)
    """
    if isinstance(value, (datetime, date)):
        return financial_year(value.year - 1) if value.month == MARCH else None
    text = text_of(value)
    found = years_in(text)
    if found:
        return found[0] if len(found) == 1 else None
    one = ONE_YEAR.fullmatch(text)
    return financial_year(int(one[1]) - 1) if one and not text.casefold().startswith("mid") else None


def mid(value: Value) -> str | None:
    """
    The mid-year a heading stands for.

    >>> mid("Mid-2018"), mid(2018), mid("mid 2018 population"), mid("2018/19"), mid("Dorset")
    ('mid-2018', 'mid-2018', 'mid-2018', None, None)
    """
    found = MID.fullmatch(text_of(value))
    return mid_year(int(found[1])) if found else None
