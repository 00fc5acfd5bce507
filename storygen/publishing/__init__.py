"""The press room: proofed copy into files, whole or not at all. One module a format."""

from storygen.publishing.manifest import describe_run
from storygen.publishing.press import Press, Report, publish

__all__ = ["Press", "Report", "describe_run", "publish"]
