"""The press room: proofed copy into files, whole or not at all. One module a format."""

from storygen.publishing.gate import readers_draft
from storygen.publishing.letters import Letter, LetterBox, write_letters
from storygen.publishing.manifest import describe_run
from storygen.publishing.press import Press, Report, publish

__all__ = [
    "Letter",
    "LetterBox",
    "Press",
    "Report",
    "describe_run",
    "publish",
    "readers_draft",
    "write_letters",
]
