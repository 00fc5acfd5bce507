"""Claims widen by themselves when the tables do, exactly as far as the tables reach, and shrink back without them."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from storygen.errands.copydesk import Errand, check
from storygen.model.copy import Copy, Verdict
from storygen.model.dataset import Dataset
from storygen.model.release import Weight
from storygen.newsroom import produce
from storygen.office import Order, open_office
from storygen.proofing import proof
from storygen.sources import Parcel, read, take_in

TOPIC, YEAR = "drug_seizures", "2018-19"
INVENTED = "INVENTED FOR A TEST"
HEAD = ("fy", "force", "force_type", "drug", "drug_class", "measure", "value", "unit")
WELSH = ("Dyfed-Powys", "Gwent", "North Wales", "South Wales")

Row = tuple[str, str, str, str, str, str, str, str]


def copied(dataset: Dataset, years: Iterable[str], forces: Sequence[str], divided_by: int) -> list[Row]:
    """Invented rows for these forces: Dorset's numbers divided, so that no real ones are made up."""
    cells = dataset.cells[dataset.cells["measure"].eq("seizures") & dataset.cells["area"].eq("dorset")]
    labels = {each.slug: each.label for each in dataset.topic.categories}
    wanted = set(years)
    held = cells[cells["year"].isin(wanted)][["year", "category", "value"]].to_numpy().tolist()
    return [
        (year, force, INVENTED, labels[category], "", "seizures", str(int(value) // divided_by), "number")
        for force in forces
        for year, category, value in held
    ]


def stories(tmp_path: Path, rows: Sequence[Row], *areas: str) -> dict[str, Copy]:
    """The copy of some areas once these rows have been imported."""
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    file, store = tmp_path / "invented.csv", tmp_path / "store"
    file.write_text(out.getvalue(), encoding="utf-8")
    release = take_in(Parcel(files=(file,), topic=TOPIC, imported="2026-01-01", store=store, edition=YEAR))
    assert () == release.of_weight(Weight.STOPS)
    office = open_office(Order(data=(store,), areas=areas, year=YEAR))
    return {copy.draft.plan.area.slug: copy for copy in produce(office)}


def text(copy: Copy) -> str:
    """The words of a story."""
    return "\n".join(paragraph.text for paragraph in copy.draft.paragraphs)


Told = Callable[..., dict[str, Copy]]


@pytest.fixture
def told(tmp_path: Path, dataset: Dataset) -> Told:
    """Stories told with invented Welsh rows: for which forces, years, and how small against Dorset's."""

    def tell(*areas: str, forces: Sequence[str] = WELSH, divided_by: int = 3) -> dict[str, Copy]:
        return stories(tmp_path, copied(dataset, dataset.years, forces, divided_by), *areas)

    return tell


def test_with_the_welsh_rows_a_rank_is_of_england_and_wales(told: Told) -> None:
    """Dorset's first place among 38 becomes one in the whole country, and the proof desk agrees."""
    dorset = told("dorset")["dorset"]

    assert "the highest of any force in England and Wales" in text(dorset)
    assert "38 forces" not in text(dorset)
    assert Verdict.DRAFT is dorset.verdict


def test_without_them_it_is_of_the_forces_held(editions: Callable[[str], dict[str, Copy]]) -> None:
    """Nothing is claimed of forces nobody has seen."""
    assert "the highest of the 38 forces in England with comparable figures" in text(editions(YEAR)["dorset"])


def test_a_welsh_force_that_leads_takes_the_first_place_away(told: Told) -> None:
    """With Dorset's numbers for fewer residents Gwent is above it, and has a story of its own."""
    found = told("dorset", "gwent", forces=WELSH, divided_by=1)

    assert "Dorset was the highest" not in text(found["dorset"])
    assert "Gwent" in text(found["gwent"])
    assert {Verdict.DRAFT} == {copy.verdict for copy in found.values()}


@pytest.mark.parametrize("held", [1, 3])
def test_with_some_of_the_welsh_rows_the_whole_country_is_not_claimed(told: Told, held: int) -> None:
    """Forty of 43 with figures is enough for that only if none of the 43 is missing from the tables."""
    dorset = told("dorset", forces=WELSH[:held])["dorset"]

    assert "of any force in England and Wales" not in text(dorset)
    assert f"the highest of the {38 + held} forces in England and Wales with comparable figures" in text(dorset)


def test_copy_is_checked_against_what_was_imported(told: Told, tmp_path: Path) -> None:
    """A sentence on a force only a release holds is borne out beside it, and cannot be checked without."""
    told("gwent")
    path, store = tmp_path / "copy.txt", tmp_path / "store"
    path.write_text("Gwent Police made 77 seizures of heroin in 2018-19.\n", encoding="utf-8")

    with_it, without = (next(check(Errand(files=(path,), data=data))) for data in ((store,), ()))

    assert ["supported"] == [claim.ruling for claim in with_it.claims]
    assert "supported" not in [claim.ruling for claim in without.claims]


def test_a_force_that_gave_no_figures_is_no_longer_said_to_be_missing(tmp_path: Path, dataset: Dataset) -> None:
    """The issue that says so goes for the years now held, and stays for the others."""
    rows = copied(dataset, dataset.years[-3:], WELSH[:1], 3)
    stories(tmp_path, rows, "dorset")

    issues = read(TOPIC, stores=(tmp_path / "store",)).topic.issues

    gone = [(each.area, each.from_year, each.to_year) for each in issues if each.area in {"dyfed-powys", "gwent"}]
    assert [("dyfed-powys", "2009-10", "2015-16"), ("gwent", "2009-10", YEAR)] == gone


def since_the_start(dataset: Dataset, starts: Iterable[int]) -> list[Row]:
    """Invented rows for every force: the numbers of 2009-10, given to earlier years."""
    labels = {area.slug: area.label for area in dataset.areas}
    labels |= {category.slug: category.label for category in dataset.topic.categories}
    cells = dataset.cells[dataset.cells["measure"].eq("seizures") & dataset.cells["year"].eq("2009-10")]
    held = cells[["area", "category", "value"]].dropna().to_numpy().tolist()
    return [
        (
            f"{start}-{(start + 1) % 100:02}",
            labels[area],
            INVENTED,
            labels[category],
            "",
            "seizures",
            str(int(value)),
            "",
        )
        for start in starts
        for area, category, value in held
    ]


def records(copies: dict[str, Copy]) -> set[str]:
    """How far back the records of some stories are said to reach."""
    words = ("since comparable records began in 2006-07", "since at least 2006-07", "since at least 2009-10")
    return {claim for claim in words for copy in copies.values() if claim in text(copy)}


def test_with_the_first_years_a_record_is_since_comparable_records_began(tmp_path: Path, dataset: Dataset) -> None:
    """Where the comparable years go back so far; the same copy is held beside tables that begin later."""
    found = stories(tmp_path, since_the_start(dataset, range(2006, 2009)))
    claiming = next(copy for copy in found.values() if "since comparable records began" in text(copy))
    shorter = replace(read(TOPIC, stores=(tmp_path / "store",)), years=dataset.years)

    assert {"since comparable records began in 2006-07"} == records(found)
    assert {Verdict.DRAFT} == {copy.verdict for copy in found.values() if copy.draft.plan.lead}
    assert "R14" in {finding.rule for finding in proof(claiming.draft, shorter).findings}


def test_without_them_it_is_since_at_least_the_first_year_held(editions: Callable[[str], dict[str, Copy]]) -> None:
    """The series is older than the tables."""
    assert {"since at least 2009-10"} == records(editions(YEAR))
