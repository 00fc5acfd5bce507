"""Two readers, one story: the draft's notebook traced, and its words read back without it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutants import KINDS, TRUE_STILL, planted, with_error
from papers import Editions

from storygen.model.copy import Verdict
from storygen.model.dataset import Dataset
from storygen.model.draft import Draft
from storygen.model.reading import Ruling
from storygen.proofing import Reader, proof, read_back, read_draft
from storygen.sources import read

YEARS = read("drug_seizures").years


@pytest.mark.parametrize("year", [YEARS[0], YEARS[4], YEARS[-1]])
def test_every_claim_of_every_draft_is_supported(year: str, editions: Editions, reader: Reader) -> None:
    """No false alarm, and no claim that could not be read. All editions and houses: `make mutants`."""
    readings = [read_draft(copy.draft, reader) for copy in editions(year).values()]
    unsound = [
        (claim.text, claim.ruling.value, claim.truth)
        for reading in readings
        for claim in reading.claims
        if claim.ruling is not Ruling.SUPPORTED
    ]

    assert sum(len(reading.claims) for reading in readings) > 15 * len(readings)
    assert [] == unsound
    assert [] == [remark for reading in readings for remark in reading.remarks]


@pytest.mark.parametrize("kind", KINDS)
def test_planted_errors_are_found(kind: str, editions: Editions, reader: Reader, dataset: Dataset) -> None:
    """All but a few of each kind that can be: shares and reasons are in docs/mutants.md."""
    made = [*editions(YEARS[-1]).values(), *editions(YEARS[4]).values()]
    copies = [copy.draft for copy in made if copy.draft.plan.lead]
    errors = [(draft, error) for draft in copies for error in planted(draft, dataset, kind)][::2][:16]

    found = [bool(_alarms(with_error(draft, error), reader)) for draft, error in errors]

    assert errors
    assert kind in TRUE_STILL or sum(found) > 0.8 * len(found)


def _alarms(draft: Draft, reader: Reader) -> int:
    reading = read_draft(draft, reader)
    return len(reading.contradicted) + len(reading.remarks)


def test_a_contradicted_draft_is_held(editions: Editions, reader: Reader, dataset: Dataset) -> None:
    """The words decide, whatever the notebook says of them."""
    draft = editions(YEARS[-1])["dorset"].draft
    (number,) = (n for n, each in enumerate(draft.paragraphs) if each.role == "evidence")
    evidence = draft.paragraphs[number]
    text = evidence.text.replace("heroin", "cocaine")
    moved = len(text) - len(evidence.text)
    notes = tuple(
        note if note.start < text.index("cocaine") else replace(note, start=note.start + moved, end=note.end + moved)
        for note in evidence.notes
    )
    paragraphs = list(draft.paragraphs)
    paragraphs[number] = replace(evidence, text=text, notes=notes)
    changed = replace(draft, paragraphs=tuple(paragraphs))

    traced = proof(changed, dataset)
    copy = read_back(traced, reader)

    assert Verdict.DRAFT is traced.verdict
    assert Verdict.HELD is copy.verdict
    assert number + 1 in {finding.paragraph for finding in copy.findings}


def test_reading_needs_no_notebook(editions: Editions, reader: Reader) -> None:
    """The same draft without its notes is read the same."""
    draft = editions(YEARS[-1])["sussex"].draft
    bare = replace(draft, paragraphs=tuple(replace(each, notes=()) for each in draft.paragraphs))

    assert read_draft(draft, reader) == read_draft(bare, reader)


@settings(max_examples=60, deadline=None)
@given(number=st.integers(min_value=0, max_value=99_999))
def test_only_the_true_number_is_supported(number: int, reader: Reader) -> None:
    """Of all whole numbers, one."""
    reading = reader.read(f"Dorset Police made {number:,} heroin seizures in 2018-19.", area="dorset", year="2018-19")

    assert (number == 232) == (not reading.contradicted)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_can_be_read(text: str, reader: Reader) -> None:
    """Every claim found lies in the text, where it says it does."""
    for claim in reader.read(text, area="dorset", year="2018-19").claims:
        assert claim.line >= 1
        assert claim.column >= 1
