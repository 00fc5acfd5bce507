"""Slots: the voices a draft waits for, from the catalogue people keep in YAML."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from storygen.model.plan import Slot
from storygen.model.topic import STRICT
from storygen.settings import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The file `slots.yaml` of a topic."""

    __pydantic_config__: ClassVar = STRICT

    slots: tuple[Slot, ...]


def slots_for(folder: Path) -> tuple[Slot, ...]:
    """
    The voices every story of a topic waits for, in the order they are quoted.

    `folder` is the topic's folder of quotes. Raises SettingsError if its catalogue says something wrong.
    """
    return load(folder / "slots.yaml", Catalogue, f"quotes/{folder.name}/slots.yaml").slots
