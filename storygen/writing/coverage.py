"""Coverage: which wordings an edition used, and which it did not."""

from collections import Counter
from collections.abc import Iterable, Mapping

from storygen.model.draft import Draft
from storygen.model.wording import Use
from storygen.writing.desk import Desk
from storygen.writing.furniture import ASKED


def coverage(drafts: Iterable[Draft], desk: Desk, asked: Mapping[str, frozenset[str]]) -> tuple[Use, ...]:
    """
    Every way of saying every section that may be asked for, with how many paragraphs of these drafts use it.

    `asked` are the sections by wording. Raises UsageError for one that a desk does not hold.
    """
    names = sorted({**asked, **ASKED})
    used = Counter((paragraph.wording, paragraph.line) for draft in drafts for paragraph in draft.paragraphs)
    return tuple(
        Use(
            wording=name,
            section=section,
            way=way,
            ways=len(ways),
            line=wording.line,
            times=used[f"{name}#{section}", wording.line],
        )
        for name in names
        for section, ways in desk.wordings.sections(name).items()
        for way, wording in enumerate(ways, start=1)
    )
