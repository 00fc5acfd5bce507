"""The desk as a whole: what it takes, what it gives, and that its checks join by being there."""

from dataclasses import replace
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import a_count, a_dataset, a_draft, a_paragraph, findings

import storygen.proofing.checks as room
from storygen.model.copy import Finding, Verdict
from storygen.proofing import proof
from storygen.proofing.checks import checks

FAULTS = (
    a_paragraph("It made 5 seizures."),
    a_paragraph("A shocking number, {}.", ("6", a_count(7))),
    a_paragraph('A "quote", highest in the country since records began.'),
)


def test_a_draft_without_findings_stays_a_draft() -> None:
    """It waits for its voices, and a person still decides what becomes of it."""
    waiting: Any = SimpleNamespace(objections=("Test objection.",))
    draft = replace(a_draft(a_paragraph("There were {} of them.", ("7", a_count(7)))), plan=waiting)

    copy = proof(draft, a_dataset(a_count(7)))

    assert (draft, (), Verdict.DRAFT) == (copy.draft, copy.findings, copy.verdict)


def test_a_draft_with_any_finding_is_held() -> None:
    """One is enough."""
    copy = proof(a_draft(a_paragraph("There were 7 of them.")), a_dataset())

    assert Verdict.HELD is copy.verdict


def test_findings_stand_in_the_order_of_the_story() -> None:
    """An editor reads down the page."""
    found = [finding.paragraph for finding in findings(*FAULTS)]

    assert sorted(found) == found
    assert {1, 2, 3} == set(found)


@pytest.mark.parametrize("finding", findings(*FAULTS), ids=lambda finding: str(finding.rule))
def test_every_message_is_a_sentence(finding: Finding) -> None:
    """With a capital or a name in front and a full stop behind."""
    assert finding.message.endswith(".")
    assert "\n" not in finding.message
    assert "None" not in finding.message


def test_every_module_among_the_checks_is_one() -> None:
    """None has to be written down anywhere else."""
    files = {path.stem for path in Path(room.__path__[0]).glob("*.py")} - {"__init__"}

    assert files == set(checks())


@pytest.mark.parametrize("name", checks())
def test_every_check_says_what_it_is_for(name: str) -> None:
    """Its module names the rule it enforces, its function what it finds."""
    assert "manual" in (getdoc(import_module(f"storygen.proofing.checks.{name}")) or "")
    assert (getdoc(checks()[name]) or "").startswith("Find ")
