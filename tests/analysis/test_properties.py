"""What must hold whatever the figures are."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tables import Counts, Series, tables

from storygen.analysis import establish, find_angles
from storygen.analysis.assess import assess
from storygen.analysis.facts import Facts
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition

EDITION = Edition(year="2018-19")
AREAS = ("alpha", "beta", "gamma", "delta")
CATEGORIES = ("all", "cocaine", "heroin", "class-a")
COUNT = st.one_of(st.none(), st.integers(0, 3000))
SERIES = st.lists(COUNT, min_size=10, max_size=10)
TABLES = st.fixed_dictionaries({area: st.fixed_dictionaries(dict.fromkeys(CATEGORIES, SERIES)) for area in AREAS})

# Shrinking whole tables takes minutes and tells little: an example as found is easy enough to read.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)

few = settings(max_examples=15, deadline=None, phases=UNSHRUNK, suppress_health_check=[HealthCheck.too_slow])


def established(dataset: Dataset) -> Facts:
    """The facts of the newest edition."""
    return establish(dataset, EDITION)


def keyed(facts: Facts) -> pd.DataFrame:
    """The facts by area and category, in a fixed order."""
    return facts.columns.set_index(["area", "category"]).sort_index()


def found(facts: Facts) -> set[tuple[str, str, str]]:
    """Which angles were found, on what, where."""
    angles = find_angles(facts)
    return set(zip(angles["area"], angles["category"], angles["slug"], strict=True))


@few
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(table: Counts, random: np.random.RandomState) -> None:
    """Cells shuffled in the table give the same facts."""
    dataset = tables(table)
    order = list(range(len(dataset.cells)))
    random.shuffle(order)
    shuffled = Dataset(
        topic=dataset.topic, areas=dataset.areas, years=dataset.years, tables=(), printed=dataset.printed,
        cells=dataset.cells.iloc[order].reset_index(drop=True),
    )  # fmt: skip

    pd.testing.assert_frame_equal(keyed(established(dataset)), keyed(established(shuffled)), check_like=True)


@few
@given(TABLES, st.integers(2, 9))
def test_rates_do_not_know_how_large_the_country_is(table: Counts, times: int) -> None:
    """Populations and counts so many times larger leave every rate and every place where it was."""
    larger = {
        area: {name: [None if count is None else count * times for count in series] for name, series in of_area.items()}
        for area, of_area in table.items()
    }
    small = keyed(established(tables(table)))
    large = keyed(established(tables(larger, people=dict.fromkeys(AREAS, 1_000_000 * times))))

    for column in ("resident_rate", "place", "place_from_bottom", "pool", "share"):
        np.testing.assert_allclose(
            small[column].to_numpy(dtype=float), large[column].to_numpy(dtype=float), err_msg=column
        )


@few
@given(TABLES, st.fixed_dictionaries(dict.fromkeys(CATEGORIES, SERIES)))
def test_another_area_changes_only_ranks_and_pools(table: Counts, newcomer: Mapping[str, Series]) -> None:
    """What is said of an area's own numbers does not depend on who else is in the table."""
    before = keyed(established(tables(table)))
    after = keyed(established(tables({**table, "omega": newcomer}))).drop(index="omega", level=0)

    own = ["count", "previous", "change", "run", "since_high", "since_low", "is_record_high", "resident_rate", "share"]
    pd.testing.assert_frame_equal(before[own], after[own], check_dtype=False)


@few
@given(TABLES)
def test_nothing_is_found_where_nothing_is_held(table: Counts) -> None:
    """No angle stands on a year that is blank."""
    facts = established(tables(table))

    blank = {(area, name) for area, of_area in table.items() for name, series in of_area.items() if series[-1] is None}
    assert not {(area, category) for area, category, _ in found(facts)} & blank


@few
@given(TABLES)
def test_every_value_lies_between_nought_and_a_hundred(table: Counts) -> None:
    """News value, certainty, trust and robustness keep their bounds."""
    facts = established(tables(table))
    assessed = assess(find_angles(facts), facts)

    assert assessed["score"].between(0, 100).all()
    for column in ("certainty", "trust", "robustness", "magnitude"):
        assert assessed[column].between(0, 1).all(), column
