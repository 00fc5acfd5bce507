"""Delivery to real servers, where they are installed: OpenSSH's sshd, and moto's S3; both on this machine alone."""

import getpass
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from approvals import HOUR, PRINTING, an_approval
from wire_stories import MADE

from storygen.errors import OutputError
from storygen.wire import Ledger, deliver, drivers, enter, send_again, strays

LATER = MADE + 24 * HOUR
SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
pytestmark = pytest.mark.usefixtures("socket_enabled")


def missing(*modules: str) -> str:
    """The first of some modules that is not installed."""
    return next((name for name in modules if importlib.util.find_spec(name) is None), "")


@contextmanager
def serving(*command: object, port: int) -> Iterator[None]:
    """A server for as long as it is needed."""
    running = subprocess.Popen([str(each) for each in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.05)
        yield
    finally:
        running.terminate()
        running.wait()


def free_port() -> int:
    """Find a port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """An SSH server that knows a key of ours, and has one nobody trusts yet; its port."""
    if not SSHD or missing("paramiko"):
        pytest.skip("no sshd or no paramiko here")
    home, port = tmp_path / "home", free_port()
    (home / ".ssh").mkdir(parents=True)
    for key in (home / ".ssh" / "id_ed25519", tmp_path / "host"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)  # noqa: S607 - beside sshd
    Path("/run/sshd").mkdir(exist_ok=True) if os.geteuid() == 0 else None
    options = {
        "Port": port, "ListenAddress": "127.0.0.1", "HostKey": tmp_path / "host", "PidFile": "none", "UsePAM": "no",
        "AuthorizedKeysFile": home / ".ssh" / "id_ed25519.pub", "StrictModes": "no", "PermitRootLogin": "yes",
        "Subsystem": "sftp internal-sftp",
    }  # fmt: skip
    (tmp_path / "config").write_text("".join(f"{name} {value}\n" for name, value in options.items()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setattr(drivers, "TRUSTED", (str(tmp_path / "trusted"),))
    with serving(SSHD, "-D", "-f", tmp_path / "config", port=port):
        yield port


def trust(folder: Path, key: str, port: int) -> None:
    """Take a host's key for that of who runs it."""
    kind, words, *_ = (folder / f"{key}.pub").read_text().split()
    (folder / "trusted").write_text(f"[127.0.0.1]:{port} {kind} {words}\n")


def test_delivery_by_sftp(on_disk: Ledger, ssh: int, tmp_path: Path) -> None:
    """To a host whose key is trusted, by a key of ours: once, again when asked, and as it was sent."""
    where = f"sftp://{getpass.getuser()}@127.0.0.1:{ssh}{tmp_path}/in"
    version = enter(on_disk, an_approval())
    with pytest.raises(OutputError, match=r"127\.0\.0\.1 has a key nobody here has trusted yet, SHA256:"):
        deliver(on_disk, where, PRINTING, LATER)
    trust(tmp_path, "home/.ssh/id_ed25519", ssh)
    with pytest.raises(OutputError, match=r"has another key than the one you trust, SHA256:"):
        deliver(on_disk, where, PRINTING, LATER)
    trust(tmp_path, "host", ssh)

    counts = [len(deliver(on_disk, where, PRINTING, LATER).files) for _ in range(2)]
    send_again(on_disk, where, version.story.uri)
    again = deliver(on_disk, where, PRINTING, LATER)

    assert [2, 0, 2] == [*counts, len(again.files)]
    assert [] == list(strays(on_disk, where))
    assert {*again.files, "manifest"} == {path.name for path in (tmp_path / "in").iterdir()}
    (tmp_path / "in" / again.files[0]).unlink()
    assert [(again.files[0], "missing")] == list(strays(on_disk, where))


def test_a_password_the_host_does_not_take_is_not_repeated(on_disk: Ledger, ssh: int, tmp_path: Path) -> None:
    """In no message, and nothing was delivered."""
    trust(tmp_path, "host", ssh)

    with pytest.raises(OutputError, match="could not be reached: it does not take the name") as told:
        deliver(on_disk, f"sftp://nobody:s3cr3t@127.0.0.1:{ssh}/in", PRINTING, LATER)

    assert "s3cr3t" not in str(told.value)


def test_delivery_to_a_bucket(on_disk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is there: once, again when asked, and as it was sent; one that is not there is not made."""
    if absent := missing("s3fs", "moto", "flask"):
        pytest.skip(f"no {absent} here")
    port = free_port()
    told = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    for name, value in (told | {"AWS_SECRET_ACCESS_KEY": "test"}).items():
        monkeypatch.setenv(name, value)
    version = enter(on_disk, an_approval())
    with serving(sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", port, port=port):
        with pytest.raises(OutputError, match="there is no bucket test"):
            deliver(on_disk, "s3://test/in", PRINTING, LATER)
        importlib.import_module("boto3").client("s3").create_bucket(Bucket="test")

        counts = [len(deliver(on_disk, "s3://test/in/", PRINTING, LATER).files) for _ in range(2)]
        send_again(on_disk, "s3://test/in", version.story.uri)
        counts.append(len(deliver(on_disk, "s3://test/in", PRINTING, LATER).files))

        assert [2, 0, 2] == counts
        assert [] == list(strays(on_disk, "s3://test/in"))
