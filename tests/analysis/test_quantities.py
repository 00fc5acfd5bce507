"""When angles on quantities are found, and the traps they must not fall into."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pandas as pd
from tables import COLUMNS, Counts, Series, an_issue, row_of, tables

from storygen.analysis import establish, find_angles
from storygen.analysis.evidence import Evidence
from storygen.analysis.facts import Facts
from storygen.analysis.registry import rules
from storygen.model.dataset import frozen
from storygen.model.edition import Edition
from storygen.model.figure import Cell, Figure
from storygen.model.topic import Category, Effect, KnownIssue
from storygen.style.rounding import as_shown

ALL = [1000.0] * 10
LEVEL = [100.0] * 10
PEERS: Counts = {f"force{number}": {"all": ALL} for number in range(4)}


def weighed(
    amounts: Mapping[str, Series], counts: Mapping[str, Series] | None = None, issues: tuple[KnownIssue, ...] = ()
) -> Facts:
    """The facts of a force with these quantities, in the tables' units, and a hundred seizures of each drug a year."""
    drugs = {"all": ALL, **{drug: LEVEL for drug in amounts if "-" not in drug}, **(counts or {})}
    dataset = tables({"alpha": drugs, **PEERS}, issues=issues)
    rows = [
        _row(drug, year, value) for drug, series in amounts.items() for year, value in _dated(dataset.years, series)
    ]
    cells = pd.concat([dataset.cells, pd.DataFrame(rows, columns=COLUMNS)], ignore_index=True)
    printed = {Cell(file=row[5], row=row[6], column=row[7]): "" if row[4] is None else str(row[4]) for row in rows}
    whole = replace(dataset, cells=cells, printed=frozen({**dataset.printed, **printed}))
    return establish(whole, Edition(year="2018-19"))


def found(established: Facts, category: str = "cocaine") -> set[str]:
    """The slugs of the angles found on a category of the force."""
    angles = find_angles(established)
    return set(angles[(angles["area"] == "alpha") & (angles["category"] == category)]["slug"])


def leads(established: Facts, slug: str) -> set[str]:
    """The categories an angle may open a story on."""
    angles = find_angles(established)
    return set(angles[(angles["slug"] == slug) & angles["can_lead"]]["category"])


def test_a_quantity_is_told_from_a_kilogram_in_twenty_seizures() -> None:
    """Less would print as next to nothing, and may be none."""
    assert "quantity" in found(weighed({"cocaine": [1.0] * 10}))
    assert "quantity" not in found(weighed({"cocaine": [0.99] * 10}))
    assert "quantity" not in found(weighed({"cocaine": [1.0] * 10}, {"cocaine": [19.0] * 10}))


def test_no_quantity_is_no_quantity() -> None:
    """A blank and a nought are both passed over: tables that round may show none for a little."""
    assert set() == {slug for slug in found(weighed({"cocaine": [*[9.0] * 9, None]})) if "quantity" in slug}
    assert set() == {slug for slug in found(weighed({"cocaine": [*[9.0] * 9, 0.0]})) if "quantity" in slug}


def test_a_swing_is_two_and_a_half_times_either_way() -> None:
    """From 10kg to 25kg, or to 4 if that were enough to tell."""
    assert "quantity-swing" in found(weighed({"cocaine": [40.0] * 8 + [10.0, 25.0]}))
    assert "quantity-swing" in found(weighed({"cocaine": [40.0] * 8 + [25.0, 10.0]}))
    assert "quantity-swing" not in found(weighed({"cocaine": [40.0] * 8 + [10.0, 24.9]}))


def test_both_quantities_of_a_swing_are_worth_telling() -> None:
    """Up from 4.9kg, or from 499 doses, is up from little."""
    assert "quantity-swing" not in found(weighed({"cocaine": [40.0] * 8 + [4.9, 25.0]}))
    assert "quantity-swing" not in found(weighed({"ecstasy": [40.0] * 8 + [0.499, 25.0]}), "ecstasy")
    assert "quantity-swing" in found(weighed({"ecstasy": [40.0] * 8 + [0.6, 25.0]}), "ecstasy")


def test_fifty_times_may_be_a_slip() -> None:
    """Two digits too many, or grams for kilograms: neither a swing nor a record."""
    assert "quantity-record" not in found(weighed({"cocaine": [6.0] * 9 + [300.0]}))
    assert "quantity-swing" not in found(weighed({"cocaine": [900.0] * 8 + [6.0, 300.0]}))


def test_a_swing_of_a_lesser_drug_never_leads() -> None:
    """Readers care less for benzodiazepines than for cocaine."""
    swing = [40.0] * 8 + [10.0, 25.0]

    assert {"cocaine"} == leads(weighed({"cocaine": swing, "benzodiazepines": swing}), "quantity-swing")


def test_a_suspect_quantity_is_not_compared() -> None:
    """Neither told, nor the base of a swing, nor a year of a record's run."""
    before = an_issue(categories=("cocaine",), measure="quantity", effect="suspect")
    now = replace(before, from_year="2018-19", to_year="2018-19")
    swing = {"cocaine": [40.0] * 8 + [10.0, 25.0]}

    assert {"quantity"} == {slug for slug in found(weighed(swing, issues=(before,))) if "quantity" in slug}
    assert set() == {slug for slug in found(weighed(swing, issues=(now,))) if "quantity" in slug}
    assert "quantity-record" not in found(weighed({"cocaine": [10.0] * 9 + [25.0]}, issues=(before,)))


def test_a_defect_of_the_numbers_alone_leaves_the_quantity_and_forbids_the_comparison() -> None:
    """What is in doubt is how many seizures there were, and so whether the two years count alike."""
    issue = an_issue(categories=("cocaine",), measure="seizures", effect="suspect")
    established = weighed({"cocaine": [40.0] * 8 + [10.0, 25.0]}, issues=(issue,))

    assert 10.0 == row_of(established, "alpha", "cocaine")["amount_before"]
    assert "quantity-swing" not in found(established)


def test_a_break_in_the_numbers_breaks_the_quantities() -> None:
    """A total that leaps is counted in another way, and nothing before it is compared."""
    established = weighed({"cocaine": [10.0] * 9 + [25.0]}, {"all": [400.0] * 9 + [1000.0]})

    assert pd.isna(row_of(established, "alpha", "cocaine")["amount_before"])


def test_a_known_break_of_quantities_breaks_them() -> None:
    """Though the numbers go on."""
    issue = an_issue(from_year="2016-17", to_year="2016-17", categories=("*",), measure="quantity", effect=Effect.BREAK)
    row = row_of(weighed({"cocaine": [10.0] * 9 + [25.0]}, issues=(issue,)), "alpha", "cocaine")

    assert (10.0, 0) == (row["amount_before"], row["amount_years"])


def test_a_record_beats_every_year() -> None:
    """A tie is none, and neither is a gap, nor seven years."""
    assert "quantity-record" in found(weighed({"cocaine": [10.0] * 9 + [10.1]}))
    assert "quantity-record" not in found(weighed({"cocaine": [10.0] * 9 + [10.0]}))
    assert "quantity-record" not in found(weighed({"cocaine": [*[10.0] * 4, None, *[10.0] * 4, 10.1]}))
    short = weighed({"cocaine": [10.0] * 9 + [10.1]}, {"cocaine": [*[None] * 3, *[100.0] * 7]})
    assert "quantity-record" not in found(short)


def test_a_record_says_where_the_years_begin() -> None:
    """Since at least the first comparable year, over every quantity since."""
    shows = rules()["quantity-record"].shows
    assert shows
    since = shows(Evidence(weighed({"cocaine": [10.0] * 9 + [10.1]})), "alpha", "cocaine")["since"]

    assert isinstance(since, Figure)
    assert (Fraction(2009), 10) == (since.value, len(since.inputs))


def test_a_quantity_that_prints_as_none_is_not_held_beside_a_record() -> None:
    """Of 0.04kg nothing would be left to print: the wording asks whether anything shows."""
    shows = rules()["quantity-record"].shows
    assert shows
    its = shows(Evidence(weighed({"cocaine": [10.0] * 8 + [0.04, 11.0]})), "alpha", "cocaine")

    assert isinstance(its["amount_before"], Figure)
    assert 0 == as_shown(its["amount_before"])


def test_more_seizures_and_less_of_the_drug() -> None:
    """Opposite large moves, which say more than a rise or a swing does, and take their place."""
    slugs = found(weighed({"cocaine": [30.0] * 9 + [10.0]}, {"cocaine": [100.0] * 9 + [250.0]}))

    assert {"number-against-quantity"} == slugs & {"number-against-quantity", "quantity-swing", "rise"}


def test_a_swing_with_the_number_is_not_against_it() -> None:
    """Both down is one story."""
    assert "number-against-quantity" not in found(
        weighed({"cocaine": [30.0] * 9 + [10.0]}, {"cocaine": [250.0] * 9 + [99.0]})
    )


def test_plants_are_told_of_the_drug_they_are() -> None:
    """The tables count no seizures of plants, so that the angle is about cannabis as a whole."""
    established = weighed({"cannabis-plants": [200.0] * 9 + [300.0]}, {"cannabis": LEVEL})
    shows = rules()["plants"].shows
    assert shows

    form = shows(Evidence(established), "alpha", "cannabis")["form"]

    assert "plants" in found(established, "cannabis")
    assert isinstance(form, Category)
    assert "cannabis-plants" == form.slug


def test_plants_have_minimums_and_a_ceiling() -> None:
    """Under 50 in either year, or three times the year before, they are not told."""
    cannabis = {"cannabis": LEVEL}

    assert "plants" not in found(weighed({"cannabis-plants": [49.0] * 9 + [90.0]}, cannabis), "cannabis")
    assert "plants" not in found(weighed({"cannabis-plants": [90.0] * 9 + [49.0]}, cannabis), "cannabis")
    assert "plants" not in found(weighed({"cannabis-plants": [200.0] * 9 + [600.0]}, cannabis), "cannabis")


def test_what_has_a_quantity_but_no_number_makes_no_angle() -> None:
    """Herbal cannabis is weighed and not counted: no fact can be made of it."""
    established = weighed({"herbal-cannabis": [10.0] * 9 + [90.0]}, {"cannabis": LEVEL})

    assert set() == found(established, "herbal-cannabis")


def _dated(years: tuple[str, ...], series: Series) -> list[tuple[str, float | None]]:
    return list(zip(years, series, strict=True))


def _row(drug: str, year: str, value: float | None) -> tuple[str, str, str, str, float | None, str, str, str]:
    return ("quantity", "alpha", drug, year, value, f"quantities/{year}.csv", "alpha", drug)
