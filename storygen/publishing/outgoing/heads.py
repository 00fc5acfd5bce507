"""Heads: where a feed is read, and when what it shows last changed."""

from collections.abc import Callable
from datetime import UTC, datetime

from storygen.model.feed import FeedHead
from storygen.publishing.outgoing.items import Items
from storygen.publishing.outgoing.times import changed
from storygen.publishing.outgoing.written import Node, Nodes


def address(head: FeedHead, suffix: str) -> str:
    """Where a feed can be read; empty where the service reads none out."""
    return f"{head.service.feeds.rstrip('/')}/{head.key}{suffix}" if head.service.feeds else ""


def links(link: Callable[..., Node], head: FeedHead, suffix: str, media_type: str) -> Nodes:
    """Atom's links to the feed itself and to its WebSub hub, made with `link`; those the service has."""
    if here := address(head, suffix):
        yield link(rel="self", href=here, type=media_type)
    if head.hub:
        yield link(rel="hub", href=head.hub)


def renewed(head: FeedHead, items: Items) -> datetime:
    """
    When readers could first have the newest of a feed; for an empty one, when the service's tags begin.

    The time the file is made does not come into it: the same stories give the same bytes, which a server can tell by
    their digest.
    """
    times = [*map(changed, items.live), *(story.version_created for story in items.killed)]
    return max(times, default=_since(head.service.since))


def _since(tag_date: str) -> datetime:
    """The first moment of the date of a tag, which is a year, a month or a day (RFC 4151)."""
    return datetime.fromisoformat(f"{tag_date}-01-01"[:10]).replace(tzinfo=UTC)
