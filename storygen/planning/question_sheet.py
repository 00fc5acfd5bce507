"""The order of a question sheet: why there is no article, the series, and what to ask the force."""

from storygen.model.angle import Angles
from storygen.model.plan import Passage

WORDING = "story/questions"


def question_sheet(angles: Angles) -> tuple[Passage, ...]:
    """The passages of a sheet, in order; the first veto says why (manual B.5)."""
    number = "question-number" if angles.total else "question-missing"
    parts = (
        ("headline", "headline"),
        ("why", f"why-{angles.vetoes[0].slug}"),
        ("series", "series"),
        ("question", number),
        ("question", "question-recording"),
        ("question", "question-coverage"),
        ("source", "source"),
    )
    return tuple(Passage(role=role, wording=WORDING, section=name, fact=angles.total) for role, name in parts)
