"""R14: no claim is wider than the forces, or longer than the years, that are held."""

import pytest
from builders import a_dataset, a_paragraph, an_area, findings, rules

from storygen.model.area import Area

ENGLAND = a_dataset(areas=(an_area(),))
WELSH = tuple(an_area(f"Testmouth {number}", nation="Wales") for number in range(4))
ENGLISH = tuple(an_area(f"Testshire {number}") for number in range(36))
BOTH = a_dataset(areas=(*ENGLISH, *WELSH))

WIDE = (
    "Testshire has highest rate of heroin seizures in England and Wales",
    "It was the heroin capital of England and Wales.",
    "The rate was the lowest in the country.",
    "Nationally, the force ranked near the top.",
    "No larger rate than this biggest rate of all was seen nationwide.",
    "It made more for each resident than any other force in England and Wales.",
    "The rate was higher than anywhere else in the country.",
    "It was the highest rate of all forces across England and Wales.",
    "The number was the highest of all forces in England and Wales since the fall.",
    "No force in England and Wales had a higher rate.",
)
FAIR = (
    "West Testshire has higher rate of heroin seizures than nationally",
    "The rate was higher than the rate across England and Wales, where it fell.",
    "Lower than the rate of all territorial forces in England and Wales.",
    "It was the highest rate of the forces in England with comparable figures.",
    "It was the highest in the Test West, against a lower rate across England and Wales.",
    "Across England and Wales, the number was the highest since the fall began.",
    "The number in England and Wales was the lowest since then.",
    "The rate was the highest in England. Nationally, the number rose.",
)


@pytest.mark.parametrize("text", WIDE)
def test_a_rank_is_not_claimed_for_forces_that_are_not_held(text: str) -> None:
    """With English rows alone, nobody is first in England and Wales."""
    assert "R14" in rules(a_paragraph(text), dataset=ENGLAND)


@pytest.mark.parametrize("text", WIDE)
def test_the_claim_widens_with_the_tables(text: str) -> None:
    """Once 40 of the 43 forces are held, the four of Wales among them, the same words pass."""
    assert [] == rules(a_paragraph(text), dataset=BOTH)


@pytest.mark.parametrize(
    "held", [(*ENGLISH, *WELSH[1:]), (*ENGLISH[1:], *WELSH), (*ENGLISH, WELSH[0])], ids=["3 of 4", "39", "one"]
)
def test_a_pool_with_gaps_is_not_the_country(held: tuple[Area, ...]) -> None:
    """A Welsh force missing may be the one that leads; nor do 39 of 43 make a pool."""
    assert "R14" in rules(a_paragraph(WIDE[0]), dataset=a_dataset(areas=held))


@pytest.mark.parametrize("text", FAIR)
def test_a_comparison_is_no_rank(text: str) -> None:
    """Higher than a total, highest in a region and highest since a year claim no place among forces."""
    assert [] == rules(a_paragraph(text), dataset=ENGLAND)


@pytest.mark.parametrize(
    "claim",
    ["since records began", "since comparable records began", "on record", "ever recorded", "all-time"],
)
def test_no_record_reaches_back_for_ever(claim: str) -> None:
    """The official series is older than the tables, whichever nations they hold."""
    (finding,) = findings(a_paragraph(f"It was the highest {claim}."), dataset=BOTH)

    assert ("R14", claim) == (finding.rule, finding.words)
    assert "since at least 2009-10" in finding.message
