"""What is wrong with copy without a figure being wrong."""

import re
from pathlib import Path

import pytest

import storygen.proofing.claims as kinds
import storygen.proofing.remarks as room
from storygen.model.rules import REASONS
from storygen.proofing import Reader
from storygen.proofing.claims import claims
from storygen.proofing.remarks import remarks

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| ([A-Z]\d+[a-z]?) \| .* \| ([^|]+) \|$", re.MULTILINE)
CAVEAT = "Seizures reflect police activity and recording, not how many people use drugs."
REPORT = (
    "Dorset Police made 2,097 drug seizures in 2018-19, up 5 per cent from 1,988 the year before.",
    "There were 232 heroin seizures, up 33 per cent from 175.",
    "Cannabis was found most often, in 1,393 seizures.",
    "There were 233 cocaine seizures.",
    "Class A drugs were found in 497 seizures.",
    "There were 2,715 drug seizures for every million residents.",
)


def rules(reader: Reader, *paragraphs: str) -> list[str]:
    """The rules broken by a story about Dorset in 2018-19."""
    text = "\n\n".join(paragraphs)
    return [remark.rule for remark in reader.read(text, area="dorset", year="2018-19").remarks]


def test_a_sound_report_is_left_alone(reader: Reader) -> None:
    """With its caveat among the first six paragraphs, its bases and one kind of rate."""
    assert [] == rules(reader, *REPORT[:2], CAVEAT, *REPORT[2:])


@pytest.mark.parametrize(
    ("paragraph", "rule"),
    [
        ("Dorset Police seized less drugs in 2018-19: 2,097 seizures.", "R03"),
        ("The amount of heroin seized in Dorset in 2018-19 was up.", "R03"),
        ("A shocking 232 heroin seizures were made in Dorset in 2018-19.", "R22"),
        ("Heroin seizures in Dorset rose to 232 because of county lines.", "R21"),
        ("Dorset has been labelled a hot spot after 232 heroin seizures.", "R23"),
        ("Dorset had the highest rate of heroin seizures in the country in 2018-19.", "R14"),
        ("Dorset made 232 heroin seizures in 2019.", "R36"),
        ("There were 300 heroin seizures per million people in Dorset, or 30 per 100,000.", "R02"),
        ("Heroin seizures in Dorset rose by 33 per cent in 2018-19.", "R08"),
        ("In Sussex there were 1,204 cocaine seizures in 2018-19.", "R24"),
        ("Dorset made 175 heroin seizures in 2017-18.", "R36"),
        ("Across England and Wales the police made 153,000 seizures in 2018-19.", "R06"),
    ],
)
def test_each_fault_is_remarked_on(reader: Reader, paragraph: str, rule: str) -> None:
    """By the rule it breaks."""
    assert rule in rules(reader, paragraph)


def test_a_caveat_is_asked_for_where_there_is_none(reader: Reader) -> None:
    """And where it comes after the sixth paragraph."""
    assert ["R04"] == rules(reader, *REPORT)
    assert ["R04"] == rules(reader, *REPORT, CAVEAT)


def test_a_headline_may_not_outrun_the_text(reader: Reader) -> None:
    """What it claims must be claimed below it, by the same number."""
    body = "Dorset made 232 heroin seizures in 2018-19, up 33 per cent from 175 the year before."

    assert [] == rules(reader, "# Dorset heroin seizures up 33 per cent in a year", body)
    assert ["R24"] == rules(reader, "# Dorset has highest rate of heroin seizures of 38 forces", body)


def test_an_estimate_is_labelled_early(reader: Reader) -> None:
    """By the third paragraph."""
    label = "The figures are an estimate."

    assert [] == rules(reader, REPORT[0], CAVEAT, label)
    assert ["R17"] == rules(reader, REPORT[0], CAVEAT, REPORT[2], label)


def test_loaded_words_in_a_quote_are_the_speakers_own(reader: Reader) -> None:
    """Nothing inside quotation marks is remarked on."""
    assert [] == rules(reader, 'Dorset Police said: "It is a shocking flood of less drugs."')


def test_every_module_among_the_remarks_and_the_claims_is_one() -> None:
    """None has to be written down anywhere else."""
    files = {path.stem for path in Path(room.__path__[0]).glob("*.py")} - {"__init__"}
    of_claims = {path.stem for path in Path(kinds.__path__[0]).glob("*.py")} - {"__init__"}

    assert len(files) == len(remarks())
    assert len(of_claims) == len(claims())


def test_every_rule_cited_comes_with_the_manual_s_reason() -> None:
    """Those the desk may cite, no more, and word for word; where the manual has a rule twice, as asked of any copy."""
    manual = dict(ROW.findall((ROOT / "docs" / "manual.md").read_text(encoding="utf-8")))
    desk = ROOT / "storygen" / "proofing"
    files = [path for part in ("claims", "remarks", "reading") for path in (desk / part).glob("*.py")]
    files += [desk / "checks" / f"{name}.py" for name in ("loaded_words", "record_claims", "wide_ranks")]
    cited = {rule for path in files for rule in re.findall(r'"(R\d+[a-z]?)"', path.read_text(encoding="utf-8"))}

    assert cited == set(REASONS)
    assert {rule: manual[rule] for rule in REASONS} == dict(REASONS)
