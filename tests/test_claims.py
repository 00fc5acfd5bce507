"""Every rank, record, run and comparison in print, worked out again from the CSV files in plain loops."""

import re
from collections.abc import Iterator
from fractions import Fraction

import country
import oracle
import pytest
import truths
from papers import Editions, label, rates_beside, told_by_tables

from storygen.model.copy import Copy
from storygen.model.figure import Figure
from storygen.model.plan import Form, Passage

YEARS = oracle.years()
HALF = Fraction(1, 2)

SUPERLATIVE = re.compile(
    r"\b(highest|lowest|fewest|the most|than any other|than in any year|no (?:other )?force|not since|tops|leads)\b",
    re.IGNORECASE,
)
MAY_SAY_SO = ("angles/", "story/rival", "story/national-drug", "story/offer")
"""Only these wordings may use a superlative; the claims of each are worked out again below."""


TRUTHS = {slug: truth for module in truths.modules() for slug, truth in module.TRUTHS.items()}


def _passages(copies: dict[str, Copy]) -> Iterator[tuple[str, Passage]]:
    for slug, copy in copies.items():
        yield from ((slug, passage) for passage in copy.draft.plan.passages)


@pytest.mark.parametrize("year", YEARS)
def test_every_angle_in_print_is_true_of_the_tables(year: str, editions: Editions) -> None:
    """Whatever angle a sentence was made from, the CSV files bear it out by another route."""
    printed = [each for each in _passages(editions(year)) if each[1].wording.startswith("angles/")]

    false = [
        (slug, passage.wording, passage.fact.category.label)
        for slug, passage in printed
        if passage.fact and not TRUTHS[passage.wording.removeprefix("angles/")](passage.fact, year)
    ]

    assert printed
    assert [] == false


@pytest.mark.parametrize("year", YEARS)
def test_a_rank_counts_every_force_with_a_usable_figure(year: str, editions: Editions) -> None:
    """The pool printed is all 38 ranked forces less those whose figure is blank, partial or contradicts itself."""
    unusable = {"2012-13": 1, "2015-16": 1, "2017-18": 1}  # Surrey, Leicestershire, Suffolk

    for copy in editions(year).values():
        total = told_by_tables(copy.draft.plan).total
        if total and total.rank:
            held = len(oracle.rates(oracle.total(), year))
            assert held - unusable.get(year, 0) == total.rank.size.value


@pytest.mark.parametrize("year", YEARS)
def test_every_benchmark_is_on_the_side_it_says(year: str, editions: Editions) -> None:
    """Higher, lower or in line: the total's rate beside the national one, recomputed."""
    for _, passage in _passages(editions(year)):
        if passage.wording == "story/benchmark" and passage.fact and passage.section != "unranked":
            own, national = rates_beside(passage.fact, year)
            stance = (
                "above" if own / national >= Fraction(105, 100) else
                "below" if own / national <= Fraction(95, 100) else "in-line"
            )  # fmt: skip
            if passage.section.startswith("but-just-"):
                assert stance == "in-line"
                stance = f"just-{'above' if own > national else 'below'}"
            assert passage.section.removeprefix("but-") == stance


@pytest.mark.parametrize("year", YEARS)
def test_every_share_is_on_the_side_it_says(year: str, editions: Editions) -> None:
    """A larger share than nationally, a smaller one, the same or one in line: recomputed; with its count, just both."""
    for _, passage in _passages(editions(year)):
        if passage.wording == "story/group" and passage.fact:
            own = oracle.share(*label(passage.fact), year)
            national = oracle.national_share(passage.fact.category.label, year)
            assert own is not None
            assert national is not None
            if passage.section == "counted":
                assert passage.fact.share
                assert passage.fact.national_share
                assert (own, national) == (passage.fact.share.value, passage.fact.national_share.value)
                continue
            if int(own + HALF) == int(national + HALF):
                assert passage.section == "same"
                continue
            is_alike = abs(own / national - 1) < Fraction(5, 100)
            assert passage.section == ("in-line" if is_alike else "above" if own > national else "below")


@pytest.mark.parametrize("year", YEARS)
def test_every_run_of_totals_is_as_long_as_it_says(year: str, editions: Editions) -> None:
    """The second, third or fourth rise in a row, counted by hand."""
    for _, passage in _passages(editions(year)):
        if passage.wording == "story/total" and passage.fact and passage.fact.steps:
            assert abs(oracle.run(*label(passage.fact), year)) >= passage.fact.steps.value >= 2


@pytest.mark.parametrize("year", YEARS)
def test_the_mix_is_in_order(year: str, editions: Editions) -> None:
    """The drugs most often found are told from the most to the least, and nothing larger is left out."""
    for copy in editions(year).values():
        counts = [oracle.count(*label(fact), year) or 0 for fact in told_by_tables(copy.draft.plan).mix]
        area = copy.draft.plan.area.label
        drugs = ("Cocaine", "Crack", "Heroin", "Ecstasy", "All cannabis", "Amphetamines", "Ketamine", "Benzodiazepines")
        largest = sorted((oracle.count(area, drug, year) or 0 for drug in drugs), reverse=True)
        assert counts == sorted(counts, reverse=True)
        assert all(mine >= other for mine, other in zip(counts, largest[: len(counts)], strict=True))


@pytest.mark.parametrize("year", YEARS)
def test_no_superlative_is_said_by_the_way(year: str, editions: Editions) -> None:
    """A superlative stands only in sentences whose claim is worked out again by these tests."""
    stray = [
        (slug, paragraph.text)
        for slug, copy in editions(year).items()
        for paragraph in copy.draft.paragraphs
        if SUPERLATIVE.search(paragraph.text) and not paragraph.wording.startswith(MAY_SAY_SO)
    ]

    assert [] == stray


@pytest.mark.parametrize("year", YEARS)
def test_the_rival_named_is_the_next(year: str, editions: Editions) -> None:
    """After a first place, the force named next has the highest of the other rates."""
    for slug, passage in _passages(editions(year)):
        if passage.wording == "story/rival" and passage.fact:
            region = passage.fact.area.region if passage.section.startswith("regional") else None
            rank = passage.fact.regional_rank if region else passage.fact.rank
            pool = oracle.rates(passage.fact.category.label, year, region)
            others = {label: rate for label, rate in pool.items() if label != passage.fact.area.label}
            assert rank is not None, slug
            assert others[rank.next_area.label] == max(others.values())


def _value(passage: Passage, name: str) -> Fraction:
    """What a figure of the passage's own comes to."""
    figure = passage.its[name]
    assert isinstance(figure, Figure)
    return figure.value


@pytest.mark.parametrize("year", YEARS)
def test_what_is_said_of_a_drug_across_the_country_is_so(year: str, editions: Editions) -> None:
    """How far back its number is an extreme, its place in its class, and the border's part: from the CSV files."""
    for _, passage in _passages(editions(year)):
        if passage.wording != "story/national-drug" or passage.fact is None:
            continue
        drug, count = passage.fact.category.label, oracle.national_count(passage.fact.category.label, year)
        assert count is not None
        assert count == passage.fact.count.value
        if "place" in passage.its:
            peers = [oracle.national_count(each, year) or 0 for each in country.of_class(drug, year)]
            assert 1 + sum(peer > count for peer in peers) == _value(passage, "place")
        if passage.section in country.REACH:
            since = country.REACH[passage.section](drug, year)
            assert passage.fact.since is not None
            assert since is not None
            assert int(since[:4]) == passage.fact.since.value
        if passage.section.startswith("split"):
            parts = country.border_parts(drug, year)
            assert parts == (_value(passage, "number"), _value(passage, "part"))
            assert ("contrast" in passage.section) == ((parts[0] > 50) != (parts[1] > 50))


@pytest.mark.parametrize("year", YEARS)
def test_a_force_left_out_is_named_wherever_it_would_have_come_first(year: str, editions: Editions) -> None:
    """A first place that holds only without the City of London says so; any other says nothing of it."""
    for copy in editions(year).values():
        lead = copy.draft.plan.lead
        if copy.draft.plan.form is Form.ARTICLE and lead and lead.slug == "highest-rate":
            own = oracle.rate(*label(lead.fact), year)
            city = oracle.rate("City of London", lead.fact.category.label, year)
            text = copy.draft.of_role("lead")[0].text
            assert own is not None
            assert ("City of London" in text) == (city is not None and city > own)


@pytest.mark.parametrize("year", YEARS)
def test_nothing_is_claimed_beyond_what_is_held(year: str, editions: Editions) -> None:
    """No rank is of England and Wales, and no record reaches back to the start of records."""
    text = " ".join(paragraph.text for copy in editions(year).values() for paragraph in copy.draft.paragraphs)

    assert not re.search(r"(highest|lowest|any other)[^.]*\bforces?( in| of)? England and Wales", text)
    assert not re.search(r"records (began|start)", text)


@pytest.mark.parametrize("year", YEARS)
def test_the_caveat_stands_within_the_first_six_paragraphs(year: str, editions: Editions) -> None:
    """What the numbers are not evidence of is said before a reader gives up."""
    for copy in editions(year).values():
        if copy.draft.plan.form is Form.ARTICLE:
            body = [each for each in copy.draft.paragraphs if each.role not in {"headline", "offer", "standfirst"}]
            assert "caveat" in {each.role for each in body[:6]}, copy.draft.plan.area.slug
