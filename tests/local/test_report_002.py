"""A story from local facts alone: the facts of a commissioner's review, for a force the tables do not hold."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from filing import copy_from, read_facts, without_figures
from golden import houses

from storygen.model.cleared import LocalFacts
from storygen.model.copy import Copy, Verdict
from storygen.model.dataset import Dataset
from storygen.model.figure import Formula
from storygen.model.house import House
from storygen.model.plan import Brief, Form
from storygen.sources import read_local_facts
from storygen.style import Stylebook
from storygen.writing import Desk

REPORT = Path(__file__).parent / "report_002"
ON = dt.date(2019, 5, 1)
APART = {"headline", "quote", "source", "disclosure", "ask"}


@pytest.fixture(scope="module")
def facts(dataset: Dataset) -> LocalFacts:
    """The report's facts, as filed."""
    return read_local_facts(REPORT, ON, dataset)


@pytest.fixture(scope="module")
def story(facts: LocalFacts, brief: Brief, dataset: Dataset, desk: Desk) -> Copy:
    """The story made from them."""
    return copy_from(facts, brief, dataset, desk)


def body(copy: Copy) -> list[str]:
    """What a reader sees between headline and sources, voices apart."""
    return [each.text for each in copy.draft.paragraphs if each.role not in APART]


def test_the_tables_do_not_hold_the_force(dataset: Dataset, story: Copy) -> None:
    """The story rests on nothing but its facts."""
    assert "dyfed-powys" not in {area.slug for area in dataset.areas}
    assert (Form.LOCAL, None, "dyfed-powys") == (
        story.draft.plan.form,
        story.draft.plan.angles,
        story.draft.plan.area.slug,
    )


@pytest.mark.parametrize(
    "told",
    [
        ("class A", "more than £20 million", "Dyfed-Powys Police", "three years"),
        ("117 people", "convicted", "serious drug offences"),
        ("trafficking", "up by 49 per cent"),
        ("Llandrindod Wells", "Montgomery", "Builth Wells", "Newtown", "2018", "National Crime Agency"),
        ("London", "Liverpool", "Birmingham", "children", "vulnerable adults", "Llanelli", "Haverfordwest"),
        ("rise in drug use and supply", "Powys", "Llanelli"),
        ("class A drugs", "neither", "harder to come by", "demand"),
        ("Crimestoppers", "intelligence", "supply", "treatment"),
        ("commissioner", "encouragement", "other agencies"),
    ],
    ids=lambda told: told[0],
)
def test_every_fact_of_the_report_is_told_in_one_paragraph(told: tuple[str, ...], story: Copy) -> None:
    """What the report says stands in the story, each fact in a paragraph of its own."""
    assert 1 == sum(all(words.casefold() in text.casefold() for words in told) for text in body(story))


def test_every_paragraph_names_its_source(story: Copy, facts: LocalFacts) -> None:
    """Nothing is said in the newsroom's own voice."""
    sources = [each.fact.source for each in facts.cleared]
    names = {name.casefold() for source in sources for name in (source.said_by, source.again) if name}

    assert [] == [text for text in body(story) if not any(name in text.casefold() for name in names)]


def test_the_proof_desk_passes_it(story: Copy) -> None:
    """Every figure leads to the file, and each sentence passes the checks a story from tables passes."""
    given = [note for each in story.draft.paragraphs for note in each.notes if note.figure.formula is Formula.AS_GIVEN]

    assert (Verdict.DRAFT, ()) == (story.verdict, story.findings)
    assert {"£20 million", "three", "117", "49 per cent", "2018"} == {note.shown for note in given}
    assert {"local-facts/dyfed-powys.yaml"} == {cell.file for note in given for cell in note.figure.cells()}


def test_it_names_nobody_and_waits_for_voices(story: Copy) -> None:
    """People are named by their office; who spoke is for a person to add."""
    assert not any(each.fact.people for each in story.draft.plan.local)
    assert 3 == len(story.draft.of_role("quote"))
    assert not re.search('["“”]', " ".join(body(story)))


def test_its_headline_is_no_wider_than_its_facts(story: Copy) -> None:
    """The force's whole area, which the figure is for, and not one county of it."""
    (headline,) = story.draft.of_role("headline")

    assert headline.text.startswith("Dyfed-Powys ")
    assert "£20 million" in headline.text


def test_its_disclosure_names_the_sources_really_used(story: Copy) -> None:
    """The tables are not among them."""
    (source,) = story.draft.of_role("source")
    (disclosure,) = story.draft.of_role("disclosure")

    assert "Deep Dive Scrutiny Review" in source.text
    assert "review by the police and crime commissioner" in disclosure.text
    assert "Home Office" not in source.text + disclosure.text


def test_as_printed_its_numbers_would_be_refused(dataset: Dataset, tmp_path: Path) -> None:
    """The report gave no dates: without the filler that the fixture says it is, no number of it may be used."""
    text = (REPORT / "dyfed-powys.yaml").read_text(encoding="utf-8")
    (tmp_path / "as-printed.yaml").write_text(re.sub(r"\n    period: .*", "", text), encoding="utf-8")

    facts = read_local_facts(tmp_path, ON, dataset)

    # With its only headline gone, nothing is left to open a story.
    numbers = {each.fact.id for each in facts.refused if each.because == "it has a number and no period"}
    assert {"review-value", "review-convictions", "review-trafficking"} == numbers
    assert () == facts.cleared
    assert all("headline" in each.because for each in facts.refused if each.fact.id not in numbers)


@pytest.mark.parametrize("style", houses(), ids=lambda style: style.name)
def test_it_is_clean_in_every_house(
    style: House, facts: LocalFacts, brief: Brief, dataset: Dataset, desk: Desk
) -> None:
    """Signs for words, years, marks and capitals: whatever a house sets, the proof desk finds the same numbers."""
    in_house = replace(desk, stylebook=Stylebook(style))

    copy = copy_from(facts, replace(brief, house=style), dataset, in_house)

    assert () == copy.findings
    assert not re.search(r"^\d", "\n".join(body(copy)), re.MULTILINE)


def test_links_fill_the_places_of_a_house(tmp_path: Path, brief: Brief, dataset: Dataset, desk: Desk) -> None:
    """Two links and one paragraph: both are there, and no place is left for a person to fill."""
    lead = without_figures(
        force="Gwent", area="Gwent", headline="Gwent leaflets", text="Gwent had a sample of leaflets"
    )
    link = {**lead, "kind": "archive_link", "use": {"position": "read_more"}}
    facts = read_facts(tmp_path, dataset, lead, *({**link, "id": f"link-{name}"} for name in "ab"))
    style = replace(brief.house, read_more=2)

    copy = copy_from(facts, replace(brief, house=style), dataset, replace(desk, stylebook=Stylebook(style)))

    assert ["READ MORE: Gwent had a sample of leaflets"] * 2 == [each.text for each in copy.draft.of_role("read-more")]


def test_a_short_house_keeps_the_lead(facts: LocalFacts, brief: Brief, dataset: Dataset, desk: Desk) -> None:
    """The budget covers such a story too: first the lead, then the facts in the order they are filed."""
    short = replace(brief, house=replace(brief.house, paragraphs=3))

    copy = copy_from(facts, short, dataset, desk)

    told = [each.fact.id for each in copy.draft.plan.local]
    assert ["review-value", "review-convictions", "review-trafficking"] == told
    assert 6 == len(copy.draft.plan.left_out)
