"""A third topic, made up, added by following docs/how-to/add-a-topic.md: no Python, and a draft at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_up import commands, lay_out, settle

from storygen.cli import main

NEWEST = Path("trial") / "noise_complaints" / "2002-03"


def run(words: list[str]) -> Result:
    """What a command of the page comes to."""
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Result]]:
    """What each command of the page came to, run in order where its files lie."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("checkout")
        settle(folder, patch)
        lay_out(folder)
        Path("mine").mkdir()
        yield {" ".join(words[:2]): run(words) for words in commands()}


def test_every_command_of_the_page_works(results: dict[str, Result]) -> None:
    """The import asks nothing, the drafts are held by nobody, and wording, houses and finished prose are sound."""
    assert {} == {name: result.output for name, result in results.items() if result.exit_code}
    assert "3 drafts, 0 question sheets, 0 held" in results["draft --topic"].output


def test_the_draft_speaks_in_the_topics_words(results: dict[str, Result]) -> None:
    """Nouns, verbs, caveat, scope and source are the folder's own; nothing is left of any other topic."""
    text = (NEWEST / "northfold.md").read_text(encoding="utf-8")
    copy, _, desk = text.partition("## For the editor")

    assert results
    assert "Northfold Police logged" in copy
    assert "The figures count complaints and do not show how much noise there is" in copy
    assert "the three police forces" in copy
    assert "up 40 per cent from 50 the year before" in copy
    assert "A complaint is not a breach" in desk
    assert not [word for word in ("seiz", "drug", "offence", "Home Office") if word in text]
