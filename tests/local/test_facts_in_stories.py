"""Local facts in a story from tables: apart, attributed, in their place, traced, and within the budget."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filing import NUMBER, SOURCE, a_fact, copy_with, read_facts, without_figures
from papers import Editions

from storygen.model.copy import Copy
from storygen.model.dataset import Dataset
from storygen.model.draft import Paragraph
from storygen.model.figure import Formula
from storygen.model.plan import Brief, Form
from storygen.proofing import proof
from storygen.sources import annex
from storygen.style import Stylebook
from storygen.writing import Desk

Tell = Callable[..., Copy]


@pytest.fixture
def tell(tmp_path: Path, dataset: Dataset, desk: Desk, editions: Editions, brief: Brief) -> Tell:
    """Write a force's story of 2018-19 again, with the facts filed."""

    def told(*facts: dict[str, Any], area: str = "dorset", **house: Any) -> Copy:  # noqa: ANN401 - as House has them
        read = read_facts(tmp_path, dataset, *facts)
        plan = editions("2018-19")[area].draft.plan
        styled = replace(brief, house=replace(brief.house, **house))
        return copy_with(read, plan, styled, dataset, replace(desk, stylebook=Stylebook(styled.house)))

    return told


def local_of(copy: Copy) -> Paragraph:
    """The one paragraph that tells a local fact."""
    (paragraph,) = copy.draft.of_role("local")
    return paragraph


def rests_on_facts(paragraph: Paragraph) -> bool:
    """Whether a paragraph is there for local facts."""
    return paragraph.wording.startswith("story/local#")


def roles(copy: Copy) -> list[str]:
    """The parts the paragraphs play, in order."""
    return [each.role for each in copy.draft.paragraphs]


def left_out(copy: Copy) -> list[str]:
    """Why facts are not in the copy."""
    return [each.because for each in copy.draft.plan.left_out]


def test_a_fact_has_a_paragraph_of_its_own_between_country_and_voices(tell: Tell) -> None:
    """It stands after the national paragraphs, and no other paragraph has changed for it."""
    copy = tell(a_fact(), figures=99, paragraphs=99)

    place = roles(copy).index("local")
    assert ("national", "quote") == (roles(copy)[place - 1], roles(copy)[place + 1])
    before = [each.text for each in tell(figures=99, paragraphs=99).draft.paragraphs]
    assert before == [each.text for each in copy.draft.paragraphs if not rests_on_facts(each)]


def test_a_fact_is_attributed_dated_and_traced_to_its_file(tell: Tell) -> None:
    """Source and period are in the sentence; its figures lead to the file, and none to a table."""
    copy = tell(a_fact())
    paragraph = local_of(copy)

    assert "the sample press office" in paragraph.text.lower()
    assert "officers arrested 999 people in Operation Example from January to June 2019" in paragraph.text
    assert {"local-facts/facts.yaml"} == {cell.file for note in paragraph.notes for cell in note.figure.cells()}
    assert ["999"] == [note.shown for note in paragraph.notes if note.figure.formula is Formula.AS_GIVEN]
    assert () == copy.findings


def test_a_tail_stands_after_the_voices(tell: Tell) -> None:
    """The tail is the last of the copy before its sources."""
    copy = tell(a_fact(use={"position": "tail"}))

    place = roles(copy).index("local")
    assert ("quote", "source") == (roles(copy)[place - 1], roles(copy)[place + 1])


def test_the_sources_really_used_are_named(tell: Tell) -> None:
    """The source line and the disclosure name the facts' sources, beside those of the tables."""
    copy = tell(a_fact())

    assert "Source: Note on Operation Example, November 2019." in [each.text for each in copy.draft.of_role("source")]
    assert "the sample press office" in copy.draft.of_role("disclosure")[-1].text
    assert 2 == len(copy.draft.of_role("source")) == len(copy.draft.of_role("disclosure"))


def test_a_source_met_again_is_called_by_its_short_name(tell: Tell) -> None:
    """The second fact of a source says who it is in short, and that the period is the same."""
    again = a_fact(id="fact-b", text="officers searched 998 places", figures=[{**NUMBER, "value": 998, "shown": "998"}])

    first, second = tell(a_fact(), again).draft.of_role("local")

    assert "the sample press office" in first.text.lower()
    assert "the office" in second.text.lower()
    assert "from January to June 2019" in first.text
    assert "officers searched 998 places in the same period" in second.text


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("999 people were arrested", ("According to the", "The sample press office said that 999")),
        ("Operation Example led officers to 999 people", ("Operation Example",)),
    ],
)
def test_no_sentence_opens_on_a_numeral_or_keeps_a_capital_inside(
    text: str, opens: tuple[str, ...], tell: Tell
) -> None:
    """What opens the sentence depends on how the text does."""
    for number in range(6):
        assert local_of(tell(a_fact(id=f"fact-{number}", text=text))).text.startswith(opens)


def test_a_number_in_words_opens_a_sentence_with_a_capital(tell: Tell) -> None:
    """A mark in front of the figure does not keep it small."""
    figure = {"value": 4, "unit": "towns", "what": "towns visited", "shown": "four"}
    texts = [
        local_of(tell(a_fact(id=f"fact-{number}", text="four sample towns were visited", figures=[figure]))).text
        for number in range(6)
    ]

    assert any(text.startswith("Four sample towns") for text in texts)
    assert not any(text.startswith("four") for text in texts)


@pytest.mark.parametrize("hedge", ["more than", "nearly", "about"])
def test_a_hedge_is_the_sources_own(hedge: str, tell: Tell) -> None:
    """The number is held to the one filed; what loosens it was the source's word."""
    assert () == tell(a_fact(text=f"officers arrested {hedge} 999 people")).findings


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("goods worth more than £20 million were seized", "£20 million", 20_000_000),
        ("the number of samples went up by 49 per cent", "49 per cent", 49),
        ("four sample towns were visited", "four", 4),
        ("a note of March 2019 tells of it", "2019", 2019),
        ("a note of 2019 tells of it", "2019", 2019),
    ],
)
def test_a_number_may_be_in_figures_words_or_a_date(text: str, shown: str, value: int, tell: Tell) -> None:
    """However it is written, it equals the value filed."""
    figure = {"value": value, "unit": "samples", "what": "a sample", "shown": shown}

    assert () == tell(a_fact(text=text, figures=[figure])).findings


def test_a_percentage_is_set_as_the_house_sets_it(
    tmp_path: Path, dataset: Dataset, desk: Desk, editions: Editions, brief: Brief
) -> None:
    """Where the house has the sign, a local percentage has it too; a broken one stays as its source gave it."""
    figures = [
        {"value": 49, "unit": "per cent", "what": "a rise", "shown": "49 per cent"},
        {"value": 2.5, "unit": "per cent", "what": "a fall", "shown": "2.5 per cent"},
    ]
    text = "a sample went up by 49 per cent and another down by 2.5 per cent"
    facts = read_facts(tmp_path, dataset, a_fact(text=text, figures=figures))
    signed = replace(desk, stylebook=Stylebook(replace(brief.house, percent="sign")))

    copy = copy_with(facts, editions("2018-19")["dorset"].draft.plan, brief, dataset, signed)

    assert "a sample went up by 49% and another down by 2.5 per cent" in local_of(copy).text.lower()
    assert () == copy.findings


@pytest.mark.parametrize(
    ("fact", "rule"),
    [
        (a_fact(text="officers arrested 999 people and 12 more"), "R01"),
        (a_fact(text="officers arrested 999 people and three more"), "R01"),
        (a_fact(figures=[{**NUMBER, "value": 998}]), "R02"),
        (a_fact(text="more than 999 people were arrested", figures=[{**NUMBER, "value": 1000}]), "R02"),
        (a_fact(text="officers made a whopping 999 arrests"), "R22"),
        (a_fact(text="999 people were arrested because of the drugs problem"), "R21"),
    ],
)
def test_the_proof_desk_reads_facts_as_it_reads_tables(fact: dict[str, Any], rule: str, tell: Tell) -> None:
    """A number nobody filed, one that is not the one filed, and a loaded word each hold the draft."""
    assert rule in [finding.rule for finding in tell(fact).findings]


def test_a_changed_file_is_found_out(tell: Tell, tmp_path: Path, dataset: Dataset) -> None:
    """The proof desk looks the number up where it is filed, and does not take the notebook's word."""
    copy = tell(a_fact())
    changed = read_facts(tmp_path, dataset, a_fact(figures=[{**NUMBER, "value": 1}]))

    assert ["R02"] == [each.rule for each in proof(copy.draft, annex(dataset, changed)).findings]


def test_a_vetoed_force_keeps_its_question_sheet(tell: Tell) -> None:
    """A guard's veto stands whatever an editor files, and the sheet says that the fact was left out."""
    copy = tell(a_fact(force="Lancashire", area="Lancashire"), area="lancashire")

    assert Form.QUESTIONS is copy.draft.plan.form
    assert "local" not in roles(copy)
    assert ["a guard forbids an article on its force"] == left_out(copy)


@pytest.mark.parametrize(
    ("relevance", "because"),
    [
        ({"years": ["2016-17", "2017-18"]}, "it belongs to stories on 2016-17, 2017-18"),
        ({"drugs": ["ketamine"]}, "the story has no angle on ketamine"),
        ({"angles": ["A01"]}, "the story has no angle A01"),
    ],
)
def test_a_fact_that_bears_on_nothing_here_is_left_out(relevance: dict[str, Any], because: str, tell: Tell) -> None:
    """Another year, another drug or another angle: left out, and the editor is told."""
    copy = tell(a_fact(relevance=relevance))

    assert "local" not in roles(copy)
    assert [because] == left_out(copy)


@pytest.mark.parametrize(
    "relevance",
    [{"years": ["2018-19"]}, {"drugs": ["heroin", "lsd"]}, {"angles": ["A30"]}, {"angles": ["highest-rate"]}],
)
def test_a_fact_that_bears_on_the_story_is_told(relevance: dict[str, Any], tell: Tell) -> None:
    """Dorset's story of 2018-19 leads on the highest rate of heroin seizures (A30)."""
    assert [] == left_out(tell(a_fact(relevance=relevance)))


def test_a_court_result_tied_to_the_lead_stands_in_the_tail(tell: Tell) -> None:
    """With its link stated and its outcome checked, it may be told after the voices."""
    copy = tell(
        without_figures(
            kind="court",
            text="a sample court gave a sample sentence",
            relevance={"drugs": ["heroin"]},
            use={"position": "tail"},
            legal={"proceedings": "concluded", "outcome_checked_on": "2019-11-30", "restrictions_checked": True},
        )
    )

    assert "source" == roles(copy)[roles(copy).index("local") + 1]


def test_a_link_fills_a_place_the_house_keeps_for_one(tell: Tell) -> None:
    """The regional house keeps none; one that keeps two fills the first, without the address, and leaves the other."""
    link = {**SOURCE, "url": "https://example.org/2019/sample"}
    fact = without_figures(kind="archive_link", use={"position": "read_more"}, source=link)

    assert ["the house has no place for it among its READ MORE lines"] == left_out(tell(fact))
    copy = tell(fact, read_more=2)
    first, second = copy.draft.of_role("read-more")
    assert "READ MORE: officers handed out leaflets in Operation Example" == first.text
    assert second.text.startswith("[READ MORE:")
    assert (["fact-a"], [], ()) == ([each.fact.id for each in copy.draft.plan.links], left_out(copy), copy.findings)


def test_a_link_is_not_named_among_the_sources(tell: Tell) -> None:
    """The story draws nothing from what it only leads to."""
    copy = tell(without_figures(kind="archive_link", use={"position": "read_more"}), read_more=1)

    assert () == copy.draft.plan.local_sources
    assert not any(rests_on_facts(each) and each.role != "read-more" for each in copy.draft.paragraphs)


def test_the_budget_covers_local_facts(tell: Tell) -> None:
    """A house with no room leaves a fact out and says so; with room, it is told before what can be spared."""
    assert ["the house has no room for more figures or paragraphs"] == left_out(tell(a_fact(), paragraphs=3))

    copy = tell(a_fact(), *(a_fact(id=f"fact-{number}") for number in range(2)))
    body = [each for each in copy.draft.paragraphs if each.role in {"lead", "local", "national", "mix", "second"}]
    assert 3 == sum(each.role == "local" for each in body)
    shown = sum(note.figure.formula is Formula.AS_GIVEN for each in copy.draft.paragraphs for note in each.notes)
    assert 3 == shown


def test_a_refused_fact_is_named_to_the_editor_of_its_force_only(tell: Tell) -> None:
    """What is wrong with a fact on another force is no business of this draft."""
    copy = tell(a_fact(approved_by=None), a_fact(id="fact-b", force="Gwent", area="Gwent", approved_by=None))

    assert ["fact-a"] == [each.fact.id for each in copy.draft.plan.left_out]
    assert ["nobody has approved it"] == left_out(copy)
