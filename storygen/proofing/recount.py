"""Figures worked out anew, from the cells up, without a look at the value the notebook gives."""

from bisect import bisect_left, bisect_right
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from storygen.model.dataset import Dataset
from storygen.model.figure import Cell, Figure, Formula
from storygen.proofing.arithmetic import ARITHMETIC
from storygen.proofing.entries import CannotRecountError, Entry, Exact, start_of
from storygen.proofing.series import SERIES

PLACES = {Formula.PLACE_FROM_TOP, Formula.PLACE_FROM_BOTTOM}
FORMULAS = {**ARITHMETIC, **SERIES}
"""Every formula that has inputs."""


class Recount:
    """
    The reader's own arithmetic over a dataset.

    A figure shared by many others, such as a rate in a ranking, is worked out once. Figures are told apart as
    objects, since comparing trees of them would cost more than the sums.
    """

    def __init__(self, dataset: Dataset) -> None:
        """Work from the cells of `dataset` as typed in its files."""
        self._dataset = dataset
        self._in_order: dict[int, tuple[Figure, list[Exact]]] = {}
        self._done: dict[int, tuple[Figure, Exact]] = {}  # holding the figure keeps its id its own

    def value(self, figure: Figure) -> Exact:
        """
        Work a figure out again, exactly.

        CannotRecountError where a cell is unknown, blank or not a number, where the inputs do not fit the
        formula, and where the formula makes no claim about them (a record that is none).
        """
        if (done := self._done.get(id(figure))) is not None:
            return done[1]
        value = self._work_out(figure)
        self._done[id(figure)] = figure, value
        return value

    def _work_out(self, figure: Figure) -> Exact:
        if figure.formula in {Formula.CELL, Formula.AS_GIVEN}:
            return self._read(figure.cell)
        if figure.formula is Formula.YEAR:
            return start_of(figure.period)
        if figure.formula in PLACES:
            return self._place(figure)
        inputs = [Entry(self.value(each), each.period) for each in figure.inputs]
        try:
            return FORMULAS[figure.formula](inputs)
        except ValueError as error:  # unpacking: a change needs two inputs, a place at least one
            raise CannotRecountError(f"the formula does not take {len(inputs)} inputs") from error

    def _place(self, figure: Figure) -> Exact:
        """Count how many of a pool lie beyond a figure; a pool is put in order once, for all placed in it."""
        try:
            own, pool = figure.inputs
        except ValueError as error:
            raise CannotRecountError(f"the formula does not take {len(figure.inputs)} inputs") from error
        if id(pool) not in self._in_order:
            self._in_order[id(pool)] = pool, sorted(self.value(each) for each in pool.inputs)
        (_, values), value = self._in_order[id(pool)], self.value(own)
        if figure.formula is Formula.PLACE_FROM_TOP:
            return 1 + len(values) - bisect_right(values, value)
        return 1 + bisect_left(values, value)

    def _read(self, cell: Cell | None) -> Exact:
        if cell is None:
            raise CannotRecountError("it names no cell")
        where = f"{cell.file}, row {cell.row}, column {cell.column}"
        try:
            value = self._dataset.look_up(cell)
        except KeyError as error:
            raise CannotRecountError(f"there is no such cell as {where}") from error
        except InvalidOperation as error:
            raise CannotRecountError(f"{where} holds no number") from error
        if value is None:
            raise CannotRecountError(f"{where} is blank")
        return _exact(value, where)


def _exact(value: Decimal, where: str) -> Exact:
    """Turn a decimal into an integer where it is one: integers are far quicker to work with."""
    if not value.is_finite():
        raise CannotRecountError(f"{where} holds no number")
    top, bottom = value.as_integer_ratio()
    return top if bottom == 1 else Fraction(top, bottom)
