"""
The wire formats: each is a module of `formats/` and joins by being there.

What a caller may rely on:

- `formats()["ninjs31"].render(story)` is the file of one story, `feeds()["atom"].render(head, stories)` that of many;
- both are bytes in UTF-8 and depend on their arguments alone: no clock, no file, no chance;
- `render` raises a UsageError, in a sentence, for a story no receiver may have: see `outgoing`. It prints the kill
  notice in place of a killed story's words, so that a caller need not empty them;
- a Format that `is_public` is one readers see as it is: write it only where `is_public(story, now)` says so. The others
  carry status and embargo, for a receiver's machine and in words;
- a Feed leaves out by itself what readers may not have at `head.now`, and older versions of the same story.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

from storygen.errors import UsageError
from storygen.model.feed import FeedHead
from storygen.model.story import PubStatus, Story
from storygen.publishing.outgoing import Items, carried, items_of, outgoing
from storygen.publishing.outgoing.characters import in_every_text
from storygen.publishing.outgoing.service_checks import service_flaws


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One story as one file: `suffix` ends the file's name, `media_type` is what a server calls it."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Story], bytes]
    is_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Many stories as one file, newest first."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[FeedHead, Iterable[Story]], bytes]


def sends(
    name: str, *, suffix: str, media_type: str, is_public: bool = False
) -> Callable[[Callable[[Story], bytes]], Format]:
    """Make a function that writes an outgoing story into a format."""
    return lambda write: Format(
        name=name,
        suffix=suffix,
        media_type=media_type,
        is_public=is_public,
        render=lambda story: write(_readable(story, name) if is_public else outgoing(story)),
    )


def lists(name: str, *, suffix: str, media_type: str) -> Callable[[Callable[[FeedHead, Items], bytes]], Feed]:
    """Make a function that writes the items of a feed into a format for many."""
    return lambda write: Feed(
        name=name,
        suffix=suffix,
        media_type=media_type,
        render=lambda head, stories: write(_sound(head), items_of(stories, head.now)),
    )


def _sound(head: FeedHead) -> FeedHead:
    clean = in_every_text(carried, head)
    for _, message in service_flaws(clean.service):
        raise UsageError(f"The feed {head.key} cannot be made: {message}")
    return clean


def _readable(story: Story, name: str) -> Story:
    readable = outgoing(story)
    if story.status is PubStatus.WITHHELD:
        raise UsageError(f"{story.key}, version {story.version}, is withheld, and {name} is for readers")
    return readable


@cache
def formats() -> Mapping[str, Format]:
    """Every format of one story, by name."""
    return _members(Format)


@cache
def feeds() -> Mapping[str, Feed]:
    """Every format of many stories, by name."""
    return _members(Feed)


def file_name(story: Story, form: Format) -> str:
    """
    What a version's file is called: names sort by time, and a version has one name for ever.

    It is `20260305T093000Z_drug-seizures-2018-19-dorset_v1.ninjs31.json`: when the version was made, the story's key,
    the version, the format.
    """
    return f"{story.version_created:%Y%m%dT%H%M%SZ}_{story.key}_v{story.version}{form.suffix}"


def _members(kind: type[Any]) -> Mapping[str, Any]:
    package = import_module("storygen.publishing.formats")
    modules = [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]
    members = [each for module in modules for each in vars(module).values() if isinstance(each, kind)]
    return MappingProxyType({member.name: member for member in sorted(members, key=lambda member: member.name)})
