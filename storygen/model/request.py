"""Paper: a request for comment, one letter to one body, and a line of where requests stand."""

from dataclasses import dataclass
from datetime import datetime

from storygen.model.draft import Draft, Paragraph
from storygen.model.plan import Form, Slot
from storygen.model.voice import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    What a body is asked about one story: what the draft says, paragraph by paragraph, and the questions.

    `criticism` is what others say of it there, where it is owed a reply to that; `series` the figures of earlier years
    that the questions of a sheet are about.
    """

    draft: Draft
    slot: Slot
    facts: tuple[Paragraph, ...]
    questions: tuple[str, ...]
    criticism: tuple[Paragraph, ...] = ()
    series: tuple[Paragraph, ...] = ()

    @property
    def is_check(self) -> bool:
        """Whether nothing will be reported until the body has answered."""
        return self.draft.plan.form is Form.QUESTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One letter: to whom (`to` is empty until the newsroom fills its directory), about which stories, by when."""

    organisation: Organisation
    name: str
    to: str
    area: str
    edition: str
    deadline: datetime
    stories: tuple[Asked, ...]

    @property
    def stem(self) -> str:
        """What its files are called, without their endings: `dorset-police-force`, `npcc`."""
        return f"{self.area}-{self.organisation.id}" if self.area else self.organisation.id
