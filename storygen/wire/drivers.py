"""Drivers: fsspec's, opened so that they give up in good time, trust no stranger and look anew each time."""

import logging
from pathlib import Path
from typing import Any

import fsspec

from storygen.errors import OutputError
from storygen.wire.addresses import FOLDER, MEMORY, STORES, Address

SECONDS = 20  # without an answer, until a host is given up
EXTRAS = {"sftp": "'.[sftp]' in the project's folder", "s3": "'.[s3]' in the project's folder", "gs": "gcsfs"}
EXTRAS |= {"abfs": "adlfs", "abfss": "adlfs", "az": "adlfs", "smb": "smbprotocol"}
TRUSTED = ("/etc/ssh/ssh_known_hosts", "~/.ssh/known_hosts")


def opened(address: Address) -> Any:  # noqa: ANN401 - fsspec ships no types
    """The file system an address is in. OutputError where its driver is missing; drivers raise what they like."""
    try:
        return _opened(address)
    except ImportError:
        raise OutputError(
            f"Delivery to {address.scheme}:// needs a driver: run pip install {EXTRAS.get(address.scheme, 'fsspec')}"
        ) from None


def _opened(address: Address) -> Any:  # noqa: ANN401 - the same
    if address.scheme in {FOLDER, MEMORY}:
        return fsspec.filesystem(address.scheme)
    if address.scheme in STORES:
        return _store(address.scheme)
    told = {"host": address.host, "port": address.port, "username": address.user, "password": address.secret}
    given = {name: value for name, value in told.items() if value}
    files = fsspec.filesystem(address.scheme, **given, **_patience(address), skip_instance_cache=True)
    if address.scheme == "sftp":
        files.ftp.get_channel().settimeout(SECONDS)
    return files


def _store(scheme: str) -> Any:  # noqa: ANN401 - the same
    waits = {"connect_timeout": SECONDS, "read_timeout": SECONDS, "retries": {"total_max_attempts": 1}}
    told = {"config_kwargs": waits} if scheme == "s3" else {}
    files = fsspec.filesystem(scheme, **told, use_listings_cache=False, skip_instance_cache=True)
    files.retries = 2  # it would try five times, for minutes
    return files


def _patience(address: Address) -> dict[str, Any]:
    if address.scheme == "ftp":
        return {"timeout": SECONDS}
    if address.scheme != "sftp":
        return {}
    is_keyed = not address.secret  # a password that is given is what is meant: no key is tried first
    return {
        **dict.fromkeys(("timeout", "banner_timeout", "auth_timeout"), SECONDS),
        **dict.fromkeys(("allow_agent", "look_for_keys"), is_keyed),
        "host_key_policy": _known_hosts_alone(),
    }


def _known_hosts_alone() -> Any:  # noqa: ANN401 - a class of paramiko's
    """Whom to trust: hosts whose key a person has taken into OpenSSH's lists, as fsspec itself would trust anybody."""
    import paramiko  # noqa: PLC0415 - only who delivers by SFTP has it

    logging.getLogger("paramiko").addHandler(logging.NullHandler())  # it would print what it raises as well

    class KnownHostsAlone(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # it ships no types
        def missing_host_key(self, client: object, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002 - as paramiko has it
            held = paramiko.HostKeys()
            for path in map(Path.expanduser, map(Path, TRUSTED)):
                if path.is_file():
                    held.load(str(path))
            if not held.check(hostname, key):
                raise OutputError(
                    _stranger(hostname, key.fingerprint, is_other=key.get_name() in (held.lookup(hostname) or {}))
                )

    return KnownHostsAlone


def _stranger(hostname: str, fingerprint: str, *, is_other: bool) -> str:
    host, _, port = hostname.strip("[").partition("]:")
    scan = f"ssh-keyscan {f'-p {port} ' if port else ''}{host} >> ~/.ssh/known_hosts"
    what = "has another key than the one you trust" if is_other else "has a key nobody here has trusted yet"
    return f"{host} {what}, {fingerprint}: ask whoever runs it whether that is theirs, and only then {scan}"
