"""The years of the tables: financial years as `2018-19`, populations as `mid-2018`."""

import re


def financial_year(start: int) -> str:
    """
    The year that runs from April of `start`.

    >>> financial_year(2018), financial_year(1999)
    ('2018-19', '1999-00')
    """
    return f"{start}-{(start + 1) % 100:02d}"


def is_financial_year(label: str) -> bool:
    """
    Whether `label` names a financial year.

    >>> [is_financial_year(label) for label in ("2018-19", "1999-00", "2018-91", "2018/19")]
    [True, True, False, False]
    """
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}", label)) and label == financial_year(int(label[:4]))


def mid_year(start: int) -> str:
    """
    The label of a mid-year population.

    >>> mid_year(2018)
    'mid-2018'
    """
    return f"mid-{start}"


def financial_years(first: str, last: str) -> dict[str, str]:
    """
    Every financial year from `first` to `last`, each under its own label.

    >>> list(financial_years("2017-18", "2019-20"))
    ['2017-18', '2018-19', '2019-20']
    """
    return {financial_year(year): financial_year(year) for year in range(int(first[:4]), int(last[:4]) + 1)}


def mid_years(first: str, last: str) -> dict[str, str]:
    """
    By label of a mid-year, the financial year that starts in it, from `first` to `last`.

    >>> mid_years("mid-2017", "mid-2018")
    {'mid-2017': '2017-18', 'mid-2018': '2018-19'}
    """
    return {mid_year(year): financial_year(year) for year in range(int(first[4:]), int(last[4:]) + 1)}
