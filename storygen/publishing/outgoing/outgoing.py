"""Outgoing: a story as any format may print it."""

from functools import lru_cache

from storygen.model.story import PubStatus, Story
from storygen.publishing.outgoing.characters import carried, in_every_text
from storygen.publishing.outgoing.checks import check
from storygen.publishing.outgoing.kill import kill_notice

AT_HAND = 1_000  # stories kept as they were checked, for the next format or feed; some ten kilobytes each


@lru_cache(AT_HAND)
def checked(story: Story) -> Story:
    """
    The story with nothing in it that a wire cannot carry.

    Raises UsageError, in a sentence, for a story no receiver may have: one with a mark of the draft left in it, without
    words, or with a version, time, status or identity that contradicts the others.
    """
    clean = in_every_text(carried, story)
    check(clean)
    return clean


def outgoing(story: Story) -> Story:
    """
    The checked story, with a kill notice for its words if it was killed.

    Every format starts from it, so that what holds here holds for all. Raises UsageError as `checked` does.
    """
    clean = checked(story)
    return kill_notice(clean) if clean.status is PubStatus.CANCELED else clean
