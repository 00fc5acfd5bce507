"""The gate: what a format meant for readers may print."""

from dataclasses import replace

from storygen.errors import UsageError
from storygen.model.copy import Copy, Verdict
from storygen.model.draft import Draft

EDITORS_ONLY = {"offer", "ask"}


def readers_draft(copy: Copy) -> Draft:
    """
    A story as readers may have it: nothing in it that is meant for the editor.

    Raises UsageError, with every objection, for one that is not ready: no format for readers may print it.
    """
    if copy.verdict is not Verdict.READY:
        force, why = copy.draft.plan.area.force, "; ".join(copy.objections)
        raise UsageError(f"{force} is {copy.verdict}, not ready, and readers may not have it: {why}")
    return replace(
        copy.draft, paragraphs=tuple(each for each in copy.draft.paragraphs if each.role not in EDITORS_ONLY)
    )
