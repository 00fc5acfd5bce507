"""What the wire desk's errands share: the ledger they keep, and the service they send for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storygen.errors import SettingsError, UsageError
from storygen.model.speaker import is_plain
from storygen.model.story import Service
from storygen.publishing import service_from
from storygen.wire import Ledger, open_ledger
from storygen.wire.manuscripts import holes

FOLDER = Path("wire")
SERVICE = "service.yaml"
_MARKUP = re.compile(r"[][{}<>*_`|\\#~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Where the ledger is, a path or an address, and the service's settings (None: beside it); and what time it is."""

    ledger: str
    now: datetime
    service: Path | None = None

    @contextmanager
    def open(self, *, is_new: bool = False) -> Iterator[Ledger]:
        """The ledger, for as long as it is needed; where `is_new`, begun if it is not there."""
        ledger = open_ledger(self.ledger, is_new=is_new)
        try:
            yield ledger
        finally:
            ledger.close()

    def sender(self) -> Service:
        """Who sends. Raises SettingsError, with file and line, for settings that are missing or wrong."""
        path = self.service or self._beside()
        if not path.is_file():
            raise SettingsError(
                str(path), 1, 1, "there is no such file; it says who sends and on what terms, see docs/how-to/wire.md"
            )
        return service_from(path)

    def _beside(self) -> Path:
        return (FOLDER if "://" in self.ledger else Path(self.ledger).parent) / SERVICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who does something, when, and why; a name is what the trade goes by, so it may not be empty."""

    by: str
    at: datetime
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse nobody's name, one that readers could not be shown as it is, and a note that is not finished."""
        if not self.by.strip():
            raise UsageError("Say who does this: --by needs a name")
        if not is_plain(self.by) or _MARKUP.search(self.by):
            raise UsageError(
                f"{self.by!r} is no name readers can be shown: --by takes one plain line without brackets or markup"
            )
        if hole := next(holes(self.note, 1), None):
            raise UsageError(f"The note to receivers cannot go out as it is: {hole.what}")


def in_utc(moment: datetime) -> datetime:
    """A time in UTC, in whole seconds, as the wire has it."""
    return moment.astimezone(UTC).replace(microsecond=0)
