"""Numbers in words, in British English; the only place that calls num2words, and only with whole numbers."""

from functools import cache
from threading import Lock

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
def ordinal(number: int, words_up_to: int) -> str:
    """
    A place: in words up to `words_up_to`, then in figures.

    >>> ordinal(2, 9), ordinal(21, 9), ordinal(21, 99)
    ('second', '21st', 'twenty-first')
    """
    return _num2words(number, "ordinal" if number <= words_up_to else "ordinal_num")


def _num2words(number: int, to: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - loaded when a number is first spelled, not for --help

    with _LOCK:
        return str(num2words(int(number), to=to))
