"""True copy by many hands is never called wrong, and mostly borne out; made false, it never passes (manual R02)."""

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from reported import Article, articles

from storygen.model.reading import Claim, Reading, Ruling
from storygen.office import Order, open_office
from storygen.proofing import Reader

ARTICLES = articles()
named = pytest.mark.parametrize("article", ARTICLES, ids=lambda each: f"{each.slug}-{each.year}-{each.manner}")
Read = Callable[[Article, int], Reading]


@pytest.fixture(scope="module")
def read() -> Read:
    """Reads an article, true or with one paragraph false."""

    @cache
    def reader(topic: str) -> Reader:
        return open_office(Order(topic=topic)).reader

    @cache
    def reading(article: Article, changed: int = -1) -> Reading:
        return reader(article.topic).read(article.copy(changed), area=article.slug, year=article.year)

    return reading


def of_paragraph(reading: Reading, number: int) -> list[Claim]:
    """The claims of a paragraph."""
    return [claim for claim in reading.claims if claim.line == Article.line_of(number)]


def test_there_is_copy_of_both_topics_by_many_hands() -> None:
    """At least 450 paragraphs, and a false twin of most."""
    told = [each for article in ARTICLES for each in article.told]

    assert {article.topic for article in ARTICLES} == {"drug_seizures", "recorded_drug_offences"}
    assert len({(article.area, article.year) for article in ARTICLES}) >= 20
    assert len(told) >= 450
    assert sum(bool(each.twin) for each in told) >= 0.85 * len(told)


@named
def test_the_copy_is_true(article: Article) -> None:
    """What its figures do not show by themselves holds by the second route."""
    assert [] == [each.text for each in article.told if not each.so]


@named
def test_nothing_true_is_called_wrong(article: Article, read: Read) -> None:
    """Not a claim of any paragraph, nor of the headline, is contradicted."""
    assert [] == [(claim.text, claim.truth) for claim in read(article, -1).contradicted]


@named
def test_what_is_not_borne_out_is_expected(article: Article, read: Read) -> None:
    """Where a paragraph is not said to be open, every claim of it is supported."""
    reading = read(article, -1)
    closed = [number for number, each in enumerate(article.told) if not each.is_open]

    unread = [claim for number in closed for claim in of_paragraph(reading, number)]
    assert [] == [(claim.text, claim.truth) for claim in unread if claim.ruling is not Ruling.SUPPORTED]
    assert all(of_paragraph(reading, number) for number in closed)


@named
def test_what_is_false_does_not_pass(article: Article, read: Read) -> None:
    """A paragraph with one figure, direction or place wrong is contradicted, or said not to be checked."""
    passed = []
    for number, told in enumerate(article.told):
        rulings = {claim.ruling for claim in of_paragraph(read(article, number), number)}
        if told.twin and rulings == {Ruling.SUPPORTED}:
            passed.append(told.twin)

    assert [] == passed


def test_most_is_borne_out_and_most_errors_are_caught(read: Read) -> None:
    """Of the claims of true copy 80 per cent are supported; of the false paragraphs 90 per cent contradicted."""
    rulings = Counter(claim.ruling for article in ARTICLES for claim in read(article, -1).claims)
    twins = [
        any(claim.ruling is Ruling.CONTRADICTED for claim in of_paragraph(read(article, number), number))
        for article in ARTICLES
        for number, told in enumerate(article.told)
        if told.twin
    ]

    assert rulings[Ruling.SUPPORTED] >= 0.8 * rulings.total()
    assert sum(twins) >= 0.9 * len(twins)
