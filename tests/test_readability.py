"""How the edition reads: as its report says, and without the same sentence everywhere."""

import runpy
from collections import Counter
from pathlib import Path

from papers import Editions

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "readability.py"))
MOST_LEADS = 4


def test_neighbouring_forces_do_not_read_alike(editions: Editions) -> None:
    """No shape of a lead stands in more than four drafts, no other sentence in more than a third of them."""
    found = SCRIPT["stories"](editions("2018-19").values())
    leads = Counter(shape for story in found for role, shape in story.shapes if role == "lead")
    skipped = {"lead", *SCRIPT["BOILERPLATE"]}
    others = Counter(shape for story in found for shape in {each for role, each in story.shapes if role not in skipped})

    assert {} == {shape: number for shape, number in leads.items() if number > MOST_LEADS}
    assert {} == {shape: number for shape, number in others.items() if number * 3 > len(found)}


def test_the_report_is_of_this_edition(editions: Editions) -> None:
    """What is committed is what the script would write today."""
    found = SCRIPT["stories"](editions("2018-19").values())
    report = (ROOT / "docs" / "readability.md").read_text(encoding="utf-8")

    assert "\n".join((*SCRIPT["sizes"](found), "", *SCRIPT["repeats"](found))) + "\n" in report
