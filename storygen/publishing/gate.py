"""The gate: what a format meant for readers may print."""

from dataclasses import replace

from storygen.errors import UsageError
from storygen.model.copy import Copy, Verdict
from storygen.model.draft import Draft

EDITORS_ONLY = {"offer", "ask", "quote", "read-more"}


def readers_draft(copy: Copy) -> Draft:
    """
    A story as readers may have it: nothing in it that is meant for the editor.

    Raises UsageError, with the reason, for one that is not ready: no format for readers may print it.
    """
    plan = copy.draft.plan
    if copy.verdict is not Verdict.READY:
        waiting = ", ".join(slot.voice.who for slot in plan.slots if slot.is_open) or "the approval of its quotes"
        why = copy.findings[0].message if copy.findings else f"it waits for {waiting}"
        raise UsageError(f"{plan.area.force} is {copy.verdict}, not ready, and readers may not have it: {why}")
    return replace(
        copy.draft, paragraphs=tuple(each for each in copy.draft.paragraphs if each.role not in EDITORS_ONLY)
    )
