"""The documents are true: their examples run, and their links lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def test_the_tour_can_be_walked() -> None:
    """Every step of the tour gives what the tour says it gives."""
    blocks = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs" / "tour.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )

    assert blocks
    for block in blocks:
        exec(compile(block, "docs/tour.md", "exec"), {})  # noqa: S102 - our own page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link is to a file that is there."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)

    assert [] == [link for link in links if not (page.parent / link).exists()]


def test_the_readme_starts_with_what_comes_out_and_the_two_commands() -> None:
    """A reader sees a draft and how to make one on the first screen or two."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert readme.index("QUOTE NEEDED") < readme.index("make drafts") < readme.index("make test")
