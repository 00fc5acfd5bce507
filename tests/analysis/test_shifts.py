"""Totals that moved because one part of them moved to a level of its own."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tables import Series, an_issue, tables

from storygen.analysis import establish, find_angles, judge
from storygen.analysis.facts import Facts
from storygen.analysis.guards.shifted import shifts
from storygen.model.angle import Angles, Shift
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition
from storygen.model.topic import Effect
from storygen.paths import topic_folder
from storygen.planning.choose import choose_lead
from storygen.sources import read

REASON = "heroin moved to a new level in June"
BEFORE, OTHERS = 400.0, 600.0
STILL = [1000.0] * 5


def established(heroin: float, cocaine: float, *, adds_up: bool = True, parts: tuple[str, ...] = ("heroin",)) -> Facts:
    """A force of 400 heroin and 600 cocaine seizures a year until these, where the parts listed have shifted."""
    series = {
        name: [before] * 4 + [now] for name, before, now in (("heroin", BEFORE, heroin), ("cocaine", OTHERS, cocaine))
    }
    whole: dict[str, Series] = {**series, "all": [sum(each) for each in zip(*series.values(), strict=True)]}
    issue = an_issue(effect="shift", issue=REASON, from_year="2018-19", to_year="2018-19", categories=parts)
    dataset = tables({"alpha": whole, "beta": {"all": STILL, "heroin": STILL, "cocaine": STILL}}, issues=(issue,))
    return establish(replace(dataset, topic=replace(dataset.topic, adds_up=adds_up)), Edition(year="2018-19"))


def angles_of(found: Facts) -> Angles:
    """What is judged of the force."""
    return next(each for each in judge(find_angles(found), found) if each.area.slug == "alpha")


@pytest.mark.parametrize(
    ("heroin", "cocaine", "told"),
    [
        (700, 500, Shift(reason=REASON, is_whole=True, is_single=True)),  # 300 of a rise of 200
        (600, 600, Shift(reason=REASON, is_whole=True, is_single=True)),  # the whole of a rise of 200
        (501, 700, Shift(reason=REASON, is_whole=False, is_single=True)),  # 101 of a rise of 201
        (500, 700, None),  # half of a rise is not most of it
        (450, 750, None),  # most of the rise is elsewhere
        (700, 100, None),  # the total fell, against the shift
        (300, 900, None),  # the shift is a fall, the total rose
        (700, 300, None),  # what one gained the other lost: the total stands
        (200, 550, Shift(reason=REASON, is_whole=False, is_single=True)),  # a fall counts as a rise does
    ],
)  # fmt: skip
def test_a_change_rests_on_a_shift_that_is_more_than_half_of_it(heroin: int, cocaine: int, told: Shift | None) -> None:
    """In whole numbers, the way the total went; the shift of all of it, or of most."""
    assert told == shifts(established(heroin, cocaine)).get("alpha")


def test_what_overlaps_is_never_added_up() -> None:
    """Where a seizure may count for several drugs, no part is a part of the change."""
    assert {} == shifts(established(700, 500, adds_up=False))


def test_no_movement_of_such_a_total_leads() -> None:
    """Whatever leads says nothing of the rise; without the shift the rise does lead."""
    shifted, plain = (angles_of(established(900, 700, parts=parts)) for parts in (("heroin",), ("lsd",)))
    moving = {"rise", "record-high", "steepest-rise", "biggest-rise", "first-rise", "highest-since"}
    on_total = [each for each in shifted.angles if each.fact.category.slug == "all" and each.slug in moving]

    assert on_total
    assert not any(each.can_lead for each in on_total)
    assert all("new level" in each.why_not for each in on_total)
    assert choose_lead(shifted).slug not in moving
    assert any(each.can_lead for each in plain.angles if each.fact.category.slug == "all" and each.slug in moving)


def test_a_movement_against_the_shift_keeps_its_worth() -> None:
    """The total fell though one part moved up: the fall is no work of the shift."""
    assert any(each.slug == "fall" and each.can_lead for each in angles_of(established(500, 200)).angles)


@cache
def offences() -> Dataset:
    """The figures that ship."""
    return read("recorded_drug_offences")


def of_year(year: str, area: str) -> dict[str, int]:
    """A force's numbers, straight from the file."""
    file = topic_folder("recorded_drug_offences") / "figures" / "offences" / f"{year}.csv"
    with Path(file).open(encoding="utf-8", newline="") as lines:
        row = next(each for each in csv.DictReader(lines) if each["Force"] == area)
    return {label: int(number) for label, number in row.items() if label != "Force"}


def test_kent_rose_by_trafficking_alone() -> None:
    """Counted from the file: without trafficking its total would have gone down, and the copy says so."""
    now, before = of_year("2022-23", "Kent"), of_year("2021-22", "Kent")
    rise = {label: now[label] - before[label] for label in now}

    found = shifts(establish(offences(), Edition(year="2022-23")))

    assert {"kent"} == set(found)
    assert found["kent"].is_whole
    assert rise["Trafficking of drugs"] > rise["All drug offences"] > 0 > rise["Possession of drugs"]


def test_the_met_is_not_barred_even_if_its_trafficking_were_listed() -> None:
    """Its trafficking rose while its total fell: nothing of the fall rests on it."""
    topic = offences().topic
    kent = next(issue for issue in topic.issues if issue.effect is Effect.SHIFT)
    planted = replace(topic, issues=(*topic.issues, replace(kent, area="metropolitan-police")))

    found = shifts(establish(replace(offences(), topic=planted), Edition(year="2022-23")))

    assert {"kent"} == set(found)
