"""Entering: a version approved, under its identity and its number, or a turn of its status. Nothing is ever changed."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from storygen.errors import UsageError
from storygen.model.issued import Approval, Turn, Version
from storygen.model.story import Change, PubStatus, Service, Story
from storygen.wire.identity import key_of, uri_of
from storygen.wire.ledger import Ledger, written_by
from storygen.wire.outbox import queue
from storygen.wire.rows import READ, Found, as_json, newest, row_of, version_of
from storygen.wire.seen import was_public
from storygen.wire.tables import about, drafts, edits, stories, versions

SECOND = timedelta(seconds=1)
STATUS = {Change.HOLD: PubStatus.WITHHELD, Change.RELEASE: PubStatus.USABLE, Change.KILL: PubStatus.CANCELED}


def enter(ledger: Ledger, approval: Approval) -> Version:
    """
    Enter what a person approved: a first version, the next, or the one there is where nothing has changed.

    The outbox is filled in the same transaction. Raises UsageError for a story that was killed, unless the approval is
    of a substitute, and for one withheld unless it is corrected.
    """
    return written_by(ledger, lambda connection: _enter(connection, approval))


def turn(ledger: Ledger, uri: str, turned: Turn) -> Version:
    """
    Hold, release or kill a story: a version more, with another status and no new words.

    A hold and a kill take back the last version that was due, and never carry the words of one still embargoed.
    Raises UsageError where its status does not allow the turn; nothing follows a kill.
    """
    return written_by(ledger, lambda connection: _turn(connection, uri, turned))


def _enter(connection: Connection, approval: Approval) -> Version:
    story = approval.story
    _check_authority(connection, story.service)
    last = _last_take(connection, story)
    held = newest(connection, last.uri) if last else None
    if last is None or held is None:
        return _first(connection, approval, take=1, replaces=None)
    before = version_of(held)
    if approval.follows not in {None, before.story.version}:
        number = before.story.version
        raise UsageError(
            f"{last.key} was given version {number} by {before.by} meanwhile: look at it and approve again"
        )
    if before.story.status is PubStatus.CANCELED:
        if not approval.is_substitute:
            raise UsageError(
                f"{last.key} was killed by {before.by}, and nothing follows on its identity; "
                "send a substitute under a new one with --substitute"
            )
        named = before.story.uri if was_public(connection, before.story.uri, approval.at) else None
        return _first(connection, approval, take=last.take + 1, replaces=named)
    if approval.is_substitute:
        raise UsageError(f"{last.key} was not killed, so nothing can stand in for it: leave --substitute out")
    is_same = _says_the_same(before.story, story)
    if before.story.status is PubStatus.WITHHELD and (is_same or story.change is not Change.CORRECTION):
        raise UsageError(
            f"{last.key} is withheld by {before.by}: storygen wire correct mends it, storygen wire release lets it go"
        )
    if is_same:
        return before
    return _add(connection, _next(before.story, approval), as_json(approval.making), approval)


def _turn(connection: Connection, uri: str, turned: Turn) -> Version:
    connection.execute(select(stories.c.uri).where(stories.c.uri == uri).with_for_update()).one()
    held = newest(connection, uri)
    if held is None:
        raise UsageError(f"The ledger holds no version of {uri}")
    before = version_of(held)
    _check_turn(before, turned)
    if turned.change is Change.RELEASE:
        told = replace(turned, reason=_with_correction(connection, before.story, turned.reason))
        return _add(connection, _turned(before, before, told), held.making)
    known = newest(connection, uri, by=turned.at) or held  # what nobody may know of yet is not taken back with words
    return _add(connection, _turned(version_of(known), before, turned), known.making)


def _with_correction(connection: Connection, held: Story, reason: str) -> str:
    """The reason for a release, with the note of a correction held with its words, which some may not have had."""
    is_before = (versions.c.uri == held.uri) & (versions.c.status == PubStatus.USABLE.value)
    row = connection.execute(select(*READ).where(is_before).order_by(versions.c.version.desc()).limit(1)).one()
    last = version_of(row).story
    is_held = held.status is PubStatus.WITHHELD and last.change is Change.CORRECTION
    same = last.content.digest == held.content.digest
    return f"{reason.rstrip('.')}. {last.note}" if is_held and same else reason


def _turned(source: Version, before: Version, turned: Turn) -> Version:
    """
    The version after `before`, with the words of `source`: those receivers have, or those that are let go.

    It is due at once; where nothing of the story was due yet, when its embargo is over. What is let go before its
    embargo is over stays what it was, a correction with its note say, which receivers have not been told yet.
    """
    is_lifted = turned.change is Change.RELEASE and before.story.status is PubStatus.USABLE
    reason = f"{turned.change.value.upper()}: {turned.reason}"
    story = replace(
        source.story,
        version=before.story.version + 1,
        version_created=_after(before.story, turned.at),
        status=STATUS[turned.change],
        change=source.story.change if is_lifted else turned.change,
        note=f"{source.story.note} {reason}".lstrip() if is_lifted else reason,
        urgency=turned.urgency or source.story.urgency,
        embargo=None if is_lifted else source.story.embargo,
    )
    story = replace(story, expires=_expires(story, turned.at))
    return Version(story=story, by=turned.by, at=turned.at, due=_due(story, turned.at), is_new=True)


def _check_turn(before: Version, turned: Turn) -> None:
    status, key = before.story.status, before.story.key
    if status is PubStatus.CANCELED:
        raise UsageError(f"{key} was killed by {before.by}, and nothing follows a kill")
    if turned.change is Change.HOLD and status is PubStatus.WITHHELD:
        raise UsageError(f"{key} is withheld already, by {before.by}")
    is_out = status is PubStatus.USABLE and before.due <= turned.at
    if turned.change is Change.RELEASE and is_out:
        raise UsageError(f"{key} is neither withheld nor embargoed, so there is nothing to release")


def _check_authority(connection: Connection, service: Service) -> None:
    """Hold a ledger to the authority its first identity began with."""
    begins = f"{service.authority},{service.since}"
    held = connection.execute(select(about.c.value).where(about.c.name == "authority")).scalar()
    if held is None:
        connection.execute(about.insert().values(name="authority", value=begins))
    elif held != begins:
        raise UsageError(
            f"The identities in this ledger begin with {held} and the service's with {begins}: they must never change"
        )


def _last_take(connection: Connection, story: Story) -> Found | None:
    """The newest identity of a topic, edition and place, locked until the transaction ends."""
    is_it = (
        (stories.c.topic == story.topic) & (stories.c.edition == story.edition) & (stories.c.place == story.place.slug)
    )
    wanted = select(stories).where(is_it).order_by(stories.c.take.desc()).limit(1)
    return connection.execute(wanted.with_for_update()).first()


def _says_the_same(before: Story, story: Story) -> bool:
    return (before.content.digest, before.embargo) == (story.content.digest, story.embargo)


def _first(connection: Connection, approval: Approval, *, take: int, replaces: str | None) -> Version:
    asked, at = approval.story, approval.at
    story = replace(
        asked,
        uri=uri_of(asked.service, asked.topic, asked.edition, asked.place.slug, take),
        key=key_of(asked.topic, asked.edition, asked.place.slug, take),
        version=1,
        first_created=at,
        version_created=at,
        status=PubStatus.USABLE,
        change=Change.FIRST,
        replaces=replaces,
        expires=_expires(asked, at),
    )
    row = {"uri": story.uri, "key": story.key, "topic": story.topic, "edition": story.edition}
    connection.execute(stories.insert().values(**row, place=story.place.slug, take=take, first_created=at))
    version = Version(story=story, by=approval.by, at=at, due=_due(story, at), is_new=True)
    return _add(connection, version, as_json(approval.making), approval)


def _next(before: Story, approval: Approval) -> Version:
    """The version after another: what names the story stays, and its time is later."""
    story = replace(
        approval.story,
        uri=before.uri,
        key=before.key,
        slugline=before.slugline,
        replaces=before.replaces,
        version=before.version + 1,
        first_created=before.first_created,
        version_created=_after(before, approval.at),
        status=PubStatus.USABLE,
        expires=_expires(approval.story, approval.at),
    )
    return Version(story=story, by=approval.by, at=approval.at, due=_due(story, approval.at), is_new=True)


def _add(connection: Connection, version: Version, making: str, approval: Approval | None = None) -> Version:
    """Write a version down, with what an editor changed, and put it in the outbox."""
    story = version.story
    connection.execute(versions.insert().values(**row_of(version, making)))
    touched = [
        {"uri": story.uri, "version": story.version, "number": number, "wording": edit.wording,
         "touch": edit.touch.value, "before": edit.before, "after": edit.after}
        for number, edit in enumerate(approval.edits if approval else (), start=1)
    ]  # fmt: skip
    if touched:
        connection.execute(edits.insert(), touched)
    connection.execute(drafts.delete().where(drafts.c.uri == story.uri))
    queue(connection, version)
    return version


def _after(before: Story, at: datetime) -> datetime:
    """A version's time: now, and in any case later than the one before it."""
    return max(at, before.version_created + SECOND)


def _due(story: Story, at: datetime) -> datetime:
    """When readers may have a version."""
    return max(story.embargo, at) if story.embargo else at


def _expires(story: Story, at: datetime) -> datetime | None:
    """When a version is no longer news, as its service has it; never an order to take a story down or to hold it."""
    days = story.service.stale_after
    return _due(story, at) + timedelta(days=days) if days and story.status is PubStatus.USABLE else None
