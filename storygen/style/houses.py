"""House styles: YAML files people edit, found by name."""

from collections.abc import Sequence
from pathlib import Path

from storygen.errors import UsageError, nearest
from storygen.model.house import House
from storygen.settings import load


def house(name: str, folders: Sequence[Path]) -> House:
    """
    The house style called `name`, from the first of the folders that has it.

    Raises UsageError for an unknown name, with the nearest known; SettingsError for a file that says something wrong.
    """
    for folder in folders:
        path = folder / f"{name}.yaml"
        if path.is_file():
            return load(path, House, f"houses/{path.name}")
    known = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
    raise UsageError(f"There is no house style called {name!r}; {nearest(name, known)}")
