"""Contracts over every plug-in: an angle nobody can phrase, or look up, is half an angle."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from storygen.analysis.registry import angles, demotions, guards
from storygen.model.figure import Formula
from storygen.newsroom import flaws
from storygen.office import Order, open_office
from storygen.paths import shipped, topics
from storygen.publishing.workings import WAYS
from storygen.sources import read
from storygen.writing.checking.computing import computations

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "manual.md"


@pytest.mark.parametrize("topic", topics())
def test_nothing_is_wrong_with_the_wording(topic: str) -> None:
    """Every section a plan may ask for is there, none waits in vain, and each reads well."""
    assert () == flaws(open_office(Order(topic=topic)))


def test_no_page_layout_compares_or_computes() -> None:
    """Decisions in Python, words in templates: that holds for the layouts of pages as it does for the wording."""
    layouts = sorted((shipped("templates") / "formats").glob("*.md"))

    assert layouts
    assert [] == [flaw for path in layouts for flaw in computations(path.read_text(encoding="utf-8"), path.name)]


def test_everything_on_the_desk_has_its_line_in_the_manual() -> None:
    """Each angle and guard is listed by name and code."""
    manual = MANUAL.read_text(encoding="utf-8")

    names = [(angle.slug, angle.code) for angle in angles()]
    names += [(guard.slug, guard.code) for guard in guards()]
    names += [(demotion.slug, demotion.code) for demotion in demotions()]

    assert [] == [name for name, code in names if name not in manual or code not in manual]


def test_every_rule_the_code_cites_is_in_the_manual() -> None:
    """A reader sent to "manual R07" finds R07 there."""
    manual = MANUAL.read_text(encoding="utf-8")
    sources = [*(ROOT / "storygen").rglob("*.py"), *(ROOT / "storygen").rglob("*.yaml"), *ROOT.glob("scripts/*.py")]
    cited = {
        rule
        for path in sources
        for group in re.findall(r"manual ((?:[A-Z]\.?\d+[a-z]?(?:, | and |; )?)+)", path.read_text(encoding="utf-8"))
        for rule in re.findall(r"[A-Z]\.?\d+[a-z]?", group)
    }

    assert cited
    assert [] == sorted(rule for rule in cited if not re.search(rf"{re.escape(rule)}\b", manual))


def test_every_formula_can_show_its_working() -> None:
    """An editor can see how any figure was worked out."""
    assert set(Formula) == set(WAYS)


def test_every_category_a_story_can_be_about_has_its_words() -> None:
    """A noun and a phrase for its seizures, in lower case but for names."""
    topic = read("drug_seizures").topic

    for category in topic.categories:
        assert category.noun
        assert "seizures" in category.counted
        assert category.noun[0].islower() or category.noun.isupper(), category.noun


def test_the_help_page_loads_nothing_heavy() -> None:
    """The front desk answers before pandas, Jinja, pydantic, YAML or rich are loaded."""
    code = "import sys; from storygen.cli import main; print([name for name in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    heavy = ("pandas", "numpy", "jinja2", "pydantic", "yaml", "rich", "num2words")
    assert [] == [name for name in heavy if f"'{name}'" in loaded]
