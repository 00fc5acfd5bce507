"""Looking: what the ledger holds, in papers."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from storygen.errors import UsageError, nearest
from storygen.model.issued import Edit, Making, Touch, Version, Waiting
from storygen.model.story import PubStatus
from storygen.wire.ledger import Ledger, written_by
from storygen.wire.rows import READ, making_of, newest, version_of
from storygen.wire.seen import public_by, was_public
from storygen.wire.tables import drafts, edits, stories, versions


def uri_called(ledger: Ledger, name: str) -> str:
    """
    The identity of a story called by its key, its uri or, where it is the only one there, its place, in any letters.

    Of a story that was killed and what stands in for it, a place means the latter. Raises UsageError, with the nearest.
    """
    slug = name.lower()
    is_named = (stories.c.key == slug) | (stories.c.uri == name)
    with ledger.reading() as connection:
        found = connection.execute(select(stories.c.uri).where(is_named)).scalar()
        there = connection.execute(select(stories).where(stories.c.place == slug).order_by(stories.c.take)).all()
        known = connection.execute(select(stories.c.place, stories.c.key).order_by(stories.c.key)).all()
    last = {(row.topic, row.edition): row for row in there}
    if found or len(last) == 1:
        return str(found or there[-1].uri)
    if last:
        raise UsageError(
            f"There are {len(last)} stories on {name}; name one: {', '.join(row.key for row in last.values())}"
        )
    names = {str(each) for row in known for each in row}
    raise UsageError(f"The ledger holds no story {name!r}; {nearest(name, sorted(names))}")


def newest_versions(ledger: Ledger, now: datetime | None = None) -> Iterator[Version]:
    """
    The newest version of every story, by key; with a time, the newest that was due by it.

    Then nothing is given of a story that was held or killed before readers could have had it.
    """
    wanted = select(versions.c.uri, func.max(versions.c.version).label("last")).group_by(versions.c.uri)
    last = (wanted.where(versions.c.due <= now) if now else wanted).subquery()
    found = (
        select(*READ)
        .join(last, and_(last.c.uri == versions.c.uri, last.c.last == versions.c.version))
        .join(stories, stories.c.uri == versions.c.uri)
        .order_by(stories.c.key)
    )
    if now:
        found = found.where(or_(versions.c.status == PubStatus.USABLE.value, versions.c.uri.in_(public_by(now))))
    with ledger.reading() as connection:
        for row in connection.execution_options(yield_per=500).execute(found):
            yield version_of(row)


def current(ledger: Ledger, topic: str, edition: str, place: str) -> Version | None:
    """The newest version of the story of a topic, edition and place, the last that stands in where one was killed."""
    is_it = and_(stories.c.topic == topic, stories.c.edition == edition, stories.c.place == place)
    with ledger.reading() as connection:
        uri = connection.execute(select(stories.c.uri).where(is_it).order_by(stories.c.take.desc()).limit(1)).scalar()
        row = newest(connection, uri) if uri else None
    return version_of(row) if row else None


def has_been_out(ledger: Ledger, uri: str, now: datetime) -> bool:
    """Whether readers could have had a story at some time up to now."""
    with ledger.reading() as connection:
        return was_public(connection, uri, now)


def history(ledger: Ledger, uri: str) -> tuple[Version, ...]:
    """Every version of a story, the first one first."""
    with ledger.reading() as connection:
        rows = connection.execute(select(*READ).where(versions.c.uri == uri).order_by(versions.c.version)).all()
    return tuple(version_of(row) for row in rows)


def making_behind(ledger: Ledger, version: Version) -> Making:
    """How the draft behind a version was made."""
    is_it = and_(versions.c.uri == version.story.uri, versions.c.version == version.story.version)
    with ledger.reading() as connection:
        return making_of(connection.execute(select(versions.c.making).where(is_it)).scalar_one())


def all_edits(ledger: Ledger) -> Iterator[Edit]:
    """What became of every paragraph of every draft that was approved."""
    with ledger.reading() as connection:
        for row in connection.execute(select(edits).order_by(edits.c.uri, edits.c.version, edits.c.number)):
            yield Edit(wording=row.wording, touch=Touch(row.touch), before=row.before, after=row.after)


def waiting(ledger: Ledger) -> dict[str, Waiting]:
    """The new versions that wait for a person, by identity."""
    with ledger.reading() as connection:
        rows = connection.execute(select(drafts).order_by(drafts.c.uri)).all()
    return {row.uri: Waiting(**row._mapping) for row in rows}  # noqa: SLF001 - how SQLAlchemy names columns


def put_down(ledger: Ledger, draft: Waiting) -> None:
    """Note a new version that waits, in place of one that waited before."""
    row = {name: getattr(draft, name) for name in ("uri", "release", "grade", "note", "file", "at")}

    def put(connection: Connection) -> None:
        connection.execute(drafts.delete().where(drafts.c.uri == draft.uri))
        connection.execute(drafts.insert().values(**row))

    written_by(ledger, put)
