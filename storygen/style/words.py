"""Numbers in words, in British English; the only place that calls num2words, and only with whole numbers."""

from functools import cache
from threading import Lock

ORDINALS_IN_WORDS = 9
_LOCK = Lock()  # num2words keeps state between calls, and goes wrong in threads


@cache
def cardinal(number: int) -> str:
    """
    A whole number in words.

    >>> cardinal(21)
    'twenty-one'
    """
    return _num2words(number, "cardinal")


@cache
def ordinal(number: int) -> str:
    """
    A place: first to ninth in words, then 10th, 21st.

    >>> ordinal(2), ordinal(21)
    ('second', '21st')
    """
    return _num2words(number, "ordinal" if number <= ORDINALS_IN_WORDS else "ordinal_num")


def _num2words(number: int, to: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - loaded when a number is first spelled, not for --help

    with _LOCK:
        return str(num2words(int(number), to=to))
