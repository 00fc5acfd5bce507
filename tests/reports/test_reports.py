"""
What a report says and the tables bear out, its draft says too; what is wrong in a report, no draft repeats.

Report 002 rests on no table at all. Of the others, every claim has its number here: told, or not told with the reason.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from papers import told_by_tables

from reports.editions import Report, copy_of
from reports.figures import DORSET, SUSSEX, THAMES_VALLEY, WEST_MERCIA
from storygen.model.copy import Copy, Verdict
from storygen.model.dataset import Dataset
from storygen.model.plan import Form
from storygen.writing import Desk

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "seed_claims.yaml"
REPORTS = {report.number: report for report in (DORSET, WEST_MERCIA, SUSSEX, THAMES_VALLEY)}

Copies = Callable[[str], Copy]
Told = Callable[[Copy], bool]


@pytest.fixture(scope="session")
def copies(dataset: Dataset, desk: Desk) -> Copies:
    """The copy of a report by its number, made when first asked for."""
    return cache(lambda number: copy_of(REPORTS[number], dataset, desk))


def _shows(words: str, means: str) -> Told:
    """Whether a figure that stands for this is printed in these words."""
    return lambda copy: any(
        note.shown == words and note.figure.means.endswith(means)
        for paragraph in copy.draft.paragraphs
        for note in paragraph.notes
    )


def _says(pattern: str) -> Told:
    """Whether a paragraph says it."""
    return lambda copy: any(re.search(pattern, paragraph.text) for paragraph in copy.draft.paragraphs)


def _leads(angle: str, category: str) -> Told:
    """Whether the story opens on an angle about a category."""

    def told(copy: Copy) -> bool:
        lead = copy.draft.plan.lead
        return lead is not None and (lead.slug, lead.fact.category.slug) == (angle, category)

    return told


def _uses(wording: str) -> Told:
    """Whether a paragraph was written from this section."""
    return lambda copy: any(re.fullmatch(wording, paragraph.wording) for paragraph in copy.draft.paragraphs)


def _both(*parts: Told) -> Told:
    return lambda copy: all(part(copy) for part in parts)


DORSETS = "Dorset Police, 2018-19"
WEST_MERCIAS = "West Mercia Police, 2019-20"
SUSSEXS = "Sussex Police, 2019-20"
NATION = "England and Wales, all authorities"

FIRST_BY_RATE = _both(_leads("highest-rate", "heroin"), _shows("38", "forces compared in England"))
STILL_FIRST = _both(_leads("title-kept", "cocaine"), _says(r"38 forces in England .* setting aside the City of London"))
SEVEN_YEARS = _shows("seven", "greatest sentence for possession, class-a, in years")
LIFE = _says(r"supply(?:ing them it is| up to) life in prison")


def _in_mix(*drugs: str) -> Told:
    """Whether the drugs found most often are told, these first and in this order."""

    def told(copy: Copy) -> bool:
        mix = [fact.category.noun for fact in told_by_tables(copy.draft.plan).mix]
        (text,) = [each.text.casefold() for each in copy.draft.paragraphs if each.wording.startswith("story/mix#")]
        return mix[: len(drugs)] == list(drugs) and sorted(drugs, key=text.find) == list(drugs)

    return told


TOLD: dict[str, Told] = {
    "000-01": FIRST_BY_RATE,
    "000-02": _shows("seven", f"years since the last rise before this one: drug seizures, {NATION}, 2018-19"),
    "000-03": _shows("232", f"heroin seizures, {DORSETS}"),
    "000-04": _shows("300", f"rate per 1,000,000 residents: heroin seizures, {DORSETS}"),
    "000-05": FIRST_BY_RATE,
    "000-06": SEVEN_YEARS,
    "000-07": LIFE,
    "000-08": _shows("second", f"place in its class: heroin seizures, {NATION}, 2018-19"),
    "000-10": _shows("2,097", f"drug seizures, {DORSETS}"),
    "000-11": _shows("5 per cent", f"change on the year before: drug seizures, {DORSETS}"),
    "000-12": _shows("second", f"rises in a row: drug seizures, {DORSETS}"),
    "000-13": _shows("2,715", f"rate per 1,000,000 residents: drug seizures, {DORSETS}"),
    "000-14": _shows("2,432", "drug seizures, police forces of England and Wales, 2018-19"),
    "000-15": _uses("story/benchmark#above"),
    "000-16": _in_mix("cannabis"),
    "000-17": _in_mix("cannabis", "cocaine"),
    "000-18": _shows("1,393", f"cannabis seizures, {DORSETS}"),
    "000-19": _shows("233", f"cocaine seizures, {DORSETS}"),
    # The direction and the number: a percentage would need the number before it too (manual R08).
    "001-01": _both(
        _shows("37,000", f"class A drug seizures, {NATION}, 2019-20"), _says("lass A .*(?:rose|went up) to")
    ),
    "001-02": _shows("3,508", f"drug seizures, {WEST_MERCIAS}"),
    "001-03": _both(
        _uses("angles/record-high#second-total"), _shows("2009-10", f"as high: drug seizures, {WEST_MERCIAS}")
    ),
    "001-04": _shows("7 per cent", f"change on the year before: drug seizures, {WEST_MERCIAS}"),
    "001-05": _shows("3,292", "drug seizures, West Mercia Police, 2018-19"),
    "001-06": _shows("2,716", f"rate per 1,000,000 residents: drug seizures, {WEST_MERCIAS}"),
    "001-07": _both(_uses("angles/highest-in-region#second-total"), _says("the West Midlands region")),
    "001-08": _uses("story/benchmark#but-just-below"),
    "001-09": _shows("2,808", "drug seizures, police forces of England and Wales, 2019-20"),
    "001-10": _in_mix("cannabis", "cocaine", "crack cocaine"),
    "001-14": _shows("22 per cent", f"share of all seizures: seizures of drugs not identified, {WEST_MERCIAS}"),
    "001-19": _shows("second", f"rises in a row: drug seizures, {NATION}, 2019-20"),
    "001-20": _shows("six", f"falls in a row: drug seizures, {NATION}, 2017-18"),
    "001-21": _shows("183,000", f"drug seizures, {NATION}, 2019-20"),
    "001-22": _shows("20 per cent", f"change on the year before: drug seizures, {NATION}, 2019-20"),
    "001-23": _says(
        r"(?i)(?:most|larger part|greater part) of that rise.* class B|class B .*(?:most|part) of that rise"
    ),
    "001-25": _shows("92 per cent", f"drug seizures, {NATION}, 2019-20, less drug seizures, Border Force, 2019-20"),
    "003-01": STILL_FIRST,
    "003-03": _shows("1,188", f"cocaine seizures, {SUSSEXS}"),
    "003-04": _shows("694", f"rate per 1,000,000 residents: cocaine seizures, {SUSSEXS}"),
    "003-05": STILL_FIRST,
    "003-06": _says(r"the City of London, where few people live"),
    "003-07": _in_mix("cannabis", "cocaine", "crack cocaine"),
    "003-08": _shows("70 per cent", f"share of all seizures: cannabis seizures, {SUSSEXS}"),
    "003-09": _shows("18 per cent", f"share of all seizures: cocaine seizures, {SUSSEXS}"),
    "003-10": _shows("6 per cent", f"share of all seizures: crack cocaine seizures, {SUSSEXS}"),
    "003-12": _says(r"class A drugs such as cocaine"),
    "003-13": SEVEN_YEARS,
    "003-14": LIFE,
    "003-15": _says(r"estimate.*: the force's records were not complete"),
    "003-16": _uses("story/caveat#caveat"),
    "004-01": _says(r"679 drug seizures in 2021-22, against 1,608 the year before"),
    "004-02": _shows("679", "drug seizures, Thames Valley Police, 2021-22"),
    "004-03": _shows("1,608", "drug seizures, Thames Valley Police, 2020-21"),
    "004-04": _shows("189,000", f"drug seizures, {NATION}, 2021-22"),
    "004-05": _both(
        _shows("14 per cent", f"change on the year before: drug seizures, {NATION}, 2021-22"),
        _says("down 14|fell by 14"),
    ),
    "004-06": _shows("220,000", f"drug seizures, {NATION}, 2020-21"),
    "004-08": _says(r"18,767kg of cocaine, up from 11,141kg the year before"),
    "004-09": _says(r"1,837kg of ketamine, up from 187kg the year before"),
    "004-14": _shows("0.2kg", "cocaine seized, Thames Valley Police, 2021-22"),
    "004-15": _shows("less than 0.1kg", "ketamine seized, Thames Valley Police, 2021-22"),
    "004-16": _shows("22 per cent", "drug seizures by the forces in London"),
    "004-17": _shows("12 per cent", "drug seizures by the forces in the East of England"),
    "004-18": _shows("9 per cent", "drug seizures by the forces in the South East"),
}
"""What each draft must say, by the claim's number. 003-15 must stand by the third paragraph: see below."""

OUTSIDE = "no table of seizures or residents holds it"
VOICE = "a voice's own words: a draft leaves a slot for them, and makes none"
BASE = (
    "a share of an unclear base, with the drug unknown in over 20 per cent of seizures: the draft gives numbers and "
    "their order instead (manual R11)"
)
NOT_TOLD = {
    "000-09": "it needs bulletins older than any table held",
    **dict.fromkeys(("000-20", "000-21", "000-22", "000-23"), VOICE),
    **dict.fromkeys(("001-11", "001-12", "001-13"), BASE),
    **dict.fromkeys(("001-15", "001-16", "001-17", "001-18", "001-24", "001-27", "001-28"), VOICE),
    "001-26": "the tables hold no sizes of single seizures",
    "003-11": f"{VOICE}; the draft of report 001 has the figure",
    **dict.fromkeys(("003-17", "003-18", "003-19", "003-20"), OUTSIDE),
    **dict.fromkeys(("004-11", "004-19"), OUTSIDE),
    **dict.fromkeys(("004-12", "004-13"), VOICE),
}

WRONG = {
    # A number of seizures told as drugs per head.
    "003-02": r"(?i)more of the drug|per person|seiz\w+ more (?:cocaine|of)",
    # The border's quantities told as the police's.
    "004-07": r"(?i)police (?:are |have )?(?:seiz\w+|taking|took) more|police(?: forces)? (?:seized|took) [\d,]+kg",
    # Quality for quantity.
    "004-10": r"(?i)\bquality\b",
}
"""What is contradicted by the tables or by the publisher, by the claim's number: no draft says it."""

SINS = r"(?i)capital|shocking|staggering|\bonly\b|less drugs|has been (?:labelled|revealed)|faces? life|in 2021\b(?!-)"
"""What editors marked in the reports themselves."""


@pytest.mark.parametrize("claim", TOLD)
def test_what_a_report_says_and_tables_bear_out_its_draft_says_too(claim: str, copies: Copies) -> None:
    """The figure with its measure, or the rank with its pool, in the project's own words."""
    copy = copies(claim[:3])

    assert TOLD[claim](copy), "\n".join(each.text for each in copy.draft.paragraphs)


@pytest.mark.parametrize("number", REPORTS)
def test_nothing_contradicted_is_repeated(number: str, copies: Copies) -> None:
    """Neither the claims found wrong, in whichever report, nor the manners editors marked."""
    text = "\n".join(each.text for each in copies(number).draft.paragraphs)

    assert [] == [claim for claim, pattern in WRONG.items() if re.search(pattern, text)]
    assert [] == re.findall(SINS, text)


@pytest.mark.parametrize("number", REPORTS)
def test_every_figure_of_a_report_passes_the_proof_desk(number: str, copies: Copies) -> None:
    """The drafts are made and read back as any other."""
    copy = copies(number)

    assert () == copy.findings
    assert Verdict.DRAFT is copy.verdict


def test_an_estimate_is_flagged_by_the_third_paragraph(copies: Copies) -> None:
    """Report 003 says it in its eleventh; the editor sees it against the lead as well (manual A91, R17)."""
    draft = copies("003").draft
    body = [each for each in draft.paragraphs if each.role not in {"headline", "offer", "standfirst"}]

    assert "estimate" in [each.role for each in body[:3]]
    assert any("are an estimate" in each.text for each in draft.of_role("standfirst"))
    assert draft.plan.lead is not None
    assert "the publisher estimated this number" in draft.plan.lead.why_not


def test_a_record_below_the_national_rate_is_told_as_a_turn(copies: Copies) -> None:
    """Report 001: the record, then with a contrast the rate below the country's, then the region's highest."""
    told = [each.wording for each in copies("001").draft.paragraphs]

    turn = [
        "angles/record-high#second-total",
        "story/benchmark#but-just-below",
        "angles/highest-in-region#second-total",
    ]
    assert turn == [each for each in told if each in turn]


def test_a_leap_of_the_total_becomes_questions(copies: Copies) -> None:
    """Report 004: 1,608 to 679 is no story before the force has answered."""
    plan = copies("004").draft.plan

    assert Form.QUESTIONS is plan.form
    assert ["jump", "level-outlier"] == [veto.slug for veto in plan.vetoes]
    assert "679 is a jump from 1,608 the year before" == plan.vetoes[0].because


def test_police_and_border_are_kept_apart(copies: Copies) -> None:
    """Report 004 gives the border's quantities to the police; here each says whose part is whose."""
    quantities = [each.text for each in copies("004").draft.paragraphs if re.search(r"\d{3}kg of", each.text)]

    assert 2 == len(quantities)
    assert all("British Transport Police and Border Force seized" in each for each in quantities)
    assert all("Border Force took 91 per cent of it" in each for each in quantities)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_filler_says_that_it_is_filler(report: Report, copies: Copies) -> None:
    """Every cell of a later year lies in a file of the report's figures or of filler."""
    cells = {
        cell
        for paragraph in copies(report.number).draft.paragraphs
        for note in paragraph.notes
        for cell in note.figure.cells()
    }

    later = [cell for cell in cells if any(f"/{year}.csv" in cell.file for year in report.years)]
    assert bool(report.years) == bool(later)
    assert [] == [cell for cell in later if not cell.file.startswith((f"report-{report.number}/", "filler/"))]


@pytest.mark.skipif(not SEEDS.is_file(), reason="the reports themselves are not in this checkout")
def test_no_claim_is_forgotten() -> None:
    """Each claim drawn from the reports is told, contradicted or not to be told; what is contradicted is never told."""
    claims = yaml.safe_load(SEEDS.read_text(encoding="utf-8"))["claims"]
    wrong = {each["id"] for each in claims if each.get("check", {}).get("status") == "contradicted"}
    numbered = {each["id"] for each in claims if not each["id"].startswith("002")}

    assert wrong == set(WRONG)
    assert numbered == {*TOLD, *NOT_TOLD, *WRONG}
    assert not (set(TOLD) & set(NOT_TOLD)) | (set(TOLD) & wrong)
