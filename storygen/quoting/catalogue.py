"""The catalogue of voices and the directory of who may be asked, both YAML that people edit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from storygen.errors import SettingsError, nearest
from storygen.model.strict import STRICT
from storygen.model.voice import Organisation, Voice
from storygen.settings import line_of, load

SLOTS, DIRECTORY = "slots.yaml", "directory.yaml"
SHARED = "counts"
"""The folder, beside the topics', of what they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A file `slots.yaml`."""

    __pydantic_config__: ClassVar = STRICT

    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A file `directory.yaml`: the topic's, or a newsroom's own."""

    __pydantic_config__: ClassVar = STRICT

    organisations: tuple[Organisation, ...]


def directory_of(shipped: Path, own: Path | None = None) -> dict[str, Organisation]:
    """
    Who may be asked, by id: the shared directory, in its places what the topic's says, and then a newsroom's own.

    SettingsError for what either gets wrong.
    """
    found: dict[str, Organisation] = {}
    for path, name in _files(DIRECTORY, shipped, own):
        organisations = load(path, Directory, name).organisations
        _refuse_twins([each.id for each in organisations], path, name, ("organisations", "organisation"))
        found |= {each.id: each for each in organisations}
    return found


def voices_for(shipped: Path, own: Path | None = None) -> tuple[Voice, ...]:
    """
    The voices a topic's stories may wait for, in the order they are chosen from.

    They are a newsroom's own list, if it has one, else the topic's, else the shared one.

    `shipped` and `own` are folders of quotes. Raises SettingsError if the list says something wrong, names a voice
    twice, or asks who is not in the directory.
    """
    path, name = _files(SLOTS, shipped, own)[-1]
    voices, directory = load(path, Catalogue, name).voices, directory_of(shipped, own)
    _refuse_twins([voice.id for voice in voices], path, name, ("voices", "voice"))
    for number, voice in enumerate(voices):
        _refuse_strangers(voice, number, path, name, directory)
    return voices


def _files(file: str, shipped: Path, own: Path | None) -> list[tuple[Path, str]]:
    """The shared file, the topic's and a newsroom's own, as far as they are there, each with its name in errors."""
    homes = [home for home in (shipped.parent / SHARED, shipped) if (home / file).is_file()] or [shipped]
    mine = [(own / file, str(own / file))] if own and (own / file).exists() else []
    return [*((home / file, f"quotes/{home.name}/{file}") for home in homes), *mine]


def _refuse_twins(names: Sequence[str], path: Path, name: str, kind: tuple[str, str]) -> None:
    key, what = kind
    for number, each in enumerate(names):
        if each in names[:number]:
            raise SettingsError(name, *line_of(path, (key, number, "id")), f"the {what} '{each}' is given twice")


def _refuse_strangers(voice: Voice, number: int, path: Path, name: str, known: Collection[str]) -> None:
    for place, organisation in enumerate(voice.organisations):
        if organisation not in known:
            where = line_of(path, ("voices", number, "organisations", place))
            message = f"'{organisation}' is not in {DIRECTORY}; {nearest(organisation, sorted(known))}"
            raise SettingsError(name, *where, message.rstrip("?"))
