"""Contracts over every plug-in: an angle nobody can phrase, or look up, is half an angle."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from storygen.analysis.registry import AngleRule, Effect, angles, demotions, guards
from storygen.model.angle import Tells
from storygen.model.figure import Formula
from storygen.model.topic import Kind
from storygen.paths import shipped, topics
from storygen.publishing.workings import WAYS
from storygen.sources import read
from storygen.writing.wordings import Wordings

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "manual.md"


@pytest.fixture(params=topics())
def wordings(request: pytest.FixtureRequest) -> Wordings:
    """The wordings of a topic."""
    return Wordings([shipped("templates") / request.param])


@pytest.mark.parametrize("rule", angles(), ids=lambda rule: rule.slug)
def test_every_angle_has_its_words(rule: AngleRule, wordings: Wordings) -> None:
    """A headline, a lead, its evidence and a way to be the second angle, on the total too where that can be."""
    needed = {"headline", "lead", "evidence"}
    needed |= {"second"} if rule.about - {Kind.TOTAL} else set()
    needed |= {"second-total"} if Kind.TOTAL in rule.about and Tells.ROUTINE not in rule.tells else set()

    assert needed <= set(wordings.sections(f"angles/{rule.slug}"))


def test_no_words_are_left_of_an_angle_that_is_gone(wordings: Wordings) -> None:
    """Every file of an angle's wording belongs to an angle on the desk."""
    files = {path.stem for path in (wordings.folders[0] / "angles").glob("*.md")}

    assert {rule.slug for rule in angles()} == files


@pytest.mark.parametrize("guard", [rule.slug for rule in guards() if rule.effect is Effect.VETO])
def test_every_guard_can_say_why(guard: str, wordings: Wordings) -> None:
    """A guard that vetoes a story has the words for its question sheet."""
    assert f"why-{guard}" in wordings.sections("story/questions")


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


def test_no_template_compares_or_computes() -> None:
    """Decisions in Python, words in templates: no comparison, no arithmetic, no rounding in any wording."""
    offending = [
        (path.name, tag)
        for path in shipped("templates").rglob("*.md")
        for tag in re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"))
        if re.search(r"[<>]|\bround\b| [-+*/] |\bis (?:gt|lt|ge|le)\b", tag) and "loop.index" not in tag
    ]

    assert [] == offending


def test_every_category_a_story_can_be_about_has_its_words() -> None:
    """A noun and a phrase for its seizures, in lower case but for names."""
    topic = read("drug_seizures").topic

    for category in topic.categories:
        assert category.noun
        assert "seizures" in category.seizures
        assert category.noun[0].islower() or category.noun.isupper(), category.noun


def test_the_help_page_loads_nothing_heavy() -> None:
    """The front desk answers before pandas, Jinja, pydantic, YAML or rich are loaded."""
    code = "import sys; from storygen.cli import main; print([name for name in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    heavy = ("pandas", "numpy", "jinja2", "pydantic", "yaml", "rich", "num2words")
    assert [] == [name for name in heavy if f"'{name}'" in loaded]
