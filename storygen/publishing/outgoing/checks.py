"""Checks: what no receiver may have, whatever the format."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from storygen.errors import UsageError
from storygen.model.story import BlockKind, Change, PubStatus, Story
from storygen.publishing.outgoing.service_checks import service_flaws

UNFINISHED = re.compile(
    r"\[(?:QUOTE NEEDED|EDITOR|READ MORE|PRESS OFFICE)[^\]]*\]|DRAFT, NOT FOR PUBLICATION"  # the draft's own marks
    r"|\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}"  # CriticMarkup
)
"""What stands in copy only while somebody has still to do something about it."""

ADDRESS = re.compile(r"(?:tag|urn|https?):\S+")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CHANGES = {
    PubStatus.USABLE: {Change.FIRST, Change.UPDATE, Change.CORRECTION, Change.RELEASE},
    PubStatus.WITHHELD: {Change.HOLD},
    PubStatus.CANCELED: {Change.KILL},
}
EXPLAINED = {Change.UPDATE, Change.CORRECTION, Change.HOLD, Change.KILL}
"""Changes that a receiver must be given a reason for."""

MOST_URGENT, LEAST_URGENT = 1, 9


def check(story: Story) -> None:
    """Raise a UsageError, in a sentence, for the first thing wrong with a story that is to be sent."""
    faults = (*_wrong_with_identity(story), *_wrong_with_times(story), *_wrong_with_words(story))
    for fault in (*faults, *(message for _, message in service_flaws(story.service))):
        raise UsageError(f"{story.key or 'A story'}, version {story.version}, cannot be sent: {fault}")


def _wrong_with_identity(story: Story) -> Iterator[str]:
    if not ADDRESS.fullmatch(story.uri):
        yield f"its uri is {story.uri!r}, which is no tag:, urn: or http: address"
    if not KEY.fullmatch(story.key):
        yield f"its key is {story.key!r}; expected small letters, figures and single hyphens"
    if story.version < 1:
        yield f"versions count from 1, and this is {story.version}"
    if not MOST_URGENT <= story.urgency <= LEAST_URGENT:
        yield f"its urgency is {story.urgency}; expected 1 to 9"
    if story.change not in CHANGES[story.status]:
        yield f"its status is {story.status}, which does not go with its change, {story.change}"
    if story.change in EXPLAINED and not story.note:
        yield f"its change is {story.change}, and no note says what changed and why"
    if not story.beat.subjects or not story.rests_on:
        yield f"it names no subject or no source; the wire.yaml of {story.topic} has them"


def _wrong_with_times(story: Story) -> Iterator[str]:
    times = {
        "was first made": story.first_created,
        "was made": story.version_created,
        "is embargoed until": story.embargo,
        "expires": story.expires,
    }
    for name, when in times.items():
        if when and not _is_whole_utc(when):
            yield f"it {name} {when.isoformat()}; expected UTC in whole seconds"
    if _is_whole_utc(story.first_created) and _is_whole_utc(story.version_created):
        yield from _wrong_with_order(story)


def _wrong_with_order(story: Story) -> Iterator[str]:
    if (story.version_created > story.first_created) is not (story.version > 1):
        yield "the first version is made when the story is, and every other later"


def _wrong_with_words(story: Story) -> Iterator[str]:
    content = story.content
    if not content.headline:
        yield "it has no headline"
    if not any(block.kind is BlockKind.PARAGRAPH and block.text for block in content.body):
        yield "it has no body"
    texts = (content.headline, content.standfirst, content.byline, *(block.text for block in content.body))
    for mark in filter(None, map(UNFINISHED.search, (*texts, *content.notes))):
        yield f"{mark[0]!r} still stands in it, which is for an editor to settle"


def _is_whole_utc(when: datetime) -> bool:
    return when.utcoffset() == timedelta(0) and not when.microsecond
