"""Seen: what readers could have had. Of a story they never could have, nobody hears, not even that it is taken back."""

from datetime import datetime

from sqlalchemy import Connection, Select, and_, or_, select

from storygen.model.story import PubStatus
from storygen.wire.tables import versions


def public_by(now: datetime) -> Select[tuple[str]]:
    """The identities of the stories that readers could have had at some time up to now."""
    after = versions.alias()
    follows = and_(after.c.uri == versions.c.uri, after.c.version == versions.c.version + 1)
    is_out = and_(versions.c.status == PubStatus.USABLE.value, versions.c.due <= now)
    is_in_time = or_(after.c.approved.is_(None), versions.c.due <= after.c.approved)
    return select(versions.c.uri).outerjoin(after, follows).where(is_out, is_in_time).distinct()


def was_public(connection: Connection, uri: str, now: datetime) -> bool:
    """Whether readers could have had a story at some time up to now."""
    return connection.execute(public_by(now).where(versions.c.uri == uri)).first() is not None
