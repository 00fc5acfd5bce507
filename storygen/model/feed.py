"""Paper: what a feed is called, where it is read and as of when it is made."""

from dataclasses import dataclass
from datetime import datetime

from storygen.model.story import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """
    A feed before its stories: `key` is its file's name and, for ever, its identity ("all", "place-dorset").

    `now` decides which embargoes have passed and nothing else: no format prints it. `files` is the address of the
    folder that single stories can be read in, empty where there is none; `hub` that of a WebSub hub.
    """

    key: str
    title: str
    description: str
    service: Service
    now: datetime
    files: str = ""
    hub: str = ""

    @property
    def uri(self) -> str:
        """The feed's identity, a tag of the service (RFC 4151)."""
        return f"tag:{self.service.authority},{self.service.since}:feed:{self.key}"
