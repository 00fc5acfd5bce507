"""Angle: how many plants of a drug were seized, and how that has changed."""

import numpy as np
import pandas as pd

from storygen.analysis.drugs import forms, known
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Candidates, Facts
from storygen.analysis.registry import finds
from storygen.analysis.workings import change
from storygen.model.angle import Shown
from storygen.model.figure import Unit
from storygen.model.topic import Category, Kind, Topic

PLANTS = Unit.PLANTS.value
FAR = 2.5  # times the year before, up or down: near the leap from which a change is one of recording


def shows(evidence: Evidence, area: str, category: str) -> Shown:
    """What the plants are called, how many there were in both years and the change."""
    plants = _plants(evidence.topic)[category]
    now, before = (known(evidence.amount(area, plants.slug, back)) for back in (0, 1))
    return {"form": plants, "plants": now, "plants_before": before, "plants_change": change(now, before)}


@finds("plants", code="A76", prior=0.45, about=[Kind.ITEM], shows=shows, needs_quantities=True)
def plants(facts: Facts) -> Candidates:
    """
    Plants seized of a drug that is counted in all its forms together: 50 or more in both years.

    There is no number of seizures of plants alone, so the angle is about the drug, whose own number must be comparable
    too. Plants are counted, so a leap that would break a series of numbers is not told. One farm can hold most of a
    year's plants, which every wording says; it never leads (manual A76, A93, R19).
    """
    least = _of_plants(facts, "least_amount")
    now, before = (_of_plants(facts, name) for name in ("amount", "amount_before"))
    now, before = now.where(now >= least), before.where(before >= least)
    return facts.where(
        now.notna() & before.notna() & facts.previous.notna() & ~_is_leap(facts, now, before),
        leads=False,
        magnitude=pd.Series(np.log(now / before)).abs() / np.log(FAR),
        because="plants seized besides {count:,.0f} {things} in all",
    )


def _is_leap(facts: Facts, now: pd.Series, before: pd.Series) -> pd.Series:
    """Whether two numbers are so far apart that the level, not the number, has changed (manual A93)."""
    guards, most = facts.panel.dataset.topic.guards, now.clip(lower=before)
    return (most >= float(guards.category_jump) * now.clip(upper=before)) & (most >= guards.category_jump_count)


def _plants(topic: Topic) -> dict[str, Category]:
    """The categories of plants, each by the drug it is a form of."""
    return {drug.slug: form for drug in topic.categories for form in forms(topic, drug) if form.unit == PLANTS}


def _of_plants(facts: Facts, name: str) -> pd.Series:
    """A column of the plants' rows, on the rows of the drug they are a form of."""
    form = facts.category.map({drug: form.slug for drug, form in _plants(facts.panel.dataset.topic).items()})
    values = facts.columns.set_index(["area", "category"])[name]
    keys = pd.MultiIndex.from_arrays([facts.area, form.astype(object)])
    return pd.Series(values.reindex(keys).to_numpy(dtype=float), index=facts.columns.index)
