"""Rows of a frame as mappings that fetch only what they are asked for."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

Columns = Mapping[str, npt.NDArray[np.generic]]


class Row(Mapping[str, object]):
    """One row of some columns, by name; a dictionary of a wide row would cost much more to make."""

    __slots__ = ("_columns", "_place")

    def __init__(self, columns: Columns, place: int) -> None:
        """Look at a place, from 0, of the columns."""
        self._columns, self._place = columns, place

    def __getitem__(self, name: str) -> object:
        """What stands in the column; KeyError if there is none of that name."""
        return self._columns[name][self._place]

    def __iter__(self) -> Iterator[str]:
        """The names of the columns."""
        return iter(self._columns)

    def __len__(self) -> int:
        """How many columns there are."""
        return len(self._columns)


def rows_by(frame: pd.DataFrame, key: str) -> dict[str, tuple[Row, ...]]:
    """The rows of a frame in their order, by what stands in one of its columns."""
    columns = {str(name): frame[name].to_numpy() for name in frame}
    places = pd.Series(np.arange(len(frame))).groupby(columns[key], sort=False)
    return {str(name): tuple(Row(columns, int(place)) for place in held) for name, held in places}
