"""Wordings: template files a journalist can edit, cut into sections and the several ways of saying each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from storygen.errors import UsageError
from storygen.writing.notebook import CLOSE, OPEN

HEADING, ALTERNATIVE = "## ", "or"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way of saying something: its source, and the file and line (from 1) it starts on."""

    source: str
    file: str
    line: int


class Wordings:
    """Finds wordings by name and section: a newsroom's own, then the topic's, then those all topics share."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look in these folders, in order."""
        self.folders = tuple(folders)
        self.sections = cache(self._sections)

    def ways(self, name: str, section: str, seed: str) -> tuple[Wording, ...]:
        """
        Every way of saying a section, the chosen one first; the same order for the same seed text.

        Raises UsageError naming the file if it, or the section, is missing.
        """
        ways = self.sections(name).get(section)
        if not ways:
            raise UsageError(f"template {name}.md has no section {HEADING}{section}; a story needs it")
        pick = int.from_bytes(sha256(f"{seed}|{name}|{section}".encode()).digest()[:8]) % len(ways)
        return (*ways[pick:], *ways[:pick])

    def _sections(self, name: str) -> dict[str, tuple[Wording, ...]]:
        paths = [path for folder in reversed(self.folders) if (path := folder / f"{name}.md").is_file()]
        if not paths:
            raise UsageError(f"there is no template {name}.md in {' or '.join(map(str, self.folders))}")
        found: dict[str, tuple[Wording, ...]] = {}
        for path in paths:  # a section in an earlier folder takes the place of one further back
            found |= cut(text_of(path), f"{name}.md")
        return found


def text_of(path: Path) -> str:
    """A template's text. Raises UsageError if it is not UTF-8, or holds a mark of the notebook's."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as fault:
        raise UsageError(f"template {path} could not be read as UTF-8 text: {fault}") from fault
    if OPEN in text or CLOSE in text:
        raise UsageError(f"template {path} holds a private character that marks figures; take it out")
    return text


def cut(text: str, file: str) -> dict[str, tuple[Wording, ...]]:
    """
    The sections of a file: each starts at a `## ` heading; a line that says only `or` parts two ways of saying it.

    >>> sections = cut("## lead" + chr(10) + "One." + chr(10) + "or" + chr(10) + "Two.", "x.md")
    >>> [way.source for way in sections["lead"]]
    ['One.', 'Two.']
    """
    found: dict[str, list[Wording]] = {}
    section, lines, start = "", list[str](), 1
    for number, line in enumerate([*text.splitlines(), HEADING], start=1):
        if line.startswith(HEADING) or line.strip() == ALTERNATIVE:
            source = "\n".join(lines).strip()
            if section and source:
                lead_in = next(place for place, each in enumerate(lines) if each.strip())
                found.setdefault(section, []).append(Wording(source=source, file=file, line=start + lead_in))
            section = line.removeprefix(HEADING).strip() if line.startswith(HEADING) else section
            lines, start = [], number + 1
        else:
            lines.append(line)
    return {name: tuple(ways) for name, ways in found.items()}
