"""Copy that nobody here wrote: what each sentence claims, what it speaks of, and how it is ruled."""

import pytest

from storygen.model.reading import Claim, Ruling
from storygen.proofing import Reader

DORSET = {"area": "dorset", "year": "2018-19"}


def ruled(reader: Reader, text: str, **about: str) -> list[tuple[str, str]]:
    """The words of each claim with its ruling, in the order of the text."""
    return [(claim.text, claim.ruling.value) for claim in reader.read(text, **{**DORSET, **about}).claims]


def only(reader: Reader, text: str, kind: str) -> Claim:
    """The one claim of a kind in a text about Dorset in 2018-19."""
    (found,) = (claim for claim in reader.read(text, **DORSET).claims if claim.kind == kind)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Dorset Police recorded 232 heroin seizures during 2018-19.",
        "Officers made 232 heroin seizures, up 33% from 175 the year before.",
        "Officers made 232 heroin seizures, an increase of 33 per cent on 175 a year earlier.",
        "Heroin seizures rose by a third, from 175 to 232.",
        "In the year to March 2019, heroin was found in 232 of the force's seizures.",
        "In the 12 months to the end of March 2019 there were 232 heroin seizures.",
        "There were 2,097 drug seizures in 2018/19, the second consecutive rise.",
        "There were 300 heroin seizures per million people.",
        "There were 30 heroin seizures for every 100,000 people.",
        "Dorset\u2019s rate of heroin seizures was more than twice the rate across England and Wales.",
        "Class A drugs were found in 24 per cent of the force's seizures.",
        "The most commonly seized drug was cannabis (1,393), followed by cocaine (233) and heroin (232).",
        "Nearly 2,100 drug seizures were made in Dorset in 2018-19.",
        "The force made 2,715 seizures per million residents, above the national average of 2,432.",
        "Dorset had the highest rate of heroin seizures of the 38 forces in England with comparable figures.",
        "Dorset had the highest rate of heroin seizures in the South West.",
        "Cleveland had the next highest rate of heroin seizures, at 255.",
        "Heroin was the third most seized drug in Dorset.",
        "Per million residents that is 2,715 seizures, above the national rate of 2,432.",
        "The number of drug seizures was the highest since 2015-16.",
        "Across England and Wales, police and border forces made 153,000 seizures, the first rise for seven years.",
    ],
)
def test_what_is_so_is_supported(reader: Reader, text: str) -> None:
    """In whatever words and whatever house style, with the sum it came from."""
    claims = reader.read(text, **DORSET).claims

    assert claims
    assert [] == [claim for claim in claims if claim.ruling is not Ruling.SUPPORTED]
    assert all(claim.working is not None and claim.working.working for claim in claims)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Dorset Police recorded 223 heroin seizures during 2018-19.", "223"),
        ("Dorset Police made 232 seizures of cocaine in 2018-19.", "232"),
        ("Dorset Police recorded 232 heroin seizures during 2017-18.", "232"),
        ("Kent Police recorded 232 heroin seizures during 2018-19.", "232"),
        ("Officers made 232 heroin seizures, down 33 per cent from 175 the year before.", "33 per cent"),
        ("There were 2,097 drug seizures, up 5 percentage points from 1,988 the year before.", "5 percentage points"),
        ("There were 2,097 drug seizures in 2018-19, the fourth consecutive rise.", "fourth consecutive rise"),
        ("There were 3,000 heroin seizures per million people.", "3,000"),
        ("Dorset had the lowest rate of heroin seizures of the 38 forces in England.", "lowest"),
        ("Kent had the next highest rate of heroin seizures.", "Kent"),
        ("The number of drug seizures was the highest since 2010-11.", "since 2010-11"),
        ("The number of drug seizures was a record.", "a record"),
        ("The most commonly seized drug was heroin.", "heroin"),
        ("Officers seized 12kg of LSD.", "12kg"),
        ("Officers seized 232kg of heroin.", "232kg"),
        ("The rate of all drug seizures in Dorset was below the national average.", "below"),
        ("Possessing heroin can bring up to nine years in prison.", "nine years"),
    ],
)
def test_what_is_not_so_is_contradicted(reader: Reader, text: str, wrong: str) -> None:
    """The words that are wrong are marked, and the figures' own say stands beside them."""
    contradicted = reader.read(text, **DORSET).contradicted

    assert wrong in [claim.text for claim in contradicted]
    assert all(claim.truth.endswith(".") for claim in contradicted)


@pytest.mark.parametrize(
    "text",
    [
        "Drugs worth £20 million were seized in Dorset.",
        "A total of 117 people were convicted in Dorset.",
        "Dorset Police made 5,000 drug seizures in 2021-22.",
        "Dyfed-Powys Police made 4,000 drug seizures in 2018-19.",
        "Dorset had the highest rate of heroin seizures of any force in England and Wales.",
        "Hundreds of seizures were made.",
        "A man was jailed for 22 years for dealing in heroin in Dorset.",
    ],
)
def test_what_the_tables_cannot_say_is_not_called_wrong(reader: Reader, text: str) -> None:
    """Another's figure, a year or a force not held, a rank wider than the tables: each says what is needed."""
    claims = reader.read(text, area="", year="2018-19" if "2021" not in text else "").claims
    open_ones = [claim for claim in claims if claim.ruling is Ruling.UNCHECKABLE]

    assert open_ones
    assert not [claim for claim in claims if claim.ruling is Ruling.CONTRADICTED]
    assert all(claim.truth.endswith(".") and claim.working is None for claim in open_ones)


def test_a_supported_claim_names_its_cells_and_its_sum(reader: Reader) -> None:
    """From the words to the exact value."""
    claim = only(reader, "There were 300 heroin seizures per million people in Dorset.", "rate")

    assert claim.working is not None
    assert "232 ÷ 772,268 × 1,000,000 = 300.41" == claim.working.working
    assert {"seizures/2018-19.csv", "population/mid-2005-to-2020.csv"} == {cell.file for cell in claim.working.cells}
    assert ("dorset", "heroin", "2018-19", "300") == (claim.area, claim.drug, claim.period, claim.value)


def test_a_contradicted_claim_says_the_nearest_true_wording(reader: Reader) -> None:
    """What the figures give, with the sum."""
    claim = only(reader, "Heroin seizures in Dorset rose by 40 per cent.", "change")

    assert "up 33 per cent" in claim.truth
    assert "(232 \u2212 175) ÷ 175 × 100 = 32.57" in claim.truth


def test_what_a_sentence_leaves_out_is_carried_on(reader: Reader) -> None:
    """The drug and the year of one sentence are those of the next."""
    text = "Heroin was found in 175 of the force's seizures in 2017-18. That was a rate of 227 per million residents."

    assert [("175", "supported"), ("227", "supported")] == ruled(reader, text)


def test_two_drugs_in_one_sentence_keep_their_numbers(reader: Reader) -> None:
    """A number belongs to the drug it stands with, and swapping the drugs is found."""
    right = "There were 233 cocaine seizures and 232 heroin seizures."
    wrong = "There were 233 heroin seizures and 232 cocaine seizures."

    assert [("233", "supported"), ("232", "supported")] == ruled(reader, right)
    assert [("233", "contradicted"), ("232", "contradicted")] == ruled(reader, wrong)


def test_a_quote_is_read_and_never_held_against_the_copy(reader: Reader) -> None:
    """What somebody said stays as said; the editor is told."""
    text = 'Dorset Police said: "We made 9,000 heroin seizures."'

    reading = reader.read(text, **DORSET)

    assert [True] == [claim.is_quoted for claim in reading.claims if claim.ruling is Ruling.CONTRADICTED]
    assert () == reading.contradicted


def test_line_and_column_lead_to_the_words(reader: Reader) -> None:
    """In a paragraph wrapped over lines as in one that is not."""
    text = (
        "Heroin was found in Dorset, in the financial year that ended\nin March 2019, in 999 of the force's seizures.\n"
    )

    claim = reader.read(text, **DORSET).contradicted[0]

    assert "999" == text.splitlines()[claim.line - 1][claim.column - 1 : claim.end - 1]


@pytest.mark.parametrize(
    ("count", "ruling"),
    [("233", Ruling.SUPPORTED), ("17,038", Ruling.SUPPORTED), ("777", Ruling.CONTRADICTED)],
    ids=["the force's", "the country's", "nobody's"],
)
def test_a_new_paragraph_that_may_be_about_the_country_is_read_both_ways(
    reader: Reader, count: str, ruling: Ruling
) -> None:
    """Of the force the story is about, or of the country spoken of last; wrong is what fits neither."""
    text = "Across England and Wales, police forces, British Transport Police and Border Force made 153,000 seizures."

    claims = reader.read(f"{text}\n\nCocaine was found in {count} seizures.", **DORSET).claims

    assert ruling is claims[-1].ruling


def test_the_story_is_whose_the_text_says(reader: Reader) -> None:
    """Without being told: the first force named, and the newest year."""
    reading = reader.read("Sussex Police made 1,204 cocaine seizures in 2018-19, up from 1,105 in 2017-18.")

    assert ("sussex", "2018-19") == (reading.area, reading.year)
    assert () == reading.contradicted


@pytest.mark.parametrize("text", ["", " \n\n ", "---\ntitle: x\n---\n"])
def test_nothing_to_read_is_said(reader: Reader, text: str) -> None:
    """In a sentence, and without a claim."""
    reading = reader.read(text)

    assert () == reading.claims
    assert "nothing to read" in reading.note


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "9 " * 20_000,
        "9" * 100_000,
        '"' * 50_000,
        "the highest rate of cocaine seizures " * 2_000,
        "2018-19 " * 10_000,
        "x\n" * 20_000,
        "La police a saisi beaucoup de drogues. " * 500,
        "\u202e\u0000\ufffd" * 1_000,
    ],
    ids=range(9),
)
def test_hostile_text_is_read_to_its_end(reader: Reader, text: str) -> None:
    """Whatever it holds, it is read, and nothing is supported by accident."""
    reading = reader.read(text)

    assert [] == [claim for claim in reading.claims if claim.ruling is Ruling.SUPPORTED]
