"""Establish: every number the desk works with, in columns, for all areas and categories of an edition at once."""

from collections.abc import Mapping

import pandas as pd

from storygen.analysis.columns.amounts import amounts
from storygen.analysis.columns.counts import counts
from storygen.analysis.columns.history import history
from storygen.analysis.columns.keys import keys
from storygen.analysis.columns.movements import movements
from storygen.analysis.columns.places import places
from storygen.analysis.columns.rates import rates
from storygen.analysis.columns.shares import shares
from storygen.analysis.columns.standings import standings
from storygen.analysis.comparability import comparable
from storygen.analysis.facts import Facts
from storygen.analysis.panel import lay_out, with_country
from storygen.model.dataset import Dataset
from storygen.model.edition import Edition


def establish(dataset: Dataset, edition: Edition) -> Facts:
    """
    The facts of an edition, one row an area and category; the modules of `columns/` say which and in what units.

    Numbers of one year stand beside what may be compared with them: a column is NaN where a thing cannot be said.
    """
    panel = with_country(lay_out(dataset, edition))
    grid = comparable(panel)
    columns = keys(panel)
    for family in (counts, history, rates, shares, amounts, movements):
        columns = _with(columns, family(columns, panel, grid))
    territorial = columns[columns["is_territorial"]]
    ranked = _with(territorial, places(territorial, panel))
    ranked = _with(ranked, standings(ranked, panel, grid))
    return Facts(panel=panel, comparable=grid, columns=ranked, everywhere=columns)


def _with(columns: pd.DataFrame, more: Mapping[str, object]) -> pd.DataFrame:
    """The columns with more beside them, joined at once: one by one they would leave the frame in pieces."""
    return pd.concat([columns, pd.DataFrame(more, index=columns.index)], axis=1)
