"""Sources: a story names what it rests on, and nothing it does not."""

from pathlib import Path

import pytest
from filing import SOURCE, a_fact, copy_from, copy_with, read_facts
from papers import Editions
from wire_stories import BEAT, SERVICE, a_story

from storygen.model.dataset import Dataset
from storygen.model.plan import Brief
from storygen.model.story import InfoSource
from storygen.paths import shipped
from storygen.publishing import formats, sources_of
from storygen.quoting import voices_for
from storygen.writing import Desk

PAGE = "https://example.org/test-note"
NOTE = InfoSource(producer="the sample press office", title="Note on Operation Example", url=PAGE)
FACT = a_fact(source={**SOURCE, "url": PAGE})
WALES = a_fact(
    force="Gwent",
    area="Gwent",
    text="officers arrested 999 people in Gwent in Operation Example",
    headline="Gwent officers make sample arrests in Operation Example",
    source={**SOURCE, "url": PAGE},
)


@pytest.fixture
def brief(desk: Desk) -> Brief:
    """What a story is planned with, local facts apart."""
    return Brief(voices=voices_for(shipped("quotes") / "drug_seizures"), house=desk.stylebook.house)


def test_a_story_from_tables_rests_on_the_tables(editions: Editions) -> None:
    """All those of its beat."""
    assert BEAT.sources == sources_of(editions("2018-19")["dorset"].draft.plan, BEAT)


def test_a_local_fact_adds_its_source(
    tmp_path: Path, editions: Editions, brief: Brief, dataset: Dataset, desk: Desk
) -> None:
    """Behind the tables."""
    plan = editions("2018-19")["dorset"].draft.plan
    copy = copy_with(read_facts(tmp_path, dataset, FACT), plan, brief, dataset, desk)

    assert (*BEAT.sources, NOTE) == sources_of(copy.draft.plan, BEAT)


def test_a_story_from_local_facts_alone_names_no_table(
    tmp_path: Path, brief: Brief, dataset: Dataset, desk: Desk
) -> None:
    """The tables hold nothing of its force."""
    copy = copy_from(read_facts(tmp_path, dataset, WALES), brief, dataset, desk)

    assert (NOTE,) == sources_of(copy.draft.plan, BEAT)


@pytest.mark.parametrize("name", ["ninjs31", "ninjs16", "newsml_g2", "json_ld", "text", "html"])
def test_what_a_story_does_not_rest_on_is_in_no_format(name: str) -> None:
    """Neither as a source nor in the terms; a source without a licence asks for no acknowledgement."""
    data = formats()[name].render(a_story(sources=(NOTE,))).decode()

    assert "Home Office" not in data
    assert "licensed under" not in data
    assert SERVICE.usage_terms in data
    assert name in {"text", "html"} or PAGE in data
