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
    files = house_files(folders)
    if name not in files:
        raise UsageError(f"There is no house style called {name!r}; {nearest(name, list(files))}")
    return read_house(files[name])


def house_files(folders: Sequence[Path]) -> dict[str, Path]:
    """The file of every house style, by name, in alphabetical order; the first folder that has a name wins."""
    found = {path.stem: path for folder in reversed(folders) for path in folder.glob("*.yaml")}
    return dict(sorted(found.items()))


def read_house(path: Path) -> House:
    """
    The house style in a file.

    Raises SettingsError for a file that says something wrong, UsageError for one that goes by another name.
    """
    style = load(path, House, f"houses/{path.name}")
    if style.name != path.stem:
        raise UsageError(f"houses/{path.name} has the name {style.name!r}; expected {path.stem!r}, as the file's")
    return style
