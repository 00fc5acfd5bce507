"""The clock on the newsroom's wall: London's, in which a time is meant that has no zone, and told."""

from datetime import UTC, datetime

# The zones are loaded where a time is read or told: the help page needs none.
# ruff: noqa: PLC0415

WALL = "Europe/London"


def from_wall(moment: datetime) -> datetime:
    """
    A time without a zone in UTC, as the clock on the wall shows it.

    Raises ValueError, with what to write, for an hour that comes twice or not at all as the clocks are changed.

    >>> from_wall(datetime(2026, 7, 1, 0, 1)).isoformat()
    '2026-06-30T23:01:00+00:00'
    >>> from_wall(datetime(2026, 10, 25, 1, 30))
    Traceback (most recent call last):
    ValueError: comes twice in London, as the clocks go back: add +01:00 for the first time, +00:00 for the second
    >>> from_wall(datetime(2026, 3, 29, 1, 30))
    Traceback (most recent call last):
    ValueError: is left out in London, as the clocks go forward: give a time an hour later, or add +00:00
    """
    from zoneinfo import ZoneInfo

    first, second = (moment.replace(tzinfo=ZoneInfo(WALL), fold=fold).astimezone(UTC) for fold in (0, 1))
    if first < second:
        raise ValueError(
            "comes twice in London, as the clocks go back: add +01:00 for the first time, +00:00 for the second"
        )
    if first > second:
        raise ValueError("is left out in London, as the clocks go forward: give a time an hour later, or add +00:00")
    return first


def on_the_wall(moment: datetime) -> str:
    """
    A time in words, with its zone.

    >>> on_the_wall(datetime(2026, 6, 30, 23, 1, tzinfo=UTC))
    '00:01 BST on Wednesday 1 July 2026'
    """
    from zoneinfo import ZoneInfo

    there = moment.astimezone(ZoneInfo(WALL))
    return f"{there:%H:%M %Z} on {there:%A} {there.day} {there:%B %Y}"
