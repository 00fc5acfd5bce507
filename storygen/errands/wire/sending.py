"""Sending: what was approved, in every format, to whoever is to have it; and feeds of what readers may have."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from storygen.errands.wire.books import Books
from storygen.errors import OutputError, UsageError, nearest
from storygen.model.feed import FeedHead
from storygen.model.issued import Dispatch, Version
from storygen.model.story import PubStatus, Service, Story
from storygen.publishing import feeds, file_name, formats, is_public
from storygen.wire import Delivered, Depot, Printing, newest_versions, send_again, uri_called
from storygen.wire import deliver as send

INDEX = "index.json"
KEPT = re.compile(r"((?:place|drug)-[\w-]+)\.")  # how the name of a feed begins that is of some stories only
BATCH = 50  # stories whose files are held at once


def deliver(where: str, wanted: Sequence[str], books: Books, again: Sequence[str] = ()) -> Delivered:
    """
    Send a target all it is due, in the formats wanted, by default in every one, and once more the stories named.

    Raises a StorygenError for a format or a story there is not, and for a place or a ledger that cannot be used.
    """
    for_readers = tuple(name for name, form in formats().items() if form.is_public)
    printing = Printing(wanted=_formats(wanted), every=tuple(formats()), render=rendered, for_readers=for_readers)
    depot = _lasting(where)
    with books.open() as ledger:
        for name in again:
            send_again(ledger, depot.address, uri_called(ledger, name))
        return send(ledger, where, printing, books.now)


def export(where: str, wanted: Sequence[str], keys: Sequence[str], books: Books) -> tuple[str, ...]:
    """
    Write stories as they stand to a folder, and note nothing: to look at, or to hand to somebody.

    Those that are embargoed are left out. Raises UsageError for a story or a format there is not.
    """
    names, depot = _formats(wanted), _lasting(where)
    with books.open() as ledger:
        chosen = _chosen(list(newest_versions(ledger, books.now)), keys)
    depot.reach()
    written = list[str]()
    for start in range(0, len(chosen), BATCH):
        batch = chosen[start : start + BATCH]
        files = [each for version in batch for each in rendered(version, names or tuple(formats()), books.now)]
        depot.put_all(files)
        written += [each.name for each in files]
    return tuple(written)


def _lasting(where: str) -> Depot:
    """A place that is still there when the command has ended."""
    depot = Depot(where)
    if depot.is_fleeting:
        raise OutputError("What is in memory:// is gone when the command ends, so nobody could take it: give a folder")
    return depot


def _chosen(versions: Sequence[Version], names: Sequence[str]) -> Sequence[Version]:
    """Those called by key, identity or place, in any letters; all if none is named. UsageError, with the nearest."""
    known = {version.story.uri: (version.story.key, version.story.place.slug) for version in versions}
    for name in names:
        if not any(name == uri or name.lower() in called for uri, called in known.items()):
            held = sorted({each for called in known.values() for each in called})
            raise UsageError(f"There is no story {name!r} that may be seen now; {nearest(name, held)}")
    wanted = {*names, *(name.lower() for name in names)}
    return [each for each in versions if not names or {each.story.uri, *known[each.story.uri]} & wanted]


def rendered(version: Version, wanted: Iterable[str], now: datetime) -> Iterator[Dispatch]:
    """A version in each format that may show it at a time."""
    for name in wanted:
        form = formats()[name]
        if form.is_public and not is_public(version.story, now):
            continue
        yield Dispatch(name=file_name(version.story, form), format=name, data=form.render(version.story))


def write_feeds(where: str, books: Books, files: str = "") -> tuple[str, ...]:
    """
    Write every feed – of all stories, of each place, of each drug – and an index of them; the names of those changed.

    A feed that the last index lists and that no story belongs in any more is emptied and kept, for those who read it.
    `files` is where receivers find the stories' own files, if anywhere. Raises OutputError for a folder that cannot be
    written to, or whose index cannot be read.
    """
    service, depot = books.sender(), _lasting(where)
    with books.open() as ledger:
        stories = tuple(version.story for version in newest_versions(ledger, books.now))
    depot.reach()
    written, index = list[str](), list[dict[str, object]]()
    heads = list(_heads(stories, service, books.now, files))
    for head, chosen in (*heads, *_emptied(heads, _listed(depot))):
        for feed in feeds().values():
            name, data = f"{head.key}{feed.suffix}", feed.render(head, chosen)
            index.append(
                {"name": name, "title": head.title, "type": feed.media_type, "sha256": sha256(data).hexdigest()}
            )
            written += _changed(depot, name, data)
    written += _changed(depot, INDEX, json.dumps(index, indent=1, ensure_ascii=False).encode())
    return tuple(written)


def _changed(depot: Depot, name: str, data: bytes) -> list[str]:
    """Write a file unless it is there as it should be; its name if it was written."""
    if depot.get(name) == data:
        return []
    depot.put(name, data)
    return [name]


def _heads(
    stories: Sequence[Story], service: Service, now: datetime, files: str
) -> Iterator[tuple[FeedHead, tuple[Story, ...]]]:
    """
    Every feed there is to be, with its stories, that of all first.

    A killed story is taken back in the feed of every drug: it may have led on another before.
    """
    title = _title(service, stories)
    whole = FeedHead(key="all", title=title, description="Every story.", service=service, now=now, files=files)
    yield whole, tuple(stories)
    places = {story.place.slug: story.place.name for story in stories}
    nouns = {_drug(story): next(iter(story.keywords), _drug(story)) for story in stories if _drug(story)}
    for kind, names, of, is_drug in (("place", places, _place, False), ("drug", nouns, _drug, True)):
        for slug, name in sorted(names.items()):
            title = f"{_title(service, (story for story in stories if of(story) == slug))}, {name}"
            head = replace(whole, key=f"{kind}-{slug}", title=title, description=f"Stories on {name}.")
            yield head, tuple(story for story in stories if of(story) == slug or (is_drug and _is_killed(story)))


def _title(service: Service, stories: Iterable[Story]) -> str:
    """Who sends, and what the stories are about, each topic once."""
    return ": ".join(filter(None, (service.name, "; ".join(sorted({story.title for story in stories})))))


def _listed(depot: Depot) -> dict[str, str]:
    """The feeds of the last index, by key, with their titles; none where there is no index."""
    data = depot.get(INDEX)
    try:
        listed = {str(each["name"]): str(each["title"]) for each in json.loads(data or b"[]")}
    except (ValueError, TypeError, KeyError, AttributeError):
        raise OutputError(
            f"{depot.address}/{INDEX} is no index of feeds, so nobody knows which to empty: "
            "put back the last one, or empty the folder"
        ) from None
    found = ((KEPT.match(name), title) for name, title in listed.items())
    return {match[1]: title for match, title in found if match}


def _emptied(
    heads: Sequence[tuple[FeedHead, tuple[Story, ...]]], listed: Mapping[str, str]
) -> Iterator[tuple[FeedHead, tuple[Story, ...]]]:
    """The feeds no story belongs in any more: nothing in them but what was killed."""
    whole, stories = heads[0]
    wanted = {head.key for head, _ in heads}
    for key, title in sorted(listed.items()):
        if key not in wanted:
            head = replace(whole, key=key, title=title, description="No story is in this feed now.")
            yield head, tuple(filter(_is_killed, stories))


def _is_killed(story: Story) -> bool:
    return story.status is PubStatus.CANCELED


def _place(story: Story) -> str:
    return story.place.slug


def _drug(story: Story) -> str:
    """The category a story leads on; none for one from local facts alone."""
    angle, _, category = story.angle.partition(":")
    return "" if angle == "local" else category


def _formats(wanted: Sequence[str]) -> tuple[str, ...]:
    """The names of formats asked for. Raises UsageError, with the nearest, for one there is not."""
    for name in wanted:
        if name not in formats():
            raise UsageError(f"There is no format {name!r}; {nearest(name, list(formats()))}")
    return tuple(dict.fromkeys(wanted))
