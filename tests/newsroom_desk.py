"""A newsroom with one story ready: Dorset's, every voice in it heard, in words that are plainly artificial."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storygen.cli import main

Known = dict[str, object]
"""What tables and analysis give, which no errand changes, by the name the newsroom knows it under."""

NOW = "2026-03-05T09:00+00:00"
FORCE = 'Test words by the force, with "marks" and *stars*, for a test.'
SAID = {
    "force_spokesperson": ("Dorset Police", "", FORCE),
    "treatment_charity": ("Test Charity", "Test Speaker Two", "Test words by a charity, for a test."),
    "npcc": ("Test Council", "Test Speaker Three", "Test words by a lead, for a test."),
}
SERVICE = """\
name: Test News Service
authority: example.org
since: "2026"
url: https://example.org/
contact: desk@example.org
copyright_holder: Test News Service Ltd
usage_terms: For test subscribers only.
"""
DRAFT = Path("output/2018-19/dorset.md")
EVIDENCE = "There were 232 heroin seizures, up 33 per cent from 175 the year before."


def at_the_desk(*arguments: str, given: str | None = None, code: int = 0) -> Result:
    """Run the front desk."""
    result = CliRunner().invoke(main, arguments, input=given)
    assert code == result.exit_code, result.output
    return result


def furnish(folder: Path, known: Known) -> None:
    """Draft, hear every voice Dorset's story waits for, draft again, and say who sends."""
    with pytest.MonkeyPatch.context() as patch:
        at_hand(patch, folder, known)
        at_the_desk("draft", "--quiet", "--area", "dorset", "--output", "unheard")
        for voice, (organisation, name, words) in SAID.items():
            told = ("--organisation", organisation, *(("--name", name, "--role", "head of tests") if name else ()))
            rest = ("--method", "email", "--evidence", "test.eml", "--by", "Test Reporter", "--now", NOW)
            added = at_the_desk("quotes", "add", "-", "--voice", voice, "--area", "dorset", *told, *rest, given=words)
            at_the_desk("quotes", "approve", added.stdout.partition(":")[0], "--by", "Test Chief", "--now", NOW)
        at_the_desk("draft", "--quiet", "--area", "dorset", "--area", "lancashire", "--now", NOW)
    (folder / "wire").mkdir()
    (folder / "wire" / "service.yaml").write_text(SERVICE, encoding="utf-8")


def at_hand(patch: pytest.MonkeyPatch, folder: Path, known: Known) -> None:
    """Work in a folder, with tables and analysis at hand."""
    patch.chdir(folder)
    for errand, found in known.items():
        patch.setattr(f"storygen.{errand}", lambda *_, found=found, **__: found)
