"""Times: as machines read them and as editors do, and when readers could first have a story."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from storygen.model.story import Story


def stamp(when: datetime) -> str:
    """
    A time in UTC as every format but RSS writes it; Superdesk reads no other form.

    >>> stamp(datetime(2026, 3, 5, 9, 30, tzinfo=UTC))
    '2026-03-05T09:30:00Z'
    """
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def dated(when: datetime) -> str:
    """
    A time in UTC as RSS writes it (RFC 822).

    >>> dated(datetime(2026, 3, 5, 9, 30, tzinfo=UTC))
    'Thu, 05 Mar 2026 09:30:00 GMT'
    """
    return format_datetime(when.astimezone(UTC), usegmt=True)


def released(story: Story) -> datetime:
    """When readers could first have the story: when it was made, or its embargo passed."""
    return max(story.first_created, story.embargo or story.first_created)


def changed(story: Story) -> datetime:
    """When readers could first have this version of it."""
    return max(story.version_created, story.embargo or story.version_created)


def covered(story: Story) -> str:
    """The time the story's figures are of, as ISO 8601 writes a span; empty where its edition is no year."""
    start, begins = story.edition[:4], story.beat.year_begins
    if not begins or not start.isdigit():
        return ""
    first = datetime.fromisoformat(f"{start}-{begins}").replace(tzinfo=UTC)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    return f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"
