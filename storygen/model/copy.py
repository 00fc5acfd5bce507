"""Paper: a draft that has been read against the figures, with the verdict."""

from dataclasses import dataclass
from enum import StrEnum

from storygen.model.draft import Draft


class Verdict(StrEnum):
    """How far copy has come. No verdict makes it publishable: a person does."""

    DRAFT = "draft"  # every figure holds; voices are still wanted
    READY = "ready"  # every voice it must have is heard and approved, or the log says why not
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
    """A proofed draft, held if there is any finding; `doubts` are about figures in quotes, for the editor alone."""

    draft: Draft
    findings: tuple[Finding, ...]
    doubts: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Held if anything was found, ready if nothing was and every voice it must have is settled, else a draft."""
        if self.findings:
            return Verdict.HELD
        return Verdict.READY if self.draft.plan.is_answered else Verdict.DRAFT
