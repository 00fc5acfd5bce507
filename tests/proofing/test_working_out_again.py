"""Every figure is worked out again from cells, by arithmetic of the desk's own."""

from fractions import Fraction

import pytest
from builders import UNTRUE, a_count, a_dataset, a_year, pool, series, worked
from hypothesis import given
from hypothesis import strategies as st

from storygen.model.figure import Cell, Figure, Formula, Unit
from storygen.proofing.entries import CannotRecountError, Exact
from storygen.proofing.recount import FORMULAS, PLACES, Recount

COUNTS = st.integers(1, 10**6)


def recounted(figure: Figure) -> Exact:
    """Work a figure out from tables that hold its cells."""
    return Recount(a_dataset(figure)).value(figure)


def test_every_formula_of_the_papers_is_known() -> None:
    """A new formula without arithmetic here would let its figures through unread."""
    assert set(Formula) - {Formula.CELL, Formula.AS_GIVEN, Formula.YEAR} == set(FORMULAS) | PLACES


def test_a_cell_is_read_from_the_table_not_from_the_notebook() -> None:
    """The notebook says 1,188; the table says 1,181."""
    count = a_count(1188)
    assert count.cell is not None
    dataset = a_dataset(count, typed={count.cell: "1181"})

    assert 1181 == Recount(dataset).value(count)


def test_a_year_is_worth_the_year_it_starts_in() -> None:
    """2009-10 starts in 2009."""
    assert 2009 == recounted(a_year("2009-10"))


@given(COUNTS, COUNTS)
def test_two_counts_give_their_change_share_ratio_and_rate(now: int, before: int) -> None:
    """Exactly, as fractions, whatever the notebook says."""
    pair = pool(now, before)

    assert Fraction(100 * (now - before), before) == recounted(worked(Formula.CHANGE, *pair))
    assert Fraction(100 * now, before) == recounted(worked(Formula.SHARE, *pair))
    assert Fraction(now, before) == recounted(worked(Formula.RATIO, *pair))
    assert Fraction(1_000_000 * now, before) == recounted(worked(Formula.RATE, *pair))
    assert now - before == recounted(worked(Formula.LESS, *pair))
    assert now + before == recounted(worked(Formula.SUM, *pair))


@given(st.lists(COUNTS, min_size=1, max_size=40), st.data())
def test_places_share_out_as_in_a_race(values: list[int], data: st.DataObject) -> None:
    """One more than those ahead; equal values share a place; nobody is behind the last."""
    own = data.draw(st.sampled_from(range(len(values))))
    figures = pool(*values)

    place = recounted(worked(Formula.PLACE_FROM_TOP, figures[own], worked(Formula.SIZE, *figures)))
    from_bottom = recounted(worked(Formula.PLACE_FROM_BOTTOM, figures[own], worked(Formula.SIZE, *figures)))

    assert sorted(values, reverse=True).index(values[own]) + 1 == place
    assert sorted(values).index(values[own]) + 1 == from_bottom
    assert len(values) == recounted(worked(Formula.SIZE, *figures))


def test_the_middle_of_an_even_pool_lies_between_two() -> None:
    """Of an odd one it is the middle value."""
    assert Fraction(5, 2) == recounted(worked(Formula.MEDIAN, *pool(9, 1, 3, 2)))
    assert 3 == recounted(worked(Formula.MEDIAN, *pool(9, 1, 3)))


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        (Formula.RISES, (5, 4, 3, 3), 2),
        (Formula.RISES, (5, 5, 3), 0),
        (Formula.FALLS, (3, 4, 5, 2), 2),
        (Formula.FALLS, (3, 3, 5, 2), 0),
        (Formula.HIGHEST_SINCE, (5, 4, 5, 9), 2016),
        (Formula.LOWEST_SINCE, (5, 6, 7, 4, 1), 2015),
        (Formula.LOWEST_SINCE, (5, 6, 5, 4), 2016),
        (Formula.RECORD_HIGH_SINCE, (5, 4, 3), 2016),
        (Formula.RECORD_LOW_SINCE, (1, 4, 3), 2016),
        (Formula.FIRST_RISE_IN, (5, 4, 6, 5), 2),
        (Formula.FIRST_RISE_IN, (5, 4, 4, 6, 5), 3),
        (Formula.FIRST_FALL_IN, (4, 5, 5, 4, 6), 3),
    ],
)
def test_a_series_is_read_back_from_its_newest_year(formula: Formula, values: tuple[int, ...], expected: int) -> None:
    """The newest value stands first and speaks of 2018-19."""
    assert expected == recounted(worked(formula, *series(*values)))


def test_the_first_rise_for_seven_years() -> None:
    """National totals rose in 2011-12, fell six times and rose in 2018-19: seven years apart."""
    totals = (153_135, 136_439, 139_019, 148_614, 167_132, 194_346, 200_880, 218_705, 212_786)

    assert 7 == recounted(worked(Formula.FIRST_RISE_IN, *series(*totals)))


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        (Formula.RECORD_HIGH_SINCE, (5, 5, 3)),
        (Formula.RECORD_LOW_SINCE, (5, 4)),
        (Formula.RECORD_LOW_SINCE, (5, 5, 6)),
        (Formula.RECORD_HIGH_SINCE, (5,)),
        (Formula.HIGHEST_SINCE, (5, 4)),
        (Formula.LOWEST_SINCE, (5,)),
        (Formula.FIRST_RISE_IN, (5, 4, 3)),
        (Formula.FIRST_RISE_IN, (5, 6, 7)),
        (Formula.FIRST_FALL_IN, (5, 6, 5, 4)),
        (Formula.CHANGE, (5, 0)),
        (Formula.CHANGE, (5,)),
        (Formula.SHARE, (5, 4, 3)),
        (Formula.PLACE_FROM_TOP, ()),
        (Formula.MEDIAN, ()),
    ],
)
def test_a_claim_the_figures_do_not_make_cannot_be_recounted(formula: Formula, values: tuple[int, ...]) -> None:
    """A tie is no record, a second rise is no first one, and nothing is divided by zero."""
    with pytest.raises(CannotRecountError):
        recounted(worked(formula, *series(*values)))


def test_a_run_does_not_cross_a_missing_year() -> None:
    """Of 2018-19, 2017-18 and 2015-16 only the newest two are neighbours."""
    newest, before, _, oldest = series(5, 4, 99, 3)

    assert 1 == recounted(worked(Formula.RISES, newest, before, oldest))


def test_a_first_rise_is_not_looked_for_beyond_a_missing_year() -> None:
    """Nobody knows what happened in between."""
    newest, before, _, *older = series(5, 4, 99, 6, 5)

    with pytest.raises(CannotRecountError, match="no value is held"):
        recounted(worked(Formula.FIRST_RISE_IN, newest, before, *older))


def test_an_extreme_needs_its_newest_year_first() -> None:
    """Inputs in another order would claim a record for an old year."""
    with pytest.raises(CannotRecountError, match="newest year"):
        recounted(worked(Formula.RECORD_HIGH_SINCE, *reversed(series(1, 2, 3))))
    with pytest.raises(CannotRecountError, match="newest year"):
        recounted(worked(Formula.HIGHEST_SINCE, *series(5), *series(7, row="Other"), *series(6, newest=2016)))


@pytest.mark.parametrize("typed", ["", "n/a", "NaN", "Infinity"])
def test_a_cell_without_a_number_cannot_be_recounted(typed: str) -> None:
    """Blank or marked, it stops everything that rests on it."""
    before, now = pool(4, 5)
    assert before.cell is not None
    dataset = a_dataset(before, now, typed={before.cell: typed})

    with pytest.raises(CannotRecountError, match="Testshire 1"):
        Recount(dataset).value(worked(Formula.CHANGE, now, before))


def test_a_cell_no_table_has_cannot_be_recounted() -> None:
    """The notebook names a place that is not there."""
    with pytest.raises(CannotRecountError, match="no such cell"):
        Recount(a_dataset()).value(a_count(5))


def test_a_figure_without_a_cell_cannot_be_recounted() -> None:
    """A number from nowhere is not taken at its word."""
    stray = Figure(value=UNTRUE, unit=Unit.COUNT, means="a guess", period="2018-19", formula=Formula.CELL)

    with pytest.raises(CannotRecountError, match="names no cell"):
        recounted(stray)


def test_a_year_written_otherwise_cannot_be_recounted() -> None:
    """2018-20 is no financial year, and so no year at all."""
    with pytest.raises(CannotRecountError, match="2018-20"):
        recounted(a_year("2018-20"))


def test_a_shared_figure_is_read_once() -> None:
    """Ranks share their pools; each rate is worked out a single time for all of them."""
    reads: list[Cell] = []

    class Counting(dict[Cell, str]):
        def __getitem__(self, cell: Cell) -> str:
            reads.append(cell)
            return super().__getitem__(cell)

    shared = pool(1, 2, 3)
    dataset = a_dataset(*shared)
    object.__setattr__(dataset, "printed", Counting(dataset.printed))
    recount = Recount(dataset)

    for own in shared:
        recount.value(worked(Formula.PLACE_FROM_TOP, own, worked(Formula.SIZE, *shared)))

    assert 3 == len(reads)
