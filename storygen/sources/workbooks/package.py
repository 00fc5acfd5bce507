"""A spreadsheet is a zip archive: looked through before anything in it is trusted, so that no bomb goes off."""

import zlib
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from storygen.errors import SourceError

MOST_BYTES = 100_000_000  # of a file as it lies on disk
MOST_UNPACKED = 400_000_000  # of all its parts; a table of 100,000 rows has about a quarter
MOST_TIMES = 300  # unpacked over packed; tables come to 30 to 100, a bomb to 1,000
MOST_PARTS = 2_000
SMALL = 1_000_000  # bytes unpacked; below this any ratio is harmless
CHUNK = 1 << 20
PARTS = (".xml", ".rels")
EXPECTED = "a spreadsheet (ODS, XLSX) or CSV file as published"


def refuse(file: str, found: str, expected: str = EXPECTED) -> SourceError:
    """Word the refusal of a whole file."""
    return SourceError(dataset=file, found=found, expected=expected)


def check_size(path: Path) -> None:
    """Raise SourceError for a file that is missing, no file, empty or far too large."""
    try:
        size = path.stat().st_size
    except OSError as fault:
        raise refuse(path.name, f"a file that cannot be read ({fault.strerror})") from None
    if not path.is_file():
        raise refuse(path.name, "a folder")
    if not size:
        raise refuse(path.name, "an empty file", "a download that is complete")
    if size > MOST_BYTES:
        raise refuse(path.name, f"{size:,} bytes", f"at most {MOST_BYTES:,}")


def check_package(path: Path) -> frozenset[str]:
    """
    The names of the parts of an archive, each of which has been unpacked once, counted and found whole.

    Raises SourceError for an archive that is cut short or damaged, locked, too large unpacked, or that leads out of
    itself.
    """
    try:
        with ZipFile(path) as package:
            parts = package.infolist()
            _check_parts(path.name, parts)
            for part in parts:
                if part.filename.endswith(PARTS):
                    _unpack(package, part)
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, OSError) as fault:
        found = f"a damaged file, perhaps a download cut short ({fault})"
        raise refuse(path.name, found, "the whole file; download it again") from None
    return frozenset(part.filename for part in parts)


def _check_parts(file: str, parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise refuse(file, f"{len(parts):,} parts", f"at most {MOST_PARTS:,}")
    if unpacked > MOST_UNPACKED:
        raise refuse(file, f"{unpacked:,} bytes once unpacked", f"at most {MOST_UNPACKED:,}")
    if len({part.filename for part in parts}) < len(parts):
        raise refuse(file, "a part that is there twice", "each part once")
    for part in parts:
        if part.file_size > max(SMALL, MOST_TIMES * part.compress_size):
            raise refuse(file, f"{part.filename}, {part.file_size:,} bytes packed into {part.compress_size:,}")
        if part.flag_bits & 1:
            raise refuse(file, "a file locked with a password", "one that opens without")
        if PurePosixPath(part.filename).is_absolute() or ".." in part.filename:
            raise refuse(file, "a part that leads out of the file")


def _unpack(package: ZipFile, part: ZipInfo) -> None:
    """Read a part to its end: what it declares of its size and checksum then holds for the next reader as well."""
    with package.open(part) as opened:
        while opened.read(CHUNK):
            pass
