"""Approvals for tests: plainly artificial stories as a person would put their name to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from wire_stories import DORSET, MADE, a_content, a_story

from storygen.model.issued import Approval, Dispatch, Making, Turn, Version
from storygen.model.story import Change
from storygen.wire import Printing

MAKING = Making(edition="2018-19", seed=1, house="regional", figures={})
HOUR = timedelta(hours=1)


def an_approval(
    at: datetime = MADE,
    *,
    place: str = "dorset",
    headline: str = "Test headline",
    **told: Any,  # noqa: ANN401 - any field of an approval may be told
) -> Approval:
    """Make the approval of a story on a place, unless told otherwise."""
    fields = {
        "story": a_story(
            place=replace(DORSET, slug=place), content=a_content(headline=headline), change=Change.UPDATE, note="Test."
        ),
        "by": "Test Editor",
        "at": at,
        "making": MAKING,
        **told,
    }
    return Approval(**fields)


def embargoed(until: datetime, at: datetime = MADE, **told: Any) -> Approval:  # noqa: ANN401 - the same
    """Make an approval that is embargoed."""
    approval = an_approval(at, **told)
    return replace(approval, story=replace(approval.story, embargo=until))


def a_turn(change: Change, at: datetime = MADE + HOUR) -> Turn:
    """Make a hold, release or kill."""
    return Turn(change=change, by="Test Chief", at=at, reason="Test reason")


def printed(version: Version, formats: Sequence[str], _: datetime) -> Iterator[Dispatch]:
    """A version in formats of the test's own: its words, and the name of the format."""
    story = version.story
    for name in formats:
        data = f"{name}: {story.uri} {story.version} {story.status}: {story.content.headline}\n".encode()
        yield Dispatch(
            name=f"{story.version_created:%Y%m%dT%H%M%SZ}_{story.key}_v{story.version}.{name}", format=name, data=data
        )


PRINTING = Printing(wanted=(), every=("one", "two"), render=printed)
