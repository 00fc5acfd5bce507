"""What a sub-editor would try: a sentence at a time, each with its truth known from the tables for Dorset, 2018-19."""

from random import Random

import pytest

from storygen.model.dataset import Dataset
from storygen.model.reading import Reading, Ruling
from storygen.office import open_reader
from storygen.proofing import Reader

SOUND = (
    # number words, fractions, odds
    "There were two thousand and ninety-seven drug seizures in Dorset in 2018-19.",
    "Heroin seizures in Dorset rose by almost a third in 2018-19.",
    "There were a third more heroin seizures than the year before.",
    "One in nine drug seizures in Dorset involved heroin.",
    "Two in three drug seizures in Dorset involved cannabis.",
    "Roughly two-thirds of the force's seizures were of cannabis.",
    "Most drug seizures in Dorset were of cannabis.",
    "The majority of seizures were of cannabis.",
    "Dorset Police declined to comment on the 2,097 drug seizures made in 2018-19.",
    # hedges and forms
    "Over 2,000 drug seizures were made in Dorset.",
    "Some 230 heroin seizures were made in Dorset.",
    "Seizures of heroin climbed 33pc to 232.",
    "Seizures of heroin climbed 32.6% to 232.",
    "The 5 per cent rise took the total to 2,097.",
    "Class A drug seizures rose from 416 to 497, or by 19 per cent.",
    "Class A drug seizures rose from 416 to 497 (19 per cent).",
    "Cocaine (233), heroin (232) and crack (95)",
    # differences
    "Heroin seizures were up 57 on the previous year.",
    "There were 57 more heroin seizures than in 2017-18.",
    "There were 20 fewer heroin seizures in 2017-18 than in 2016-17.",
    "Drug seizures were 109 higher than the year before.",
    "Heroin seizures rose by 57 from 175 to 232.",
    "Heroin seizures rose 33% on 2017-18.",
    # rates
    "Dorset had 30 heroin seizures per 100,000 people, against a national rate of 14.",
    "Dorset saw 2.7 drug seizures for every 1,000 people.",
    # runs and firsts
    "Drug seizures in Dorset rose for the second year running.",
    "It was the second consecutive annual increase in drug seizures in Dorset.",
    "Drug seizures have risen for two years in a row in Dorset.",
    "Drug seizures have risen every year since 2016-17 in Dorset.",
    "Nationally drug seizures had fallen for six years in a row.",
    "Drug seizures nationally rose for the first time in seven years.",
    "Nationally, the rise in drug seizures was the first since 2011-12.",
    "Heroin seizures hit a nine-year high in Dorset.",
    # places and others
    "Dorset is the heroin capital of England.",
    "Dorset's heroin rate was higher than that of any other force in the South West.",
    "Dorset was in the top ten for heroin seizures.",
    "No other force in England made more heroin seizures per head than Dorset.",
    "Dorset Police made fewer heroin seizures than Devon and Cornwall Police.",
    "Heroin seizures per head in Dorset were 114 per cent above the national rate.",
    "Dorset's heroin rate is above that of England and Wales.",
    "Drug seizures in Dorset rose by just 5 per cent, against 12 per cent nationally.",
    "Border Force seized 92 per cent of the cocaine.",
    "Police forces carry out the majority of seizures nationally \u2013 94 per cent, most of them small.",
    # what speaks of which year, and of which drug
    "Heroin seizures in Dorset fell to 175 in 2017-18 before rising to 232 in 2018-19.",
    "Drug seizures rose 12 per cent the year before.",
    "The figures for 2018-19 compare with 175 heroin seizures the year before.",
    "Of the 2,097 seizures, 1,393 were of cannabis.",
    "Police in Dorset seized drugs 2,097 times in 2018-19.",
    "Class B drugs were seized 1,451 times.",
    "Seizures of heroin, cocaine and cannabis all rose in Dorset.",
    "Heroin seizures rose while crack seizures fell in Dorset.",
    "Crack seizures did not rise in Dorset.",
    "Heroin seizures rose 33 per cent and cocaine seizures 30 per cent.",
    "Heroin and cocaine seizures rose to 232 and 233 respectively.",
    "Heroin's share of seizures rose from 9 per cent to 11 per cent.",
    "The five South West forces made 13,633 drug seizures.",
    "The total, 2,097, was the third highest since 2009-10.",
    "Ecstasy seizures were little changed at 61.",
    "Dorset Police recorded 2.1 thousand drug seizures.",
    "Police seized 1.7kg of heroin, more than double the 0.76kg of the year before.",
    "Heroin seizures in Dorset have doubled since 2011-12.",
    "Nearly one in four seizures in Dorset involved a class A drug.",
    "Heroin seizures up a third to 232",
    "Heroin seizures increased 1.3-fold.",
    "Dorset drug seizures top 2,000",
    "Cannabis seizures rose by 4 per cent (1,345 to 1,393).",
    "The number of seizures involving crack fell to 95 (109 in 2017-18).",
    "For every million residents, there were 300 heroin seizures in Dorset and 255 in Cleveland.",
    "For heroin that is 300 seizures per million, more than twice the rate across England and Wales (140).",
    "Of the class A drugs, cocaine was found most often.",
    "Cocaine came second with 233.",
    "Drug seizures rose in 33 of the 38 forces.",
    "Since 2016-17 drug seizures have gone up by 19 per cent.",
    "Drug seizures were up 10 per cent on 2009-10.",
    "Heroin seizures in Dorset show no sign of falling.",
    "Of the 2,097 seizures made by the force, 497 (24%) involved class A drugs, up from 21% in 2017-18.",
    # one drug beside another
    "Dorset Police made more cocaine seizures than heroin seizures in 2018-19.",
    "There were fewer heroin than cocaine seizures in Dorset.",
    "Officers in Dorset made fewer seizures of crack than of heroin.",
    "Cannabis seizures outnumbered cocaine seizures in Dorset.",
    "Cocaine was found more often than heroin.",
    "There were 137 fewer crack seizures than heroin seizures.",
    "There were 59 per cent fewer crack seizures than heroin seizures.",
    "Six times as many cannabis seizures as heroin seizures were made.",
    "There were more cannabis seizures than heroin seizures nationally.",
    # shares beside the country's
    "Heroin made up a larger share of seizures in Dorset than nationally.",
    "Cannabis made up a smaller share of seizures in Dorset than across England and Wales.",
    "Class A drugs were a larger share of Dorset's seizures than of the country's.",
    "The rate of heroin seizures was higher in Dorset than nationally.",
    # regions among themselves
    "London had the highest rate of drug seizures of any region.",
    "The North West had the lowest rate of drug seizures of any region in England.",
    "The South West had the fifth-highest rate of drug seizures of the nine regions.",
    "Of the nine regions, London had the most drug seizures.",
    "The rate of drug seizures was higher in London than in any other region.",
    "No other region had a higher rate of drug seizures than London.",
    "The East of England ranked third of the nine regions for drug seizures.",
    "Dorset had the highest rate of heroin seizures of any force in the region.",
)

WRONG = (
    ("Heroin seizures in Dorset more than doubled in 2018-19.", "rose by 33 per cent"),
    ("Heroin seizures have fallen by a quarter.", "have risen by 33 per cent"),
    ("One in five drug seizures in Dorset involved heroin.", "One in nine drug seizures"),
    ("Nine in ten drug seizures in Dorset involved cannabis.", "66 per cent of drug seizures"),
    ("Cannabis made up 56% of Dorset's drug seizures.", "made up 66% of"),
    ("More than two-thirds of the force's seizures were of cannabis.", "66 per cent of the force's"),
    ("Most drug seizures in Dorset were of heroin.", ""),
    ("There were two thousand and seventy-nine drug seizures in Dorset in 2018-19.", "were 2,097 drug"),
    ("Fewer than 2,000 drug seizures were made in Dorset.", "2,097 drug seizures were made"),
    ("Heroin seizures were up by 75 on the previous year.", "up by 57 on"),
    ("The number of heroin seizures fell from 232 to 175.", "rose from 175 to 232"),
    ("Seizures of heroin climbed by 0.33 per cent to 232.", "by 32.57 per cent"),
    ("Class A drug seizures rose from 416 to 497, or by 91 per cent.", "or by 19 per cent"),
    ("Class A drug seizures rose from 416 to 497 (91 per cent).", "(19 per cent)"),
    ("Dorset saw 27 drug seizures for every 1,000 people.", "saw 2.7 drug seizures"),
    ("Dorset had 30 heroin seizures per 100,000 people, against a national rate of 140.", "rate of 14."),
    ("Drug seizures in Dorset rose for the third year running.", "for the second year running"),
    ("Drug seizures have risen for four years in a row in Dorset.", "for two years in a row"),
    ("Drug seizures have risen every year since 2010-11 in Dorset.", "every year since 2016-17"),
    ("Drug seizures nationally rose for the first time in five years.", "first time in seven years"),
    ("Nationally, the rise in drug seizures was the first since 2014-15.", "the first since 2011-12"),
    ("Heroin seizures hit a ten-year high in Dorset.", "a nine-year high"),
    ("Heroin seizures hit a record high in Dorset.", "hit the highest number since 2009-10 in"),
    ("Dorset is the cocaine capital of England.", ""),
    ("Dorset had the third highest rate of heroin seizures in England.", "had the highest rate"),
    ("Dorset ranked fifth of 38 forces for heroin seizures per head.", "ranked first of 38"),
    ("Dorset ranked first of 39 forces for heroin seizures per head.", "of 38 forces"),
    ("Only one force had a higher rate of heroin seizures than Dorset.", ""),
    ("Dorset's rate of cocaine seizures was higher than that of any other force in the South West.", ""),
    ("Dorset Police made more heroin seizures than Devon and Cornwall Police.", "made fewer heroin"),
    ("Dorset made twice as many heroin seizures as Wiltshire.", "3.1 times as many"),
    ("The heroin rate in Dorset is three times the national average.", "is 2.1 times the national"),
    ("The rate of heroin seizures in Dorset is half the national average.", "is 2.1 times the national"),
    ("Cannabis was the most seized drug, followed by heroin and cocaine.", "followed by cocaine and heroin"),
    ("Cocaine overtook heroin in Dorset.", ""),
    ("Dorset Police made 232 cocaine seizures and 233 heroin seizures.", "233 cocaine seizures and 232 heroin"),
    ("Drug seizures by the Met fell in 2018-19.", "rose in 2018-19"),
    ("Police and border forces seized nearly 19,000kg of cocaine in 2018-19.", "seized 9,645kg of"),
    ("Officers seized 76g of heroin in 2018-19.", "seized 1,700g of"),
    ("Border Force seized 29 per cent of the cocaine.", "92 per cent of the cocaine"),
    ("Dorset made 18 ketamine seizures, against 26 the year before.", "made 26 ketamine seizures, against 18"),
    ("Of the 2,079 seizures, 1,393 were of cannabis.", "Of the 2,097"),
    ("Seizures of heroin, cocaine and cannabis all fell in Dorset.", "all rose"),
    ("Seizures of heroin, crack and cannabis all rose in Dorset.", ""),
    ("Heroin seizures rose 30 per cent and cocaine seizures 33 per cent.", "rose 33 per cent and cocaine seizures 30"),
    ("Heroin and cocaine seizures rose to 233 and 232 respectively.", "to 232 and 233 respectively"),
    ("Heroin's share of seizures rose from 19 per cent to 11 per cent.", "from 9 per cent to 11"),
    ("Residents of Dorset were twice as likely to see a heroin seizure as those in England and Wales.", "2.1 times as"),
    ("The total, 2,097, was the second highest since 2009-10.", "the third highest"),
    ("Heroin seizures in Dorset have doubled since 2014-15.", "have risen by 63 per cent"),
    ("Ketamine seizures almost halved, from 26 to 18.", "rose by 44 per cent, from 18 to 26"),
    ("The number of drug seizures rose 5.5 percentage points.", "rose 5.5 per cent"),
    ("Of 38 forces, 25 made more heroin seizures than the year before.", "Of 28 forces, 22 made"),
    ("Possession of ketamine carries up to two years in prison.", "up to five years"),
    ("Dorset drug seizures top 3,000", ""),
    ("Cannabis seizures rose by 4 per cent (1,354 to 1,393).", "(1,345 to 1,393)"),
    ("For every million residents, there were 300 heroin seizures in Dorset and 525 in Cleveland.", "255 in Cleveland"),
    ("Heroin was the most commonly found class A drug in Dorset.", "Cocaine was the most commonly found class A"),
    ("Dorset Police recorded the highest number of heroin seizures of any force in the South West.", "third-highest"),
    ("Dorset was one of three forces in England where heroin seizures rose.", "one of twenty-two forces"),
    ("Since 2016-17 drug seizures have gone up by 91 per cent.", "by 19 per cent"),
    ("Officers seized 4.8kg of herbal cannabis in 2018-19.", "seized 48.4kg"),
    ("Neither heroin nor cocaine seizures rose in Dorset.", ""),
    ("Heroin seizures did not rise in Dorset.", ""),
    ("Dorset Police recorded 2,097 drug seizures in the year to March 2018.", "recorded 1,988"),
    ("Dorset Police made fewer cocaine seizures than heroin seizures in 2018-19.", "made more cocaine"),
    ("There were more heroin than cocaine seizures in Dorset.", "were fewer heroin"),
    ("There were more seizures of cocaine than of cannabis.", "were fewer seizures"),
    ("Heroin was found more often than cocaine.", "found less often"),
    ("Crack seizures outnumbered heroin seizures in Dorset.", ""),
    ("There were 57 more heroin seizures than crack seizures.", "were 137 more"),
    ("Three times as many cannabis seizures as heroin seizures were made.", "6.0 times as many"),
    ("Nationally there were more heroin seizures than cocaine seizures.", "were fewer heroin"),
    ("There were more heroin seizures than cocaine seizures, the reverse of the year before.", ""),
    ("Heroin made up a smaller share of seizures in Dorset than nationally.", "a greater share"),
    ("Class A drugs were a smaller share of Dorset's seizures than of the country's.", "a greater share"),
    ("The rate of heroin seizures was lower in Dorset than nationally.", "was higher in Dorset"),
    ("The South West had the highest rate of drug seizures of any region.", "had the fifth-highest rate"),
    ("Of the nine regions, the South East had the most drug seizures.", ""),
    ("Of the ten regions, London had the most drug seizures.", ""),
    ("No other region had a higher rate of drug seizures than the South West.", ""),
    ("The highest rate of heroin seizures of any region was in the South West.", "The second-highest rate"),
)

SUSSEX = (
    "Sussex had the highest rate of cocaine seizures in England once the City of London is left out.",
    "Sussex is the cocaine capital of England outside London.",
    "Sussex led England for cocaine for the fifth year running.",
    "The rate of cocaine seizures was 2.5 times the national rate.",
    "Cocaine seizures were 9% up on last year in Sussex.",
    "The 1,204 cocaine seizures in Sussex were 99 more than the 1,105 of the year before.",
    "Surrey Police's 387 cocaine seizures compare with 1,204 in Sussex.",
)

OPEN = (
    "Dorset had one of the highest rates of heroin seizures in England.",
    "Drug seizures in Dorset rose more slowly than in England and Wales.",
    "Dorset was not the force with the highest rate of heroin seizures in England.",
    "On average there were six drug seizures a day in Dorset.",
    "Drug seizures in Dorset were up 10 per cent on a decade ago.",
    "There were 465 heroin and cocaine seizures.",
    "Hundreds of heroin seizures were made in Dorset.",
    "North Wales Police made 5 heroin seizures in 2018-19.",
    "Dorset has the highest heroin seizure rate in England and Wales.",
    "There were more heroin seizures than cocaine seizures the year before.",
    "There were not more heroin seizures than cocaine seizures.",
    "More heroin seizures were made in Dorset than nationally.",
    "The share of heroin seizures rose more in Dorset than nationally.",
    "Heroin was found in a larger part of seizures than in England and Wales.",
    "London had the highest rate of drug seizures of any region in England and Wales.",
    "The region had the highest rate of drug seizures of any region.",
    "The South West had the highest rate of any region.",
    "The South West had one of the highest rates of drug seizures of any region.",
    "The steepest rise in heroin seizures of any region was in London.",
    "Of the regions, London made the most drug seizures in 2017-18.",
)


def read(reader: Reader, text: str) -> Reading:
    """A sentence of a story about Dorset in 2018-19."""
    return reader.read(text, area="dorset", year="2018-19")


@pytest.mark.parametrize("text", SOUND)
def test_what_is_so_in_whatever_words_is_supported(reader: Reader, text: str) -> None:
    """Every claim of it."""
    claims = read(reader, text).claims

    assert claims
    assert [] == [(each.text, each.truth) for each in claims if each.ruling is not Ruling.SUPPORTED]


@pytest.mark.parametrize("text", SUSSEX)
def test_what_is_so_of_another_force_is_supported(reader: Reader, text: str) -> None:
    """Every claim of a story about Sussex."""
    claims = reader.read(text, area="sussex", year="2018-19").claims

    assert claims
    assert [] == [(each.text, each.truth) for each in claims if each.ruling is not Ruling.SUPPORTED]


@pytest.mark.parametrize(("text", "mended"), WRONG)
def test_what_is_not_so_is_contradicted_and_mended(reader: Reader, text: str, mended: str) -> None:
    """With the nearest true wording, in the form the copy used, where there is one."""
    contradicted = read(reader, text).contradicted

    assert contradicted
    assert all(mended in each.wording and bool(mended) == bool(each.wording) for each in contradicted), contradicted


@pytest.mark.parametrize(("text", "mended"), [each for each in WRONG if each[1]])
def test_a_mended_sentence_is_sound(reader: Reader, text: str, mended: str) -> None:
    """Read for itself, it says only what the figures say."""
    wording = read(reader, text).contradicted[0].wording

    assert mended in wording
    assert {Ruling.SUPPORTED} == {each.ruling for each in read(reader, wording).claims}


@pytest.mark.parametrize("text", OPEN)
def test_what_cannot_be_told_is_called_neither_right_nor_wrong(reader: Reader, text: str) -> None:
    """A rank wider than the tables, a force without a row, a denial, a manner of speaking."""
    reading = read(reader, text)

    assert () == reading.contradicted
    assert [] == [each for each in reading.claims if each.kind in {"rank", "comparison"} and each.truth == ""]


@pytest.mark.parametrize(
    "about", [{}, {"area": "dorset"}, {"area": "city-of-london", "year": "2009-10"}, {"year": "2021-22"}]
)
def test_no_order_of_words_makes_the_desk_fail(reader: Reader, about: dict[str, str]) -> None:
    """Sentences cut short, joined and shuffled: each claim in them is ruled on, and says why where it is not sound."""
    draw = Random(7)  # noqa: S311 - nothing here is a secret
    texts = [*SOUND, *(text for text, _ in WRONG), *OPEN, *SUSSEX]

    for text in texts:
        words, others = text.split(), draw.choice(texts).split()
        draw.shuffle(words)
        for mixed in (words, text.split()[: draw.randint(1, 9)] + others[draw.randint(0, len(others)) :]):
            claims = reader.read(" ".join(mixed), **about).claims
            assert all(each.truth or each.ruling is Ruling.SUPPORTED for each in claims)


def test_what_was_read_before_changes_no_reading(reader: Reader, dataset: Dataset) -> None:
    """A sentence met again, after other words or about another force, is read as by a desk just opened."""
    draw, fresh = Random(3), open_reader(dataset)  # noqa: S311 - nothing here is a secret
    sentences = [*SOUND, *(text for text, _ in WRONG), *OPEN]
    pages = ["\n\n".join(draw.sample(sentences[:20], 4)) for _ in range(12)] + draw.sample(sentences, 20)
    told = [(page, area) for page in pages for area in ("dorset", "kent")]

    first = [reader.read(page, area=area, year="2018-19") for page, area in told]
    others = [fresh.read(page, area=area, year="2018-19") for page, area in reversed(told)]

    assert first == others[::-1]
    assert first == [reader.read(page, area=area, year="2018-19") for page, area in told]


def test_words_in_a_quote_are_never_mended(reader: Reader) -> None:
    """Nobody's own words are ours to change."""
    reading = read(reader, 'The force said: "We made 9,000 heroin seizures in Dorset."')

    assert [""] == [each.wording for each in reading.claims]
