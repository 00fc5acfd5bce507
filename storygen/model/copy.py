"""Paper: a draft that has been read against the figures, with the verdict."""

import re
from dataclasses import dataclass
from enum import StrEnum

from storygen.model.draft import Draft

EDITOR = re.compile("\\[EDITOR['’]S NAME\\]")
"""Stands in the disclosure until a person approves the story and so signs it: no hole until then."""

_HOLE = re.compile(r"\[(?:[A-Z][A-Z0-9'’ /&-]+|(?i:tk|x+|\?+))(?::[^\]]*)?\]")


class Verdict(StrEnum):
    """How far copy has come. No verdict makes it publishable: a person does."""

    DRAFT = "draft"  # every figure holds; a place in it is open still
    READY = "ready"  # nothing stands open: every voice is heard and approved, or the log says why not
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
    def objections(self) -> tuple[str, ...]:
        """Why readers may not have it yet: what was found in it, who is not heard, which other places stand open."""
        found = (finding.message for finding in self.findings)
        rest = "\n".join(each.text for each in self.draft.paragraphs if each.role not in {"quote", "voice"})
        return (*found, *self.draft.plan.objections, *(f"{hole} stands open" for hole in holes(rest)))

    @property
    def verdict(self) -> Verdict:
        """Held if anything was found, ready if nothing is said against it, else a draft."""
        if self.findings:
            return Verdict.HELD
        return Verdict.DRAFT if self.objections else Verdict.READY


def holes(text: str) -> tuple[str, ...]:
    """
    The places in copy that only a person can fill, as they stand in it, whoever has edited it since.

    >>> holes("Test. [READ MORE: a test] [QUOTE NEEDED: press office – a test] Read by [EDITOR'S NAME] [sic].")
    ('[READ MORE: a test]', '[QUOTE NEEDED: press office – a test]')
    >>> holes("Test [TK] of [XX], by [tk: a name] or [NAME/RANK], [?].")
    ('[TK]', '[XX]', '[tk: a name]', '[NAME/RANK]', '[?]')
    """
    return tuple(found[0] for found in _HOLE.finditer(text) if not EDITOR.fullmatch(found[0]))
