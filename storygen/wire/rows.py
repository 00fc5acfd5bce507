"""From rows of the ledger to papers and back."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, select

from storygen.model.issued import Making, Version
from storygen.model.story import Story
from storygen.wire.tables import versions

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Found = Row[*tuple[Any, ...]]
"""A row, whatever its columns."""

READ = (versions.c.story, versions.c.approver, versions.c.approved, versions.c.due)


@cache
def _forms() -> "dict[type[Any], TypeAdapter[Any]]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - a tenth of a second, for who needs it

    return {kind: TypeAdapter(kind) for kind in (Story, Making)}


def as_json(paper: Story | Making) -> str:
    """A paper as the ledger keeps it."""
    text: bytes = _forms()[type(paper)].dump_json(paper)
    return text.decode()


def making_of(text: str) -> Making:
    """How a version was made, as the ledger kept it."""
    making: Making = _forms()[Making].validate_json(text)
    return making


def version_of(row: Found, *, is_new: bool = False) -> Version:
    """A row read as `READ`, as a paper."""
    story: Story = _forms()[Story].validate_json(row.story)
    return Version(story=story, by=row.approver, at=row.approved, due=row.due, is_new=is_new)


def row_of(version: Version, making: str) -> Mapping[str, Any]:
    """A version as a row; `making` as the ledger keeps it."""
    story = version.story
    return {
        "uri": story.uri,
        "version": story.version,
        "status": story.status.value,
        "created": story.version_created,
        "due": version.due,
        "digest": story.content.digest,
        "approver": version.by,
        "approved": version.at,
        "story": as_json(story),
        "making": making,
    }


def newest(connection: Connection, uri: str, by: datetime | None = None) -> Found | None:
    """The row of a story's newest version, or of the newest that was due by a time; None where there is none."""
    wanted = select(*READ, versions.c.making).where(versions.c.uri == uri).order_by(versions.c.version.desc())
    if by is not None:
        wanted = wanted.where(versions.c.due <= by)
    return connection.execute(wanted.limit(1)).first()
