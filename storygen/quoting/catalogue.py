"""The catalogue of voices and the directory of who may be asked, both YAML that people edit."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from storygen.errors import SettingsError, nearest
from storygen.model.quote import Organisation, Voice
from storygen.model.strict import STRICT
from storygen.settings import line_of, load

SLOTS, DIRECTORY = "slots.yaml", "directory.yaml"
SHARED = "counts"
"""The folder, beside the topics', of what they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The file `slots.yaml` of a topic."""

    __pydantic_config__: ClassVar = STRICT

    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A file `directory.yaml`: the topic's, or a newsroom's own."""

    __pydantic_config__: ClassVar = STRICT

    organisations: tuple[Organisation, ...]


def voices_for(folder: Path) -> tuple[Voice, ...]:
    """
    The voices a topic's stories may wait for, in the order they are chosen from.

    `folder` is the topic's folder of quotes; a topic without a catalogue has the shared one. Raises SettingsError if
    its catalogue says something wrong, names a voice twice, or asks who is not in a directory.
    """
    home = folder if (folder / SLOTS).is_file() else folder.parent / SHARED
    path, name = home / SLOTS, f"quotes/{home.name}/{SLOTS}"
    voices = load(path, Catalogue, name).voices
    known = directory_of(folder)
    for number, voice in enumerate(voices):
        if voice.id in {each.id for each in voices[:number]}:
            raise SettingsError(
                name, *line_of(path, ("voices", number, "id")), f"the voice '{voice.id}' is given twice"
            )
        for place, organisation in enumerate(voice.organisations):
            if organisation not in known:
                where = line_of(path, ("voices", number, "organisations", place))
                message = f"'{organisation}' is not in {DIRECTORY}; {nearest(organisation, sorted(known))}"
                raise SettingsError(name, *where, message.rstrip("?"))
    return voices


def directory_of(folder: Path) -> dict[str, Organisation]:
    """Who may be asked on a topic, by id: those in the shared directory, and the topic's own before them."""
    paths = [home / DIRECTORY for home in (folder.parent / SHARED, folder)]
    return {
        each.id: each
        for path in paths
        if path.is_file()
        for each in read_directory(path, f"quotes/{path.parent.name}/{DIRECTORY}")
    }


def read_directory(path: Path, name: str) -> tuple[Organisation, ...]:
    """The organisations of one directory, called `name` in errors; SettingsError for what it gets wrong."""
    organisations = load(path, Directory, name).organisations
    for number, each in enumerate(organisations):
        if each.id in {other.id for other in organisations[:number]}:
            where = line_of(path, ("organisations", number, "id"))
            raise SettingsError(name, *where, f"the organisation '{each.id}' is given twice")
    return organisations
