"""The desk's working paper: everything established about an edition, in columns."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from storygen.analysis.panel import Grid, Panel
from storygen.model.terms import Terms

UNNAMED = 1 / 3  # of a total's growth, from which recording may be what grew (manual A97)

Candidates = pd.DataFrame
"""
Rows of `Facts.columns`, by their index, that make an angle: magnitude and certainty (0 to 1), can_lead and because.

`find_angles` adds the columns themselves, once for all rules.
"""

Findings = pd.DataFrame
"""Rows of `Facts.columns` about a total in which a guard found something, with because."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """
    What is established of every area and category at once.

    `columns` has one row a category of each territorial force; `everywhere` the same, without places, for every
    series of the panel and in its order. The modules of `columns/` list what stands in them. `comparable` is the
    panel's grid with what may not be compared blanked, same shape as `panel.grid`.
    """

    panel: Panel
    comparable: Grid
    columns: pd.DataFrame
    everywhere: pd.DataFrame

    def __getattr__(self, name: str) -> pd.Series:
        """Give a column by its name, so that a rule reads as a sentence."""
        try:
            column: pd.Series = self.columns[name]
        except KeyError:
            raise AttributeError(name) from None
        return column

    def where(
        self,
        found: pd.Series,
        *,
        because: str,
        magnitude: pd.Series | float,
        leads: pd.Series | bool = True,
        certainty: pd.Series | float = 1.0,
    ) -> Candidates:
        """
        The rows for which `found` holds, by their index in `columns`, with what the rule says of them.

        `because` is filled from the row's own columns, and with the topic's terms, when an editor is to read it.
        `magnitude` and `certainty` are clipped to 0 to 1; a missing one counts as 0. Categories that are only what is
        left over are never a subject.
        """
        rows = self.columns.index[found.fillna(value=False).astype(bool) & self.columns["is_subject"]]
        return pd.DataFrame(
            {
                "magnitude": _part(magnitude, rows),
                "certainty": _part(certainty, rows),
                "can_lead": _at(leads, rows).fillna(value=False).astype(bool),
                "because": pd.Categorical.from_codes(np.zeros(len(rows), dtype=np.int8), pd.Index([because])),
            },
            index=rows,
        )

    def back(self, years: int) -> pd.Series:
        """The comparable number so many years before; NaN where there is none."""
        rows = self.panel.index.get_indexer(pd.MultiIndex.from_frame(self.columns[["area", "category"]]))
        width = self.comparable.shape[1]
        grid = self.comparable[rows, width - 1 - years] if years < width else np.nan
        return pd.Series(grid, index=self.columns.index)

    @property
    def is_mostly_identified(self) -> pd.Series:
        """False where no drug was identified in more of the seizures than the topic allows: shares would mislead."""
        limit = float(self.panel.dataset.topic.guards.unidentified_share)
        return ~(self.columns["unidentified"] > limit)

    @property
    def is_of_named_drugs(self) -> pd.Series:
        """False for a total whose growth was, for a third or more, in seizures with no drug identified."""
        return ~(self.columns["is_total"] & (self.columns["unnamed_part"] >= UNNAMED) & (self.columns["change"] > 0))

    def of_total(self, found: pd.Series, *, because: str) -> Findings:
        """The areas whose total meets a condition, with the reason a guard gives."""
        chosen = self.columns[found.fillna(value=False).astype(bool) & self.columns["is_total"]].copy()
        chosen["because"] = because
        return chosen


def _at(term: pd.Series | float, rows: pd.Index) -> pd.Series:
    return term.reindex(rows) if isinstance(term, pd.Series) else pd.Series(term, index=rows)


def _part(term: pd.Series | float, rows: pd.Index) -> pd.Series:
    return _at(term, rows).astype(float).fillna(0.0).clip(0.0, 1.0)


def explain(because: str, row: Mapping[Any, object], terms: Terms) -> str:
    """
    A reason with its figures filled in from a row of facts, and `things`, `kind` and `kinds` as the topic calls them.

    >>> from storygen.model.terms import Terms
    >>> terms = Terms(counted="fines", made="gave", make="give", makes="gives", officers="Wardens", found="given",
    ...               kind="offence", kinds="offences", whole="all offences", unmeasured="how people park")
    >>> explain("{count:,.0f} {things}, up from {previous:,.0f}", {"count": 2097.0, "previous": 1988.0}, terms)
    '2,097 fines, up from 1,988'
    """
    told = {"things": terms.counted, "kind": terms.kind, "kinds": terms.kinds}
    return because.format_map(ChainMap(told, row))  # type: ignore[arg-type]  # a row is only ever read
