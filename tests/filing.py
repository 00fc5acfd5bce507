"""Local facts for tests: plainly artificial, and in order but for what a test is about."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from storygen.model.cleared import LocalFacts
from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.plan import Brief, StoryPlan
from storygen.planning import plan_local_story, plan_story
from storygen.proofing import proof
from storygen.sources import annex, read_local_facts
from storygen.writing import Desk, write

TODAY = dt.date(2019, 12, 1)
SOURCE = {
    "title": "Note on Operation Example",
    "said_by": "the sample press office",
    "again": "the office",
    "type": "press_office",
    "date": "2019-11-01",
}
NUMBER = {"value": 999, "unit": "people", "what": "people arrested", "shown": "999"}


def a_fact(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a file of facts may hold
    """Make a fact that may be used, but for what is changed; a key given as None is left out."""
    fact = {
        "id": "fact-a",
        "force": "Dorset",
        "kind": "arrests",
        "text": "officers arrested 999 people in Operation Example",
        "figures": [NUMBER],
        "period": {"start": "2019-01-01", "end": "2019-06-30"},
        "area": "Dorset force area",
        "source": SOURCE,
        "legal": {"proceedings": "none", "restrictions_checked": True},
        "use": {"position": "context"},
        "approved_by": "a tester",
        **changed,
    }
    return {key: value for key, value in fact.items() if value is not None}


def without_figures(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - the same
    """Make a fact without a number, but for what is changed."""
    plain = {"text": "officers handed out leaflets in Operation Example", "figures": None, "period": None}
    return a_fact(**{**plain, **changed})


def file_facts(folder: Path, *facts: dict[str, Any], name: str = "facts.yaml") -> Path:
    """File facts in a folder, as JSON, which is YAML too, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps({"local_facts": facts}, indent=1, ensure_ascii=False), encoding="utf-8")
    return folder


def read_facts(folder: Path, dataset: Dataset, *facts: dict[str, Any]) -> LocalFacts:
    """File facts and read them as they may be used on the day of the tests."""
    return read_local_facts(file_facts(folder, *facts), TODAY, dataset)


def copy_with(facts: LocalFacts, plan: StoryPlan, brief: Brief, dataset: Dataset, desk: Desk) -> Copy:
    """The copy on the area of a plan, planned again with local facts."""
    assert plan.angles is not None
    again = plan_story(plan.angles, plan.edition, replace(brief, local=facts.of(plan.area)))
    return proof(write(again, desk), annex(dataset, facts))


def copy_from(facts: LocalFacts, brief: Brief, dataset: Dataset, desk: Desk) -> Copy:
    """The copy made from local facts alone, on the area of the first."""
    area = facts.cleared[0].area
    plan = plan_local_story(area, Edition(year="2018-19"), replace(brief, local=facts.of(area)))
    return proof(write(plan, desk), annex(dataset, facts))
