"""Transport: files put where a receiver picks them up – a folder, or whatever fsspec has a driver for."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import fsspec

from storygen.errors import OutputError
from storygen.model.issued import Dispatch

PART = ".storygen-"  # before the name of a file in the making; receivers pass over names that begin with a full stop
WRITERS = 8  # files on their way to the disk at once: it takes many in the time of one
WHOLE_PUTS = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az"}
"""Stores in which a file is there whole or not at all, and in which to rename is to copy."""


class Depot:
    """One place files are delivered to; `address` is what it is called, in full, without a password."""

    def __init__(self, where: str) -> None:
        """Find the place a path or an address names; OutputError where nothing knows how to reach it."""
        if not where.strip():
            raise OutputError("Say where to deliver to: a folder, or an address such as sftp://user@host/folder")
        try:
            self._files, self._root = fsspec.core.url_to_fs(where)
        except (ImportError, ValueError) as fault:
            raise OutputError(f"Nothing knows how to deliver to {_bare(where)}: {_said(fault)}") from None
        except Exception as fault:  # noqa: BLE001 - a driver may call at once, and has its own errors
            raise OutputError(f"{_bare(where)} could not be reached: {_said(fault)}") from None
        protocol = self._files.protocol
        self._protocol = protocol if isinstance(protocol, str) else protocol[0]
        if self._is_local:
            self._root = str(Path(self._root).resolve())  # however a folder is spelt, it is one place
        self.address = self._root if self._is_local else _bare(where)

    @property
    def _is_local(self) -> bool:
        return self._protocol in {"file", "local"}

    def reach(self) -> None:
        """Make the place if it is not there; OutputError where that cannot be."""
        with self._refusals(self._root):
            self._files.makedirs(self._root, exist_ok=True)

    def clear(self) -> None:
        """Take away what a run cut short left half-written."""
        with self._refusals(self._root):
            for path in self._files.ls(self._root, detail=False):
                if path.rpartition("/")[2].startswith(PART):
                    self._files.rm_file(path)

    def put_all(self, files: Iterable[Dispatch]) -> None:
        """Write files, several at a time where the disk makes each wait; OutputError for the first that cannot be."""
        if not self._is_local:
            for file in files:
                self.put(file.name, file.data)
            return
        with ThreadPoolExecutor(WRITERS) as pool:
            for written in [pool.submit(self.put, file.name, file.data) for file in files]:
                written.result()

    def put(self, name: str, data: bytes) -> None:
        """
        Write a file so that whoever looks sees all of it or none, and so that it outlives a power cut.

        A name may have folders in front. Raises OutputError, naming the file, where it cannot be written.
        """
        path = f"{self._root}/{name}"
        folder, _, last = path.rpartition("/")
        with self._refusals(path):
            if "/" in name:
                self._files.makedirs(folder, exist_ok=True)
            if self._protocol in WHOLE_PUTS:
                self._files.pipe_file(path, data)
                return
            part = f"{folder}/{PART}{last}"
            with self._files.open(part, "wb") as file:
                file.write(data)
                self._keep(file)
            self._rename(part, path)

    def get(self, name: str) -> bytes | None:
        """What a file holds; None where there is no such file."""
        path = f"{self._root}/{name}"
        with self._refusals(path):
            try:
                data: bytes = self._files.cat_file(path)
            except FileNotFoundError:
                return None
            return data

    def _keep(self, file: Any) -> None:  # noqa: ANN401 - whatever a driver opens
        if self._is_local:
            file.flush()
            os.fsync(file.fileno())

    def _rename(self, part: str, path: str) -> None:
        if self._is_local:
            Path(part).replace(path)
        else:
            self._files.mv(part, path)

    @contextmanager
    def _refusals(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise OutputError(f"{path} could not be delivered to: {_said(fault)}") from fault
        except Exception as fault:  # a driver's own: whatever it is, nothing was delivered
            raise OutputError(f"{self.address} could not be reached: {_said(fault)}") from fault


def _bare(where: str) -> str:
    """An address without the password in it."""
    scheme, mark, rest = where.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{host}" if mark else where


def _said(fault: Exception) -> str:
    """What went wrong, in one line."""
    return str(getattr(fault, "strerror", None) or fault).strip().partition("\n")[0] or type(fault).__name__
