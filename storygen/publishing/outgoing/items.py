"""Items: which stories a feed shows at a time, and which it takes back."""

from collections import defaultdict
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

    A killed story is taken back if readers may know of it: the embargo of the kill is over, or an older version that is
    given was public. One killed under its embargo is not even taken back. Raises UsageError for a story that may not
    be sent.
    """
    versions = defaultdict[str, list[Story]](list)
    for story in map(checked, stories):
        versions[story.uri].append(story)
    newest = {uri: max(each, key=lambda story: story.version) for uri, each in versions.items()}
    ordered = sorted(newest.values(), key=lambda story: story.uri)
    ordered.sort(key=changed, reverse=True)
    killed = [story for story in ordered if _is_taken_back(story, versions[story.uri], now)]
    return Items(
        live=tuple(story for story in ordered if is_public(story, now)), killed=tuple(map(kill_notice, killed))
    )


def _is_taken_back(story: Story, versions: Iterable[Story], now: datetime) -> bool:
    if story.status is not PubStatus.CANCELED:
        return False
    return _is_open(story, now) or any(is_public(older, story.version_created) for older in versions)


def _is_open(story: Story, now: datetime) -> bool:
    return story.embargo is None or story.embargo <= now
