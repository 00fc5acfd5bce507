"""A server for tests to deliver to, in this process: as good or as bad as one may be."""

from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from storygen.wire import transport

SECRET = "s3cr3t"  # noqa: S105 - nobody's
SFTP = f"sftp://desk:{SECRET}@wire.example.org/in"


class Server(MemoryFileSystem):  # type: ignore[misc]  # fsspec ships no types
    """A server in memory; told so, it lets no file take another's place, or fails with what a driver might raise."""

    cachable = False

    def __init__(self, fault: Exception | None = None, *, is_old: bool = False) -> None:
        """Make an empty one."""
        super().__init__()
        self.store: dict[str, Any] = {}
        self.pseudo_dirs = [""]
        self._fault, self._is_old, self.ftp = fault, is_old, self

    def mv(self, path1: str, path2: str, **_: Any) -> None:  # noqa: ANN401 - as fsspec has it
        """In one step, unless it is an old server's: that knows no such step."""
        if self._is_old:
            raise OSError("Operation unsupported")
        self.store[path2] = self.store.pop(path1)

    def rename(self, old: str, new: str) -> None:
        """As SFTP had it first."""
        if new in self.store:
            raise OSError("Failure")
        self.store[new] = self.store.pop(old)

    def open(self, path: str, mode: str = "rb", **told: Any) -> Any:  # noqa: ANN401 - the same
        """A file, unless there is a fault."""
        if self._fault:
            raise self._fault
        return super().open(path, mode, **told)


def served_by(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Have every address be on a server."""
    monkeypatch.setattr(transport, "opened", lambda _: server)
