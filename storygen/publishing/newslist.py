"""The newslist: what is news where, ranked, with the reason and a link to each draft."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from storygen.model.plan import Form
from storygen.publishing.environment import lay_out
from storygen.publishing.manifest import Run, is_held


def newslist(stories: dict[str, dict[str, Any]], run: Run, layouts: Path) -> str:
    """The page for an edition's stories, as the manifest describes them, by news value and then by name."""
    sound = [story for story in stories.values() if not is_held(story)]
    articles = [story for story in sound if story["form"] == Form.ARTICLE.value]
    sheets = [story for story in sound if story["form"] == Form.QUESTIONS.value]
    return lay_out(
        layouts,
        "newslist.md",
        "the newslist",
        run=run,
        news=_ranked(story for story in articles if not story["is_routine"]),
        routine=_ranked(story for story in articles if story["is_routine"]),
        local=sorted((story for story in sound if story["form"] == Form.LOCAL.value), key=lambda story: story["area"]),
        sheets=sorted(sheets, key=lambda story: story["area"]),
        held=sorted((story for story in stories.values() if is_held(story)), key=lambda story: story["area"]),
    )


def _ranked(stories: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(stories, key=lambda story: (-Decimal(story["score"]), story["area"]))
