"""Addresses: where stories can be delivered to, taken apart; what looks like an address and is none is refused."""

import os
import posixpath
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from storygen.errors import OutputError

FOLDER, MEMORY = "file", "memory"
SAME = {"local": FOLDER, "ssh": "sftp", "s3a": "s3", "gcs": "gs"}
PORTS = {"sftp": 22, "ftp": 21, "smb": 445}
STORES = ("s3", "gs", "abfs", "abfss", "az")
"""Stores in which a file is there whole or not at all, and in which to rename is to copy."""

WAYS = "a folder, sftp://user@host/folder or s3://bucket/folder"
NO_WEB = "a web address can be read and not written to: deliver to the folder its server shows, or to its storage"
UNFIT = {"http": NO_WEB, "https": NO_WEB, "": "it names no way to get there", FOLDER: "it names no folder"}
_WORDS = "|".join((*PORTS, *STORES, "ssh", "s3a", "gcs", "https?"))
_DRIVE = "+" if os.name == "nt" else "*"  # elsewhere no folder is called C:
BROKEN = re.compile(
    rf"(?:{_WORDS})(?::|//)|[a-z][a-z0-9+.-]{_DRIVE}:[/\\]|[^/\s]+@[^/\s]+:",
    re.IGNORECASE,
)
"""As `sftp:/host`, `sftp//host` and `user@host:folder`."""

MOST = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """
    A place: how it is reached, and for whom; `plain` is what it is called, the same however it is spelt.

    A folder and a store have no host; the `secret` is in no other field and is never shown.
    """

    scheme: str
    plain: str
    path: str
    host: str = ""
    port: int = 0
    user: str = ""
    secret: str = field(default="", repr=False)


def address_of(where: str) -> Address:
    """
    The place that a person names. Raises OutputError, without a password in it, for what nothing can reach.

    >>> address_of("SFTP://desk:secret@Wire.Example.org:22//in/").plain
    'sftp://desk@wire.example.org/in'
    >>> address_of("out").scheme
    'file'
    >>> address_of("s3:/bucket")
    Traceback (most recent call last):
    storygen.errors.OutputError: s3:/bucket looks like an address and is none: write a folder, \
sftp://user@host/folder or s3://bucket/folder; a folder that is called so is ./s3:/bucket
    """
    if not where.strip():
        raise OutputError("Say where to deliver to: a folder, or an address such as sftp://user@host/folder")
    scheme, mark, rest = where.partition("://")
    scheme = SAME.get(scheme.casefold(), scheme.casefold())
    if not mark:
        return _folder(where)
    if scheme == FOLDER and rest:
        return Address(scheme=FOLDER, plain=rest, path=rest)
    if scheme in STORES:
        return _store(scheme, rest)
    if scheme in PORTS:
        return _on_a_host(scheme, rest)
    if scheme == MEMORY:
        return Address(scheme=MEMORY, plain=f"memory://{rest.strip('/')}", path=rest)
    why = UNFIT.get(scheme, f"nothing here knows {scheme}://")
    raise OutputError(f"Nothing can be delivered to {_shown(where)}, since {why}; it takes {WAYS}")


def _folder(where: str) -> Address:
    if BROKEN.match(where):
        told = _shown(where)
        raise OutputError(
            f"{told} looks like an address and is none: write {WAYS}; a folder that is called so is ./{told}"
        )
    return Address(scheme=FOLDER, plain=where, path=where)


def _store(scheme: str, rest: str) -> Address:
    bucket, _, path = rest.partition("/")
    if not bucket:
        raise OutputError(f"{scheme}:// names no bucket: write {scheme}://bucket/folder")
    if ":" in bucket or (scheme in {"s3", "gs"} and "@" in bucket):
        raise OutputError(
            f"An address of {scheme}:// holds no key and no port: its driver has them from the environment, as "
            f"AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL; write {scheme}://bucket/folder"
        )
    whole = posixpath.normpath(f"{bucket}/{path.strip('/')}")
    return Address(scheme=scheme, plain=f"{scheme}://{whole}", path=whole)


def _on_a_host(scheme: str, rest: str) -> Address:
    netloc, _, path = rest.partition("/")
    who, at, there = netloc.rpartition("@")
    user, _, secret = who.partition(":")
    host, port = _host(there, PORTS[scheme])
    if not host or not 0 < port <= MOST:
        raise OutputError(
            f"This address of {scheme}:// names no host, or a port that is none: "
            f"write {scheme}://user@host:port/folder, with / in a password as %2F"
        )
    path = "/" + posixpath.normpath(f"/{path}").lstrip("/")
    spot = "" if port == PORTS[scheme] else f":{port}"
    name = f"[{host}]" if ":" in host else host
    plain = f"{scheme}://{user}{at}{name}{spot}{path if path != '/' else ''}"
    return Address(
        scheme=scheme, plain=plain, path=path, host=host, port=port, user=unquote(user), secret=unquote(secret)
    )


def _host(there: str, usual: int) -> tuple[str, int]:
    """Host and port, 0 for one that is no number."""
    found = re.fullmatch(r"(\[[0-9a-f:.]+\]|[^\s:\[\]?#]*)(?::([0-9]+))?", there, re.IGNORECASE)
    if not found:
        return "", 0
    return found[1].strip("[]").casefold(), int(found[2] or usual)


def _shown(where: str) -> str:
    """What was given, unless there may be a password in it."""
    rest = where.partition("://")[2] or where
    return "what you gave" if ":" in rest.rpartition("@")[0] else where
