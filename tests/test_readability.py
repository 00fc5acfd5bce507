"""How the editions read: as their report says, and without the same sentence everywhere."""

import runpy
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from storygen.newsroom import produce
from storygen.office import Order, open_office
from storygen.paths import topics

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "readability.py"))
MOST_LEADS = 4

pytestmark = pytest.mark.parametrize("topic", topics())


@pytest.fixture(scope="module")
def stories() -> Callable[[str], tuple[Any, ...]]:
    """The articles of a topic's newest edition, made when first asked for."""
    return cache(lambda topic: SCRIPT["stories"](produce(open_office(Order(topic=topic)))))


def test_neighbouring_forces_do_not_read_alike(topic: str, stories: Callable[[str], tuple[Any, ...]]) -> None:
    """No shape of a lead stands in more than four drafts, no other sentence in more than a third of them."""
    found = stories(topic)
    leads = Counter(shape for story in found for role, shape in story.shapes if role == "lead")
    skipped = {"lead", *SCRIPT["BOILERPLATE"]}
    others = Counter(shape for story in found for shape in {each for role, each in story.shapes if role not in skipped})

    assert {} == {shape: number for shape, number in leads.items() if number > MOST_LEADS}
    assert {} == {shape: number for shape, number in others.items() if number * 3 > len(found)}


def test_the_report_is_of_this_edition(topic: str, stories: Callable[[str], tuple[Any, ...]]) -> None:
    """What is committed is what the script would write today."""
    found = stories(topic)
    report = (ROOT / "docs" / "readability.md").read_text(encoding="utf-8")

    assert "\n".join((*SCRIPT["sizes"](found), "", *SCRIPT["repeats"](found))) + "\n" in report
