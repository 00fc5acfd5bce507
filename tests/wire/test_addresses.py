"""Where to deliver: one place has one name, and what nothing can reach is refused in a sentence without a password."""

import sys
from pathlib import Path
from uuid import uuid4

import fsspec
import pytest
from approvals import HOUR, PRINTING, an_approval
from servers import SECRET, SFTP, Server, served_by
from wire_stories import MADE

from storygen.errors import OutputError
from storygen.wire import Ledger, deliver, enter, known_targets, receipts_of, transport, waiting_at
from storygen.wire.addresses import address_of
from storygen.wire.transport import PART, Depot

LATER = MADE + 24 * HOUR


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        (SFTP, "sftp://desk@wire.example.org/in"),
        ("SSH://desk@Wire.Example.org:22//in/./", "sftp://desk@wire.example.org/in"),
        ("sftp://desk:a@b:c#d@wire.example.org:2222/in", "sftp://desk@wire.example.org:2222/in"),
        ("sftp://desk@wire.example.org/in@box", "sftp://desk@wire.example.org/in@box"),
        ("sftp://wire.example.org", "sftp://wire.example.org"),
        ("sftp://desk@[::1]:2222/in", "sftp://desk@[::1]:2222/in"),
        ("S3A://bucket//in/", "s3://bucket/in"),
        ("abfs://box@account.example.org/in", "abfs://box@account.example.org/in"),
        ("file://out", "out"),
        ("./sftp:out", "./sftp:out"),
        ("a folder", "a folder"),
        ("out-2026-03-06T10:00", "out-2026-03-06T10:00"),
    ],
)
def test_a_place_has_one_name_however_it_is_spelt(given: str, plain: str) -> None:
    """Or it would be delivered to twice; a password is no part of the name."""
    address = address_of(given)

    assert plain == address.plain
    assert SECRET not in repr(address)


@pytest.mark.parametrize(("quoted", "secret"), [("a%2Fb", "a/b"), ("a@b", "a@b"), ("a:b", "a:b"), ("a%40", "a@")])
def test_a_password_reaches_the_driver_as_it_is(quoted: str, secret: str) -> None:
    """What has a meaning in addresses is written as addresses have it."""
    assert secret == address_of(f"sftp://desk:{quoted}@wire.example.org/in").secret


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (" ", "Say where to deliver to"),
        ("://x", "names no way to get there"),
        ("sftp//wire.example.org/in", "looks like an address and is none"),
        ("http:/x", "looks like an address and is none"),
        ("S3:/bucket", "looks like an address and is none"),
        (f"sftp:/desk:{SECRET}@wire.example.org", "looks like an address and is none"),
        (f"desk:{SECRET}@wire.example.org:in", "looks like an address and is none"),
        ("wire.example.org:/in", "looks like an address and is none"),
        ("sftp:wire.example.org", "looks like an address and is none"),
        ("desk@wire.example.org:/in", "looks like an address and is none"),
        (f"https://desk:{SECRET}@wire.example.org/in", "deliver to the folder its server shows"),
        ("zip://x::file://y", "nothing here knows zip://"),
        ("file://", "names no folder"),
        ("sftp:///in", "names no host"),
        (f"sftp://desk:a/{SECRET}@wire.example.org/in", "with / in a password as %2F"),
        ("sftp://wire.example.org:99999/in", "or a port that is none"),
        ("s3:///in", "names no bucket"),
        (f"s3://key:{SECRET}@bucket/in", "holds no key and no port"),
    ],
)
def test_what_looks_like_an_address_and_is_none_is_refused(
    on_disk: Ledger, given: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no folder of that name, nothing of it is remembered, and a password in it is not repeated."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(OutputError, match=said) as refused:
        deliver(on_disk, given, PRINTING, LATER)

    assert SECRET not in str(refused.value)
    assert ((), []) == (known_targets(on_disk), list(Path().iterdir()))


@pytest.mark.parametrize(
    ("where", "module", "extra"), [(SFTP, "paramiko", r"'\.\[sftp\]'"), ("s3://bucket/in", "s3fs", r"'\.\[s3\]'")]
)
def test_a_driver_that_is_missing_is_named_by_its_extra(
    where: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is entered in the outbox."""
    for name in (module, "fsspec.implementations.sftp"):
        monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(OutputError, match=f"needs a driver: run pip install {extra}"):
        Depot(where).reach()


@pytest.mark.parametrize("is_old", [False, True])
def test_files_take_the_place_of_others_though_a_server_may_not_know_how(
    ledger: Ledger, *, is_old: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest is written again with every delivery, and nothing half-written is left."""
    server = Server(is_old=is_old)
    served_by(monkeypatch, server)
    for number in range(2):
        enter(ledger, an_approval(place=f"place-{number}"))
        deliver(ledger, SFTP, PRINTING, LATER)

    names = [receipt.name for receipt in receipts_of(ledger, "sftp://desk@wire.example.org/in")]
    assert 4 == len(names)
    assert {f"/in/{name}" for name in [*names, "manifest/manifest.json"]} == set(server.store)
    assert names[-1].encode() in server.cat_file("/in/manifest/manifest.json")
    assert [] == [path for path in server.store if PART in path]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "Permission denied"), "you have no right to"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (RuntimeError(f"refused: {SECRET}\nand more"), "RuntimeError"),
        (RuntimeError("Authentication failed."), "it does not take the name with the password or the key"),
        (RuntimeError(""), "RuntimeError"),
    ],
)
def test_whatever_a_driver_raises_is_a_sentence_without_the_password(
    on_disk: Ledger, fault: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to be sent still waits, and no name of the target holds the password either."""
    served_by(monkeypatch, Server(fault))
    enter(on_disk, an_approval())

    with pytest.raises(
        OutputError, match=f"^sftp://desk@wire.example.org/in/.* could not be delivered to: {said}"
    ) as told:
        deliver(on_disk, SFTP, PRINTING, LATER)

    assert {"sftp://desk@wire.example.org/in": 1} == waiting_at(on_disk, LATER)
    assert SECRET not in str(told.value)
    assert 1 == len(str(told.value).splitlines())


def test_a_bucket_that_is_not_there_is_not_made(on_disk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name is mistyped, and nothing of it is remembered."""
    files = fsspec.filesystem("memory")
    monkeypatch.setattr(transport, "opened", lambda _: files)
    bucket = f"test-{uuid4().hex}"

    with pytest.raises(OutputError, match=f"there is no bucket {bucket}"):
        deliver(on_disk, f"s3://{bucket}/in", PRINTING, LATER)

    assert ((), False) == (known_targets(on_disk), files.exists(bucket))
