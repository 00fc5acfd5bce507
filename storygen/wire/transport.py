"""Transport: files put where a receiver picks them up – a folder, or whatever fsspec has a driver for."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from storygen.errors import OutputError
from storygen.model.issued import Dispatch
from storygen.wire.addresses import FOLDER, MEMORY, STORES, address_of
from storygen.wire.drivers import opened

PART = ".storygen-"  # before the name of a file in the making; receivers pass over names that begin with a full stop
WRITERS = 8  # files on their way to the disk at once: it takes many in the time of one

SAID = {
    "Authentication failed.": "it does not take the name with the password or the key it was given",
    "Error reading SSH protocol banner": "nothing that speaks SSH answers there",
    "No existing session": "nothing that speaks SSH answers there",
    "No authentication methods available": "no password was given, and no key of yours opens it",
}
"""What a driver says, in an editor's words."""


class Depot:
    """One place files are delivered to; `address` is what it is called, in full, without a password."""

    def __init__(self, where: str) -> None:
        """Find the place a path or an address names; OutputError where nothing knows how to reach it."""
        self._at = address_of(where)
        self._root = str(Path(self._at.path).resolve()) if self._is_local else self._at.path
        self.address = self._root if self._is_local else self._at.plain  # however it is spelt, it is one place

    @cached_property
    def _files(self) -> Any:  # noqa: ANN401 - fsspec ships no types
        with self._refusals(self.address, what="reached"):
            return opened(self._at)

    @property
    def _is_local(self) -> bool:
        return self._at.scheme == FOLDER

    @property
    def is_fleeting(self) -> bool:
        """Whether what is put there is gone when the process ends."""
        return self._at.scheme == MEMORY

    def reach(self) -> None:
        """Make the place if it is not there, but no bucket of a store; OutputError where that cannot be."""
        with self._refusals(self.address):
            if self._at.scheme in STORES:
                self._reach_bucket(self._root.partition("/")[0])
            else:
                self._files.makedirs(self._root, exist_ok=True)

    def _reach_bucket(self, bucket: str) -> None:
        try:
            self._files.info(bucket)
        except FileNotFoundError:
            raise OutputError(f"{self.address} could not be delivered to: there is no bucket {bucket}") from None

    def clear(self) -> None:
        """Take away what a run cut short left half-written."""
        if self._at.scheme in STORES:
            return  # in which nothing is ever half-written
        with self._refusals(self.address):
            for path in self._files.ls(self._root, detail=False):
                if path.rpartition("/")[2].startswith(PART):
                    self._files.rm_file(path)

    def put_all(self, files: Iterable[Dispatch]) -> None:
        """Write files, several at a time where each has to wait; OutputError for the first that cannot be."""
        if self._at.scheme not in {FOLDER, *STORES}:
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
        path = self._path(name)
        folder, _, last = path.rpartition("/")
        with self._refusals(f"{self.address}/{name}"):
            if self._at.scheme in STORES:
                self._files.pipe_file(path, data)
                return
            if "/" in name:
                self._files.makedirs(folder, exist_ok=True)
            part = f"{folder}/{PART}{last}"
            with self._files.open(part, "wb") as file:
                file.write(data)
                self._keep(file)
            self._rename(part, path)

    def get(self, name: str) -> bytes | None:
        """What a file holds; None where there is no such file."""
        with self._refusals(f"{self.address}/{name}", what="read"):
            try:
                data: bytes = self._files.cat_file(self._path(name))
            except FileNotFoundError:
                return None
            return data

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _keep(self, file: Any) -> None:  # noqa: ANN401 - whatever a driver opens
        if self._is_local:
            file.flush()
            os.fsync(file.fileno())

    def _rename(self, part: str, path: str) -> None:
        """Put a finished file in the place of what is there, in one step wherever a place knows how to."""
        if self._is_local:
            Path(part).replace(path)
            return
        try:
            self._files.mv(part, path)
        except OSError:
            plainly = self._files.ftp.rename if self._at.scheme == "sftp" else self._files.mv
            if self._files.exists(path):  # as SFTP had it before OpenSSH: nothing takes another's place
                self._files.rm_file(path)
            plainly(part, path)

    @contextmanager
    def _refusals(self, place: str, what: str = "delivered to") -> Iterator[None]:
        try:
            yield
        except OutputError:
            raise
        except PermissionError:
            raise OutputError(f"{place} could not be {what}: you have no right to") from None
        except Exception as fault:  # noqa: BLE001 - a driver has its own: whatever it is, nothing was delivered
            raise OutputError(f"{place} could not be {what}: {self._said(fault)}") from None

    def _said(self, fault: Exception) -> str:
        """What went wrong, in one line and without the password."""
        told = str(getattr(fault, "strerror", None) or fault).strip().partition("\n")[0] or type(fault).__name__
        if self._at.secret and self._at.secret in told:
            return type(fault).__name__
        return SAID.get(told, told)
