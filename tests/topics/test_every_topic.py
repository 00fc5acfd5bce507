"""What holds of every topic: it is read, drafted, traced, read back, and its claims are true of its tables."""

import re
from functools import cache
from pathlib import Path

import fit_guards
import oracle
import pytest
import truths
from mutants import planted, with_error
from papers import label, rates_beside

from storygen.analysis import repertoire
from storygen.model.copy import Copy, Verdict
from storygen.model.plan import Form
from storygen.model.reading import Ruling
from storygen.model.topic import Effect
from storygen.newsroom import fill, flaws, produce
from storygen.office import Office, Order, open_office
from storygen.paths import SHARED, shipped, topics
from storygen.planning import sections
from storygen.proofing import read_draft
from storygen.sources.checks import check_figures
from storygen.writing.wordings import cut

TOPICS = topics()
COMMITTED = Path(__file__).resolve().parents[2] / "output"
TRUTHS = {slug: truth for module in truths.modules() for slug, truth in module.TRUTHS.items()}


@cache
def office_of(topic: str) -> Office:
    """An office for the newest edition of a topic."""
    return open_office(Order(topic=topic))


@cache
def copies_of(topic: str) -> dict[str, Copy]:
    """The copy of every area, by its slug."""
    return {copy.draft.plan.area.slug: copy for copy in produce(office_of(topic))}


@pytest.mark.parametrize("topic", TOPICS)
def test_its_figures_pass_every_check(topic: str) -> None:
    """Parts fit wholes, blanks are known, residents add up, and every known defect is still there."""
    check_figures(office_of(topic).dataset)


@pytest.mark.parametrize("topic", TOPICS)
def test_its_bands_are_those_its_figures_give(topic: str) -> None:
    """How counts of each size move from year to year, fitted again; bands that come out alike may be one."""
    dataset = office_of(topic).dataset
    bands = sorted(dataset.topic.guards.bands, key=lambda band: band.at_least)

    for at_least, _, spread, decile in fit_guards.fit(*fit_guards.changes(dataset)):
        band = [each for each in bands if each.at_least <= at_least][-1]
        assert (f"{spread:.2f}", f"{decile:.2f}") == (f"{band.spread:.2f}", f"{band.ninth_decile:.2f}")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_area_has_a_draft_or_a_sheet_and_nothing_is_held(topic: str) -> None:
    """The proof desk traces every figure of every draft and finds nothing."""
    copies = copies_of(topic)

    assert {area.slug for area in office_of(topic).dataset.stories} == set(copies)
    assert {Verdict.DRAFT} == {copy.verdict for copy in copies.values()}
    assert [] == [finding for copy in copies.values() for finding in copy.findings]
    assert all(bool(copy.draft.plan.vetoes) == (copy.draft.plan.form is Form.QUESTIONS) for copy in copies.values())


@pytest.mark.parametrize("topic", TOPICS)
def test_every_claim_is_read_and_borne_out(topic: str) -> None:
    """The second reader understands every sentence without the notebook: nothing contradicted, nothing beyond it."""
    readings = [read_draft(copy.draft, office_of(topic).reader) for copy in copies_of(topic).values()]
    unsound = [(each.text, each.truth) for one in readings for each in one.claims if each.ruling != Ruling.SUPPORTED]

    assert [] == unsound
    assert [] == [remark for reading in readings for remark in reading.remarks]
    assert sum(len(reading.claims) for reading in readings) > 15 * len(readings)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("kind", ["wrong figure", "wrong force", "flipped direction", "false record"])
def test_the_second_reader_finds_what_is_planted(topic: str, kind: str) -> None:
    """It is not that nothing could be wrong: nine in ten errors of a kind are found in the topic's own words."""
    office = office_of(topic)
    drafts = [copy.draft for copy in copies_of(topic).values() if copy.draft.plan.lead][::2]
    errors = [(draft, error) for draft in drafts for error in planted(draft, office.dataset, kind)][:20]

    readings = [read_draft(with_error(draft, error), office.reader) for draft, error in errors]
    found = [bool(reading.contradicted or reading.remarks) for reading in readings]

    assert len(found) >= 10
    assert sum(found) >= 0.9 * len(found)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_angle_in_print_is_true_of_the_tables(topic: str) -> None:
    """Ranks, records, runs and shares, from the CSV files by another route."""
    year = office_of(topic).edition.year
    printed = [
        (slug, passage)
        for slug, copy in copies_of(topic).items()
        for passage in copy.draft.plan.passages
        if passage.wording.startswith("angles/") and passage.fact
    ]

    with oracle.speaking_of(topic):
        false = [
            (slug, passage.wording, passage.fact.category.label)
            for slug, passage in printed
            if passage.fact and not TRUTHS[passage.wording.removeprefix("angles/")](passage.fact, year)
        ]

    assert len(printed) > len(copies_of(topic))
    assert [] == false


@pytest.mark.parametrize("topic", TOPICS)
def test_the_totals_told_are_those_of_the_tables(topic: str) -> None:
    """The area's, and the country's: its own table's, or the areas' added up."""
    year = office_of(topic).edition.year
    with oracle.speaking_of(topic):
        for copy in copies_of(topic).values():
            angles = copy.draft.plan.angles
            assert angles is not None
            assert oracle.national_count(oracle.total(), year) == angles.national.total.count.value
            if angles.total:
                assert oracle.count(*label(angles.total), year) == angles.total.count.value


@pytest.mark.parametrize("topic", TOPICS)
def test_rates_and_shares_are_on_the_side_they_say(topic: str) -> None:
    """Above the country's, below it or in line, from the CSV files; 5 per cent is what keeps them apart."""
    year = office_of(topic).edition.year
    passages = [passage for copy in copies_of(topic).values() for passage in copy.draft.plan.passages]

    with oracle.speaking_of(topic):
        for passage in passages:
            if passage.fact is None or passage.wording not in {"story/benchmark", "story/group"}:
                continue
            if passage.section in {"unranked", "counted"} or passage.section.startswith("but-just"):
                continue
            own, country = (
                rates_beside(passage.fact, year)
                if passage.wording == "story/benchmark"
                else (oracle.share(*label(passage.fact), year), oracle.national_share(label(passage.fact)[1], year))
            )
            assert own is not None
            assert country is not None
            side = passage.section.removeprefix("but-")
            is_near, is_same = abs(own / country - 1) < 0.06, round(own) == round(country)
            assert {"above": own > country, "below": own < country, "in-line": is_near, "same": is_same}[side]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_change_in_question_is_not_told_under_the_headline(topic: str) -> None:
    """Where a total moved by a level shift, or grew by seizures with no drug named, the copy tells the two together."""
    plans = [copy.draft.plan for copy in copies_of(topic).values()]
    doubted = [plan for plan in plans if plan.angles and (plan.angles.shift or plan.angles.is_growth_unnamed)]
    told = {each.section for plan in doubted for each in plan.passages if each.role == "standfirst"}

    assert doubted
    assert "total" not in told


@pytest.mark.parametrize("topic", TOPICS)
def test_as_many_forces_rose_and_fell_as_it_says(topic: str) -> None:
    """Those whose two totals can be compared, counted in a plain loop; a number in doubt is compared with none."""
    year = office_of(topic).edition.year
    before = f"{int(year[:4]) - 1}-{year[2:4]}"
    (spread,) = {copy.draft.plan.angles.national.spread for copy in copies_of(topic).values() if copy.draft.plan.angles}
    dataset = office_of(topic).dataset
    of_total = {"area": "", "category": dataset.topic.total.slug, "measure": dataset.topic.measure}
    barred = {
        Effect.BREAK: (year,),
        Effect.SUSPECT: (before, year),
        Effect.PARTIAL: (before, year),
    }
    slugs = {
        area.slug
        for area in dataset.stories
        if not any(
            issue.covers(**{**of_total, "area": area.slug}, year=each)
            for issue in dataset.topic.issues
            for each in barred.get(issue.effect, ())
        )
    }

    with oracle.speaking_of(topic):
        pairs = [
            (oracle.count(area["label"], oracle.total(), year), oracle.count(area["label"], oracle.total(), before))
            for area in oracle.areas()
            if area["slug"] in slugs
        ]
    held = [(now, then) for now, then in pairs if now and then and max(now, then) < 1.75 * min(now, then)]

    assert spread is not None
    assert len(held) == spread.size.value
    assert sum(now > then for now, then in held) == spread.risen.value
    assert sum(now < then for now, then in held) == spread.fallen.value


@pytest.mark.parametrize("topic", TOPICS)
def test_the_caveat_stands_within_the_first_six_paragraphs(topic: str) -> None:
    """What the numbers are not evidence of is said before a reader gives up."""
    for copy in copies_of(topic).values():
        if copy.draft.plan.form is Form.ARTICLE:
            body = [each for each in copy.draft.paragraphs if each.role not in {"headline", "offer", "standfirst"}]
            assert "caveat" in {each.role for each in body[:6]}, copy.draft.plan.area.slug


@pytest.mark.parametrize("topic", TOPICS)
def test_its_wording_is_sound(topic: str) -> None:
    """Every section a story may ask for is there, and asks for nothing that is not."""
    assert () == flaws(office_of(topic))


def test_no_shared_section_waits_in_vain() -> None:
    """Whatever lies in the shared wordings, stories of some topic may ask for."""
    asked: dict[str, frozenset[str]] = {}
    for topic in TOPICS:
        office = office_of(topic)
        listed = sections(repertoire(office.dataset.topic), office.contacts.voices, office.dataset.topic)
        asked = {name: asked.get(name, frozenset()) | listed.get(name, frozenset()) for name in {*asked, *listed}}
    folder = shipped("templates") / SHARED
    held = {
        (path.relative_to(folder).with_suffix("").as_posix(), section)
        for path in folder.rglob("*.md")
        for section in cut(path.read_text(encoding="utf-8"), path.name)
    }
    furniture = {"story/attribution", "story/crossheads", "story/read-more"}  # set in by the writers themselves

    assert set() == {
        (name, section)
        for name, section in held
        if name not in furniture and section.removesuffix("-capital") not in asked.get(name, ())
    }


@pytest.mark.parametrize("topic", TOPICS)
def test_the_committed_edition_is_what_the_main_job_writes(topic: str, tmp_path: Path) -> None:
    """Not a byte of it differs from a fresh run."""
    place = fill(Order(topic=topic, output=tmp_path)).folder

    kept = COMMITTED / place.relative_to(tmp_path)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {
        path.name: path.read_bytes() for path in kept.iterdir() if path.is_file()
    }


@pytest.mark.parametrize("topic", TOPICS)
def test_no_topic_is_named_in_the_program(topic: str) -> None:
    """What a rule must know of a topic is a field of its manifest; the name is only ever a default, or an example."""
    defaults = {"office.py", "copydesk.py", "options.py", "identity.py"}
    named = {
        path.name
        for path in (Path(__file__).resolve().parents[2] / "storygen").rglob("*.py")
        if re.search(rf"\b{topic}\b", path.read_text(encoding="utf-8"))
    }

    assert named <= (defaults if topic == "drug_seizures" else set())
