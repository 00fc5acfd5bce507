"""The press room: proofed copy into files, whole or not at all. One module a format."""

from storygen.publishing.beat import beat_of, slugline, sources_of, urgency
from storygen.publishing.gate import readers_draft
from storygen.publishing.letters import Letter, LetterBox, write_letters
from storygen.publishing.manifest import describe_run
from storygen.publishing.outgoing import carried, is_public
from storygen.publishing.press import Press, Report, publish
from storygen.publishing.registry import Feed, Format, feeds, file_name, formats
from storygen.publishing.service import service_from

__all__ = [
    "Feed",
    "Format",
    "Letter",
    "LetterBox",
    "Press",
    "Report",
    "beat_of",
    "carried",
    "describe_run",
    "feeds",
    "file_name",
    "formats",
    "is_public",
    "publish",
    "readers_draft",
    "service_from",
    "slugline",
    "sources_of",
    "urgency",
    "write_letters",
]
