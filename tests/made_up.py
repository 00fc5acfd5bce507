"""A made-up topic, laid out in a place of its own from the blocks of docs/how-to/add-a-topic.md, to the letter."""

import re
import shutil
from pathlib import Path

import pytest

from storygen import paths

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "how-to" / "add-a-topic.md"
PATH = re.compile(r"`([\w./-]+\.(?:csv|yaml|md))`")


def blocks() -> dict[str, str]:
    """Every file the page gives whole, by the path named last before it."""
    found: dict[str, str] = {}
    path, fence = "", ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fence = "" if fence else line
        elif fence in {"```csv", "```yaml", "```markdown"}:
            found[path] = found.get(path, "") + line + "\n"
        elif not fence and (named := PATH.findall(line)):
            path = named[-1]
    return found


def commands() -> list[list[str]]:
    """Every storygen command of the page, in order, as words."""
    return [line.split()[1:] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("storygen ")]


def settle(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Make a checkout of what ships in a folder, stand in it, and have storygen take it for its own."""
    for name in ("templates", "quotes", "storygen/topics"):
        shutil.copytree(ROOT / name, folder / name)
    patch.setattr(paths, "PACKAGE", folder / "storygen")
    patch.chdir(folder)


def lay_out(folder: Path, wanted: str = "") -> None:
    """Write the page's files into a checkout; those alone whose path holds some words, if any are given."""
    for path, text in blocks().items():
        if wanted in path:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
