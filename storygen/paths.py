"""Where wording, quotes and topics live: inside an installed package, or beside it in a checkout."""

from collections.abc import Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
SHARED = "counts"
"""The folder, of templates and of quotes, of what fits any table of counts by area, category and year."""


def shipped(name: str) -> Path:
    """
    The folder `name` ("templates" or "quotes") as installed, else as checked out.

    A wheel carries both in `storygen/_data`; an editable install has them at the repository's top level.
    """
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def wordings_of(topic: str, folders: Sequence[Path] = ()) -> tuple[Path, ...]:
    """
    Where a topic's wordings are looked for, in order: in each folder of templates its own, then the shared ones.

    Without `folders`, in those that ship.
    """
    return tuple(folder / name for folder in folders or (shipped("templates"),) for name in (topic, SHARED))


def topic_folder(topic: str) -> Path:
    """The folder that holds everything particular to a topic."""
    return PACKAGE / "topics" / topic


def settings_of(topic: str) -> dict[str, Path]:
    """The folders that ship and bear on a topic's drafts, by what the manifest calls them."""
    shared = [shipped("templates") / name for name in (SHARED, "formats", "houses")] + [shipped("quotes") / SHARED]
    own = [shipped(name) / topic for name in ("templates", "quotes")]
    held = {f"{folder.parent.name}/{folder.name}": folder for folder in (*shared, *own) if folder.is_dir()}
    return {**held, "topic": topic_folder(topic)}


def topics() -> list[str]:
    """The names of all topics that ship, in alphabetical order."""
    return sorted(path.parent.name for path in (PACKAGE / "topics").glob("*/topic.yaml"))


def user_store() -> Path:
    """The folder for imported releases that the platform gives a program and a user, whether it is there or not."""
    from platformdirs import user_data_path  # noqa: PLC0415 - asked only where no folder is named

    return user_data_path("storygen") / "releases"
