"""Columns: which area and category a row is about, and what may be done with it."""

import pandas as pd

from storygen.analysis.panel import Panel
from storygen.model.topic import Kind, Topic

LEAST_SUBJECT_WEIGHT = 0.15  # what readers care for less than this is never what a story is about
OF_AREAS = ("force", "region", "nation", "is_territorial", "is_ranked")


def keys(panel: Panel) -> pd.DataFrame:
    """
    The first columns, one row a series, in the panel's order.

    area, category; force, region, nation; is_territorial, is_ranked (False for the national rows); kind, with is_total,
    is_item and is_group; noun; weight (0 to 1, how much readers care); is_subject, whether a story may be about it.
    """
    columns = panel.index.to_frame(index=False)
    for name in OF_AREAS:
        columns[name] = columns["area"].map({slug: getattr(area, name) for slug, area in panel.areas.items()})
    for name in ("is_territorial", "is_ranked"):
        columns[name] = columns[name].eq(other=True)
    return columns.assign(**_kinds(columns["category"], panel.dataset.topic))


def _kinds(slugs: pd.Series, topic: Topic) -> dict[str, pd.Series]:
    kind = slugs.map({each.slug: each.kind.value for each in topic.categories})
    weight = slugs.map({each.slug: float(each.weight) for each in topic.categories})
    return {
        "kind": kind,
        "is_total": kind == Kind.TOTAL.value,
        "is_item": kind == Kind.ITEM.value,
        "is_group": kind == Kind.GROUP.value,
        "noun": slugs.map({each.slug: each.noun for each in topic.categories}),
        "weight": weight,
        "is_subject": ~kind.isin((Kind.REST.value, Kind.UNKNOWN.value)) & (weight >= LEAST_SUBJECT_WEIGHT),
    }
