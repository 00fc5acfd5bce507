"""Months by name, the same in every locale."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month_name(number: int) -> str:
    """
    The name of a month, from 1 to 12.

    >>> month_name(3)
    'March'
    """
    return MONTHS[number - 1]
