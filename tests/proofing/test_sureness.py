"""In anybody's copy a claim is contradicted only where the desk is sure what it speaks of; in a draft always (R02)."""

import pytest

from storygen.model.reading import Claim, Ruling
from storygen.office import Order, open_office
from storygen.proofing import Reader

DOUBTED = [
    # the sentence, the claim in doubt, and the doubt
    ("Heroin was found 145 times, coke 220 times.", "220", "It is the figure for cocaine seizures"),
    ("Of 1,812 seizures, cocaine and crack accounted for 220 and 45.", "220", "It is the figure for cocaine seizures"),
    ("There were 1,812 drug seizures, in two successive falls.", "two", "not clear what this number counts"),
    ("Dealing seizures rose to 900.", "900", "A word before what is counted is not known"),
]
SURE = [
    ("Cleveland Police made 155 heroin seizures in 2018-19.", "155"),
    ("Cleveland Police made 145 heroin seizures in 2018-19, up from 146 the year before.", "up"),
    ("There were 57 more heroin seizures than crack seizures in Cleveland in 2018-19.", "57"),
]
ABOUT = {"area": "cleveland", "year": "2018-19"}
FRONT_MATTER = "---\narea_code: E23000013\nedition: 2018-19\n---\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of drug seizures."""
    return open_office(Order()).reader


def claim_of(reader: Reader, copy: str, text: str) -> Claim:
    """The claim of a text that begins with these words."""
    return next(claim for claim in reader.read(copy, **ABOUT).claims if claim.text == text)


@pytest.mark.parametrize(("sentence", "text", "doubt"), DOUBTED)
def test_what_is_in_doubt_is_asked_with_its_figure(reader: Reader, sentence: str, text: str, doubt: str) -> None:
    """A doubt makes a question of it, which gives the reason and what the figures are if so."""
    claim = claim_of(reader, sentence, text)

    assert claim.ruling is Ruling.UNCHECKABLE
    assert doubt in claim.truth
    assert "If this speaks of" in claim.truth


@pytest.mark.parametrize(("sentence", "text", "doubt"), DOUBTED)
def test_a_draft_has_no_doubts(reader: Reader, sentence: str, text: str, doubt: str) -> None:
    """Behind front matter the words are ours, as in what an editor made of them: what is wrong in them is wrong."""
    assert claim_of(reader, FRONT_MATTER + sentence, text).ruling is Ruling.CONTRADICTED, doubt
    edited = reader.read_ours(sentence, **ABOUT).claims
    assert [Ruling.CONTRADICTED] == [claim.ruling for claim in edited if claim.text == text]


@pytest.mark.parametrize(("sentence", "text"), SURE)
def test_what_is_plain_is_contradicted(reader: Reader, sentence: str, text: str) -> None:
    """A claim that names all it speaks of is wrong if its figure is."""
    assert claim_of(reader, sentence, text).ruling is Ruling.CONTRADICTED
