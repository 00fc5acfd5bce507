"""Clearance: what may not be printed is refused, each time with its own reason."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from filing import NUMBER, SOURCE, TODAY, a_fact, read_facts, without_figures
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from storygen.model.cleared import Refusal
from storygen.model.dataset import Dataset
from storygen.model.local_fact import LocalFact
from storygen.sources.clearance import Bench, objections

FLAGS = {"proceedings": "none", "under_18": False, "address_level": "none", "previous_convictions": False}
CLEAR = {"proceedings": "none", "restrictions_checked": True}
QUOTE = "it holds quotation marks, and a quote belongs to the quote bank"


def refusals(folder: Path, dataset: Dataset, *facts: dict[str, Any]) -> tuple[Refusal, ...]:
    """What is refused of these facts."""
    return read_facts(folder, dataset, *facts).refused


def test_a_fact_in_order_is_cleared(tmp_path: Path, dataset: Dataset) -> None:
    """Nothing speaks against the facts the other tests spoil, one with a number and one without."""
    facts = read_facts(tmp_path, dataset, a_fact(), without_figures(id="fact-b"))

    assert () == facts.refused
    assert ["fact-a", "fact-b"] == [each.fact.id for each in facts.cleared]


@pytest.mark.parametrize(
    ("fact", "because"),
    [
        (a_fact(approved_by=None), "nobody has approved it"),
        (a_fact(approved_by=" "), "nobody has approved it"),
        (a_fact(expires="2019-11-30"), "it expired on 2019-11-30"),
        (a_fact(source={**SOURCE, "date": None}), "its source has no date"),
        (a_fact(source={**SOURCE, "date": "2019-12-02"}), "its source is dated 2019-12-02, after the day of the run"),
        (a_fact(use={"position": "tail", "max_age_days": 29}), "its source is 30 days old, and 29 are allowed"),
        (a_fact(period=None), "it has a number and no period"),
        (a_fact(period={"start": None, "end": "2019-06-30"}), "it has a number and no period"),
        (a_fact(period={"start": "2019-07-01", "end": "2019-06-30"}), "its period ends before it starts"),
        (a_fact(period={"start": "2019-01-01", "end": "2019-12-02"}), "its period ends after the day of the run"),
        (a_fact(force="Dorest"), "no force is called 'Dorest' (did you mean dorset?)"),
        (a_fact(area="the South West"), "its area, the South West, is wider than that of Dorset Police"),
        (a_fact(area="England and Wales"), "its area, England and Wales, is wider than that of Dorset Police"),
        (a_fact(area="Gwent force area"), "its area, Gwent force area, is that of another force"),
        (a_fact(area=" "), "it does not say where it holds"),
        (a_fact(legal={**CLEAR, "proceedings": "active"}), "proceedings are active"),
        (
            a_fact(legal={**CLEAR, "proceedings": "concluded"}),
            "proceedings are concluded, and nobody has checked the outcome",
        ),
        (a_fact(legal={"proceedings": "none"}), "nobody has checked for reporting restrictions"),
        (a_fact(legal=None), "nobody has checked for reporting restrictions"),
        (a_fact(legal={**CLEAR, "under_18": True}), "it concerns somebody under 18"),
        (a_fact(legal={**CLEAR, "previous_convictions": True}), "it tells of previous convictions"),
        (a_fact(legal={**CLEAR, "address_level": "street"}), "it gives an address to the street"),
        (
            a_fact(people=["Sample Person"], legal=CLEAR),
            "it names people, and legal does not say under_18, address_level, previous_convictions",
        ),
        (
            a_fact(kind="court", relevance={"drugs": ["heroin"]}),
            "a court result stands in the tail or not at all",
        ),
        (
            a_fact(kind="court", use={"position": "tail"}),
            "a court result must say in relevance what links it to a story",
        ),
        (a_fact(relevance={"drugs": ["heroine"]}), "nothing in the tables is called 'heroine' (did you mean heroin"),
        (without_figures(text="the office called it “a sample”"), QUOTE),
        (without_figures(text='the office called it "a sample"'), QUOTE),
        (without_figures(text="the office called it 'a sample'"), QUOTE),
        (without_figures(source={**SOURCE, "said_by": "the ‘sample’ office"}), QUOTE),
        (without_figures(text=" "), "its id, text, title or said_by is empty"),
        (without_figures(text="a mark \ue000 of ours"), "it holds a character that is not for print"),
        (without_figures(text="it was done. It was over"), "its text is more than one sentence"),
        (without_figures(id="two\nlines"), "a line break or an upright stroke stands where it would break"),
        (a_fact(figures=[{**NUMBER, "what": "this | that"}]), "a line break or an upright stroke stands"),
        (a_fact(figures=[{**NUMBER, "value": "1E+999999"}]), "the value shown as '999' is below nought, or too large"),
        (a_fact(figures=[{**NUMBER, "value": "1E-999999"}]), "the value shown as '999' is below nought, or too large"),
        (a_fact(figures=[{**NUMBER, "value": -999}]), "the value shown as '999' is below nought, or too large"),
        (a_fact(figures=[NUMBER, {**NUMBER, "what": "x", "shown": "99"}]), "'99' stands nowhere in its text"),
        (a_fact(figures=[NUMBER, {**NUMBER, "shown": "Operation"}]), "two of its figures have the same what"),
        (a_fact(figures=[NUMBER, {**NUMBER, "what": "x"}]), "two of its figures have the same shown"),
        (
            without_figures(
                text="one, two, three and four",
                period={"start": "2019-01-01", "end": "2019-06-30"},
                figures=[
                    {"value": value, "unit": "samples", "what": shown, "shown": shown}
                    for value, shown in enumerate(["one", "two", "three", "four"], start=1)
                ],
            ),
            "it has more than 3 figures; make it two facts",
        ),
        (
            without_figures(headline="Sample leaflets handed out in Dorset", text="Dorset had leaflets"),
            "its headline does not name Dorset in its first 3 words",
        ),
        (
            without_figures(headline="Dorset has leaflets", text="a town had leaflets", area="Sampletown"),
            "its headline does not name Sampletown in its first 3 words; it has a headline, and its text does not name",
        ),
        (
            without_figures(headline="Dorset leaflets", text="leaflets were handed out"),
            "it has a headline, and its text does not name Dorset",
        ),
        (
            without_figures(headline="Dorset leaflets?", text="Dorset had leaflets"),
            "its headline ends in a full stop or a question",
        ),
        (
            without_figures(headline=f"Dorset {'x' * 74}", text="Dorset had leaflets"),
            "its headline has more than 80 characters",
        ),
    ],
)
def test_what_may_not_be_used_is_refused_with_its_reason(
    fact: dict[str, Any], because: str, tmp_path: Path, dataset: Dataset
) -> None:
    """Each spoilt fact is refused for what was spoilt, and for nothing else."""
    (refusal,) = refusals(tmp_path, dataset, fact)

    assert refusal.because.startswith(because)
    assert because.count("; ") == refusal.because.count("; ")
    assert str(refusal).startswith(f"local-facts/facts.yaml, {' '.join(fact['id'].split())}: not used, because ")


def test_every_reason_is_given(tmp_path: Path, dataset: Dataset) -> None:
    """An editor who mends one thing should not meet the next only afterwards."""
    (refusal,) = refusals(tmp_path, dataset, a_fact(approved_by=None, period=None, expires="2019-01-01"))

    assert "nobody has approved it; it expired on 2019-01-01; it has a number and no period" == refusal.because


def test_the_second_fact_of_an_id_is_refused(tmp_path: Path, dataset: Dataset) -> None:
    """A figure could not be traced to one of two facts of a name."""
    facts = read_facts(tmp_path, dataset, a_fact(), a_fact())

    assert 1 == len(facts.cleared)
    assert ["another fact has its id"] == [each.because for each in facts.refused]


@pytest.mark.parametrize(
    "text",
    ["the officers' work in Dorset’s towns was a sample", "people were arrested at St Sample’s"],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, tmp_path: Path, dataset: Dataset) -> None:
    """A possessive is not a quote."""
    assert () == refusals(tmp_path, dataset, without_figures(text=text))


def test_names_with_every_legal_flag_are_cleared(tmp_path: Path, dataset: Dataset) -> None:
    """People may be named once every question about them has its answer."""
    fact = without_figures(people=["Sample Person"], legal={**FLAGS, "restrictions_checked": True})

    assert () == refusals(tmp_path, dataset, fact)


def test_a_year_needs_no_other_period(tmp_path: Path, dataset: Dataset) -> None:
    """A date in the text is itself the period."""
    figure = {"value": 2019, "unit": "year", "what": "year of the sample", "shown": "2019"}
    fact = without_figures(text="leaflets were handed out in 2019", figures=[figure])

    assert () == refusals(tmp_path, dataset, fact)


@given(
    age=st.integers(-5, 400),
    allowed=st.integers(0, 400),
    left=st.none() | st.integers(-50, 50),
)
def test_a_fact_lives_as_long_as_it_is_allowed_to(age: int, allowed: int, left: int | None, dataset: Dataset) -> None:
    """It may be used from its source's day until it is too old or has expired, both last days included."""
    dated = str(TODAY - dt.timedelta(days=age))
    expires = None if left is None else str(TODAY + dt.timedelta(days=left))
    filed = a_fact(source={**SOURCE, "date": dated}, use={"position": "tail", "max_age_days": allowed}, expires=expires)
    fact = TypeAdapter(LocalFact).validate_python(filed, strict=False)

    against = objections(fact, Bench(on=TODAY, areas=dataset.stories, topic=dataset.topic))

    is_alive = 0 <= age <= allowed and (left is None or left >= 0)
    assert is_alive == (not against)
