"""Working hours: the hours of Monday to Friday, round the clock; bank holidays are not known."""

from datetime import datetime, timedelta

SATURDAY = 5
HOUR = timedelta(hours=1)


def working_hours(start: datetime, end: datetime) -> float:
    """
    How many hours of working days lie between two times, of the zone of the first.

    >>> working_hours(datetime(2026, 2, 13, 16), datetime(2026, 2, 16, 16))
    24.0
    """
    end, total, now = end.astimezone(start.tzinfo) if start.tzinfo else end, timedelta(), start
    while now < end:
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        until = min(midnight, end)
        total += until - now if now.weekday() < SATURDAY else timedelta()
        now = until
    return total / HOUR


def deadline_after(start: datetime, hours: int) -> datetime:
    """
    The first whole hour by which so many working hours have passed.

    >>> deadline_after(datetime(2026, 2, 13, 15, 20), 24).isoformat()
    '2026-02-16T16:00:00'
    """
    end = start if start == start.replace(minute=0, second=0, microsecond=0) else _next_hour(start)
    whole = end
    while working_hours(whole, end) < hours:
        end += HOUR
    return end


def _next_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0) + HOUR
