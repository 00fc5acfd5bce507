"""Paper: a draft that has been read against the figures, with the verdict."""

from dataclasses import dataclass
from enum import StrEnum

from storygen.model.draft import Draft


class Verdict(StrEnum):
    """What the proof desk says of a draft. Neither verdict makes it publishable: a person does."""

    DRAFT = "draft"  # every figure holds; quotes and an editor are still wanted
    HELD = "held"  # a figure is untraced or wrong: nothing may be done with it until that is settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong in the copy: the rule broken, the paragraph (from 1), the words, and what the tables say."""

    rule: str
    paragraph: int
    words: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A proofed draft. It is held if there is any finding."""

    draft: Draft
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """Held if anything was found, else a draft."""
        return Verdict.HELD if self.findings else Verdict.DRAFT
