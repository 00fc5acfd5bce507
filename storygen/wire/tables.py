"""The ledger's tables. Times are text in UTC, which every database keeps alike and sorts rightly."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeDecorator

PROGRAM, SCHEMA = "storygen wire", "1"


class Moment(TypeDecorator[datetime]):
    """A time in whole seconds, kept as `2026-03-05T09:30:00Z`."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:  # noqa: ANN401, ARG002 - as SQLAlchemy has it
        """The time as it is kept."""
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:  # noqa: ANN401, ARG002 - the same
        """The time as it was kept."""
        return datetime.fromisoformat(value) if value else None


METADATA = MetaData()

about = Table(
    "about",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Which program's book this is, in which form, and how its identities begin."""

stories = Table(
    "stories",
    METADATA,
    Column("uri", String(400), primary_key=True),
    Column("key", String(300), nullable=False, unique=True),
    Column("topic", String(100), nullable=False),
    Column("edition", String(40), nullable=False),
    Column("place", String(100), nullable=False),
    Column("take", Integer, nullable=False),
    Column("first_created", Moment, nullable=False),
    UniqueConstraint("topic", "edition", "place", "take"),
)
"""Identities: one for a topic, edition and place, and a further `take` for each substitute of one that was killed."""

versions = Table(
    "versions",
    METADATA,
    Column("uri", String(400), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("status", String(10), nullable=False),
    Column("created", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("approver", Text, nullable=False),
    Column("approved", Moment, nullable=False),
    Column("story", Text, nullable=False),
    Column("making", Text, nullable=False),
    ForeignKeyConstraint(["uri"], ["stories.uri"]),
    UniqueConstraint("uri", "created"),
)
"""Everything ever approved: rows are added and never changed."""

edits = Table(
    "edits",
    METADATA,
    Column("uri", String(400), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("wording", String(200), nullable=False),
    Column("touch", String(10), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    ForeignKeyConstraint(["uri", "version"], ["versions.uri", "versions.version"]),
)
"""What became of each paragraph of the draft a version was made from."""

drafts = Table(
    "drafts",
    METADATA,
    Column("uri", String(400), primary_key=True),
    Column("release", String(100), nullable=False),
    Column("grade", String(12), nullable=False),
    Column("note", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["uri"], ["stories.uri"]),
)
"""New versions that wait for a person: at most one a story, gone once a version is approved."""

targets = Table(
    "targets",
    METADATA,
    Column("target", String(400), primary_key=True),
    Column("formats", Text, nullable=False),
)
"""Where stories are delivered to, and in which formats."""

outbox = Table(
    "outbox",
    METADATA,
    Column("target", String(400), primary_key=True),
    Column("uri", String(400), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("due", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    ForeignKeyConstraint(["target"], ["targets.target"]),
    ForeignKeyConstraint(["uri", "version"], ["versions.uri", "versions.version"]),
    Index("waiting", "target", "state", "due"),
)
"""What is to go where: written in the transaction that approves. A row is pending, then sent or passed over."""

receipts = Table(
    "receipts",
    METADATA,
    Column("target", String(400), primary_key=True),
    Column("name", String(400), primary_key=True),
    Column("uri", String(400), nullable=False),
    Column("version", Integer, nullable=False),
    Column("format", String(40), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["target", "uri", "version"], ["outbox.target", "outbox.uri", "outbox.version"]),
    Index("of_story", "target", "uri"),
)
"""Every file that was delivered."""

couriers = Table(
    "couriers",
    METADATA,
    Column("target", String(400), primary_key=True),
    Column("host", String(200), nullable=False),
    Column("process", Integer, nullable=False),
    Column("until", Moment, nullable=False),
)
"""Who is delivering where: one process at a time to a target, so that order is kept."""
