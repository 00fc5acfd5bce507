"""
The five reports themselves, read by the desk as anybody's copy: what is wrong is found, what is sound is borne out.

Their text is not part of the project: where it is not at hand, nothing here runs.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reports.editions import Report, edition_of
from reports.figures import DORSET, SUSSEX, THAMES_VALLEY, WEST_MERCIA
from storygen.model.dataset import Dataset
from storygen.model.reading import Claim, Reading, Ruling
from storygen.office import open_reader

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
EDITIONS = {report.number: report for report in (DORSET, WEST_MERCIA, SUSSEX, THAMES_VALLEY)}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the reports themselves are not in this checkout")


@pytest.fixture(scope="session")
def readings(dataset: Dataset) -> Callable[[str], Reading]:
    """What the desk found in a report, by its number; each is read against the edition it was written from."""

    @cache
    def reading(number: str) -> Reading:
        (path,) = SEEDS.glob(f"{number}_*.txt")
        report: Report | None = EDITIONS.get(number)
        reader = open_reader(edition_of(report, dataset) if report else dataset)
        about = {"area": report.area, "year": report.year} if report else {}
        return reader.read(path.read_text(encoding="utf-8"), name=path.name, **about)

    return reading


def own(reading: Reading) -> list[Claim]:
    """What a report says in its own voice."""
    return [claim for claim in reading.claims if not claim.is_quoted]


def test_a_sound_report_is_borne_out_but_for_its_width(readings: Callable[[str], Reading]) -> None:
    """Report 000: every claim of a table, with its sum; but not that a rank is one of England and Wales."""
    claims = own(readings("000"))

    open_ones = [claim for claim in claims if claim.ruling is not Ruling.SUPPORTED]
    assert {"rank"} == {claim.kind for claim in open_ones}
    assert all("Wales" in claim.truth for claim in open_ones)
    assert all(claim.working is not None and claim.working.working for claim in claims if claim not in open_ones)
    assert 12 <= len(claims) - len(open_ones)


def test_loaded_words_are_marked(readings: Callable[[str], Reading]) -> None:
    """Report 000 says who said so of nothing, and comments on its own figures."""
    assert {"R14", "R22", "R23"} <= {remark.rule for remark in readings("000").remarks}


@pytest.mark.parametrize(
    ("number", "wrong", "rules"),
    [
        ("001", {"62 per cent"}, {"R04"}),  # a share of all seizures told as one of those with the drug known
        ("003", {"capital", "more", "70 per cent"}, {"R04", "R14", "R17", "R23"}),
        ("004", set(), {"R03", "R06", "R36"}),  # amounts, the border's quantities given to the police, bare years
    ],
)
def test_what_is_wrong_is_found_and_nothing_else(
    readings: Callable[[str], Reading], number: str, wrong: set[str], rules: set[str]
) -> None:
    """Contradicted is what the figures of the report's own edition contradict; the rest is supported or open."""
    reading = readings(number)

    assert wrong == {claim.text for claim in reading.contradicted}
    assert rules <= {remark.rule for remark in reading.remarks}
    assert 6 <= sum(claim.ruling is Ruling.SUPPORTED for claim in own(reading))


def test_a_report_on_no_table_cannot_be_checked(readings: Callable[[str], Reading]) -> None:
    """Report 002: nothing is called wrong, and each number says what would be needed."""
    reading = readings("002")

    assert {Ruling.UNCHECKABLE} == {claim.ruling for claim in reading.claims}
    assert any("no row of Dyfed" in claim.truth for claim in reading.claims)
    assert all(claim.truth for claim in reading.claims)
