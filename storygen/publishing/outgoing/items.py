"""Items: which stories a feed shows at a time, and which it takes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storygen.model.story import PubStatus, Story
from storygen.publishing.outgoing.kill import kill_notice
from storygen.publishing.outgoing.outgoing import checked
from storygen.publishing.outgoing.times import changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A feed's stories, newest first: those readers may have, and those that were killed."""

    live: tuple[Story, ...]
    killed: tuple[Story, ...]


def is_public(story: Story, now: datetime) -> bool:
    """Whether readers may have a story at a time: it is usable, and its embargo, if it had one, has passed."""
    return story.status is PubStatus.USABLE and _is_open(story, now)


def items_of(stories: Iterable[Story], now: datetime) -> Items:
    """
    What a feed shows of some stories at a time, each in its newest version.

    A story killed under its embargo is not even taken back: nobody knew of it. Raises UsageError for a story that may
    not be sent.
    """
    newest: dict[str, Story] = {}
    for story in map(checked, stories):
        if story.uri not in newest or newest[story.uri].version < story.version:
            newest[story.uri] = story
    ordered = sorted(newest.values(), key=lambda story: story.uri)
    ordered.sort(key=changed, reverse=True)
    killed = [story for story in ordered if story.status is PubStatus.CANCELED and _is_open(story, now)]
    return Items(
        live=tuple(story for story in ordered if is_public(story, now)), killed=tuple(map(kill_notice, killed))
    )


def _is_open(story: Story, now: datetime) -> bool:
    return story.embargo is None or story.embargo <= now
