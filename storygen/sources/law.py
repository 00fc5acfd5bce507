"""Reads what the law says of a topic's groups, and lays it out as a table, so that its figures are traced like any."""

from pathlib import Path

from storygen.errors import SettingsError, nearest
from storygen.model.topic import Penalty, Topic
from storygen.settings import load
from storygen.sources.sheets import Sheet


def read_law(folder: Path, topic: Topic) -> tuple[Penalty, ...]:
    """The penalties in a topic's folder, none if it has no such file; SettingsError for one that names no category."""
    path, shown_as = folder / Penalty.FILE, f"{topic.name}/{Penalty.FILE}"
    if not path.is_file():
        return ()
    penalties = load(path, tuple[Penalty, ...], shown_as=shown_as)
    slugs = [category.slug for category in topic.categories]
    named = [slug for penalty in penalties for slug in (penalty.group, *penalty.except_for)]
    if unknown := next((slug for slug in named if slug not in slugs), None):
        raise SettingsError(shown_as, 1, 1, f"it names {unknown}, which is no category ({nearest(unknown, slugs)})")
    return penalties


def law_sheet(topic: Topic) -> Sheet:
    """The greatest sentences as a grid of years, a blank standing for life."""
    return Sheet(
        file=Penalty.FILE,
        corner="Group",
        rows={penalty.row: place for place, penalty in enumerate(topic.law)},
        columns={column: place for place, column in enumerate(Penalty.COLUMNS)},
        grid=[[str(penalty.possession), str(penalty.supply or "")] for penalty in topic.law],
    )
