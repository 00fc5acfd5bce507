"""What the first edition must say, force by force, and that it is the edition committed."""

import json
import re
from pathlib import Path

import pytest
from papers import Editions, told_by_tables

from storygen.model.copy import Verdict
from storygen.model.plan import Form
from storygen.newsroom import fill
from storygen.office import Order

COMMITTED = Path(__file__).resolve().parents[1] / "output" / "2018-19"
BANNER = "DRAFT, NOT FOR PUBLICATION"


def copy_of(text: str) -> str:
    """The part of a draft a reader would see, without front matter, banner and the editor's section."""
    return text.split("\n---\n")[1]


@pytest.fixture(scope="module")
def dorset() -> str:
    """The committed draft for Dorset."""
    return copy_of((COMMITTED / "dorset.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "words",
    [
        "2,097",
        "up 5 per cent from 1,988",
        "second rise",
        "2,715",
        "2,432",
        "232 heroin seizures, up 33 per cent from 175",
        "For every million residents that works out at 300",
        "the highest of the 38 forces in England with comparable figures",
        "cannabis headed the list with 1,393 seizures. Next were cocaine, with 233",
        "first rise for seven years",
    ],
)
def test_dorset_says_what_the_published_report_said(dorset: str, words: str) -> None:
    """The facts of the report the drafts are modelled on, in our own words and within what is held."""
    assert words in dorset


def test_dorset_leads_on_heroin(editions: Editions) -> None:
    """The highest rate of heroin seizures is the story, not the rise in the total."""
    lead = editions("2018-19")["dorset"].draft.plan.lead

    assert lead is not None
    assert ("highest-rate", "heroin") == (lead.slug, lead.fact.category.slug)


def test_sussex_says_the_city_is_left_out() -> None:
    """The highest cocaine rate holds once the City of London is set aside, and one clause says so."""
    sussex = copy_of((COMMITTED / "sussex.md").read_text(encoding="utf-8"))

    assert re.search(r"cocaine seizures.* of the \d+ forces in England", sussex)
    assert 1 == sussex.count("setting aside the City of London, where few people live")


def test_a_force_that_needs_no_such_clause_has_none(dorset: str) -> None:
    """The City would not have come above Dorset for heroin, so nothing is said of it."""
    assert "City of London" not in dorset


def test_every_english_force_has_one_file() -> None:
    """Thirty-nine forces, each with a draft or a question sheet, and never both."""
    names = {path.name for path in COMMITTED.glob("*.md")} - {"newslist.md"}

    assert 39 == len(names)
    assert 39 == len({name.split(".")[0] for name in names})
    assert {"lancashire.questions.md", "lincolnshire.questions.md", "merseyside.questions.md"} < names


def test_the_committed_edition_is_what_the_main_job_writes(tmp_path: Path) -> None:
    """Not a byte of output/2018-19 differs from a fresh run, and a second run changes nothing."""
    for _ in range(2):
        fill(Order(output=tmp_path))
        written = {path.name: path.read_bytes() for path in (tmp_path / "2018-19").iterdir()}
        assert written == {path.name: path.read_bytes() for path in COMMITTED.iterdir()}


def test_nothing_is_held_and_nothing_is_publishable(editions: Editions) -> None:
    """Every draft passes the proof desk, and every one still waits for its quotes."""
    copies = editions("2018-19").values()

    assert {Verdict.DRAFT} == {copy.verdict for copy in copies}
    assert all(BANNER in path.read_text() or "QUESTION SHEET" in path.read_text() for path in _pages())
    assert all("[QUOTE NEEDED:" in path.read_text() for path in _pages() if ".questions" not in path.name)


def test_a_draft_is_as_long_as_the_trade_wants() -> None:
    """Three to five hundred words from headline to disclosure, and a sentence a paragraph."""
    for path in _pages():
        if ".questions" not in path.name:
            copy = copy_of(path.read_text(encoding="utf-8"))
            assert 280 <= len(copy.split()) <= 500, path.name


def test_a_headline_fits_its_place() -> None:
    """No headline is longer than 80 characters, ends in a full stop or opens on a figure."""
    for path in _pages():
        headline = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert headline is not None
        assert len(headline[1]) <= 80, headline[1]
        assert not re.match(r"\d", headline[1])
        assert not headline[1].endswith(".")


def test_no_sentence_starts_with_a_numeral(editions: Editions) -> None:
    """A numeral is never the first thing in a sentence."""
    for copy in editions("2018-19").values():
        for paragraph in copy.draft.paragraphs:
            if paragraph.role != "series":
                assert not re.search(r"(^|[.!?] )\d", paragraph.text), paragraph.text


def test_no_paragraph_holds_a_quotation(editions: Editions) -> None:
    """Nobody has been quoted, so nothing stands between quotation marks."""
    for copy in editions("2018-19").values():
        assert not any(set('"“”') & set(paragraph.text) for paragraph in copy.draft.paragraphs)


@pytest.mark.parametrize("year", ["2009-10", "2012-13", "2014-15", "2017-18"])
def test_a_guard_turns_a_story_into_questions(year: str, editions: Editions) -> None:
    """Whatever a guard vetoes has a question sheet and no lead; nothing else has one."""
    for copy in editions(year).values():
        plan = copy.draft.plan
        assert (plan.form is Form.QUESTIONS) == bool(plan.vetoes)
        assert (plan.lead is None) == bool(plan.vetoes)


def test_a_year_after_a_gap_tells_no_change(editions: Editions) -> None:
    """Hampshire and Bedfordshire after a blank year, Surrey after a part-year: no change, no run."""
    for year, area in (("2013-14", "hampshire"), ("2013-14", "surrey"), ("2015-16", "bedfordshire")):
        total = told_by_tables(editions(year)[area].draft.plan).total
        assert total is not None
        assert (None, None, None) == (total.previous, total.change, total.steps)


def test_the_manifest_tells_how_the_edition_was_made() -> None:
    """Versions, seed and digests of figures and wording, and a verdict for every force."""
    manifest = json.loads((COMMITTED / "manifest.json").read_text(encoding="utf-8"))

    assert {"storygen", "topic", "title", "edition", "seed", "house", "figures", "settings", "local_facts_on"} == set(
        manifest["run"]
    )
    assert 39 == len(manifest["stories"])
    assert {"draft", "questions"} == {story["verdict"] for story in manifest["stories"].values()}
    assert "seizures/2018-19.csv" in manifest["run"]["figures"]


def _pages() -> list[Path]:
    return [path for path in sorted(COMMITTED.glob("*.md")) if path.name != "newslist.md"]
